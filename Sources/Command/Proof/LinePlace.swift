import Loaders
import Quantities
import Records

/// What stands at a line of a file, as a person counts lines in an editor.
enum LinePlace {
  /// A row that begins on the line, or inside which the line lies (a line break in quotes).
  case row(SourceRow, isInside: Bool)
  case title, header
  /// The file has no line of that number; its last one, where that is known.
  case beyond(last: Int?)
  /// The file is of no known kind.
  case unused

  init(_ source: SourceRow, in project: Project) {
    let office = project.office
    let file = office.sources[Int(source.file)]
    guard file.kind != nil else {
      self = .unused
      return
    }
    let line = Int(source.line)
    if line < file.headerLine {
      self = .title
      return
    }
    // The row that begins on the line or is the last to begin above it.
    var begin: SourceRow?
    func look(_ row: SourceRow) {
      guard row.file == source.file, row.line <= source.line else { return }
      if let known = begin, known.line >= row.line { return }
      begin = row
    }
    for table in office.tables where table.kind == file.kind {
      for row in 0..<table.count { look(table.source(row)) }
    }
    for aside in office.setAside { look(aside.source) }
    guard let begin else {
      let last = LinePlace.lines(of: file, project)
      self =
        line == file.headerLine || last.map { line <= $0 } ?? false
        ? .header : .beyond(last: last)
      return
    }
    if begin.line == source.line {
      self = .row(begin, isInside: false)
      return
    }
    let last = LinePlace.lines(of: file, project)
    self = last.map { line <= $0 } ?? false ? .row(begin, isInside: true) : .beyond(last: last)
  }

  /// How many lines a file has; nil where it can't be read a second time.
  private static func lines(of file: SourceFile, _ project: Project) -> Int? {
    guard !file.encoding.hasPrefix("UTF-16") else { return nil }
    let named = project.request.files.map(\.path).first {
      $0.split(separator: "/").last ?? "" == file.name
    }
    let data = project.request.data ?? ""
    let isItself = data.split(separator: "/").last.map(String.init) == file.name
    for path in [named, data + "/" + file.name, isItself ? data : nil] {
      guard let path, path != "-", let bytes = try? InputText.bytes(path) else { continue }
      let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
      var count = 0
      for (index, byte) in bytes.enumerated() {
        if byte == lineFeed { count += 1 }
        if byte == carriageReturn, index + 1 == bytes.count || bytes[index + 1] != lineFeed {
          count += 1
        }
      }
      let isOpen = bytes.last.map { $0 != lineFeed && $0 != carriageReturn } ?? false
      return count + (isOpen ? 1 : 0)
    }
    return nil
  }
}
