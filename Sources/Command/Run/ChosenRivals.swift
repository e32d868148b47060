import Quantities
import Records

/// The competitors that `--competitor` names, found among those that the data know.
enum ChosenRivals {
  /// The symbols of names as typed, each once, in the order given. A spelling that the office's own
  /// words join to another name stands for that name; any other name is an error with the nearest.
  static func symbols(_ typed: [String], in office: SalesOffice) throws(Failure) -> [Symbol] {
    var chosen: [Symbol] = []
    let known = names(in: office)
    for name in typed {
      let plain = name.filter { !$0.isWhitespace }
      let standard = joined(plain, in: office) ?? plain
      guard let symbol = known.first(where: { office.lexicon[$0] == standard }) else {
        let texts = known.map { office.lexicon[$0] }
        let near = Spelling.nearest(to: plain, among: texts, limit: 3)
        let shown = (near.isEmpty ? Array(texts.prefix(12)) : near)
        throw Failure(
          .usage,
          "--competitor：没有竞品“\(name)”；"
            + (near.isEmpty ? "有：" : "是不是 ") + shown.joined(separator: "、")
            + (near.isEmpty ? "" : "？"),
          "--competitor: no competitor \"\(name)\"; "
            + (near.isEmpty ? "there are: " : "did you mean ") + shown.joined(separator: ", ")
            + (near.isEmpty ? "" : "?"))
      }
      if !chosen.contains(symbol) { chosen.append(symbol) }
    }
    return chosen
  }

  /// Competitors of the survey and those that visitors named, by name.
  static func names(in office: SalesOffice) -> [Symbol] {
    var names = Set(office[.competitors].symbols(.project))
    for list in Set(office.visits.lists(.rival)) { names.formUnion(office.lexicon[list]) }
    names.remove(.none)
    return names.sorted { office.lexicon[$0] < office.lexicon[$1] }
  }

  /// The standard word of a spelling in the office's own words.
  private static func joined(_ name: String, in office: SalesOffice) -> String? {
    let words = office[.words]
    let row = (0..<words.count).first { row in
      words.state[row] == .counts && words.text(.word, row) == name
        && office[.competitors].symbols(.project).contains { symbol in
          office.lexicon[symbol] == words.text(.standardWord, row)
        }
    }
    return row.map { words.text(.standardWord, $0) }
  }
}
