package import Quantities
import Records

/// The known headers as a reference page, kind by kind.
package enum HeaderReference {
  /// A Markdown page: for each kind its columns with need, form and known headers, and the headers
  /// that are known to be of no use.
  package static func markdown(_ language: Language) -> String {
    let isChinese = language == .chinese
    var page =
      isChinese
      ? "# 表头\n\n比较表头时不分全角半角和大小写，去掉空白、换行和零宽字符，末尾括号里的内容作单位。K 关键列，U 常用列，O 可选列。\n"
      : "# Headers\n\nHeaders are compared without regard to width, case, blanks, line breaks and zero-width characters; a trailing bracket is the unit. K key, U usual, O optional.\n"
    for kind in RecordKind.allCases {
      page += "\n## \(kind.words[language]) (`\(kind.rawValue)`)\n\n"
      page +=
        isChinese
        ? "| 标准列 | 标准表头 | | 形式 | 认得的表头 |\n| --- | --- | --- | --- | --- |\n"
        : "| column | header | | form | known headers |\n| --- | --- | --- | --- | --- |\n"
      for spec in kind.fields { page += row(spec, kind, language) }
      let unused = kind.headers.unused.filter { !$0.isEmpty }
      if !unused.isEmpty {
        page += isChinese ? "\n认得但不使用：" : "\nKnown and not used: "
        page += unused.map(WordReference.cell).joined(separator: "、") + "\n"
      }
    }
    let shared = SharedHeaders.unused.split { $0 == " " || $0 == "\n" }
    page += isChinese ? "\n## 各类文件都不使用的表头\n\n" : "\n## Headers that no kind uses\n\n"
    page += shared.map { WordReference.cell(String($0)) }.joined(separator: "、") + "\n"
    return page
  }

  private static func row(_ spec: FieldSpec, _ kind: RecordKind, _ language: Language) -> String {
    let list = kind.headers.lists.first { $0.field == spec.field }
    let need =
      switch spec.need {
      case .key: "K"
      case .usual: "U"
      case .optional: "O"
      }
    let headers = (list?.headers.dropFirst() ?? []).map(WordReference.cell)
    return "| `\(list?.headers.first ?? "")` | \(spec.header) | \(need) | "
      + "\(spec.type.words[language]) | \(headers.joined(separator: "、")) |\n"
  }
}

extension FieldType {
  /// What a cell of the type looks like.
  var words: Words {
    switch self {
    case .day: Words("日期", "day")
    case .week: Words("周次", "week")
    case .money: Words("金额", "money")
    case .price: Words("单价", "price per ㎡")
    case .area: Words("面积", "area")
    case .count: Words("整数", "whole number")
    case .quantity: Words("金额或整数", "money or whole number")
    case .yesNo: Words("是/否", "yes/no")
    case .word: Words("一个词", "word")
    case .words: Words("几个词", "words")
    case .staff: Words("一人或几人", "consultants")
    case .room: Words("房号", "room")
    case .identifier: Words("编号", "id")
    case .phones: Words("电话", "telephones")
    case .names: Words("姓名", "names")
    case .text: Words("文字", "text")
    }
  }
}
