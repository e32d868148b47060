import Records

/// The consultants: names, aliases, and the marks that exports add to the names of leavers.
struct StaffBook {
  /// Folded name or alias → name.
  private var names: [String: String] = [:]
  /// Whether a staff file told who there is.
  private(set) var isKnown = false

  /// Adds a person of the staff file.
  mutating func add(_ name: String, aliases: [String]) {
    guard !name.isEmpty else { return }
    isKnown = true
    names[name] = name
    for alias in aliases where names[alias] == nil { names[alias] = name }
  }

  /// The name of a person: an alias resolved, the mark of a leaver cut.
  func name(_ typed: String) -> String {
    if let name = names[typed] { return name }
    let plain = StaffBook.withoutLeaverMark(typed)
    return names[plain] ?? plain
  }

  /// Whether the staff file names the person, or lists this spelling.
  func knows(_ typed: String) -> Bool {
    names[typed] != nil || names[StaffBook.withoutLeaverMark(typed)] != nil
  }

  /// 张三(离职), 张三-离职, 张三已离职.
  private static func withoutLeaverMark(_ name: String) -> String {
    switch name.unicodeScalars.last {
    case ")", "职", "]", "】": break
    default: return name
    }
    for mark in ["(已离职)", "(离职)", "-已离职", "-离职", "已离职", "[离职]", "【离职】"] {
      if name.hasSuffix(mark), name.count > mark.count {
        return String(name.dropLast(mark.count)).trimmingBlanks
      }
    }
    return name
  }

  /// Words that stand for "nobody" in a column of consultants.
  static let nobody: Set<String> = ["无", "未分配", "公共", "公池", "公客", "案场公客"]
}

extension String {
  /// Without blanks at the ends.
  var trimmingBlanks: String {
    // Nearly all texts begin and end with a letter, a digit or a common character.
    if let first = utf8.first, let last = utf8.last, first > 0x20, first < 0xC2 || first >= 0xE4,
      last > 0x20, last < 0x80 || utf8.suffix(3).first.map({ $0 >= 0xE4 }) ?? false
    {
      return self
    }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
