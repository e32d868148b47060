package import Quantities

/// One home (or parking space) sold to one customer, with its dated stages.
///
/// Built from a wide row, from the rows of a ledger, or from both a row and its later version.
package struct Deal: Sendable {
  /// Rows of the deals table that tell this deal: indices into `SalesOffice.dealRows`.
  package var rows: Range<Int32>
  /// Rows of the deals table that tell the stages; −1 where a stage did not happen.
  package var subscribedRow: Int32
  package var signedRow: Int32
  package var cancelledRow: Int32
  package var room: Symbol
  package var customer: Int32
  /// Days of the stages, `Missing.day` where there is none.
  package var subscribed: Int32
  package var signed: Int32
  package var cancelled: Int32
  package var due: Int32
  /// What the deal adds to `deals.amount` (and `net`, `cancelled`), in fen, or `Missing.number`.
  package var subscribedFen: Int64
  /// What it adds to `signed.amount`, in fen, or `Missing.number`.
  package var signedFen: Int64
  /// Hundredths of ㎡, or `Missing.number`.
  package var hundredths: Int64
  package var product: Symbol
  package var layout: Symbol
  package var payment: Symbol
  /// The deal's own channel, else that of the buyer's first visit.
  package var channel: Symbol
  package var cancelKind: Symbol
  package var status: Symbol
  package var staff: WordList
  package var referrer: WordList
  /// Car space, garage or storage room: enters only parking figures and receipts.
  package var isParking: Bool
  /// Only a signing date was given: counts as subscribed on that day.
  package var isDirect: Bool
  /// The day on which the room was given back for another one (换房), `Missing.day` where it was
  /// not: the deal counts on, but the room is free.
  package var givenBack: Int32
  /// Signed by as-of according to the deal's own dates, whether or not cancelled later.
  package var isSigned: Bool { signed != Missing.day }

  package init(
    rows: Range<Int32>, subscribedRow: Int32 = -1, signedRow: Int32 = -1,
    cancelledRow: Int32 = -1, room: Symbol, customer: Int32, subscribed: Int32 = Missing.day,
    signed: Int32 = Missing.day, cancelled: Int32 = Missing.day, due: Int32 = Missing.day,
    subscribedFen: Int64 = Missing.number, signedFen: Int64 = Missing.number,
    hundredths: Int64 = Missing.number, product: Symbol = .none, layout: Symbol = .none,
    payment: Symbol = .none, channel: Symbol = .none, cancelKind: Symbol = .none,
    status: Symbol = .none, staff: WordList = .none, referrer: WordList = .none,
    isParking: Bool = false, isDirect: Bool = false,
    givenBack: Int32 = Missing.day
  ) {
    self.rows = rows
    self.subscribedRow = subscribedRow
    self.signedRow = signedRow
    self.cancelledRow = cancelledRow
    self.room = room
    self.customer = customer
    self.subscribed = subscribed
    self.signed = signed
    self.cancelled = cancelled
    self.due = due
    self.subscribedFen = subscribedFen
    self.signedFen = signedFen
    self.hundredths = hundredths
    self.product = product
    self.layout = layout
    self.payment = payment
    self.channel = channel
    self.cancelKind = cancelKind
    self.status = status
    self.staff = staff
    self.referrer = referrer
    self.isParking = isParking
    self.isDirect = isDirect
    self.givenBack = givenBack
  }

  /// Whether the deal stands on a day: subscribed by then and not cancelled by then.
  package func isActive(on day: CalendarDay) -> Bool {
    subscribed != Missing.day && subscribed <= day.number
      && (cancelled == Missing.day || cancelled > day.number)
  }

  /// Whether the deal holds its room on a day: it stands, and the room was not given back for
  /// another one.
  package func holdsRoom(on day: CalendarDay) -> Bool {
    isActive(on: day) && (givenBack == Missing.day || givenBack > day.number)
  }
}

/// Something about a deal that the audit lists: a swap of rooms, stages in the wrong order …
package struct DealRemark: Hashable, Sendable {
  /// Stable code, such as `room-swap`, `renamed`, `void`, `signed-before-subscribed`.
  package let code: String
  package let source: SourceRow
  /// What the row says and what was expected.
  package let found: String
  package let expected: Words

  package init(code: String, source: SourceRow, found: String, expected: Words) {
    self.code = code
    self.source = source
    self.found = found
    self.expected = expected
  }
}
