/// Names and phones as they leave the office: the surname, the first three and last four digits.
enum Masking {
  /// Surnames of two characters.
  private static let doubles = [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯",
  ]

  /// A name or phone number, or several of them, masked; what is masked already stays as it is.
  static func masked(_ text: String) -> String {
    var result = ""
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "*" || character == "+" {
        word.append(character)
      } else {
        result += mask(word)
        word = ""
        result.append(character)
      }
    }
    return result + mask(word)
  }

  private static func mask(_ word: String) -> String {
    guard !word.isEmpty else { return "" }
    let digits = word.filter(\.isNumber).count
    if digits >= 7 {
      return String(word.prefix(3)) + "****" + String(word.suffix(4))
    }
    if digits > 0 { return String(repeating: "*", count: word.count) }
    let surname = doubles.first { word.hasPrefix($0) && word.count > 2 } ?? String(word.prefix(1))
    return surname + String(repeating: "*", count: max(0, word.count - surname.count))
  }
}
