/// How personal data is shown: masked unless the user asked otherwise.
enum Privacy {
  /// 张三丰 → 张**; a single character stays as it is.
  static func name(_ name: String) -> String {
    guard let first = name.first else { return "" }
    return String(first) + String(repeating: "*", count: name.count - 1)
  }

  /// 19900001234 → 199****1234; shorter numbers keep their last two digits.
  static func phone(_ digits: String) -> String {
    guard digits.count >= 11 else {
      return String(repeating: "*", count: max(0, digits.count - 2)) + digits.suffix(2)
    }
    return digits.prefix(3) + String(repeating: "*", count: digits.count - 7) + digits.suffix(4)
  }
}
