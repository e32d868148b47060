import Quantities
import Records

@testable import Loaders

/// Any bytes as a cell of any column: read or refused, and what was read reads the same again.
enum ValueChecks {
  private static let calendar = CalendarRules()
  private static let units: [MoneyUnit?] = [nil, .yuan, MoneyUnit(yuan: 10_000)]
  private static let orders: [DayOrder?] = [nil, .dayFirst, .monthFirst, .yearFirst]

  /// The first byte chooses units and orders.
  static func values(_ input: UnsafeRawBufferPointer) {
    guard let first = input.first else { return }
    let cell = Bytes(rebasing: input[1...])
    money(cell, units[Int(first) % 3])
    days(cell, orders[Int(first) % 4], first & 16 == 0 ? nil : 2026, first & 32 != 0)
    counts(cell)
    texts(cell)
  }

  private static func money(_ cell: Bytes, _ unit: MoneyUnit?) {
    let reading = MoneyReader(unit: unit).read(cell)
    let area = AreaReader().read(cell)
    for (reading, again) in [
      (reading, MoneyReader(unit: .yuan).read), (area, AreaReader().read),
    ] where reading.state == .value {
      let plain = hundredths(reading.number)
      let second = plain.withBytes(again)
      if second.state != .value || second.number != reading.number {
        wrong("\(reading) printed as \(plain) is read as \(second)")
      }
    }
    unchanged("money", cell, reading, MoneyReader(unit: unit).read)
    unchanged("area", cell, area, AreaReader().read)
  }

  private static func days(_ cell: Bytes, _ order: DayOrder?, _ year: Int?, _ takesMonths: Bool) {
    let reader = DayReader(order: order, year: year, takesMonths: takesMonths)
    let reading = reader.read(cell)
    if reading.state == .value {
      let day = CalendarDay(number: Int32(reading.number))
      let second = day.description.withBytes(DayReader().read)
      if second.state != .value || second.number != reading.number {
        wrong("\(day) is read as \(second)")
      }
      if reading.minutes < -1 || reading.minutes >= 1440 { wrong("\(reading.minutes) minutes") }
    }
    unchanged("day", cell, reading, reader.read)
    let week = WeekReader(days: reader, calendar: calendar).read(cell)
    if week.state == .value { _ = CalendarDay(number: Int32(week.number)).description }
    _ = DayGrammar.orderEvidence(Array(cell))
    let text = String(decoding: cell, as: UTF8.self)
    if let period = PeriodText.canonical(text, year: year, calendar: calendar),
      PeriodExpression.parse(period, calendar: calendar) == nil
    {
      wrong("period \(period) of \(text)")
    }
    _ = PeriodText.lacksYear(text, calendar: calendar)
  }

  private static func counts(_ cell: Bytes) {
    let reader = CountReader(takesApproximate: true)
    unchanged("count", cell, reader.read(cell), reader.read)
    unchanged("yes", cell, YesNoReader().read(cell), YesNoReader().read)
    _ = PercentReader.read(String(decoding: cell, as: UTF8.self))
    for number in PhoneReader.read(cell).numbers
    where number.digits.isEmpty
      || !number.digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2A })
    {
      wrong("telephone \(number.digits)")
    }
    if let mobile = PhoneReader.plainMobile(cell),
      PhoneReader.read(cell).numbers.map(\.digits) != [String(mobile)]
    {
      wrong("telephone \(mobile) by two ways")
    }
  }

  private static func texts(_ cell: Bytes) {
    let trimmed = CellText.trimmed(cell)
    if CellText.trimmed(trimmed).count != trimmed.count { wrong("trimmed twice") }
    let folded = CellText.folded(cell)
    let twice = folded.withUnsafeBytes { CellText.folded($0) }
    if String(validating: Array(cell), as: UTF8.self) != nil {
      if String(validating: folded, as: UTF8.self) == nil { wrong("folded text is no UTF-8") }
      if twice != folded { wrong("folded twice: \(folded) \(twice)") }
    }
    for column in [EmptyMark.Column.general] { _ = EmptyMark.isEmpty(cell, column) }
    _ = EmptyMark.isSpreadsheetError(cell)
    _ = MoneyUnit(header: String(decoding: cell, as: UTF8.self))
    let room = RoomSpelling.folded(cell)
    if RoomSpelling.folded(room) != room { wrong("room \(room) \(RoomSpelling.folded(room))") }
  }

  /// Blanks around a cell change nothing.
  private static func unchanged(
    _ what: String, _ cell: Bytes, _ reading: Reading, _ read: (Bytes) -> Reading
  ) {
    let padded = [0x20] + Array(cell) + [0x09, 0xE3, 0x80, 0x80]
    let second = padded.withUnsafeBytes { read($0) }
    if String(validating: Array(cell), as: UTF8.self) != nil, second != reading {
      wrong("\(what) with blanks: \(reading) \(second)")
    }
  }

  private static func hundredths(_ number: Int64) -> String {
    let sign = number < 0 ? "-" : ""
    let size = number.magnitude
    return "\(sign)\(size / 100).\(size % 100 < 10 ? "0" : "")\(size % 100)"
  }
}

extension String {
  fileprivate func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { body(Bytes($0)) }
  }
}
