import Quantities
import Records

/// Fills what a deal carries beside its stages: amounts, area, product, channel, consultants.
struct DealFinishing {
  private let rows: DealRows
  private let table: RecordTable
  private let visitChannels: WordColumn<Symbol>
  private let productOfRoom: [Symbol: Symbol]
  /// The products that are parking or storage.
  private let parking: Set<Symbol>

  init(_ office: SalesOffice, _ rows: DealRows) {
    self.rows = rows
    table = rows.table
    visitChannels = office.visits.symbols(.channel)
    let units = office[.units]
    let (rooms, products) = (units.symbols(.room), units.symbols(.product))
    var productOfRoom: [Symbol: Symbol] = [:]
    for (room, product) in zip(rooms, products) where !room.isNone && !product.isNone {
      productOfRoom[room] = product
    }
    self.productOfRoom = productOfRoom
    let known = Set(table.symbols(.product)).union(products)
    parking = known.filter { ParkingWords.means(office.lexicon[$0]) }
  }

  func deal(_ draft: DealDraft, rows range: Range<Int32>) -> Deal {
    // The subscription row speaks first, then the others in the order of their days.
    let members =
      draft.rows.count == 1
      ? draft.rows : [draft.subscribedRow] + draft.rows.filter { $0 != draft.subscribedRow }
    let customerRow = members.first { rows.isKnown($0) } ?? members[0]
    let room = rows.room(draft.firstRow)
    let area = number(.area, draft.subscribedRow, members)
    let product = symbol(.product, members)
    let parkingWord = product.isNone ? productOfRoom[room] ?? .none : product
    return Deal(
      rows: range,
      subscribedRow: draft.subscribed == Missing.day ? -1 : Int32(draft.subscribedRow),
      signedRow: draft.signed == Missing.day ? -1 : Int32(draft.signedRow),
      cancelledRow: draft.cancelled == Missing.day ? -1 : Int32(draft.cancelledRow), room: room,
      customer: rows.customer(customerRow),
      subscribed: draft.subscribed, signed: draft.signed, cancelled: draft.cancelled,
      due: members.map { rows.due($0) }.first { $0 != Missing.day } ?? Missing.day,
      subscribedFen: subscribedFen(draft, members, area),
      signedFen: signedFen(draft, members, area),
      hundredths: area ?? Missing.number, product: product, layout: symbol(.layout, members),
      payment: symbol(.payment, members), channel: symbol(.channel, members),
      cancelKind: symbol(.cancelKind, members), status: symbol(.status, members.reversed()),
      staff: list(.staff, members), referrer: list(.referrer, members),
      isParking: parking.contains(parkingWord), isDirect: draft.isDirect,
      givenBack: draft.change == .swap && !draft.isSuccessor ? draft.changeDay : Missing.day)
  }

  // MARK: Amounts

  /// 认购总价, else 成交总价, else 签约总价, else 单价×面积.
  private func subscribedFen(_ draft: DealDraft, _ members: [Int], _ area: Int64?) -> Int64 {
    if let fen = number(.subscribedTotal, draft.subscribedRow, members)
      ?? number(.total, draft.subscribedRow, members)
      ?? number(.signedTotal, draft.signedRow, members)
    {
      return fen
    }
    return priceTimesArea(draft, members, area)
  }

  /// 签约总价, else 成交总价, else 认购总价, else 单价×面积.
  private func signedFen(_ draft: DealDraft, _ members: [Int], _ area: Int64?) -> Int64 {
    number(.signedTotal, draft.signedRow, members) ?? number(.total, draft.signedRow, members)
      ?? number(.subscribedTotal, draft.subscribedRow, members)
      ?? priceTimesArea(draft, members, area)
  }

  private func priceTimesArea(_ draft: DealDraft, _ members: [Int], _ area: Int64?) -> Int64 {
    guard let area, let price = number(.price, draft.subscribedRow, members) else {
      return Missing.number
    }
    return Int64(Rounding.divide(Int128(price) * Int128(area), by: 100))
  }

  /// The first written number above zero, the row of the stage first: zero is as good as empty.
  private func number(_ field: Field, _ stageRow: Int, _ members: [Int]) -> Int64? {
    if let number = table.number(field, stageRow), number != 0 { return Int64(number) }
    for row in members {
      if let number = table.number(field, row), number != 0 { return Int64(number) }
    }
    return nil
  }

  // MARK: Words

  private func symbol(_ field: Field, _ members: some Sequence<Int>) -> Symbol {
    for row in members {
      let symbol = table.symbol(field, row)
      if !symbol.isNone { return symbol }
    }
    return .none
  }

  private func list(_ field: Field, _ members: [Int]) -> WordList {
    for row in members {
      let list = table.list(field, row)
      if !list.isNone { return list }
    }
    return .none
  }

  /// The channel of a deal without one of its own: that of the buyer's first visit.
  func channel(ofBuyer customer: Int32, _ parties: Parties) -> Symbol {
    guard customer >= 0, let first = parties.of(customer: customer).first else { return .none }
    return parties.symbol(visitChannels, first)
  }
}
