/// How the cells of a column are read and stored.
package enum FieldType: Sendable {
  /// A calendar day, with or without a time; stored as day numbers. The time of the key date of
  /// visits goes to `RecordTable.minutes`.
  case day
  /// A survey week, stored as its last day.
  case week
  /// Money in fen.
  case money
  /// Money per square metre in fen.
  case price
  /// Area in hundredths of ㎡.
  case area
  /// A whole number of things.
  case count
  /// What the row's 指标 measures: fen where it is an amount, else a whole number of things.
  case quantity
  /// 1 yes, 0 no.
  case yesNo
  /// One word of a closed or open vocabulary, folded and interned.
  case word
  /// Several words in one cell, each folded and interned.
  case words
  /// One or several consultants, aliases folded, interned.
  case staff
  /// A room, spelling folded, interned.
  case room
  /// A customer id, interned.
  case identifier
  /// Telephone numbers, several a cell possible.
  case phones
  /// Names of customers, several a cell possible; kept as typed.
  case names
  /// Free text, kept as typed.
  case text
}
