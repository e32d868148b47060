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
      levelClass(level)
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
    markup.raw("<div class=\"frame\" role=\"region\" tabindex=\"0\"")
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
    levelClass(cell.level)
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

  private mutating func levelClass(_ level: Int) {
    let names: [StaticString] = ["l0", "l1", "l2", "l3", "l4", "l5", "l6", "l7"]
    markup.raw(names[min(max(level, 0), names.count - 1)])
  }
}
