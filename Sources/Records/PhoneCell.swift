/// The telephone numbers of one cell.
///
/// Nearly every cell holds one full number of 11 digits: it is kept in the 8 bytes themselves.
/// Everything else (several numbers, landlines, masked numbers) is an index into
/// `SalesOffice.phoneBook`.
package struct PhoneCell: Hashable, Sendable {
  package var raw: Int64

  package static var none: PhoneCell { PhoneCell(raw: 0) }

  package init(raw: Int64) { self.raw = raw }

  /// An 11-digit number that begins with 1.
  package init(mobile: Int64) { raw = mobile }

  /// An entry of the phone book.
  package init(entry: Int) { raw = -1 - Int64(entry) }

  package static func == (left: PhoneCell, right: PhoneCell) -> Bool { left.raw == right.raw }

  /// The plain mobile number, when the cell is just that.
  package var mobile: Int64? { raw > 0 ? raw : nil }

  /// The index in the phone book, when the cell needs one.
  package var entry: Int? { raw < 0 ? Int(-1 - raw) : nil }
}

/// One telephone number as read from a cell.
package struct PhoneNumber: Hashable, Sendable {
  /// Digits, leading zeros kept, `*` where the export masked a digit.
  package let digits: String

  package init(_ digits: String) { self.digits = digits }

  /// Whether digits are hidden.
  package var isMasked: Bool { digits.contains("*") }

  /// Whether it may join records: 11 digits starting with 1, or a landline of 7–12 digits, and
  /// not all digits equal.
  package var isKey: Bool {
    guard !isMasked, (7...12).contains(digits.count) else { return false }
    return !digits.allSatisfy { $0 == digits.first }
  }
}
