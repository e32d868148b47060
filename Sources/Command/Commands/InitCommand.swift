import ArgumentParser
import Glibc
import Quantities
import Records

/// `anchang init`: an office folder to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an office folder: settings, empty side files with headers, a short guide.")

  @Argument(help: "Folder to make.")
  var directory: String

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let console = messages.console
    try CommandRun.run(console) { () throws(Failure) in
      let files = Self.files()
      for file in files where access(directory + "/" + file.name, F_OK) == 0 {
        throw Failure(
          .output, "\(directory)/\(file.name) 已经有了；请换一个文件夹",
          "\(directory)/\(file.name) is already there; choose another folder")
      }
      for path in try OutputFolder(path: directory).write(files) { console.write(path + "\n") }
      console.tell(
        Words(
          "把来电、来访、成交、竞品的导出文件放进 \(directory)，再运行 anchang report weekly --data \(directory)",
          "put the exports of calls, visits, deals and competitors into \(directory), then run anchang report weekly --data \(directory)"
        ))
    }
  }

  /// Side files with their canonical headers; core files come from the CRM.
  static func files() -> [OutputFolder.File] {
    var files = RecordKind.allCases.filter { !$0.isCore }.map { kind in
      var text =
        "\u{FEFF}" + kind.fields.map { CSVCell.text($0.header) }.joined(separator: ",")
        + "\r\n"
      if kind == .project {
        for (setting, value) in defaults { text += "\(setting),\(value)\r\n" }
      }
      return OutputFolder.File(name: "\(kind.words.chinese).csv", bytes: Array(text.utf8))
    }
    files.append(OutputFolder.File(name: "说明.md", bytes: Array(guide.utf8)))
    return files
  }

  /// The closed list of settings with their defaults.
  private static let defaults = [
    ("项目名称", ""), ("来访计数", "组"), ("周起始日", "周一"), ("月起始日", "1"), ("项目首周", ""),
    ("开盘日期", ""), ("每批组数", "3"), ("每批分钟", "3"), ("选房开始", "09:00"), ("回访天数A", "7"),
    ("回访天数B", "15"), ("回访天数C", "30"),
    ("保护天数来电", "15"), ("保护天数来访", "7"), ("保护天数回访", "30"), ("将失效天数", "3"), ("可衡量词", ""),
    ("成交概率A", "80%"), ("成交概率B", "80%"),
    ("成交概率C", "50%"), ("成交概率D", "0%"), ("热度阈值", "2"), ("去化口径", "推售"), ("去化月数", "6"),
    ("排名最少首访", "5"), ("佣金率", ""), ("选房截止", ""), ("候场座位", ""), ("每组人数", "2"), ("到场率", "100%"),
    ("签到高峰占比", "60%"),
  ]

  private static let guide = """
    # 这个文件夹怎么用

    1. 把 CRM 导出的来电、来访、成交、竞品 CSV 放进来，文件名随意（里面带“来电”“来访”等字样更好）。
       按月导出的几份可以同时放，重复的行只算一次。
    2. 先检查：`anchang check --data .`，它说出每份文件读了多少行、计入多少、哪一行为什么没有计入。
       有导出表头认不出时，用 `anchang columns 文件` 看，再在“列名对照.csv”里加一行：
       类别 写 来访 等，标准列 写标准表头，导出表头 写你们的表头，金额是万元的在 单位 写 万元。
       你们自己的叫法（例如“自己来的”就是“自然到访”）写进“词语对照.csv”。
    3. 出周报：`anchang report weekly --data . --period last-week --out 报告`。
       其他报告的名字用 `anchang templates list` 看。
    4. 不用的空文件可以删。少一份文件，只是报告里用到它的那一块写明“没有该文件”，不会变成 0。
    5. 任何一个数字都可以复算：`anchang explain visits.first --data . --period last-week`；
       任何一行都可以反查：`anchang why 来访11月.csv:12 --data .`。
    6. 开盘：项目设置里一行一个区写 `工位:签到,180/2/8`（每小时到达/每位分钟/现有工位，第三个可不写），
       一行一个岗位写 `岗位:签到,林晓、陈默 8:00-12:00`（时段可不写）；方案自查会说出哪里不合、差多少。
    7. 任务的标准能不能衡量，看它有没有数量，或者能答是否的词；你们自己的说法写进项目设置的“可衡量词”，顿号分开。
       客户归原顾问几天，写进“保护天数来电”“保护天数来访”“保护天数回访”；提前几天列出，写进“将失效天数”。

    """
}
