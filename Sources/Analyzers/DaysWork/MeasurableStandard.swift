/// Whether a task's standard can be checked: it names a quantity, or something that is either so or not.
///
/// A quantity is a digit, or a Chinese number before a counting word (一份, 三家). A criterion that
/// is so or not has one of the words below: all, each, none, complete, signed, in place …
/// An office adds words of its own in its settings (可衡量词). "媒体、预算、预期来访" has neither: it names topics, and nobody can say when it is met.
enum MeasurableStandard {
  private static let numbers: Set<Character> = [
    "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "半",
  ]
  private static let counters: Set<Character> = [
    "份", "页", "个", "套", "组", "家", "处", "次", "天", "人", "条", "张", "批", "户", "轮", "遍", "场", "通", "封",
    "项", "台", "本", "周", "日", "月", "年", "小", "分", "名", "位", "件", "点", "层", "栋", "间", "版", "成", "倍",
  ]
  private static let criteria = [
    "全", "齐", "逐", "每", "各", "均", "都", "无", "零", "不", "没有", "一致", "完成", "到位", "签", "确认", "通过", "合格",
    "归档", "入库", "提交", "上交", "交到", "发出", "上线", "给出", "写明", "列出", "列明", "达到", "以上", "以内", "以下",
  ]
  private static let englishCriteria: Set<String> = [
    "all", "every", "each", "no", "none", "complete", "completed", "done", "signed", "confirmed",
    "passed", "filed", "delivered", "submitted",
  ]

  /// - Parameter words: the office's own words for what is either so or not.
  static func isMet(by standard: String, words: [String] = []) -> Bool {
    if standard.unicodeScalars.contains(where: { $0.properties.numericType == .decimal }) {
      return true
    }
    var before: Character?
    for character in standard {
      if let number = before, numbers.contains(number), counters.contains(character) { return true }
      before = character
    }
    if (criteria + words).contains(where: { standard.contains($0) }) { return true }
    return standard.lowercased().split { !$0.isLetter }
      .contains { englishCriteria.contains(String($0)) }
  }
}
