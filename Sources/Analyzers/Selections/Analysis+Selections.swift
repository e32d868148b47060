import Facts
import Quantities
import Records

extension Analysis {
  /// Counted rows of a kind dated in a window.
  func rows(_ kind: RecordKind, in window: Window, by field: Field = .date) -> Selection {
    selection("rows.\(kind.rawValue).\(field)", window) {
      let table = office[kind]
      let states = table.state
      var items = table.days(field).rows(from: window.from.number, to: window.to.number)
      items.removeAll { states[Int($0)] != .counts }
      return Selection(house: house, thing: .rows(kind), items: items)
    }
  }

  /// Counted calls of a window.
  func calls(in window: Window) -> Selection { rows(.calls, in: window) }

  /// House money of a window (other receipts are not counted rows).
  func receipts(in window: Window) -> Selection { rows(.receipts, in: window) }

  /// Visits as counted of a window.
  func parties(in window: Window) -> Selection {
    selection("parties", window) {
      let items = office.parties.day.rows(from: window.from.number, to: window.to.number)
      return Selection(house: house, thing: .parties, items: items)
    }
  }

  /// Visits of a window that are their customers' first.
  func firstParties(in window: Window) -> Selection {
    selection("parties.first", window) {
      let first = office.parties.firstVisits(among: parties(in: window).items)
      return Selection(house: house, thing: .parties, items: first)
    }
  }

  /// Deals whose stage lies in a window: homes, or parking spaces.
  func deals(_ stage: Stage, in window: Window, parking: Bool = false) -> Selection {
    selection("deals.\(stage.rawValue).\(parking)", window) {
      var items: [Int32] = []
      for (index, deal) in office.deals.enumerated()
      where deal.isParking == parking && window.contains(stage.day(of: deal)) {
        items.append(Int32(index))
      }
      return Selection(house: house, thing: .deals, items: items, stage: stage)
    }
  }

  /// Homes cancelled in a window on or after the day they were signed.
  func cancelledAfterSigning(in window: Window) -> Selection {
    deals(.cancelled, in: window).filter {
      let deal = office.deals[$0]
      return deal.isSigned && deal.signed <= deal.cancelled
    }
  }

  /// Receipts of the office with their signs.
  var receiptAmounts: Receipts { shared("receipts") { Receipts(office) } }

  /// First dated row of a kind, found once.
  func firstDay(of kind: RecordKind) -> CalendarDay? {
    shared("first-day.\(kind.rawValue)") { DataSpan.first(of: kind, in: office) }
  }

  /// Why a figure of some kinds has no value in a window; nil when it has one: no file of the
  /// kind, a period that has not begun, or a compared period before the kind's first row.
  func absence(of kinds: [RecordKind], in window: Window) -> Absence? {
    for kind in kinds where !office.has(kind) && office[kind].count == 0 {
      return .noFile(kind.words)
    }
    if !window.hasBegun { return .notBegun }
    guard window.isCompared else { return nil }
    for kind in kinds {
      guard let first = firstDay(of: kind), first <= window.to else { return .outsideData }
    }
    return nil
  }

  private func selection(_ name: String, _ window: Window, make: () -> Selection) -> Selection {
    shared("\(name).\(window.from.number).\(window.to.number)", make: make)
  }
}
