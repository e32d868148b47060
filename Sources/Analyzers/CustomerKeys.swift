import Quantities
import Records

/// What orders customers where everything else is equal, whatever the order of the files' rows: the
/// smallest customer id, else the smallest full number, else file and line of the first row.
struct CustomerKeys {
  private let keys: [Int32: String]

  /// Keys of the given customers.
  init(of customers: Set<Int32>, in office: SalesOffice) {
    guard !customers.isEmpty else {
      keys = [:]
      return
    }
    var ids: [Int32: String] = [:]
    var numbers: [Int32: String] = [:]
    var places: [Int32: String] = [:]
    var isWanted = [Bool](repeating: false, count: office.customers.count)
    for customer in customers where customer >= 0 { isWanted[Int(customer)] = true }
    for kind in [RecordKind.calls, .visits, .deals, .cards] {
      let table = office[kind]
      let idColumn = table.symbols(.customerID)
      let phones = table.phones(.phone)
      for (row, customer) in office.customers.of(kind).enumerated()
      where customer >= 0 && isWanted[Int(customer)] {
        if row < idColumn.count, !idColumn[row].isNone {
          let id = office.lexicon[idColumn[row]]
          if ids[customer].map({ id.precedes($0) }) ?? true { ids[customer] = id }
        }
        if row < phones.count {
          for number in CustomerKeys.numbers(phones[row], office)
          where numbers[customer].map({ number.precedes($0) }) ?? true {
            numbers[customer] = number
          }
        }
        if places[customer] == nil {
          let source = table.source(row)
          let name = office.sources[Int(source.file)].name
          places[customer] = name + ":" + Digits.padded(Int(source.line), 9)
        }
      }
    }
    var keys: [Int32: String] = [:]
    for customer in customers {
      keys[customer] = ids[customer] ?? numbers[customer] ?? places[customer] ?? ""
    }
    self.keys = keys
  }

  /// Whether one customer stands before another.
  func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (left, right) = (keys[a] ?? "", keys[b] ?? "")
    return left != right ? left.precedes(right) : a < b
  }

  private static func numbers(_ cell: PhoneCell, _ office: SalesOffice) -> [String] {
    if let mobile = cell.mobile { return [String(mobile)] }
    guard let entry = cell.entry else { return [] }
    return office.phoneBook[entry].filter(\.isKey).map(\.digits)
  }
}

extension String {
  /// By code point, the same everywhere.
  fileprivate func precedes(_ other: String) -> Bool {
    unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
  }
}
