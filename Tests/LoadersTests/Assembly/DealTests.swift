import Loaders
import OfficeSupport
import Quantities
import Records
import Testing

@Suite struct DealTests {
  /// Deals as "room subscribed signed cancelled", days as MM-DD, "." for none.
  private func deals(
    _ header: String, _ files: [String], asOf: String = "2026-12-31"
  ) -> (deals: [String], office: SalesOffice) {
    var hand = HandOffice()
    for text in files { hand.file(.deals, header, text) }
    let office = hand.office(asOf: asOf)
    return (
      office.deals.map { deal in
        let days = [deal.subscribed, deal.signed, deal.cancelled].map {
          $0 == Missing.day ? "." : String(CalendarDay(number: $0).description.dropFirst(5))
        }
        return ([office.lexicon[deal.room]] + days).joined(separator: " ")
      }, office
    )
  }

  private let ledger = "room phone date status"
  private let wide = "room phone subscribed signed cancelled cancelKind status"

  @Test func rowsOfOneRoomAndBuyerAreTheStagesOfOneDeal() {
    let (deals, office) = deals(
      ledger,
      [
        """
        1-101 1001 2026-11-10 签约
        1-101 1001 2026-11-02 认购
        1-101 1001 2026-11-20 退房
        1-102 1002 2026-11-03 认购
        """
      ])
    #expect(deals == ["1-101 11-02 11-10 11-20", "1-102 11-03 . ."])
    #expect(Array(office.rows(of: office.deals[0])) == [0, 1, 2])
  }

  @Test(arguments: [
    ("签约", "1-101 11-10 11-10 ."), ("退房", "1-101 11-10 . 11-10"), ("认购", "1-101 11-10 . ."),
    ("-", "1-101 11-10 . ."), ("转签约", "1-101 11-10 . ."),
  ])
  func theSingleRowOfARoomIsAlsoItsSubscription(status: String, expected: String) {
    #expect(deals(ledger, ["1-101 1001 2026-11-10 \(status)"]).deals == [expected])
  }

  @Test func aCancelledRoomSoldAgainIsAnotherDeal() {
    #expect(
      deals(
        ledger,
        [
          """
          1-101 1001 2026-11-02 认购
          1-101 1001 2026-11-05 退房
          1-101 1002 2026-11-06 认购
          1-101 1001 2026-11-08 认购
          """
        ]
      ).deals == ["1-101 11-02 . 11-05", "1-101 11-06 . .", "1-101 11-08 . ."])
  }

  @Test func ledgerRowsWithNothingButNamesAreMatchedByName() {
    #expect(
      deals(
        "room name date status",
        ["1-101 张一 2026-11-02 认购\n1-101 张一 2026-11-08 签约"]
      ).deals == ["1-101 11-02 11-08 ."])
  }

  @Test func onOneDayASaleComesBeforeItsCancellation() {
    #expect(
      deals(
        ledger,
        [
          """
          1-101 1001 2026-11-02 退房
          1-101 1001 2026-11-02 签约
          1-101 1001 2026-11-02 认购
          1-102 1002 2026-11-01 认购
          1-102 1002 2026-11-02 退房
          1-102 1002 2026-11-02 认购
          """
        ]
      ).deals == ["1-101 11-02 11-02 11-02", "1-102 11-01 . 11-02", "1-102 11-02 . ."])
  }

  @Test func theSubscriptionRowOfALedgerSpeaksFirst() {
    let office = deals(
      "room phone name date status staff total",
      [
        """
        1-101 1001 张一 2026-11-08 签约 乙 990000
        1-101 - 张一 2026-11-02 认购 甲 1000000
        """
      ]
    ).office
    #expect(office.deals.map { office.lexicon[office.lexicon[$0.staff][0]] } == ["甲"])
    #expect(office.deals[0].subscribedFen == 100_000_000)
    #expect(office.deals[0].signedFen == 99_000_000)
    #expect(office.deals[0].customer == office.customers.ofDeals[0])
  }

  @Test func aSubscriptionInALedgerAndAWideRowAreOneDeal() {
    var hand = HandOffice()
    hand.file(.deals, "room phone date status", "1-101 1001 2026-10-20 认购")
    hand.file(.deals, "room phone subscribed signed", "1-101 1001 2026-10-20 2026-11-03")
    let office = hand.office()
    #expect(office.deals.count == 1)
    #expect(office[.deals].state == [.duplicate, .counts])
  }

  @Test func anAdvancedRowOfALaterFileReplacesTheOldOne() {
    let (deals, office) = deals(
      wide,
      [
        "1-101 1001 2026-10-20 - - - 认购\n1-102 1002 2026-10-21 - - - 认购",
        "1-101 1001 2026-10-20 2026-11-03 - - 签约\n1-102 1003 2026-10-21 - - - 认购",
      ])
    #expect(
      deals == ["1-102 10-21 . .", "1-101 10-20 11-03 .", "1-102 10-21 . ."])
    #expect(office[.deals].state == [.duplicate, .counts, .counts, .counts])
    #expect(office.sources.map(\.balance.duplicates) == [1, 0])
    #expect(office.dealRemarks.map(\.code) == ["advanced"])
  }

  @Test func oneFileMaySellTheSameRowTwice() {
    #expect(
      deals(
        wide, ["1-101 1001 2026-10-20 - - - 认购\n1-101 1001 2026-10-20 2026-11-03 - - 签约"]
      ).deals.count == 2)
  }

  @Test func onlyDatesCountInAWideTable() {
    #expect(
      deals(
        wide,
        [
          """
          1-101 1001 2026-11-02 - - - 签约
          1-102 1002 2026-11-02 2026-11-05 - - 退房
          1-103 1003 - 2026-11-04 - - -
          1-104 1004 2026-11-06 2026-11-01 2026-11-05 认购退房 -
          1-105 1005 2026-11-02 - - 挞定 -
          """
        ]
      ).deals == [
        "1-101 11-02 . .", "1-102 11-02 11-05 11-05", "1-103 11-04 11-04 .",
        "1-104 11-06 11-01 11-05", "1-105 11-02 . 11-02",
      ])
  }

  @Test func stagesInTheWrongOrderAreRemarked() {
    let office = deals(
      wide, ["1-104 1004 2026-11-06 2026-11-01 2026-11-05 认购退房 -\n1-103 1003 - 2026-11-04 - - -"]
    ).office
    #expect(
      office.dealRemarks.map(\.code) == [
        "cancelled-before-subscribed", "signed-before-subscribed", "direct-contract",
      ])
  }

  @Test func voidRowsAndReservationsCountNowhere() {
    let (deals, office) = deals(
      wide,
      [
        """
        1-101 1001 2026-11-02 - - - 作废
        1-102 1002 2026-11-02 - 2026-11-03 作废 -
        1-103 1003 2026-11-02 - - - 小订
        1-104 1004 2026-11-02 - 2026-11-09 转签约 -
        """
      ])
    #expect(deals == ["1-104 11-02 . ."])
    #expect(office[.deals].state == [.excluded, .excluded, .excluded, .counts])
    #expect(office.sources.map(\.balance.excluded) == [3])
  }

  @Test func aSwappedRoomCountsOnceOnItsOriginalDay() {
    let (deals, office) = deals(
      wide,
      [
        """
        1-101 1001 2026-11-02 - 2026-11-09 换房 -
        1-202 1001 2026-11-09 2026-11-12 - - 签约
        1-303 1001 2026-11-20 - - - 认购
        1-404 1004 2026-11-02 - - - 换房
        """
      ])
    #expect(deals == ["1-101 11-02 . .", "1-303 11-20 . .", "1-404 11-02 . ."])
    #expect(office[.deals].state == [.counts, .excluded, .counts, .counts])
  }

  @Test func aSuccessorMayCarryTheWordInItsStatus() {
    #expect(
      deals(
        wide,
        [
          """
          1-101 1001 2026-11-02 - 2026-11-09 换房 -
          1-202 1001 2026-11-10 - - - 换房
          """
        ]
      ).deals == ["1-101 11-02 . ."])
  }

  @Test func aRenamedRoomCountsOnceOnItsOriginalDay() {
    #expect(
      deals(
        wide,
        [
          """
          1-101 1001 2026-11-02 - 2026-11-09 更名 -
          1-101 1002 2026-11-09 - - - 认购
          1-102 1001 2026-11-09 - - - 认购
          """
        ]
      ).deals == ["1-101 11-02 . .", "1-102 11-09 . ."])
  }

  @Test func aSwapInALedgerIsAnEventOfTheOldRoom() {
    #expect(
      deals(
        ledger,
        [
          """
          1-101 1001 2026-11-02 认购
          1-101 1001 2026-11-09 换房
          1-202 1001 2026-11-09 认购
          1-202 1001 2026-11-15 签约
          """
        ]
      ).deals == ["1-101 11-02 . ."])
  }

  @Test func nothingDatedAfterAsOfCounts() {
    let text = """
      1-101 1001 2026-11-02 2026-11-10 2026-11-20 认购退房 -
      1-102 1002 2026-11-09 - - - -
      1-103 1003 2026-11-01 - 2026-11-09 换房 -
      1-104 1003 2026-11-09 - - - -
      """
    #expect(
      deals(wide, [text], asOf: "2026-11-08").deals == ["1-101 11-02 . .", "1-103 11-01 . ."])
    #expect(
      deals(wide, [text], asOf: "2026-11-10").deals == [
        "1-101 11-02 11-10 .", "1-102 11-09 . .", "1-103 11-01 . .",
      ])
  }

  @Test(arguments: [
    ("100 90 80 1 1", 10_000, 9_000), ("- 90 80 1 1", 8_000, 9_000), ("- 90 - 1 1", 9_000, 9_000),
    ("100 - 80 1 1", 10_000, 8_000), ("100 - - 1 1", 10_000, 10_000),
    ("0 - - 12345.67 88.05", 108_703_624, 108_703_624),
    ("- - - - 1", nil, nil),
  ])
  func theAmountOfAStage(cells: String, subscribed: Int64?, signed: Int64?) {
    let (_, office) = deals(
      "room subscribed signed subscribedTotal signedTotal total price area",
      ["1-101 2026-11-02 2026-11-05 \(cells)"])
    #expect(office.deals[0].subscribedFen == subscribed ?? Missing.number)
    #expect(office.deals[0].signedFen == signed ?? Missing.number)
  }

  @Test func parkingIsToldByItsProductOrByTheUnitOfItsRoom() {
    var hand = HandOffice()
    hand.file(.deals, "room subscribed product", "1 2026-11-02 车位\n2 2026-11-02 -\n3 2026-11-02 住宅")
    hand.file(.units, "room product", "2 储藏间\n3 车位")
    #expect(hand.office().deals.map(\.isParking) == [true, true, false])
  }

  @Test func aBlankChannelIsThatOfTheBuyersFirstVisit() {
    var hand = HandOffice()
    hand.file(
      .visits, "date phone channel",
      "2026-11-01 1001 抖音\n2026-11-02 1001 分销\n2026-11-01 1002 -\n2026-11-02 1002 分销")
    hand.file(
      .deals, "room phone subscribed channel",
      "1 1001 2026-11-02 -\n2 1001 2026-11-02 围挡\n3 1002 2026-11-02 -\n4 1003 2026-11-02 -")
    let office = hand.office()
    #expect(office.deals.map { office.lexicon[$0.channel] } == ["抖音", "围挡", "", ""])
  }

  @Test func receiptsThatAreNoHouseMoneyAndOurOwnRowAmongRivalsAreNotCounted() {
    var hand = HandOffice()
    hand.office.settings.projectName = "小河湾"
    hand.file(
      .receipts, "date item amount status",
      """
      2026-03-01 定金 1 有效
      2026-03-01 退首付款 1 -
      2026-03-01 - 1 -
      2026-03-01 契税 1 -
      2026-03-01 退契税 1 -
      2026-03-01 首付 1 红冲
      """)
    hand.file(.competitors, "date project", "2026-03-01 小河湾\n2026-03-01 江枫里")
    let office = hand.office()
    #expect(
      office[.receipts].state == [.counts, .counts, .counts, .excluded, .excluded, .excluded])
    #expect(office[.competitors].state == [.excluded, .counts])
    #expect(office.sources.map(\.balance.excluded) == [3, 1])
  }
}
