import Quantities

/// Rows given as file:line, gathered by file: "成交11月.csv 第 57、83 行".
struct PlaceList {
  private(set) var files: [(name: String, lines: [String])] = []

  init(_ places: [String]) {
    for place in places {
      guard let colon = place.lastIndex(of: ":"), place.index(after: colon) < place.endIndex,
        place[place.index(after: colon)...].utf8.allSatisfy({ (48...57).contains($0) })
      else {
        files.append((place, []))
        continue
      }
      let line = String(place[place.index(after: colon)...])
      let name = String(place[..<colon])
      if let last = files.indices.last, files[last].name == name {
        files[last].lines.append(line)
      } else {
        files.append((name, [line]))
      }
    }
  }

  func text(_ language: Language) -> String {
    files.map { file in
      if file.lines.isEmpty { return file.name }
      return language == .chinese
        ? "\(file.name) 第 \(file.lines.joined(separator: "、")) 行"
        : "\(file.name):\(file.lines.joined(separator: ", "))"
    }.joined(separator: language == .chinese ? "；" : "; ")
  }
}
