/// How the bytes of a file were understood.
package struct CSVFormat: Hashable, Sendable {
  package var encoding: TextEncoding
  /// The file begins with a byte order mark.
  package var hasMark: Bool
  /// The file fits UTF-8 only with Latin letters beyond ASCII: it may be something else.
  package var isAmbiguous: Bool
  /// The separator named by a first line such as `sep=;`, which is then no record.
  package var namedSeparator: UInt8?
  /// NUL bytes that were removed.
  package var removedNULs: Int

  /// The separators that are tried, in this order: comma, tab, semicolon, vertical bar.
  package static let separators: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
}
