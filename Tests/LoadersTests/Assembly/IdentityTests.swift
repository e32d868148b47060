import Diagnostics
import Loaders
import OfficeSupport
import Records
import TestSupport
import Testing

@Suite struct IdentityTests {
  /// Customers of the visits, in the order of their rows.
  private func visits(
    _ header: String, _ text: String, asOf: String = "2026-12-31"
  ) -> [Int32] {
    var hand = HandOffice()
    hand.file(.visits, header, text)
    return hand.office(asOf: asOf).customers.ofVisits
  }

  @Test func recordsThatShareAnIDOrANumberAreOneCustomerTransitively() {
    let customers = visits(
      "date customerID phone name",
      """
      2026-03-01 K1 -    甲
      2026-03-02 K1 1001 甲
      2026-03-03 -  1001/1002 甲
      2026-03-04 -  1002 甲
      2026-03-05 -  -    甲
      """)
    #expect(customers == [0, 0, 0, 0, 1])
  }

  @Test func aCustomerIsNumberedByItsFirstAppearanceAcrossKinds() {
    var hand = HandOffice()
    hand.file(.calls, "date phone", "2026-03-02 1002")
    hand.file(.visits, "date phone", "2026-03-01 1001\n2026-03-03 1002")
    hand.file(.deals, "room phone subscribed", "1-101 1001 2026-03-05")
    let customers = hand.office().customers
    #expect(customers.ofCalls == [0])
    #expect(customers.ofVisits == [1, 0])
    #expect(customers.ofDeals == [1])
    #expect(customers.count == 2)
  }

  @Test func followUpsFindTheirCustomerButJoinNobody() {
    var hand = HandOffice()
    hand.file(.visits, "date customerID phone", "2026-03-01 K1 1001\n2026-03-01 K2 1002")
    hand.file(
      .followups, "date customerID phone",
      "2026-03-02 K1 1002\n2026-03-02 - 1002\n2026-03-02 - 1003\n2026-03-03 - 1003/1001")
    let customers = hand.office(asOf: "2026-03-05").customers
    #expect(customers.ofVisits == [0, 1])
    // The last names a number that only another follow-up has, and one of a visit.
    #expect(customers.ofFollowups == [0, 1, 2, 0])
  }

  @Test func rowsAfterAsOfJoinNobody() {
    let text = """
      2026-03-01 K1 1001
      2026-03-02 K2 1002
      2026-03-09 K2 1001
      """
    #expect(visits("date customerID phone", text, asOf: "2026-03-08") == [0, 1, -1])
    #expect(visits("date customerID phone", text, asOf: "2026-03-09") == [0, 0, 0])
  }

  @Test func rowsThatDoNotCountStillJoinTheirPhonesButDuplicatesDoNot() {
    #expect(
      visits(
        "date customerID phone state",
        """
        2026-03-01 K1 1001 -
        2026-03-02 K1 1002 x
        2026-03-03 -  1002 -
        2026-03-04 K1 1003 dup
        2026-03-05 -  1003 -
        """) == [0, 0, 0, -1, 1])
  }

  @Test func anIDOfTwoPeopleIsParted() {
    var hand = HandOffice()
    hand.file(
      .visits, "date customerID phone name",
      """
      2026-03-01 7 1001 张一
      2026-03-02 7 1002 李二
      2026-03-03 7 1003 张三
      2026-03-04 7 1002 王五
      """)
    let assembly = hand.assembly()
    #expect(assembly.office.customers.ofVisits == [0, 1, 0, 1])
    #expect(assembly.findings.map(\.code) == ["customer.id-of-two"])
    #expect(assembly.findings.first?.place?.line == 2)
  }

  @Test func aRecordWithoutNumberOrNameJoinsAllOfItsID() {
    #expect(
      visits(
        "date customerID phone name",
        """
        2026-03-01 7 1001 张一
        2026-03-02 7 1002 李二
        2026-03-03 7 -    赵六
        """) == [0, 0, 0])
  }

  @Test func aNumberOfMoreThanFiveSurnamesIsNoKey() {
    var hand = HandOffice()
    let names = ["张一", "李二", "王三", "赵四", "钱五", "孙六"]
    for count in [5, 6] {
      hand = HandOffice()
      let text = names.prefix(count).map { "2026-03-01 1001 \($0)" } + ["2026-03-02 1001 张一"]
      hand.file(.visits, "date phone name", text.joined(separator: "\n"))
      let assembly = hand.assembly()
      #expect(assembly.office.customers.count == (count == 5 ? 1 : 7))
      #expect(
        assembly.findings.map(\.facts) == (count == 5 ? [] : [["number": "199****1001"]]))
    }
  }

  @Test func numbersOfEqualDigitsAndShortNumbersAreNoKeys() {
    #expect(
      visits(
        "date phone",
        """
        2026-03-01 11111111111
        2026-03-02 11111111111
        2026-03-03 123456
        2026-03-04 123456
        2026-03-05 057188886666
        2026-03-06 057188886666/1001
        """) == [0, 1, 2, 3, 4, 4])
  }

  @Test func aMaskedNumberWithTheSameSurnameJoinsTheOnlyCandidate() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone name",
      """
      2026-03-01 1001 欧阳一
      2026-03-02 199****1001 欧阳女士
      2026-03-03 199****1001 欧小姐
      2026-03-04 199****1002 欧阳一
      """)
    let customers = hand.office().customers
    #expect(customers.ofVisits == [0, 0, 1, 2])
    #expect(customers.weakMatches == 1)
  }

  @Test(arguments: [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯",
  ])
  func aCompoundSurnameIsNotItsFirstCharacter(surname: String) {
    #expect(
      visits(
        "date phone name",
        """
        2026-03-01 1001 \(surname)一
        2026-03-02 199****1001 \(surname)女士
        2026-03-03 199****1001 \(surname.prefix(1))小姐
        """) == [0, 0, 1])
  }

  @Test func withTwoCandidatesAMaskedRecordStaysAlone() {
    #expect(
      visits(
        "date phone name",
        """
        2026-03-01 19900001001 张一
        2026-03-02 19911111001 张二
        2026-03-03 199****1001 张三
        2026-03-04 199****1001 张三
        """) == [0, 1, 2, 3])
  }

  @Test func withoutCandidateTheSameMaskAndFullNameAreOneCustomer() {
    #expect(
      visits(
        "date phone name",
        """
        2026-03-01 138****6021 张一
        2026-03-02 138****6021 张一
        2026-03-03 138****6021 张二
        2026-03-04 138****6022 张一
        """) == [0, 0, 1, 2])
  }

  @Test func aMaskedRecordWithAnIDIsNoWeakRecord() {
    #expect(
      visits(
        "date customerID phone name",
        """
        2026-03-01 K1 1001 张一
        2026-03-02 K2 199****1001 张一
        """) == [0, 1])
  }

  @Test(arguments: 1...20)
  func theOrderOfRowsAndFilesDoesNotMatter(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var rows: [(key: Int, cells: String)] = []
    for key in 0..<40 {
      let id = Bool.random(using: &generator) ? "K\(Int.random(in: 0...9, using: &generator))" : "-"
      let phone =
        Bool.random(using: &generator) ? "10\(Int.random(in: 10...29, using: &generator))" : "-"
      rows.append((key, "2026-03-01 \(id) \(phone) 张"))
    }
    let straight = groups(rows, split: 40)
    rows.shuffle(using: &generator)
    #expect(groups(rows, split: 40) == straight)
    #expect(groups(rows, split: 17) == straight)
  }

  /// Who is with whom, by the keys of the rows.
  private func groups(_ rows: [(key: Int, cells: String)], split: Int) -> Set<Set<Int>> {
    var hand = HandOffice()
    for part in [rows.prefix(split), rows.dropFirst(split)] where !part.isEmpty {
      hand.file(
        .visits, "date customerID phone name", part.map(\.cells).joined(separator: "\n"))
    }
    var groups: [Int32: Set<Int>] = [:]
    for (row, customer) in zip(rows, hand.office().customers.ofVisits) {
      groups[customer, default: []].insert(row.key)
    }
    return Set(groups.values)
  }
}
