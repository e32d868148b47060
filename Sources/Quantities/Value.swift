/// One exact value of a figure or of a cell; formatted only by a writer.
package enum Value: Hashable, Sendable {
  /// A whole number of things.
  case count(Int)
  /// A number of things held in parts, for example half a unit of a shared deal.
  case portion(Rational)
  case money(Money)
  case area(Area)
  /// A quotient that keeps its two sides, unreduced.
  case ratio(Ratio)
  case day(CalendarDay)
  /// A time of day in minutes after midnight; may pass 1440.
  case clock(Int)
  case text(String)
  /// Words in both languages, such as "unfilled" or "others".
  case words(Words)
  /// Not known, not computable or not applicable, and why.
  case missing(Absence)

  /// The value as an exact number where it is one: fen for money, hundredths for area, days for a
  /// day; nil for texts and for what is missing.
  package var number: Rational? {
    switch self {
    case .count(let count): Rational(count)
    case .portion(let portion): portion
    case .money(let money): Rational(Int128(money.fen), over: 1)
    case .area(let area): Rational(Int128(area.hundredths), over: 1)
    case .ratio(let ratio): ratio.quotient
    case .day(let day): Rational(Int(day.number))
    case .clock(let minutes): Rational(minutes)
    case .text, .words, .missing: nil
    }
  }

  /// Whether the value is missing.
  package var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

/// A quotient with both sides kept as they were counted.
package struct Ratio: Hashable, Sendable {
  /// One side of a quotient.
  package enum Side: Hashable, Sendable {
    case count(Int)
    case portion(Rational)
    case money(Money)
    case area(Area)

    /// The side in its natural unit: things, yuan, square metres.
    package var number: Rational {
      switch self {
      case .count(let count): Rational(count)
      case .portion(let portion): portion
      case .money(let money): Rational(Int128(money.fen), over: 100) ?? .zero
      case .area(let area): Rational(Int128(area.hundredths), over: 100) ?? .zero
      }
    }
  }

  package let numerator: Side
  package let denominator: Side

  package init(_ numerator: Side, over denominator: Side) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package init(_ numerator: Int, over denominator: Int) {
    self.init(.count(numerator), over: .count(denominator))
  }

  /// The quotient in natural units (yuan per square metre, parts of one); nil over zero.
  package var quotient: Rational? { numerator.number / denominator.number }
}
