/// Columns of text aligned for a terminal, Han characters counted as two cells.
struct TextTable {
  private var rows: [[String]] = []
  /// Columns whose text stands at the right.
  let right: Set<Int>

  init(right: Set<Int> = []) { self.right = right }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  var isEmpty: Bool { rows.isEmpty }

  /// The lines, each ending with a line break, without blanks at the end.
  func text(indent: String = "") -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? TextTable.width($0[column]) : 0 }.max() ?? 0
    }
    var text = ""
    for row in rows {
      var line = indent
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - TextTable.width(cell))
        line += right.contains(column) ? padding + cell : cell + padding
        if column < row.count - 1 { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// Cells that a text takes on a terminal.
  static func width(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: continue
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        width += 2
      default: width += 1
      }
    }
    return width
  }
}
