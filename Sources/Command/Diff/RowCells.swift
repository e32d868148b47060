import Quantities
import Records

/// The cells of a kind's rows as an issued report keeps them: days and numbers exactly (base 36),
/// words and telephones as checksums, the texts of settings and word lists as typed. Names of
/// persons are not kept at all.
struct RowCells {
  private let office: SalesOffice
  private let fields: [Field]
  private let columnsOfFields: [Column]
  private let keepsTexts: Bool
  /// Checksum of each symbol, made on first use.
  private var words: [String?]

  /// Columns in which a change changes no figure, and floor prices, which are not everybody's.
  private static let left: Set<Field> = [.note, .recordID, .floorTotal]

  init(_ kind: RecordKind, of office: SalesOffice) {
    self.office = office
    let table = office[kind]
    keepsTexts = Self.keepsTexts(kind)
    fields = kind.fields.filter {
      table.has($0.field) && $0.type != .names && !Self.left.contains($0.field)
    }
    .map(\.field)
    columnsOfFields = fields.map { table[$0] }
    words = Array(repeating: nil, count: office.lexicon.count)
  }

  /// Whether a kind's texts are kept as typed: where they are no person's and figures need them.
  static func keepsTexts(_ kind: RecordKind) -> Bool {
    switch kind {
    case .project, .words, .columns, .targets, .cards, .staff, .milestones: true
    default: false
    }
  }

  /// Names of the columns in the order of the cells.
  var columns: String { fields.map { "\($0)" }.joined(separator: " ") }

  /// The cells of a row, with commas between.
  mutating func text(_ row: Int) -> String {
    var text: [UInt8] = []
    append(row, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the cells of a row, with commas between.
  mutating func append(_ row: Int, to text: inout [UInt8]) {
    for (index, column) in columnsOfFields.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      switch column {
      case .absent: break
      case .days(let days):
        if days[row] != Missing.day { text += String(days[row], radix: 36).utf8 }
      case .numbers(let numbers):
        if numbers[row] != Missing.number { text += String(numbers[row], radix: 36).utf8 }
      case .symbols(let symbols): append(symbols[row], to: &text)
      case .lists(let lists):
        for (position, word) in office.lexicon[lists[row]].enumerated() {
          if position > 0 { text.append(UInt8(ascii: "+")) }
          append(word, to: &text)
        }
      case .phones(let cells): text += RowCells.phones(cells[row], office).utf8
      case .texts(let texts):
        let typed = texts[row]
        if keepsTexts {
          text += RowCells.escaped(typed).utf8
        } else if !typed.isEmpty {
          text += Fingerprint.word(typed).utf8
        }
      }
    }
  }

  private mutating func append(_ symbol: Symbol, to text: inout [UInt8]) {
    if symbol.isNone { return }
    let number = Int(symbol.number)
    let word = words[number] ?? Fingerprint.word(office.lexicon[symbol])
    words[number] = word
    text += word.utf8
  }

  /// The checksum of a cell of telephone numbers.
  static func phones(_ cell: PhoneCell, _ office: SalesOffice) -> String {
    let digits = digits(cell, office)
    if digits.isEmpty { return "" }
    var print = Fingerprint()
    print.add(digits)
    return print.digits(5)
  }

  /// The numbers of a cell, with commas between.
  static func digits(_ cell: PhoneCell, _ office: SalesOffice) -> String {
    if let mobile = cell.mobile { return String(mobile) }
    return cell.entry.map { office.phoneBook[$0].map(\.digits).joined(separator: ",") } ?? ""
  }

  /// A text of ASCII letters and digits: all other bytes as %XX.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f: bytes.append(byte)
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that `escaped` made a cell of.
  static func typed(_ cell: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(cell.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count > 1,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
