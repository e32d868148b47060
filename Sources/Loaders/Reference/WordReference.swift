package import Quantities
import Records

/// The built-in words as a reference page: the only folding there is beside the office's
/// `words.csv`.
package enum WordReference {
  /// A Markdown page with one table a field: standard word and the words folded to it.
  package static func markdown(_ language: Language) -> String {
    let isChinese = language == .chinese
    var page =
      isChinese
      ? "# 内置词语对照\n\n词语对照文件（词语对照.csv）优先，其次是下表，不在表中的词照原样单独统计。\n"
      : "# Built-in words\n\nThe office's words.csv comes first, then these lists; any other word stays a category of its own.\n"
    for list in BuiltInWords.all {
      page += "\n## \(title(list, language))\n\n"
      page +=
        isChinese
        ? "| 标准词 | 归入的写法 |\n| --- | --- |\n" : "| standard word | also written |\n| --- | --- |\n"
      for entry in list.entries {
        page += "| \(cell(entry.standard)) | \(entry.words.map(cell).joined(separator: "、")) |\n"
      }
    }
    page += isChinese ? "\n## 空白、是与否\n\n" : "\n## Empty, yes and no\n\n"
    page += isChinese ? "| 含义 | 写法 |\n| --- | --- |\n" : "| meaning | written as |\n| --- | --- |\n"
    let rows = [
      (Words("未填", "empty"), EmptyMark.marks),
      (Words("表格错误值", "spreadsheet error"), EmptyMark.errors),
      (Words("是", "yes"), YesNoReader.yes), (Words("否", "no"), YesNoReader.no),
      (Words("没有电话", "no telephone"), PhoneReader.words),
      (Words("没有顾问", "no consultant"), StaffBook.nobody),
      (Words("合计行", "total row"), SkippedRow.totals),
    ]
    for (meaning, words) in rows {
      let written = words.filter { !$0.isEmpty }.sorted().map(cell).joined(separator: "、")
      page += "| \(meaning[language]) | \(written) |\n"
    }
    return page
  }

  private static func title(_ list: BuiltInWords, _ language: Language) -> String {
    let kinds = list.kinds.isEmpty ? RecordKind.allCases : list.kinds
    var headers: [String] = []
    for kind in kinds {
      guard let spec = kind.fields.first(where: { $0.field == list.field }) else { continue }
      let name =
        language == .chinese ? spec.header : HeaderBook.englishName(list.field, in: kind)
      if !headers.contains(name) { headers.append(name) }
    }
    let title = headers.joined(separator: " / ")
    guard !list.kinds.isEmpty else { return title }
    return title + " (" + list.kinds.map { $0.words[language] }.joined(separator: ", ") + ")"
  }

  static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
