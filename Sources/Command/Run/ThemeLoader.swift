import Quantities
import Writers

/// Reads the office's page and style sheet.
enum ThemeLoader {
  static func load(_ folders: [String], console: Console) throws(Failure) -> Theme {
    guard let page = TemplateFolders.file("theme/page.html", in: folders),
      let style = TemplateFolders.file("theme/report.css", in: folders)
    else {
      throw Failure(
        .template, "模板文件夹里没有 theme/page.html 和 theme/report.css",
        "the template folders hold no theme/page.html and theme/report.css")
    }
    let (markup, sheet) = (try InputText.read(page), try InputText.read(style))
    do throws(Theme.Problems) {
      return try Theme(page: markup, style: sheet)
    } catch {
      for problem in error.problems { console.tell(line(problem, page, style)[console.language]) }
      throw Failure.said(.template)
    }
  }

  private static func line(_ problem: Theme.Problem, _ page: String, _ style: String) -> Words {
    switch problem {
    case .missingSlot(let slot):
      Words(
        "\(page): 错误：缺少位置 {\(slot.rawValue)}；请把它加回去",
        "\(page): error: the slot {\(slot.rawValue)} is missing; put it back")
    case .repeatedSlot(let slot, let line):
      Words(
        "\(page):\(line): 错误：位置 {\(slot.rawValue)} 出现了两次",
        "\(page):\(line): error: the slot {\(slot.rawValue)} stands twice")
    case .unknownSlot(let name, let line):
      Words(
        "\(page):\(line): 错误：没有位置 {\(name)}；有：\(slots("、"))",
        "\(page):\(line): error: there is no slot {\(name)}; there are: \(slots(", "))")
    case .styleEnds(let line):
      Words(
        "\(style):\(line): 错误：样式里不能有“</”",
        "\(style):\(line): error: a style sheet must not hold \"</\"")
    case .script(let line):
      Words(
        "\(page):\(line): 错误：报告里不能有脚本", "\(page):\(line): error: a report has no script")
    }
  }

  private static func slots(_ separator: String) -> String {
    Theme.Slot.allCases.map(\.rawValue).joined(separator: separator)
  }
}
