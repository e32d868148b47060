import Diagnostics
import Testing

/// Many findings of a kind are few lines.
@Suite struct FindingListTests {
  @Test func aKindIsCappedAndTheRestCounted() {
    var list = FindingList()
    for line in 1...47 {
      list.add(Finding(.error, "visits.bad-date", [:], at: Place(file: "a.csv", line: line)))
    }
    list.add(Finding(.note, "file.title-lines", [:], at: Place(file: "a.csv")))
    let findings = list.finished(files: ["a.csv"])
    #expect(findings.count == FindingList.limit + 2)
    #expect(findings.first?.code == "file.title-lines")
    #expect(findings.last?.code == "more")
    #expect(findings.last?.facts["count"] == "37")
  }

  @Test func findingsStandByFileThenLine() {
    var list = FindingList()
    list.add(Finding(.error, "x.a", [:], at: Place(file: "b.csv", line: 2)))
    list.add(Finding(.error, "x.a", [:], at: Place(file: "a.csv", line: 9)))
    list.add(Finding(.error, "x.b", [:], at: Place(file: "a.csv", line: 3)))
    let places = list.finished(files: ["a.csv", "b.csv"]).compactMap { $0.place?.line }
    #expect(places == [3, 9, 2])
  }

  @Test func mergedListsKeepTheirCounts() {
    var first = FindingList()
    var second = FindingList()
    for line in 1...12 {
      second.add(Finding(.note, "x.a", [:], at: Place(file: "a", line: line)))
    }
    first.merge(second)
    #expect(first.finished(files: ["a"]).last?.facts["count"] == "2")
  }
}
