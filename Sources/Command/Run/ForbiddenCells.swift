import Quantities
import Records
import Writers

/// Cells of an office with characters that neither HTML nor XML may hold: where they stand, so that
/// somebody can mend them. Only searched for when a report had to replace one.
struct ForbiddenCells {
  /// How many places are named; the others are counted.
  static let limit = 5

  /// "file:line, column" of every such cell, in the order of files and lines.
  let places: [String]

  init(in office: SalesOffice) {
    var found: [(row: SourceRow, column: String)] = []
    for table in office.tables {
      for spec in table.kind.fields {
        for row in 0..<table.count
        where Self.text(table, spec.field, row, office).contains(where: {
          ForbiddenCharacters.isForbidden($0)
        }) {
          found.append((table.source(row), spec.header))
        }
      }
    }
    found.sort { ($0.row.file, $0.row.line, $0.column) < ($1.row.file, $1.row.line, $1.column) }
    places = found.map { "\(office.sources[Int($0.row.file)].name):\($0.row.line) \($0.column)" }
  }

  /// One line for the person who has the files; nil where no cell holds such a character.
  var message: Words? {
    guard !places.isEmpty else { return nil }
    let shown = places.prefix(Self.limit)
    let rest = places.count - shown.count
    return Words(
      "警告：单元格含不允许的控制字符：" + shown.joined(separator: "、") + (rest > 0 ? " 等另 \(rest) 处" : ""),
      "warning: cells with characters that no report may hold: " + shown.joined(separator: ", ")
        + (rest > 0 ? " and \(rest) more" : ""))
  }

  private static func text(
    _ table: RecordTable, _ field: Field, _ row: Int, _ office: SalesOffice
  ) -> String.UnicodeScalarView {
    switch table[field] {
    case .texts(let texts): texts[row].unicodeScalars
    case .symbols(let symbols): office.lexicon[symbols[row]].unicodeScalars
    case .lists(let lists):
      office.lexicon[lists[row]].map { office.lexicon[$0] }.joined(separator: "、").unicodeScalars
    default: "".unicodeScalars
    }
  }
}
