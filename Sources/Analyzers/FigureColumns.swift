package import Records

/// The columns that figures need beside those that every office is put together from: so that the
/// others are not read where few figures are asked for.
package enum FigureColumns {
  /// The columns that all of some figures need; nil for all columns.
  ///
  /// A figure that asks for more all the same is found out when it is computed
  /// (`RecordTable.leaveUnread`), so that a mistake here costs time and no figure.
  package static func needed(by ids: [String]) -> Set<Field>? {
    var fields: Set<Field> = []
    for id in ids {
      guard let own = needed(by: id) else { return nil }
      fields.formUnion(own)
    }
    return fields
  }

  private static func needed(by id: String) -> Set<Field>? {
    if let own = named[id] { return own }
    if subjects.contains(id.prefix { $0 != "." }) { return [] }
    for field in VisitField.all
    where id == "visits.by-" + field.key || id == "deals.by-" + field.key {
      switch field.source {
      case .column(let column): return [column]
      case .budgetBand: return [.budget]
      case .weekday, .hour: return []
      }
    }
    return nil
  }

  /// Subjects whose figures count and sum what every office is put together from.
  private static let subjects: Set<Substring> = [
    "signed", "cancelled", "net", "signed-net", "parking", "targets",
  ]

  private static let named: [String: Set<Field>] = {
    let plain = [
      "calls.count", "calls.customers", "calls.visit-rate", "calls.by-channel", "visits.count",
      "visits.first", "visits.return", "visits.return-share", "visits.first-conversion",
      "visits.deal-rate", "visits.per-deal", "visits.per-buyer", "visits.days-to-deal",
      "visits.days-to-deal-bands", "visits.daily", "visits.weekly", "deals.units", "deals.area",
      "deals.amount", "deals.average-price", "deals.average-ticket", "deals.average-area",
      "deals.buyers", "deals.sign-rate", "deals.cancel-rate", "deals.days-to-sign",
      "deals.summary", "deals.list", "deals.unsigned", "deals.overdue", "deals.by-staff",
      "deals.by-area-band", "deals.by-total-band", "receipts.amount", "receipts.rate",
    ]
    var named = Dictionary(uniqueKeysWithValues: plain.map { ($0, Set<Field>()) })
    named["calls.effective"] = [.effective]
    named["calls.effective-rate"] = [.effective]
    named["visits.people"] = [.party]
    named["targets.by-staff"] = [.followDue, .connected]
    named["visits.list"] = [.level, .objection]
    return named
  }()
}
