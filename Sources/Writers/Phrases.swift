import Quantities

/// The writers' own words; all others come with the document.
struct Phrases {
  let language: Language

  var languageTag: String { language == .chinese ? "zh-CN" : "en" }

  var skip: String { Words("跳到正文", "Skip to the report")[language] }
  var contents: String { Words("目录", "Contents")[language] }
  var handleFirst: String { Words("需先处理", "To be settled first")[language] }
  var draft: String { Words("草稿", "Draft")[language] }
  var draftReason: String {
    Words("处理前本报告为草稿。", "Until then this report is a draft.")[language]
  }
  var unfinished: String { Words("未满", "not over yet")[language] }
  var managerCopy: String { Words("经理专用", "manager's copy")[language] }
  var noData: String { Words("没有数据", "No data")[language] }
  var numbers: String { Words("数据表", "The numbers")[language] }
  var toFill: String { Words("待填写", "To be filled in")[language] }
  var done: String { Words("已完成", "done")[language] }
  var notDone: String { Words("未完成", "not done")[language] }
  var elapsed: String { Words("时间", "time")[language] }
  var cases: String { "n = " }
  var preparedBy: String { Words("制表", "Prepared by")[language] }
  var checkedBy: String { Words("审核", "Checked by")[language] }

  // Direction of a change, said in a word so that colour is never alone.
  var rose: String { Words("，升", ", up")[language] }
  var fell: String { Words("，降", ", down")[language] }
  var unchanged: String { Words("，持平", ", unchanged")[language] }

  // Proofs.
  var proofs: String { Words("附：主要指标复算", "Appendix: proof of the headline figures")[language] }
  var noRows: String { Words("没有行", "no rows")[language] }
  func rows(_ count: Int, listed: Int) -> String {
    if listed >= count { return Words("共 \(count) 行", "\(count) rows")[language] }
    return Words("共 \(count) 行，列出前 \(listed) 行", "\(count) rows, the first \(listed) listed")[
      language]
  }

  // Balance of the files.
  var balance: String { Words("数据平衡", "Balance of the files")[language] }
  func files(_ count: Int) -> String { Words("合计 \(count) 份", "\(count) files")[language] }
  var balanceRule: String {
    Words(
      "读入 = 计入 + 期外 + 重复 + 不计 + 跳过 + 拒收",
      "rows = counted + outside + duplicates + excluded + skipped + rejected")[language]
  }
  var balanceColumns: [String] {
    (language == .chinese
      ? ["文件", "读入", "计入", "期外", "重复", "不计", "跳过", "拒收", "校验和"]
      : [
        "file", "rows", "counted", "outside", "duplicates", "excluded", "skipped", "rejected",
        "checksum",
      ])
  }

  // Head.
  func asOf(_ day: String) -> String { Words("截至 " + day, "as of " + day)[language] }
  func projectWeek(_ week: Int) -> String { Words("第 \(week) 周", "week \(week)")[language] }
  func isoWeek(_ week: Int, _ year: Int) -> String {
    Words("\(year) 年 ISO 第 \(week) 周", "ISO week \(week) of \(year)")[language]
  }
  var rulesMark: String { Words("口径：", "Counted: ")[language] }

  // Charts.
  func reaches80(_ place: Int, unit: String) -> String {
    Words("第 \(place) \(unit.isEmpty ? "项" : unit)达到 80%", "no. \(place) reaches 80%")[language]
  }
  func top20(_ count: Int, unit: String, share: String?) -> String {
    let head = Words(
      "前 20%（\(count) \(unit.isEmpty ? "项" : unit)）", "the first 20% (\(count))")[language]
    return share.map { head + Words("占 \($0)", " have \($0)")[language] } ?? head
  }
  func sorted(_ drawn: Int, of count: Int, unit: String) -> String {
    let unit = unit.isEmpty ? "项" : unit
    if drawn < count {
      return Words("只画前 \(drawn) \(unit)，共 \(count) \(unit)", "the first \(drawn) of \(count)")[
        language]
    }
    return Words("\(count) \(unit)，从大到小", "\(count), largest first")[language]
  }
  func axisFrom(_ text: String) -> String {
    Words("纵轴从 \(text) 起", "axis begins at \(text)")[language]
  }
  var sameScale: String { Words("同一刻度", "one scale")[language] }
  var timeTick: String { Words("竖线为时间进度", "tick: time elapsed")[language] }

  // Marks, and the message.
  var colon: String { language == .chinese ? "：" : ": " }
  func andMore(_ count: Int) -> String { Words("另有 \(count) 项", "and \(count) more")[language] }
  var comma: String { language == .chinese ? "，" : ", " }
  var stop: String { language == .chinese ? "。" : ". " }
  /// Behind the first of many places.
  var andMore: String { language == .chinese ? " 等" : " and more" }

  func bracketed(_ text: String) -> String {
    language == .chinese ? "（" + text + "）" : " (" + text + ")"
  }
}
