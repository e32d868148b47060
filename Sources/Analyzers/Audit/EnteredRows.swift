import Facts
import Quantities
import Records

/// The rows that people had to enter for the events of a window: counted calls and visits dated in
/// it, counted deals whose first date lies in it. Parking enters no figure but its own.
struct EnteredRows: Sendable {
  let kind: RecordKind
  let rows: [Int32]
  /// Day of the event of each row of `rows`.
  let days: [Int32]

  /// The kinds whose entry is audited.
  static let kinds: [RecordKind] = [.calls, .visits, .deals]

  /// Columns that must be filled where the file has them, with their English names.
  static func required(_ kind: RecordKind) -> [(field: Field, name: String)] {
    let always: [(field: Field, name: String)] = [(.name, "name"), (.phone, "phone")]
    switch kind {
    case .calls: return always + [(.channel, "channel"), (.staff, "consultant")]
    case .visits:
      return always + [(.channel, "channel"), (.staff, "consultant"), (.level, "level")]
    case .deals: return always + [(.area, "area"), (.staff, "consultant")]
    default: return []
    }
  }
}

extension Analysis {
  /// The audited rows of a kind in a window.
  func entered(_ kind: RecordKind, in window: Window) -> EnteredRows {
    shared("entered.\(kind.rawValue).\(window.from.number).\(window.to.number)") {
      let table = office[kind]
      let isParking = kind == .deals ? parkingRows : []
      let first = table.firstDays(DataSpan.dateFields(kind))
      let states = table.state
      let rows = first.rows(from: window.from.number, to: window.to.number).filter { row in
        states[Int(row)] == .counts && (isParking.isEmpty || !isParking[Int(row)])
      }
      let days = rows.map { first[Int($0)] }
      return EnteredRows(kind: kind, rows: rows, days: days)
    }
  }

  /// The columns of a kind that must be filled.
  func requiredColumns(_ kind: RecordKind) -> [RequiredColumn] {
    EnteredRows.required(kind).map { RequiredColumn($0.field, $0.name, kind, office) }
  }

  /// Whether a row of the deals table tells the sale of a parking space or storage room.
  var parkingRows: [Bool] {
    shared("audit.parking-rows") {
      let table = office[.deals]
      let units = office[.units]
      var productOfRoom: [Symbol: Symbol] = [:]
      for (room, product) in zip(units.symbols(.room), units.symbols(.product))
      where !room.isNone && !product.isNone {
        productOfRoom[room] = product
      }
      let (products, rooms) = (table.symbols(.product), table.symbols(.room))
      var known: [Symbol: Bool] = [.none: false]
      var isParking = (0..<table.count).map { row in
        // A blank product is that of the room.
        let own = products.isEmpty ? .none : products[row]
        let symbol =
          own.isNone && !rooms.isEmpty ? productOfRoom[rooms[row]] ?? .none : own
        if let means = known[symbol] { return means }
        let means = ParkingWords.means(office.lexicon[symbol])
        known[symbol] = means
        return means
      }
      for deal in office.deals {
        for row in office.rows(of: deal) { isParking[Int(row)] = deal.isParking }
      }
      return isParking
    }
  }

  /// Why the entry of a window cannot be audited; nil when it can.
  func auditAbsence(in window: Window) -> Absence? {
    let kinds = EnteredRows.kinds.filter { office.has($0) || office[$0].count > 0 }
    if kinds.isEmpty {
      return .noFile(Words("来电、来访或成交", "calls, visits or deals"))
    }
    if !window.hasBegun { return .notBegun }
    guard window.isCompared else { return nil }
    let first = kinds.compactMap { firstDay(of: $0) }.min()
    return first.map { $0 <= window.to } ?? false ? nil : .outsideData
  }
}
