import Analyzers
import OfficeSupport
import Quantities
import Records
import Testing

@Suite struct AbsenceTests {
  private let hand: HandOffice = {
    var hand = HandOffice()
    hand.file(.visits, "date phone", "2026-03-01 1001\n2026-03-10 1002\n2026-03-24 1003")
    hand.file(.deals, "room phone subscribed", "1-101 1001 2026-03-12")
    return hand
  }()

  @Test func aPeriodInsideTheDataWithoutRowsIsZero() {
    let analysis = Analysis.of(hand, .week, "2026-03-16", "2026-03-22", asOf: "2026-03-24")
    #expect(analysis.text("visits.count") == "0")
    #expect(analysis.text("visits.count@previous") == "1")
    #expect(analysis.text("visits.deal-rate") == "0/0")
  }

  @Test func aComparedPeriodBeforeAKindsFirstRowIsNull() {
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08", asOf: "2026-03-24")
    #expect(analysis.text("visits.count@previous") == "1")
    #expect(analysis.text("deals.units") == "0")
    #expect(analysis.text("deals.units@previous") == "null outside-data")
    #expect(analysis.text("visits.deal-rate@previous") == "null outside-data")
    #expect(analysis.text("visits.count@last-year") == "null outside-data")
    #expect(analysis.text("deals.units@year") == "0")
  }

  @Test func excludedRowsAreDataTooButDuplicatesAreNot() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone state", "2026-02-20 1001 dup\n2026-02-27 1001 x\n2026-03-03 1002 -")
    let analysis = Analysis.of(hand, .week, "2026-03-02", "2026-03-08")
    #expect(analysis.text("visits.count@previous") == "0")
    let earlier = Analysis.of(hand, .week, "2026-02-23", "2026-03-01", asOf: "2026-03-08")
    #expect(earlier.text("visits.count@previous") == "null outside-data")
  }

  @Test func aFileThatIsNotThereIsNoZero() {
    let analysis = Analysis.of(hand, .week, "2026-03-09", "2026-03-15")
    #expect(analysis.text("calls.count") == "null no-file")
    #expect(analysis.text("calls.visit-rate") == "null no-file")
    #expect(analysis.text("receipts.amount") == "null no-file")
    #expect(
      analysis.lines("visits.by-channel", "name count calls deals") == ["未填|1|null no-file|1"])
  }

  @Test func aColumnThatIsNotThereIsNoZero() {
    var hand = hand
    hand.file(.calls, "date phone", "2026-03-10 1001")
    let analysis = Analysis.of(hand, .week, "2026-03-09", "2026-03-15")
    #expect(analysis.text("calls.effective") == "null no-column")
    #expect(analysis.text("calls.effective-rate") == "null no-column")
  }

  @Test func beforeThePeriodBeginsThereIsNoCount() {
    let analysis = Analysis.of(hand, .week, "2026-03-30", "2026-04-05", asOf: "2026-03-29")
    #expect(analysis.text("visits.count") == "null not-begun")
    // The morning sheet of a day with no rows yet: the day before it is whole.
    #expect(analysis.text("visits.count@previous") == "1")
    #expect(analysis.text("visits.count@month") == "3")
    #expect(analysis.lines("visits.by-district", "name") == [])
  }

  @Test func nothingOverNothingIsAQuotientOverZero() {
    let analysis = Analysis.of(hand, .week, "2026-03-16", "2026-03-22", asOf: "2026-03-24")
    #expect(analysis.text("visits.return-share") == "0/0")
    #expect(analysis.text("deals.average-price") == "0.00/0.00")
    #expect(analysis.text("visits.days-to-deal") == "null no-cases")
  }
}
