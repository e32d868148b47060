import Quantities
import Records

/// The dated events of a deal: subscription 认购, signing 签约, cancellation 退房.
enum Stage: String, Sendable {
  case subscribed, signed, cancelled

  /// The day of the event, `Missing.day` where it did not happen.
  func day(of deal: Deal) -> Int32 {
    switch self {
    case .subscribed: deal.subscribed
    case .signed: deal.signed
    case .cancelled: deal.cancelled
    }
  }

  /// Row of the deals table that tells the event, −1 where it did not happen.
  func row(of deal: Deal) -> Int32 {
    switch self {
    case .subscribed: deal.subscribedRow
    case .signed: deal.signedRow
    case .cancelled: deal.cancelledRow
    }
  }

  /// What the event adds to its amount, in fen, `Missing.number` where nothing is known: a
  /// cancellation takes back what the subscription brought.
  func fen(of deal: Deal) -> Int64 {
    self == .signed ? deal.signedFen : deal.subscribedFen
  }
}
