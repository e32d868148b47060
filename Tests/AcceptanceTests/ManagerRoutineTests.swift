import Foundation
import Testing

/// The rules of the manager's routine, on the documents that the built program makes.
@Suite struct ManagerRoutineTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("anchang-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The XML documents that a command wrote, by their names without project and period.
  private func documents(_ command: String, in folder: URL) throws -> [String: String] {
    let (status, _, errors) = try BuiltProgram.shell(command, in: folder)
    #expect(status == 0, "\(errors)")
    let out = folder.appendingPathComponent("out")
    var documents: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: out.path)
    where file.hasSuffix(".xml") {
      let text = try String(contentsOf: out.appendingPathComponent(file), encoding: .utf8)
      let name = file.split(separator: "-2026").first.map(String.init) ?? file
      documents[name.replacingOccurrences(of: "云溪里-", with: "")] = text
    }
    return documents
  }

  private static let office =
    "--data \"$ROOT/fixtures/office-week\" --as-of 2026-11-22 --format xml --out out --quiet"

  // MARK: Tasks

  /// One task each that breaks one rule, and one that keeps them all.
  @Test func aTaskHasOneOwnerADueDayAndAStandardThatCanBeMeasuredAndIsInspected() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try """
    任务,责任人,完成时限,完成标准,状态,检查人
    补签合同,林晓,2026-03-08,五份合同签齐,进行中,陈默
    两人负责,林晓、赵敏,2026-03-08,十组客户,进行中,陈默
    没有期限,林晓,,十组客户,进行中,陈默
    没有标准,林晓,2026-03-08,,进行中,陈默
    标准含糊,林晓,2026-03-08,尽快办好,进行中,陈默
    无人检查,林晓,2026-03-07,十组客户,完成,
    自己检查,林晓,2026-03-07,十组客户,完成,林晓
    """.write(to: folder.appendingPathComponent("任务.csv"), atomically: true, encoding: .utf8)
    func tasks(_ figure: String) throws -> [String] {
      let (_, output, _) = try BuiltProgram.shell(
        "anchang figures \(figure) --data . --as-of 2026-03-08 --period 2026-W10 --format json --lang zh",
        in: folder)
      let all = ["补签合同", "两人负责", "没有期限", "没有标准", "标准含糊", "无人检查", "自己检查"]
      return all.filter { output.contains($0) }
    }
    #expect(try tasks("tasks.invalid") == ["两人负责", "没有期限", "没有标准"])
    #expect(try tasks("tasks.vague") == ["标准含糊"])
    #expect(try tasks("tasks.unchecked") == ["无人检查", "自己检查"])
  }

  // MARK: Meetings

  struct Minutes: CustomTestStringConvertible {
    var typed: [String]
    /// What the first three items of the self-check say; "" is left to the hand.
    var done: [String]
    var testDescription: String { typed.joined(separator: " ") }
  }

  @Test(arguments: [
    Minutes(typed: [], done: ["", "", ""]),
    Minutes(typed: ["topic"], done: ["false", "", ""]),
    Minutes(typed: ["topic", "points"], done: ["true", "false", ""]),
    Minutes(typed: ["topic", "points", "conclusion"], done: ["true", "true", "false"]),
    Minutes(
      typed: ["topic", "points", "conclusion", "assignments"], done: ["true", "true", "true"]),
  ])
  func aMeetingEndsWithAConclusionThatIsAssigned(minutes: Minutes) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = minutes.typed.map { "meeting,\($0),写了\n" }.joined()
    try ("文档,栏目,内容\n" + texts).write(
      to: folder.appendingPathComponent("文字.csv"), atomically: true, encoding: .utf8)
    try "来访时间,客户姓名,联系电话\n2026-03-03,何田,19900001001\n".write(
      to: folder.appendingPathComponent("来访.csv"), atomically: true, encoding: .utf8)
    let text = try #require(
      try documents(
        "anchang report meeting --data . --as-of 2026-03-08 --format xml --out out --quiet --lang zh",
        in: folder)["meeting"])
    let list = try #require(text.components(separatedBy: "<checklist").dropFirst().first)
    let items = list.components(separatedBy: "<item").dropFirst().prefix(3).map { item in
      item.hasPrefix(" done=\"true\"") ? "true" : item.hasPrefix(" done=\"false\"") ? "false" : ""
    }
    #expect(Array(items) == minutes.done)
  }

  // MARK: Praise and criticism

  @Test func praiseIsPublicAndCriticismIsInTheManagersCopyOnly() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = try documents(
      "anchang report --all --copies office,manager --period 2026-W47 \(Self.office)", in: folder)
    let personal = ["of=\"staff.behind\"", "of=\"staff.scorecard\"", "of=\"staff.scores\""]
    for (name, text) in all where !name.hasSuffix("-manager") {
      #expect(personal.allSatisfy { !text.contains($0) }, "\(name)")
    }
    for name in ["weekly", "monthly"] {
      #expect(all[name]?.contains("of=\"staff.praise\"") == true)
      #expect(all[name + "-manager"]?.contains("of=\"staff.praise\"") == true)
      #expect(all[name + "-manager"]?.contains("of=\"staff.behind\"") == true)
    }
    // The appraisal has no copy for the office.
    #expect(all["appraisal"] == nil)
    #expect(all["appraisal-manager"]?.contains("of=\"staff.scorecard\"") == true)
  }

  // MARK: 20/80, plans, what is urgent

  @Test func theConcentrationIsStatedAsFound() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = try documents(
      "anchang report concentration weekly --period 2026-W47 \(Self.office)", in: folder)
    for (name, text) in all {
      // Whoever says 20 % or 80 % says the figure found beside it.
      for paragraph in text.components(separatedBy: "<p>").dropFirst() {
        let sentence = paragraph.components(separatedBy: "</p>")[0]
        guard sentence.contains("前 20%") || sentence.contains("八成") else { continue }
        #expect(sentence.contains("of=\"concentration."), "\(name): \(sentence)")
      }
    }
    #expect(all["concentration"]?.contains("不是“二八定律”") == true)
  }

  @Test func plansBreakAYearDownToQuarterMonthAndWeek() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try #require(
      try documents("anchang report targets --period 2026 \(Self.office)", in: folder)["targets"])
    let table = try #require(
      text.components(separatedBy: "of=\"targets.breakdown\"").dropFirst().first?
        .components(separatedBy: "</table>").first)
    for period in ["2026年", "2026Q4", "2026-11", "2026-11-16…2026-11-22"] {
      let place = period.split(separator: "…").map(String.init)
      #expect(place.allSatisfy { table.contains($0) }, "\(period)")
    }
    let tasks = try #require(
      text.components(separatedBy: "of=\"tasks.quadrant\"").dropFirst().first?
        .components(separatedBy: "</table>").first)
    for quadrant in ["重要且紧急", "重要不紧急", "紧急不重要", "不紧急不重要"] {
      #expect(tasks.contains(quadrant))
    }
  }
}
