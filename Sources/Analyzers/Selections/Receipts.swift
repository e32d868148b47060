import Quantities
import Records

/// The receipts of an office, refunds negative whatever sign they were written with.
struct Receipts: Sendable {
  private let fen: [Int64]
  private let items: WordColumn<Symbol>
  private let statuses: WordColumn<Symbol>
  /// Whether a word of the lexicon says refund (退).
  private let isRefund: Set<Symbol>

  init(_ office: SalesOffice) {
    let table = office[.receipts]
    fen = table.numbers(.amount)
    items = table.symbols(.item)
    statuses = table.symbols(.status)
    isRefund = Set([items, statuses].joined().filter { office.lexicon[$0].contains("退") })
  }

  /// The amount of a row of the receipts table; zero where none is written.
  func amount(_ row: Int) -> Money {
    guard row < fen.count, fen[row] != Missing.number else { return .zero }
    let isRefund = says(items, row) || says(statuses, row)
    return Money(fen: isRefund && fen[row] > 0 ? -fen[row] : fen[row])
  }

  private func says(_ words: WordColumn<Symbol>, _ row: Int) -> Bool {
    row < words.count && isRefund.contains(words[row])
  }
}
