/// Hides names and telephone numbers of people in what we print about the input.
package enum PersonalMask {
  /// Surnames of two characters.
  package static let compoundSurnames = [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯",
  ]

  /// A name or phone number, or several of them, masked; what is masked already stays as it is.
  package static func whole(_ text: String) -> String {
    var result = ""
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "*" || character == "+" {
        word.append(character)
      } else {
        result += maskedWord(word)
        word = ""
        result.append(character)
      }
    }
    return result + maskedWord(word)
  }

  private static func maskedWord(_ word: String) -> String {
    guard !word.isEmpty else { return "" }
    // 一, 三 and 万 are numbers to Unicode and parts of names here.
    let digits = word.filter { ("0"..."9").contains($0) || ("０"..."９").contains($0) }.count
    if digits >= 7 {
      return String(word.prefix(3)) + "****" + String(word.suffix(4))
    }
    if digits > 0 { return String(repeating: "*", count: word.count) }
    let surname =
      compoundSurnames.first { word.hasPrefix($0) && word.count > 2 } ?? String(word.prefix(1))
    return surname + String(repeating: "*", count: max(0, word.count - surname.count))
  }

  /// 张三 becomes 张**; several names of a cell each for itself.
  package static func name(_ text: String) -> String {
    var result = ""
    var isFirst = true
    for character in text {
      if "、，,;；/| \t\n".contains(character) {
        result.append(character)
        isFirst = true
      } else if isFirst {
        result += String(character) + "**"
        isFirst = false
      }
    }
    return result
  }

  /// 13800006021 becomes 138****6021; digits of any long number in the text are hidden.
  package static func phone(_ text: String) -> String { hideRuns(text, from: 5) { _ in true } }

  /// Hides what looks like a mobile number (eleven digits that begin with 1) in any text.
  package static func text(_ text: String) -> String {
    hideRuns(text, from: 11) { $0.count == 11 && $0.first == "1" }
  }

  private static func hideRuns(
    _ text: String, from least: Int, where isHidden: (String) -> Bool
  ) -> String {
    var result = ""
    var run = ""
    func close() {
      if run.count >= least, isHidden(run) {
        let (head, tail) = run.count >= 11 ? (3, 4) : (run.count / 3, run.count / 3)
        result += run.prefix(head) + String(repeating: "*", count: run.count - head - tail)
        result += run.suffix(tail)
      } else {
        result += run
      }
      run = ""
    }
    for character in text {
      if ("0"..."9").contains(character) {
        run.append(character)
      } else {
        close()
        result.append(character)
      }
    }
    close()
    return result
  }
}
