import Documents
import Quantities

extension HTMLPage {
  /// A grid of rooms with its legend; every room says its state in words too.
  mutating func board(_ board: Board, heading: String) {
    guard !board.buildings.isEmpty else {
      blockTitle(board.title, heading: heading)
      return empty(board.emptyText)
    }
    blockTitle(board.title, heading: heading)
    markup.raw("<ul class=\"states\" aria-hidden=\"true\">")
    for (level, state) in board.states.enumerated() {
      markup.raw("<li><span class=\"key ")
      markup.raw(HTMLPage.look(of: state.word, level))
      markup.raw("\"></span>")
      markup.text("\(state.word) \(state.count)")
      markup.raw("</li>")
    }
    markup.raw("</ul>\n<div class=\"boards\">")
    for building in board.buildings { self.building(building, of: board) }
    markup.raw("</div>\n")
  }

  private mutating func building(_ building: Board.Building, of board: Board) {
    let width = building.floors.map(\.cells.count).max() ?? 0
    // Buildings of few rooms a floor stand beside each other.
    markup.raw(width <= 6 ? "<div class=\"frame\"" : "<div class=\"frame broad\"")
    markup.raw(" role=\"region\" tabindex=\"0\"")
    markup.attribute("aria-label", board.title + " " + building.name)
    markup.raw("><table class=\"board\"")
    if let of = board.of { markup.attribute("data-of", of) }
    markup.raw("><caption><b>")
    markup.text(building.name)
    markup.raw("</b></caption><tbody>\n")
    for floor in building.floors {
      markup.raw("<tr><th scope=\"row\">")
      markup.text(floor.label)
      markup.raw("</th>")
      for index in 0..<width {
        room(index < floor.cells.count ? floor.cells[index] : nil)
      }
      markup.raw("</tr>\n")
    }
    markup.raw("</tbody></table></div>\n")
  }

  private mutating func room(_ cell: Board.Cell?) {
    guard let cell else { return markup.raw("<td class=\"gap\"></td>") }
    markup.raw("<td class=\"")
    markup.raw(HTMLPage.look(of: cell.state, cell.level))
    markup.raw("\"")
    markup.attribute("title", "\(cell.label) \(cell.state)")
    markup.raw(">")
    if let shown = cell.shown {
      markup.raw("<span class=\"unseen\">")
      markup.text("\(cell.label) \(cell.state) ")
      markup.raw("</span>")
      value(shown)
    } else {
      markup.text(cell.label)
      markup.raw("<span class=\"unseen\"> ")
      markup.text(cell.state)
      markup.raw("</span>")
    }
    markup.raw("</td>")
  }

  /// The class of a state: the usual words of a sales board keep their look whichever of them occur;
  /// other states take theirs by their place in the legend.
  private static func look(of word: String, _ level: Int) -> StaticString {
    switch word {
    case "可售", "available", "冷", "cold": return "l0"
    case "平", "even", "认购", "subscribed": return "l2"
    case "热", "hot", "签约", "signed", "已售", "sold": return "l3"
    case "保留", "预留", "reserved": return "l5"
    case "未推", "not released": return "l6"
    default:
      let names: [StaticString] = ["l0", "l1", "l2", "l3", "l4", "l5", "l6", "l7"]
      return names[min(max(level, 0), names.count - 1)]
    }
  }
}
