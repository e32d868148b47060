import Facts
import Quantities
import Records

/// 抗性与说辞: what keeps visitors from buying, and the agreed answer.
enum ObjectionFigures {
  static let analyzers = [top]

  static let top = Analyzer(
    FigureDefinition(
      "objections.top", Words("主要抗性与说辞", "Objections and answers"),
      Words(
        "本期来访提到的购房抗性（多选，“无”除外）和约定的说辞，没有说辞的写明",
        "objections of the period's visitors (several possible, 无 left out) with the agreed answer"),
      unit: .parties, shape: .table,
      columns: [
        FigureColumn("name", Words("抗性", "Objection"), .text),
        FigureColumn("count", Words("提到（组）", "Visits"), .parties),
        FigureColumn("share", Words("占来访", "Share"), .share),
        FigureColumn("answer", Words("标准说辞", "Agreed answer"), .text),
      ], source: "field practice: D02; each word once a visit, denominator all visits"),
    of: [.visits]
  ) { analysis, window in
    let office = analysis.office
    let column = PartyColumn(.objection, office)
    guard column.exists else {
      return Fact(FactTable(rows: [], absence: .noColumn(Words("购房抗性", "objection"))))
    }
    let parties = analysis.parties(in: window)
    var found: [Symbol: [Int32]] = [:]
    for party in parties.items {
      for word in column.words(Int(party)) where office.lexicon[word] != "无" {
        found[word, default: []].append(party)
      }
    }
    let answers = office[.objections]
    var answer: [Symbol: Int] = [:]
    for row in 0..<answers.count where answers.state[row] == .counts {
      answer[answers.symbol(.objection, row)] = row
    }
    let sorted = found.map { ($0.key, $0.value) }.sorted { a, b in
      a.1.count != b.1.count
        ? a.1.count > b.1.count : office.lexicon[a.0] < office.lexicon[b.0]
    }
    let rows = sorted.map { word, items in
      let text = answer[word].map { answers.text(.answer, $0) } ?? ""
      let visits = Selection(house: analysis.house, thing: .parties, items: items).lineage
      let answered = answer[word].map { answers.source($0) }
      return FactTable.Row(
        [
          .text(office.lexicon[word]), .count(items.count),
          .ratio(Ratio(items.count, over: parties.count)),
          text.isEmpty ? .words(Words("尚无统一说辞", "no answer yet")) : .text(text),
        ], lineage: .union([visits, Lineage { answered.map { [$0] } ?? [] }]))
    }
    return Fact(
      FactTable(rows: rows, cases: parties.count, isMultiple: true),
      lineage: .union([parties.lineage] + rows.map(\.lineage)))
  }
}
