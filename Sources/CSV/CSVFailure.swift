/// Why a file cannot be read as records.
package enum CSVFailure: Error, Hashable, Sendable {
  case notFound
  case isDirectory
  /// The system's reason, as it says it.
  case unreadable(String)
  /// The file was written to between its opening and its end.
  case changedWhileRead
  /// Not a single byte.
  case empty
  /// UTF-16 without a byte order mark.
  case utf16WithoutMark
  /// An encoding that is not read, as the user named it.
  case unknownEncoding(String)
  /// A quote that is never closed; the line on which it opens.
  case unclosedQuote(line: Int)
  /// One record longer than the limit; the line on which it begins.
  case recordTooLong(line: Int)
}
