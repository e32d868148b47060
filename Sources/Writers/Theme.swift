/// The office's own page: a skeleton with fixed slots and a style sheet.
///
/// A slot is a name in braces, such as `{title}`. Every slot of the list must stand in the skeleton
/// exactly once; no other may.
package struct Theme: Sendable {
  /// The places of the skeleton that a report fills.
  package enum Slot: String, CaseIterable, Sendable {
    /// Language of the report, for the `lang` attribute.
    case language
    /// The `meta` element with the content security policy.
    case policy
    /// Project, document and period, for the `title` element.
    case title
    /// The `style` element.
    case style
    /// Words of the `class` attribute of the body: document, style, orientation, draft.
    case classes
    /// Words of the link that skips to the report.
    case skip
    case contents
    case head
    case alerts
    case body
    case proofs
    case sources
    case signatures
  }

  /// What is wrong with a theme's files.
  package enum Problem: Error, Hashable, Sendable {
    case missingSlot(Slot)
    case repeatedSlot(Slot, line: Int)
    /// A name in braces that is no slot.
    case unknownSlot(String, line: Int)
    /// The style sheet would end early: it contains `</`.
    case styleEnds(line: Int)
    /// The skeleton brings a script, which no report may have.
    case script(line: Int)
  }

  /// All problems of a theme at once.
  package struct Problems: Error, Hashable, Sendable {
    package let problems: [Problem]
  }

  /// A stretch of the skeleton.
  enum Piece: Sendable {
    case markup([UInt8])
    case slot(Slot)
  }

  let pieces: [Piece]
  let style: String

  /// Reads the skeleton `page` (page.html) and the style sheet `style` (report.css).
  package init(page: String, style: String) throws(Problems) {
    var pieces: [Piece] = []
    var problems: [Problem] = []
    var seen: Set<Slot> = []
    var line = 1
    var markup = ""
    var rest = page[...]
    while let character = rest.first {
      if character.isNewline { line += 1 }
      if character == "<", rest.prefix(7).lowercased() == "<script" {
        problems.append(.script(line: line))
      }
      if character == "{", let close = rest.firstIndex(of: "}") {
        let name = rest[rest.index(after: rest.startIndex)..<close]
        if !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 }) {
          if let slot = Slot(rawValue: String(name)) {
            if !seen.insert(slot).inserted {
              problems.append(.repeatedSlot(slot, line: line))
            }
            pieces.append(.markup(Array(markup.utf8)))
            pieces.append(.slot(slot))
            markup = ""
          } else {
            problems.append(.unknownSlot(String(name), line: line))
          }
          rest = rest[rest.index(after: close)...]
          continue
        }
      }
      markup.append(character)
      rest = rest.dropFirst()
    }
    pieces.append(.markup(Array(markup.utf8)))
    for slot in Slot.allCases where !seen.contains(slot) { problems.append(.missingSlot(slot)) }
    var (number, last) = (1, UInt8(0))
    for byte in style.utf8 {
      if byte == UInt8(ascii: "/"), last == UInt8(ascii: "<"),
        problems.last != .styleEnds(line: number)
      {
        problems.append(.styleEnds(line: number))
      }
      if byte == UInt8(ascii: "\n") { number += 1 }
      last = byte
    }
    guard problems.isEmpty else { throw Problems(problems: problems) }
    self.pieces = pieces
    self.style = Theme.compact(style)
  }

  /// A style sheet without comments, blank lines and blanks around its lines: it stands in every
  /// report. Words in quotes stay as they are.
  static func compact(_ style: String) -> String {
    let bytes = Array(style.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var quote: UInt8?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if let end = quote {
        kept.append(byte)
        if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
          kept.append(next)
          index += 1
        } else if byte == end {
          quote = nil
        }
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        index += 2
        while index + 1 < bytes.count,
          bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/")
        {
          index += 1
        }
        index += 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        kept.append(byte)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        while let last = kept.last, last == 0x20 || last == 0x09 { kept.removeLast() }
        if let last = kept.last, last != UInt8(ascii: "\n") { kept.append(UInt8(ascii: "\n")) }
      } else if byte == 0x20 || byte == 0x09, kept.last == UInt8(ascii: "\n") || kept.isEmpty {
        // Indentation.
      } else {
        kept.append(byte)
      }
      index += 1
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
