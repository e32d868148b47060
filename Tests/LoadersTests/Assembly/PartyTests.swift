import Diagnostics
import Loaders
import OfficeSupport
import Quantities
import Records
import Testing

@Suite struct PartyTests {
  private func office(_ text: String, countsRows: Bool = false) -> SalesOffice {
    var hand = HandOffice()
    hand.office.settings.countsRows = countsRows
    hand.file(.visits, "date phone state", text)
    return hand.office(asOf: "2026-03-08")
  }

  private let text = """
    2026-03-05 1001 -
    2026-03-03 1002 -
    2026-03-05 1001 -
    2026-03-01 1001 -
    2026-03-02 1002 x
    2026-03-09 1003 -
    2026-03-04 -    -
    """

  @Test func oneCustomerOnOneDayIsOneParty() {
    let parties = office(text).parties
    #expect(parties.count == 4)
    #expect(Array(parties.customer) == [0, 0, 1, 2])
    #expect((0..<4).map { Array(parties.rows(of: $0)) } == [[3], [0, 2], [1], [6]])
    #expect((0..<4).filter { parties.isFirst($0) } == [0, 2, 3])
  }

  @Test func everyRowIsAVisitWhereRowsAreCounted() {
    let parties = office(text, countsRows: true).parties
    #expect((0..<parties.count).map { Array(parties.rows(of: $0)) } == [[3], [0], [2], [1], [6]])
    #expect((0..<parties.count).filter { parties.isFirst($0) } == [0, 3, 4])
  }

  @Test func customersWithoutVisitsHaveNone() {
    var hand = HandOffice()
    hand.file(.calls, "date phone", "2026-03-01 1001\n2026-03-01 1002")
    hand.file(.visits, "date phone", "2026-03-02 1002")
    let parties = hand.office().parties
    #expect(parties.of(customer: 0).isEmpty)
    #expect(parties.of(customer: 1) == 0..<1)
  }

  @Test func asOfIsTheLatestAcceptedRowNotAfterTheDayOfTheRun() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone state",
      "2026-03-01 1001 -\n2026-03-05 1002 x\n2026-03-06 1003 dup\n2062-03-01 1004 -")
    hand.file(.deals, "room subscribed due", "1-101 2026-03-02 2026-03-20")
    let assembly = hand.assembly(today: "2026-03-10")
    #expect(assembly.office.asOf.description == "2026-03-05")
    #expect(assembly.findings.map(\.code) == ["rows.after-today"])
  }
}
