import CSV
package import Diagnostics
package import Quantities
package import Records

/// From loaded tables to an office: the as-of day, who is who, visits as they are counted, deals.
///
/// The tables, settings, lexicon, phone book and sources of the office are given; everything else
/// of it is found here. Rows that turn out not to count change their state, and the balance of
/// their file with it.
package struct OfficeAssembly {
  package private(set) var office: SalesOffice
  /// What people must know: numbers that are no key, rows after today, merged deals …
  package private(set) var findings: [Finding] = []
  private let showsPersonal: Bool

  /// - Parameters:
  ///   - office: the loaded office; its `asOf` is not used.
  ///   - asOf: the last day that counts; nil for the latest dated row that is not after `today`.
  ///   - today: the day of the run.
  package init(
    _ office: SalesOffice, asOf: CalendarDay?, today: CalendarDay, showsPersonal: Bool = false
  ) {
    self.office = office
    self.showsPersonal = showsPersonal
    if office.asLoaded == nil {
      self.office.asLoaded = (office.tables.map(\.state), office.sources)
    }
    settleAsOf(asOf, today)
    var uncounted = UncountedRows(self.office)
    uncounted.markReceipts()
    uncounted.markOwnProject()
    self.office = uncounted.office
    findings += RivalSpellings(self.office).findings
    identify()
    // Visits are put together while deals are found; a thread pays where there are many.
    let identified = self.office
    let parties =
      identified.visits.count < 50_000
      ? Pending(value: PartyAssembly.parties(of: identified))
      : Pending { PartyAssembly.parties(of: identified) }
    var deals = DealAssembly(identified)
    deals.assemble { parties.value }
    self.office = deals.office
    self.office.parties = parties.value
    findings += deals.findings
  }

  private mutating func settleAsOf(_ asOf: CalendarDay?, _ today: CalendarDay) {
    if let asOf {
      office.asOf = asOf
      return
    }
    let latest = LatestDay(of: office, notAfter: today)
    office.asOf = latest.day ?? today
    if latest.rowsAfter > 0 {
      findings.append(
        Finding(
          .warning, "rows.after-today",
          ["count": String(latest.rowsAfter), "day": today.description],
          at: latest.firstAfter.map { place($0) }))
    }
  }

  private mutating func identify() {
    var identity = Identity(office)
    office.customers = identity.customers()
    office.identityRemarks =
      identity.sharedNumbers.map { IdentityRemark(.sharedNumber($0.digits), rows: [$0.source]) }
      + identity.clashes.map { IdentityRemark(.idOfTwo($0.id), rows: [$0.first, $0.second]) }
    for number in identity.sharedNumbers {
      findings.append(
        Finding(
          .warning, "customer.shared-number",
          ["number": showsPersonal ? number.digits : number.masked], at: place(number.source)))
    }
    for clash in identity.clashes {
      findings.append(
        Finding(
          .warning, "customer.id-of-two",
          ["id": office.lexicon[clash.id], "other": name(clash.second)], at: place(clash.first)))
    }
    if office.customers.weakMatches > 0 {
      findings.append(
        Finding(.note, "customer.weak-key", ["count": String(office.customers.weakMatches)]))
    }
  }

  private func place(_ source: SourceRow) -> Place {
    let file = Int(source.file)
    return Place(
      file: file < office.sources.count ? office.sources[file].name : "", line: Int(source.line))
  }

  private func name(_ source: SourceRow) -> String {
    let place = place(source)
    return place.file + ":" + String(source.line)
  }
}
