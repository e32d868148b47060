import Facts
import Quantities
import Records

/// What each consultant is credited with in a window. The parts of all and of 未分配 add up to the
/// project's figures exactly.
struct StaffTally {
  /// The sums of one person.
  struct Sums {
    var calls = SharedCount()
    var visits = SharedCount()
    var first = SharedCount()
    var converted = SharedCount()
    var units = SharedCount()
    var amount = Money.zero
    var signedUnits = SharedCount()
    var signedAmount = Money.zero
    var cancelled = SharedCount()
    var receipts = Money.zero
    var due = SharedCount()
    var done = SharedCount()

    /// Whether anything at all is credited.
    var isEmpty: Bool {
      [calls, visits, first, units, signedUnits, cancelled, due].allSatisfy {
        $0.number == .zero
      } && amount == .zero && signedAmount == .zero && receipts == .zero
    }
  }

  /// By person; `none` is what is unassigned.
  let people: [Symbol: Sums]
  /// The project's own sums.
  let project: Sums
  /// The selections behind the sums, for lineages.
  let selections: [Credited]

  /// Things and how each is shared.
  struct Credited {
    let selection: Selection
    let parts: @Sendable (Int) -> [StaffCredit.Part]
  }

  init(_ analysis: Analysis, in window: Window) {
    let office = analysis.office
    let credit = analysis.credit
    let receiptCredit = analysis.receiptCredit
    let followups = office[.followups]
    let converts = analysis.conversions
    var people: [Symbol: Sums] = [:]
    var project = Sums()
    var selections: [Credited] = []

    /// Shares every item of a selection among its people.
    func share(
      _ selection: Selection, _ parts: @escaping @Sendable (Int) -> [StaffCredit.Part],
      add: (inout Sums, Int, StaffCredit.Part) -> Void
    ) {
      selections.append(Credited(selection: selection, parts: parts))
      let whole = StaffCredit.Part(person: .none, sharers: 1, position: 0)
      for item in selection.items {
        add(&project, Int(item), whole)
        for part in parts(Int(item)) { add(&people[part.person, default: Sums()], Int(item), part) }
      }
    }
    let ofDeal: @Sendable (Int) -> [StaffCredit.Part] = { credit.parts(of: office.deals[$0]) }
    func money(_ fen: Int64) -> Money { Money(fen: fen == Missing.number ? 0 : fen) }

    share(analysis.calls(in: window), { credit.parts(ofCall: $0) }) { sums, _, part in
      sums.calls.add(oneOf: part.sharers)
    }
    share(analysis.parties(in: window), { credit.parts(ofParty: $0) }) { sums, party, part in
      sums.visits.add(oneOf: part.sharers)
      guard office.parties.isFirst(party) else { return }
      sums.first.add(oneOf: part.sharers)
      if converts[party] { sums.converted.add(oneOf: part.sharers) }
    }
    share(analysis.deals(.subscribed, in: window), ofDeal) { sums, deal, part in
      sums.units.add(oneOf: part.sharers)
      sums.amount += part.of(money(Stage.subscribed.fen(of: office.deals[deal])))
    }
    share(analysis.deals(.signed, in: window), ofDeal) { sums, deal, part in
      sums.signedUnits.add(oneOf: part.sharers)
      sums.signedAmount += part.of(money(Stage.signed.fen(of: office.deals[deal])))
    }
    share(analysis.deals(.cancelled, in: window), ofDeal) { sums, _, part in
      sums.cancelled.add(oneOf: part.sharers)
    }
    let amounts = analysis.receiptAmounts
    share(analysis.receipts(in: window), { credit.parts(receiptCredit.staff(ofRow: $0)) }) {
      sums, row, part in sums.receipts += part.of(amounts.amount(row))
    }
    share(
      analysis.rows(.followups, in: window, by: .followDue),
      { credit.parts(followups.list(.staff, $0)) }
    ) { sums, row, part in
      sums.due.add(oneOf: part.sharers)
      if CallbackFigures.isDone(row, office) { sums.done.add(oneOf: part.sharers) }
    }
    // Whoever followed up in the window is named in a counted row of it.
    for row in analysis.rows(.followups, in: window).items {
      for part in credit.parts(followups.list(.staff, Int(row))) where people[part.person] == nil {
        people[part.person] = Sums()
      }
    }
    self.people = people
    self.project = project
    self.selections = selections
  }

  /// The rows that credit a person, found when asked.
  func lineage(of person: Symbol) -> Lineage {
    .union(
      selections.map { credited in
        credited.selection.lineage { item in
          credited.parts(item).contains { $0.person == person }
        }
      })
  }

  /// All rows behind the sums.
  var lineage: Lineage { .union(selections.map(\.selection.lineage)) }
}

/// Whose work a payment is: the consultants of the latest deal of its room subscribed on or before
/// the day of the payment; nobody's for parking and where there is no such deal.
struct ReceiptCredit: Sendable {
  private let deals: [Deal]
  /// Positions in `deals` by the number of the room.
  private let ofRoom: Positions
  private let rooms: WordColumn<Symbol>
  private let days: DayColumn

  init(_ office: SalesOffice) {
    deals = office[.receipts].count > 0 ? office.deals + office.successors : []
    var pairs: [(key: Int32, position: Int32)] = []
    for (index, deal) in deals.enumerated()
    where !deal.room.isNone && deal.subscribed != Missing.day {
      pairs.append((deal.room.number, Int32(index)))
    }
    ofRoom = Positions(pairs, keyCount: pairs.isEmpty ? 0 : office.lexicon.count)
    rooms = office[.receipts].symbols(.room)
    days = office[.receipts].days(.date)
  }

  /// The consultants of a row of the receipts.
  func staff(ofRow row: Int) -> WordList {
    guard row < rooms.count, row < days.count else { return .none }
    var latest: Deal?
    for deal in ofRoom[Int(rooms[row].number)].lazy.map({ deals[Int($0)] })
    where deal.subscribed <= days[row] {
      guard let known = latest else {
        latest = deal
        continue
      }
      if (deal.subscribed, deal.rows.lowerBound) >= (known.subscribed, known.rows.lowerBound) {
        latest = deal
      }
    }
    guard let latest, !latest.isParking else { return .none }
    return latest.staff
  }
}

extension Analysis {
  /// Credit of all consultants in a window, made once.
  func staffTally(in window: Window) -> StaffTally {
    shared("staff-tally.\(window.from.number).\(window.to.number)") {
      StaffTally(self, in: window)
    }
  }

  /// Whose work a payment is.
  var receiptCredit: ReceiptCredit { shared("receipt-credit") { ReceiptCredit(office) } }

  /// Whether a party is a first visit whose customer holds a home on as-of that he subscribed on or
  /// after it, for each party.
  var conversions: [Bool] {
    shared("conversions") {
      var found = [Bool](repeating: false, count: office.parties.count)
      for deal in office.deals
      where !deal.isParking && deal.customer >= 0 && deal.isActive(on: office.asOf) {
        guard let first = office.parties.of(customer: deal.customer).first else { continue }
        if office.parties.day[first] <= deal.subscribed { found[first] = true }
      }
      return found
    }
  }
}
