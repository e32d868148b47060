import Quantities
import Records

/// What became of the cells of a row since a report was issued, in words.
struct CellChanges {
  /// Words by their checksum, as far as they are met in either report or in today's data.
  private var words: [String: String] = [:]

  init(_ old: IssuedReport, _ new: IssuedReport, lexicon: Lexicon? = nil) {
    let known = (lexicon?.words(from: 0) ?? []) + new.words + old.words
    for word in known where words[Fingerprint.word(word)] == nil {
      words[Fingerprint.word(word)] = word
    }
  }

  /// The word of a checksum; nil where nothing today has it.
  func word(_ cell: some StringProtocol) -> String? { words[String(cell)] }

  /// One cell that is another.
  struct Change {
    let field: FieldSpec
    let text: Words
    /// A number or a day, not a word.
    let isNumber: Bool
  }

  /// The cells that two states of a row have in common and that differ.
  func list(_ old: IssuedReport.Row, _ new: IssuedReport.Row) -> [Change] {
    guard let kind = RecordKind(rawValue: old.kind), !old.columns.isEmpty, !new.columns.isEmpty
    else { return [] }
    return kind.fields.compactMap { field in
      let name = "\(field.field)"
      let (was, now) = (old[name], new[name])
      guard was != now else { return nil }
      return Change(field: field, text: text(field, was, now), isNumber: isNumber(field.type))
    }
  }

  /// Whether a row that is new is one that is gone, with its day or another key corrected: the same
  /// file and telephone, or the same line, and next to nothing else another.
  func isCorrection(_ gone: IssuedReport.Row, _ new: IssuedReport.Row) -> Bool {
    guard gone.kind == new.kind, gone.file == new.file, !gone.columns.isEmpty else { return false }
    let isSamePerson = !gone["phone"].isEmpty && gone["phone"] == new["phone"]
    guard isSamePerson || gone.line == new.line else { return false }
    return list(gone, new).count <= 1
  }

  private func isNumber(_ type: FieldType) -> Bool {
    switch type {
    case .day, .week, .money, .price, .area, .count, .quantity, .yesNo: true
    case .word, .words, .staff, .room, .identifier, .phones, .names, .text: false
    }
  }

  private func text(_ field: FieldSpec, _ was: Substring, _ now: Substring) -> Words {
    let name = Words(field.header, "\(field.field)")
    guard let old = cell(field, was), let new = cell(field, now) else {
      return Words("\(name.chinese)改了", "another \(name.english)")
    }
    return Words("\(name.chinese) \(old) → \(new)", "\(name.english) \(old) → \(new)")
  }

  /// A cell as a person reads it; nil for what is personal or no longer known.
  private func cell(_ field: FieldSpec, _ cell: Substring) -> String? {
    if field.field == .referrer { return nil }
    if cell.isEmpty { return Formatter.dash }
    func number(_ unit: Int, _ decimals: Int) -> String? {
      Int(cell, radix: 36).flatMap { Rational(Int128($0), over: Int128(unit)) }
        .map { Digits.decimal(Int128($0.scaled(decimals: decimals)), decimals: decimals) }
    }
    switch field.type {
    case .day, .week: return Int32(cell, radix: 36).map { CalendarDay(number: $0).description }
    case .money, .price, .area: return number(100, 2)
    case .count, .quantity: return number(1, 0)
    case .yesNo: return cell == "0" ? "否" : "是"
    case .word, .room: return words[String(cell)]
    case .words, .staff:
      let list = cell.split(separator: "+").map { words[String($0)] }
      return list.contains(nil) ? nil : list.compactMap(\.self).joined(separator: "、")
    case .text:
      let isKept = [.setting, .value, .standardWord, .word, .field, .standard, .header, .unit]
        .contains(field.field)
      return isKept ? RowCells.typed(cell) : nil
    case .identifier, .phones, .names: return nil
    }
  }

  /// What a row of a settings file or word list is about and what it says; nil for other rows.
  func content(_ row: IssuedReport.Row) -> (about: String, says: String)? {
    switch RecordKind(rawValue: row.kind) {
    case .project: (RowCells.typed(row["setting"]), RowCells.typed(row["value"]))
    case .words:
      (
        RowCells.typed(row["field"]) + " " + RowCells.typed(row["word"]),
        RowCells.typed(row["standardWord"])
      )
    case .columns:
      (
        RowCells.typed(row["kind"]) + " " + RowCells.typed(row["header"]),
        RowCells.typed(row["standard"])
      )
    default: nil
    }
  }
}
