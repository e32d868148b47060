import Loaders
import Quantities
import Records
import Testing

/// A file of many pieces, read on several threads, gives its rows in order, each with its line,
/// its words and its reasons.
@Suite struct LongFileLoadingTests {
  private static let districts = ["城东", "城西", "城南", "老城区", "高新区"]

  @Test func rowsStandInTheirOrderWhateverTheirThread() throws {
    var text = "来访日期,客户姓名,联系电话,来访类型,居住区域,备注\n"
    var lines: [Int32] = []
    var phones: [Int64] = []
    var districts: [String] = []
    var (excluded, rejected, totals, line) = (0, 0, 0, 2)
    for row in 0..<40_000 {
      let phone = 19_900_000_000 + Int64(row % 9_000)
      let district = LongFileLoadingTests.districts[row * 7 % 5] + String(row / 5_000)
      let isBad = row % 997 == 3
      let isSpecial = row % 501 == 7
      if row % 6_007 == 11 {
        text += "合计,,,,,\n"
        totals += 1
        line += 1
      }
      let day = isBad ? "2026-13-02" : "2026-03-0\(row / 8_000 + 1)"
      let note = row % 50 == 0 ? "\"第\(row)\n行\"" : "行\(row)"
      text += "\(day),张一,\(phone),\(isSpecial ? "特殊来访" : "首访"),\(district),\(note)\n"
      if isBad {
        rejected += 1
      } else {
        if isSpecial { excluded += 1 }
        lines.append(Int32(line))
        phones.append(phone)
        districts.append(district)
      }
      line += row % 50 == 0 ? 2 : 1
    }
    let result = OfficeFolder("来访.csv", bytes: Array(text.utf8)).load()
    let office = try #require(result.office)
    let visits = office.visits
    #expect(Array(visits.line) == lines)
    #expect(visits.phones(.phone).map(\.raw) == phones)
    #expect(visits.symbols(.district).map { office.lexicon[$0] } == districts)
    let balance = office.sources[0].balance
    #expect(balance.rows == 40_000 + totals)
    #expect(balance.skipped == totals)
    #expect(balance.rejected == rejected)
    #expect(balance.excluded == excluded)
    #expect(office.setAside.map(\.source.line) == office.setAside.map(\.source.line).sorted())
    #expect(result.rejects.count == rejected)
  }
}
