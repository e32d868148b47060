import Facts
import Quantities
import Records

/// What a target measures; its actual is the figure of the same name.
enum TargetMeasure: String, CaseIterable, Sendable {
  case calls, visits
  case dealsUnits = "deals-units"
  case dealsAmount = "deals-amount"
  case signedUnits = "signed-units"
  case signedAmount = "signed-amount"
  case receiptsAmount = "receipts-amount"

  /// The word of the 指标 column, and the English name.
  var words: Words {
    switch self {
    case .calls: Words("来电", "Calls")
    case .visits: Words("来访", "Visits")
    case .dealsUnits: Words("认购套数", "Subscribed units")
    case .dealsAmount: Words("认购金额", "Subscribed amount")
    case .signedUnits: Words("签约套数", "Signed units")
    case .signedAmount: Words("签约金额", "Signed amount")
    case .receiptsAmount: Words("回款金额", "Receipts")
    }
  }

  var isMoney: Bool {
    switch self {
    case .dealsAmount, .signedAmount, .receiptsAmount: true
    case .calls, .visits, .dealsUnits, .signedUnits: false
    }
  }

  var unit: Unit {
    switch self {
    case .calls: .calls
    case .visits: .parties
    case .dealsUnits, .signedUnits: .units
    case .dealsAmount, .signedAmount, .receiptsAmount: .money
    }
  }

  /// The kind of file that tells the actual.
  var kind: RecordKind {
    switch self {
    case .calls: .calls
    case .visits: .visits
    case .receiptsAmount: .receipts
    case .dealsUnits, .dealsAmount, .signedUnits, .signedAmount: .deals
    }
  }

  /// A number of things or fen as a value.
  func value(_ number: Int64) -> Value {
    isMoney ? .money(Money(fen: number)) : .count(Int(number))
  }

  /// A number of things or fen as a side of a quotient.
  func side(_ number: Int64) -> Ratio.Side {
    isMoney ? .money(Money(fen: number)) : .count(Int(number))
  }

  /// The measure's figure in a window, in things or fen, with its rows.
  func actual(_ analysis: Analysis, in window: Window) -> (number: Int64, lineage: Lineage) {
    switch self {
    case .calls:
      let calls = analysis.calls(in: window)
      return (Int64(calls.count), calls.lineage)
    case .visits:
      let parties = analysis.parties(in: window)
      return (Int64(parties.count), parties.lineage)
    case .dealsUnits, .dealsAmount:
      let deals = analysis.deals(.subscribed, in: window)
      return (isMoney ? deals.amount(.subscribed).fen : Int64(deals.count), deals.lineage)
    case .signedUnits, .signedAmount:
      let deals = analysis.deals(.signed, in: window)
      return (isMoney ? deals.amount(.signed).fen : Int64(deals.count), deals.lineage)
    case .receiptsAmount:
      let receipts = analysis.receipts(in: window)
      return (receipts.received(analysis.receiptAmounts).fen, receipts.lineage)
    }
  }

  /// A person's part of the measure, exact; fen for money.
  func credited(_ sums: StaffTally.Sums) -> Rational {
    switch self {
    case .calls: sums.calls.number
    case .visits: sums.visits.number
    case .dealsUnits: sums.units.number
    case .dealsAmount: Rational(Int128(sums.amount.fen), over: 1) ?? .zero
    case .signedUnits: sums.signedUnits.number
    case .signedAmount: Rational(Int128(sums.signedAmount.fen), over: 1) ?? .zero
    case .receiptsAmount: Rational(Int128(sums.receipts.fen), over: 1) ?? .zero
    }
  }

  /// An exact number of things or fen as a value.
  func value(_ number: Rational) -> Value {
    isMoney ? .money(Money(fen: Int64(number.numerator / number.denominator))) : .exact(number)
  }

  /// The same as a side of a quotient.
  func side(_ number: Rational) -> Ratio.Side {
    isMoney ? .money(Money(fen: Int64(number.numerator / number.denominator))) : .exact(number)
  }
}
