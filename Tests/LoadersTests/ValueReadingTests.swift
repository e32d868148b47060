import Quantities
import Records
import Testing

@testable import Loaders

/// Single cells: what they are read as.
@Suite struct ValueReadingTests {
  private func read<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result {
    var text = text
    return text.withUTF8 { body(Bytes($0)) }
  }

  private func day(_ text: String, _ reader: DayReader = DayReader()) -> String {
    let reading = read(text) { reader.read($0) }
    guard reading.state == .value else { return "\(reading.state)" }
    let day = CalendarDay(number: Int32(reading.number)).description
    guard reading.minutes >= 0 else { return day }
    let minutes = Int(reading.minutes)
    return "\(day) \(Digits.padded(minutes / 60, 2)):\(Digits.padded(minutes % 60, 2))"
  }

  @Test(arguments: [
    ("2024-03-05", "2024-03-05"), ("2024-03-05 14:30:00", "2024-03-05 14:30"),
    ("2024-03-05T14:30:59", "2024-03-05 14:30"), ("2024/3/5", "2024-03-05"),
    ("2024/03/05 14:30", "2024-03-05 14:30"), ("2024.3.5", "2024-03-05"),
    ("20240305", "2024-03-05"), ("2024年3月5日", "2024-03-05"),
    ("2024年03月05日 9:05", "2024-03-05 09:05"),
    ("２０２４－０３－０５", "2024-03-05"), ("2024-3-5 14：30", "2024-03-05 14:30"),
    ("2020/10/9 下午 02:26:26", "2020-10-09 14:26"), ("2020/10/9 上午12:10", "2020-10-09 00:10"),
    ("2020/10/9 下午12:10", "2020-10-09 12:10"), ("2020/10/9 2:26 PM", "2020-10-09 14:26"),
    ("2024/3/5 周二", "2024-03-05"), ("2024-3-5(星期二)", "2024-03-05"),
    ("2024-3-5（星期二） 9:5", "2024-03-05 09:05"), ("Tue 2024-03-05", "2024-03-05"),
    ("2024-03-05 14点30分", "2024-03-05 14:30"), ("2024-03-05 下午3点半", "2024-03-05 15:30"),
    ("2024-03-05 14时", "2024-03-05 14:00"), ("45356", "2024-03-05"),
    ("45356.604167", "2024-03-05 14:30"), ("43039.3816203704", "2017-10-31 09:09"),
    ("24.3.5", "2024-03-05"), ("26/3/2", "2026-03-02"), ("26年3月2日", "2026-03-02"),
    ("2026-03-08 24:00", "2026-03-08 23:59"), (" '2024-03-05\t", "2024-03-05"),
    ("=\"2024-03-05\"", "2024-03-05"), ("2028-02-29", "2028-02-29"),
    ("2024-03-05T01:02:03Z", "2024-03-05 01:02"), ("2024-03-05 01:02:03+08:00", "2024-03-05 01:02"),
  ])
  func daysOfEveryForm(text: String, expected: String) {
    #expect(day(text) == expected)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-02", "2026-03-08 24:30", "2026-03-08 25:00", "2026-03-08 9:60",
    "2024-03-05 已签字", "7.1-7.3", "nan", "1e5", "12345678901", "19999", "80001", "2024-3",
    "3月", "二〇二四年三月五日", "２０２４/00/05", "+2024-03-05", "٢٠٢٤-٠٣-٠٥", "2024-03-05-06", "0024-03-05",
  ])
  func whatIsNoDay(text: String) {
    #expect(day(text) == "bad")
  }

  @Test(arguments: [
    "", " ", "\u{3000}", "-", "--", "—", "/", "未知", "暂无", "N/A", "#N/A", "NULL", "null", "(空)",
    "（空）",
    "0", "1900-01-00", "1900/1/0", "1899-12-30", "9999-12-31", "1900-01-00 00:00:00",
  ])
  func whatIsNoDayBecauseNothingIsWritten(text: String) {
    #expect(day(text) == "empty")
  }

  @Test func dayAndMonthNeedAnOrder() {
    #expect(day("03/02/2026") == "ambiguousOrder")
    #expect(day("03/02/2026", DayReader(order: .dayFirst)) == "2026-02-03")
    #expect(day("03/02/2026 19:58", DayReader(order: .monthFirst)) == "2026-03-02 19:58")
    #expect(day("11/12/26", DayReader(order: .dayFirst)) == "2026-12-11")
    #expect(day("3月5日") == "noYear")
    #expect(day("3月5日", DayReader(year: 2024)) == "2024-03-05")
    #expect(day("3.5", DayReader(year: 2024)) == "2024-03-05")
    #expect(day("2月30日", DayReader(year: 2024)) == "bad")
  }

  @Test(arguments: [
    ("2026-03", "2026-03-01"), ("2026年3月", "2026-03-01"), ("202603", "2026-03-01"),
    ("3月", "2026-03-01"), ("2026/3/5", "2026-03-05"),
  ])
  func monthsOfCostsAreTheirFirstDay(text: String, expected: String) {
    #expect(day(text, DayReader(year: 2026, takesMonths: true)) == expected)
  }

  @Test(arguments: [
    ("2026-W22", "2026-05-31"), ("2026W22", "2026-05-31"), ("2026年第22周", "2026-05-31"),
    ("第22周", "2026-05-31"), ("W22", "2026-05-31"), ("5.25-5.31", "2026-05-31"),
    ("2026-05-25~2026-05-31", "2026-05-31"), ("2026-05-27", "2026-05-31"), ("2026-W54", "bad"),
    ("", "empty"), ("上周", "bad"),
  ])
  func weeksAreTheirLastDay(text: String, expected: String) {
    let reader = WeekReader(days: DayReader(year: 2026), calendar: CalendarRules())
    let reading = read(text) { reader.read($0) }
    let found =
      reading.state == .value
      ? CalendarDay(number: Int32(reading.number)).description : "\(reading.state)"
    #expect(found == expected)
  }

  private func money(_ text: String, _ unit: String? = nil) -> String {
    let reader = MoneyReader(unit: unit.flatMap { MoneyUnit(header: $0) })
    let reading = read(text) { reader.read($0) }
    return reading.state == .value
      ? Digits.decimal(Int128(reading.number), decimals: 2) : "\(reading.state)"
  }

  @Test(arguments: [
    ("1280000", "1280000.00"), ("1,280,000", "1280000.00"), ("￥1,280,000.00", "1280000.00"),
    ("¥1,280,000.00", "1280000.00"), ("RMB 1,280,000", "1280000.00"), ("128万", "1280000.00"),
    ("128.5万元", "1285000.00"), ("1.2亿", "120000000.00"), ("120万元整", "1200000.00"),
    ("１２，０００", "12000.00"), ("(1,234.50)", "-1234.50"), ("（1,234.50）", "-1234.50"),
    ("-5.00", "-5.00"), ("1234-", "-1234.00"), ("1280000元", "1280000.00"), ("12千元", "12000.00"),
    ("8.42万/㎡", "84200.00"), ("18000元/㎡", "18000.00"), ("0.125", "0.13"), ("2.675", "2.68"),
    ("-2.675", "-2.68"), ("0.005", "0.01"), ("0.00", "0.00"), ("120w", "1200000.00"),
    ("1 280 000", "1280000.00"), ("128\n万", "1280000.00"), ("223.89130000000003", "223.89"),
  ])
  func amountsOfEveryForm(text: String, expected: String) {
    #expect(money(text) == expected)
  }

  @Test(arguments: [
    "nan", "inf", "0x10", "1.38E+10", "+5", "٣", "1,28,000", "12,34", "1.2.3", "--5", "$100",
    "面议", "(-5)", "5%", "1,280,00", ".", "12.",
  ])
  func whatIsNoAmount(text: String) {
    #expect(money(text) == "bad")
  }

  @Test(arguments: [
    "130-140万", "450万以下", "600万以上", "590万起", "8-10万左右", "约120万", "11-12万/㎡", "<90", "20万以内",
    "700～800万", "14000以下",
  ])
  func rangesAreBands(text: String) {
    #expect(money(text) == "band")
  }

  @Test func unitsComeFromCellThenHeader() {
    #expect(money("128.5", "万元") == "1285000.00")
    #expect(money("128.5", "单位：万元") == "1285000.00")
    #expect(money("1.2", "万元/㎡") == "12000.00")
    #expect(money("1280000元", "万元") == "1280000.00")
    #expect(money("128.1234567", "万元") == "1281234.57")
    let reading = read("128元") { MoneyReader(unit: MoneyUnit(header: "万元")).read($0) }
    #expect(reading.notes == .cellUnit)
    let rounded = read("0.00000055") { MoneyReader(unit: MoneyUnit(header: "万元")).read($0) }
    #expect(rounded == .value(1, .rounded))
    #expect(MoneyUnit(header: "认购/签约/退房") == nil)
  }

  @Test(arguments: [
    ("89.25", 8925), ("89.25平米", 8925), ("89.5㎡", 8950), ("89.5 m²", 8950), ("89.5M2", 8950),
    ("120平", 12000), ("１２０", 12000), ("1,043.00", 104_300), ("89.255", 8926), ("1.5万㎡", 1_500_000),
  ])
  func areasOfEveryForm(text: String, expected: Int64) {
    let reading = read(text) { AreaReader().read($0) }
    #expect(reading.state == .value)
    #expect(reading.number == expected)
  }

  @Test(arguments: [
    ("95-125㎡", Reading.State.band), ("50平米以下", .band), ("<90", .band), ("160万以上", .band),
    ("10000M2(9000M2)", .bad), ("大", .bad), ("", .empty),
  ])
  func areasThatAreNoNumber(text: String, state: Reading.State) {
    #expect(read(text) { AreaReader().read($0).state } == state)
  }

  @Test(arguments: [
    ("12", 12), ("12组", 12), ("3次", 3), ("第3次", 3), ("1,200", 1200), ("2.0", 2), ("-3", -3),
    ("１２", 12), ("5人", 5), ("18层", 18),
  ])
  func countsOfEveryForm(text: String, expected: Int64) {
    let reading = read(text) { CountReader(takesApproximate: false).read($0) }
    #expect(reading.state == .value)
    #expect(reading.number == expected)
  }

  @Test func approximateCountsAreForCompetitorsOnly() {
    for text in ["约30组", "30+", "30组左右", "约30"] {
      let reading = read(text) { CountReader(takesApproximate: true).read($0) }
      #expect(reading.state == .value && reading.number == 30 && reading.notes == .approximate)
      #expect(read(text) { CountReader(takesApproximate: false).read($0).state } == .band)
    }
    #expect(read("2.5组") { CountReader(takesApproximate: true).read($0).state } == .bad)
  }

  @Test(arguments: [
    ("是", 1), ("1", 1), ("Y", 1), ("yes", 1), ("TRUE", 1), ("有", 1), ("√", 1), ("有效", 1),
    ("否", 0), ("0", 0), ("n", 0), ("false", 0), ("无", 0), ("×", 0), ("无效", 0), ("Ｎ", 0),
  ])
  func yesAndNo(text: String, expected: Int64) {
    #expect(read(text) { YesNoReader().read($0) } == .value(expected))
  }

  @Test(arguments: [
    ("19900000001", ["19900000001"]), ("+86 199 0000 0001", ["19900000001"]),
    ("0086-199-0000-0001", ["19900000001"]), ("86-19900000001", ["19900000001"]),
    ("8619900000001", ["19900000001"]), ("19900000001.0", ["19900000001"]),
    ("１９９００００００１２", ["19900000012"]), ("199****0001", ["199****0001"]),
    ("199XXXX0001", ["199****0001"]), ("19900000001、19900000002", ["19900000001", "19900000002"]),
    ("19900000001/19900000002；19900000001", ["19900000001", "19900000002"]),
    ("19900000001 19900000002", ["19900000001", "19900000002"]),
    ("19900000001\n19900000002", ["19900000001", "19900000002"]),
    ("0571-8888 8888", ["057188888888"]), ("(010)12345678", ["01012345678"]),
    ("02100000001", ["02100000001"]), ("=\"19900000001\"", ["19900000001"]),
    ("未留电", []), ("无", []), ("1.38E+10", []), ("不知道号码", []),
  ])
  func telephonesOfEveryForm(text: String, expected: [String]) {
    let numbers = read(text) { PhoneReader.read($0) }
    #expect(numbers.numbers.map(\.digits) == expected)
    #expect(numbers.notes.contains(.lost) == (text == "1.38E+10"))
    #expect(numbers.isUnreadable == (text == "不知道号码"))
  }

  @Test func oneRepeatedDigitIsNoPlainMobile() {
    #expect(read("11111111111") { PhoneReader.plainMobile($0) } == nil)
    #expect(read("19900000001") { PhoneReader.plainMobile($0) } == 19_900_000_001)
  }

  @Test(arguments: [
    ("12栋2单元1801室", "12-2-1801"), ("12#2-1801", "12-2-1801"), ("12-2-1801", "12-2-1801"),
    ("12号楼1801", "12-1801"), ("１２幢 1801", "12-1801"), ("1栋1单元301", "1-1-301"),
    ("P-015", "P-015"), ("S1-01", "S1-01"),
  ])
  func roomsHaveOneSpelling(text: String, expected: String) {
    #expect(
      RoomSpelling.folded(text) == expected
        || RoomSpelling.folded(CellText.folded(text)) == expected)
  }

  @Test(arguments: [
    ("2026-11", "2026-11"), ("2026年11月", "2026-11"), ("202611", "2026-11"), ("11月", "2026-11"),
    ("2026-W47", "2026-W47"), ("2026年第47周", "2026-W47"), ("2026Q4", "2026-Q4"),
    ("2026年四季度", "2026-Q4"), ("第4季度", "2026-Q4"), ("2026年", "2026"), ("2026年度", "2026"),
    ("2026-11-22", "2026-11-22"), ("2026-11-16..2026-11-22", "2026-11-16..2026-11-22"),
  ])
  func periodsHaveOneForm(text: String, expected: String) {
    #expect(PeriodText.canonical(text, year: 2026, calendar: CalendarRules()) == expected)
  }

  @Test(arguments: ["2026-13", "2026-W54", "2026Q5", "下个月", "", "13月", "#", "#年#月", "Q#", "2026-#"])
  func whatIsNoPeriod(text: String) {
    #expect(PeriodText.canonical(text, year: 2026, calendar: CalendarRules()) == nil)
  }

  @Test func sharesAreExact() {
    #expect(PercentReader.read("12.5%") == PercentReader.read("0.125"))
    #expect(PercentReader.read("１２.５％") == Rational(1, over: 8))
    #expect(PercentReader.read("nan") == nil)
    #expect(PercentReader.read("-3") == Rational(-3))
  }

  @Test func foldingIsThatOfWidths() {
    #expect(CellText.folded(" Ａ\u{200B}１（㎡）～\u{3000}") == "A1(m2)~")
    #expect(CellText.folded("\u{FEFF}来访") == "来访")
    #expect(CellText.folded("①Ⅱ²…") == "1II2...")
    #expect(CellText.folded("é") == "é")
  }
}
