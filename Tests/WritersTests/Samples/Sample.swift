import Documents
import Quantities

/// Invented documents of the shape that templates give, for the tests of the writers alone.
enum Sample {
  /// Every document of the samples with the name of its file.
  static let all: [(name: String, document: Document)] = [
    ("weekly", weekly), ("launch", launch), ("competitors", competitors), ("charts", charts),
    ("empty", empty), ("english", english), ("wide", wide),
  ]

  static func day(_ month: Int, _ day: Int, _ year: Int = 2026) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  static let week = Period(.week, from: day(11, 16), to: day(11, 22))

  // MARK: Short forms

  static func count(_ count: Int, _ unit: Unit = .parties, of: String? = nil) -> Shown {
    Shown(.count(count), unit: unit, of: of)
  }

  static func difference(_ count: Int, _ unit: Unit = .parties, of: String? = nil) -> Shown {
    Shown(.count(count), unit: unit, of: of, isSigned: true)
  }

  /// Money in fen.
  static func money(_ fen: Int64, of: String? = nil, signed: Bool = false) -> Shown {
    Shown(.money(Money(fen: fen)), unit: .money, of: of, isSigned: signed)
  }

  /// Whole 万元 and hundredths of it.
  static func wan(_ hundredths: Int64, of: String? = nil) -> Shown {
    money(hundredths * 10_000, of: of)
  }

  static func share(_ part: Int, _ whole: Int, of: String? = nil) -> Shown {
    Shown(.ratio(Ratio(part, over: whole)), unit: .share, of: of)
  }

  static func rate(_ part: Int, _ whole: Int, of: String? = nil, signed: Bool = false) -> Shown {
    Shown(.ratio(Ratio(part, over: whole)), unit: .rate, of: of, isSigned: signed)
  }

  static func text(_ text: String) -> Shown { Shown(.text(text), unit: .text) }

  static func missing(_ absence: Absence, _ unit: Unit = .none, of: String? = nil) -> Shown {
    Shown(.missing(absence), unit: unit, of: of)
  }

  static func number(_ key: String, _ label: String, _ unit: String = "") -> Table.Column {
    Table.Column(key: key, label: label, unit: unit, kind: .number)
  }

  static func words(_ key: String, _ label: String) -> Table.Column {
    Table.Column(key: key, label: label, kind: .text)
  }

  static let sources = [
    Source(
      name: "来访11月.csv", kind: "来访", rows: 418, counted: 131, outside: 279, duplicates: 3,
      excluded: 2, skipped: 2, rejected: 1,
      sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    Source(
      name: "成交台账.csv", kind: "成交", rows: 154, counted: 7, outside: 145, duplicates: 0,
      excluded: 1, skipped: 1, rejected: 0,
      sha256: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"),
  ]
}
