package import Quantities

/// The exact form of a value in files that other programs read.
///
/// Whole numbers as digits; yuan and ㎡ with two decimals; quotients and parts with both sides;
/// days as ISO 8601; times as HH:MM (may pass 24:00).
package enum ExactValue: Hashable, Sendable {
  case value(String)
  case quotient(numerator: String, denominator: String)
  case missing(Absence)

  package init(_ value: Value, in language: Language) {
    switch value {
    case .count(let count): self = .value(String(count))
    case .portion(let portion) where portion.isWhole: self = .value(String(portion.numerator))
    case .portion(let portion):
      self = .quotient(
        numerator: String(portion.numerator), denominator: String(portion.denominator))
    case .money(let money): self = .value(Digits.decimal(Int128(money.fen), decimals: 2))
    case .area(let area): self = .value(Digits.decimal(Int128(area.hundredths), decimals: 2))
    case .ratio(let ratio):
      self = .quotient(
        numerator: ExactValue.side(ratio.numerator),
        denominator: ExactValue.side(ratio.denominator))
    case .day(let day): self = .value(day.description)
    case .clock(let minutes):
      self = .value(Digits.padded(minutes / 60, 2) + ":" + Digits.padded(minutes % 60, 2))
    case .text(let text): self = .value(text)
    case .words(let words): self = .value(words[language])
    case .missing(let absence): self = .missing(absence)
    }
  }

  /// One text for the value, quotients as "7/94"; nil where the value is missing.
  package var text: String? {
    switch self {
    case .value(let text): text
    case .quotient(let numerator, let denominator): numerator + "/" + denominator
    case .missing: nil
    }
  }

  private static func side(_ side: Ratio.Side) -> String {
    switch side {
    case .count(let count): String(count)
    case .portion(let portion) where portion.isWhole: String(portion.numerator)
    case .portion(let portion): "\(portion.numerator)/\(portion.denominator)"
    case .money(let money): Digits.decimal(Int128(money.fen), decimals: 2)
    case .area(let area): Digits.decimal(Int128(area.hundredths), decimals: 2)
    }
  }
}

extension Value {
  /// Why nothing but a dash is shown; nil where something is.
  var absence: Absence? {
    switch self {
    case .missing(let absence): absence
    case .ratio(let ratio) where ratio.quotient == nil: .zeroDenominator
    default: nil
    }
  }
}
