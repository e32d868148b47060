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

    /// Of how many equal parts of one the side is made; 1 for whole things, money and areas.
    fileprivate var parts: Int128 {
      if case .portion(let portion) = self { portion.denominator } else { 1 }
    }

    /// The side `factor` times, where that makes it whole; nil where it passes 64 bits.
    fileprivate func times(_ factor: Int128) -> Side? {
      func product(_ number: Int128) -> Int64? {
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : Int64(exactly: product)
      }
      switch self {
      case .count(let count): return product(Int128(count)).map { .count(Int($0)) }
      case .portion(let portion):
        let (product, overflow) = portion.numerator.multipliedReportingOverflow(
          by: factor / portion.denominator)
        return overflow ? nil : .portion(Rational(product, over: 1) ?? .zero)
      case .money(let money): return product(Int128(money.fen)).map { .money(Money(fen: $0)) }
      case .area(let area):
        return product(Int128(area.hundredths)).map { .area(Area(hundredths: $0)) }
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

  /// The same quotient with whole sides: both times what fractions inside them are parts of, so
  /// that a program reads two plain numbers. Itself where that passes 64 bits.
  package var cleared: Ratio {
    let (top, bottom) = (numerator.parts, denominator.parts)
    let factor = Rational.lowestMultiple(top, bottom)
    guard factor > 1, let numerator = numerator.times(factor),
      let denominator = denominator.times(factor)
    else { return self }
    return Ratio(numerator, over: denominator)
  }
}
