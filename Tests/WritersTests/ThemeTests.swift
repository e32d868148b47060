import Testing
import Writers

@Suite struct ThemeTests {
  private let page = ThemeFiles.text("theme/page.html")

  private func problems(page: String, style: String = "") -> [Theme.Problem] {
    do {
      _ = try Theme(page: page, style: style)
      return []
    } catch {
      return error.problems
    }
  }

  @Test func theShippedThemeIsSound() {
    #expect(problems(page: page, style: ThemeFiles.text("theme/report.css")) == [])
  }

  @Test(arguments: Theme.Slot.allCases)
  func aMissingSlotIsNamed(slot: Theme.Slot) {
    let without = page.split(separator: "{\(slot.rawValue)}", omittingEmptySubsequences: false)
      .joined()
    #expect(problems(page: without) == [.missingSlot(slot)])
  }

  @Test func allProblemsAreToldAtOnceWithTheirLines() {
    let wrong = page + "{titel}\n{title}\n<SCRIPT src=x></SCRIPT>"
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(
      problems(page: wrong, style: "a{}\nb{content:'</style>'}") == [
        .unknownSlot("titel", line: lines), .repeatedSlot(.title, line: lines + 1),
        .script(line: lines + 2), .styleEnds(line: 2),
      ])
  }

  @Test func otherBracesStayAsTheyAre() {
    #expect(problems(page: page + "{ } {A1} {}") == [])
  }
}
