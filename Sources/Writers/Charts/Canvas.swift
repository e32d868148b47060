/// SVG being drawn, in hundredths of a pixel; the classes are the style sheet's.
struct Canvas {
  enum Anchor { case start, middle, end }

  /// Font size of labels in pixels, as the style sheet sets it.
  static let fontSize = 12

  /// Width of the drawing.
  let width: Int
  /// Marks carry their names and values for a pointer to rest on.
  private let hasTitles: Bool
  private(set) var markup = Markup()

  init(width: Int, hasTitles: Bool) {
    self.width = width
    self.hasTitles = hasTitles
  }

  mutating func rect(
    x: Int, y: Int, width: Int, height: Int, class name: StaticString, title: String? = nil
  ) {
    markup.raw("<rect")
    markup.attribute("x", x)
    markup.attribute("y", y)
    markup.attribute("width", max(width, 0))
    markup.attribute("height", max(height, 0))
    end(name, title, "</rect>")
  }

  mutating func line(x1: Int, y1: Int, x2: Int, y2: Int, class name: StaticString) {
    markup.raw("<path d=\"M")
    markup.coordinate(x1)
    markup.raw(" ")
    markup.coordinate(y1)
    if y1 == y2 {
      markup.raw("H")
      markup.coordinate(x2)
    } else if x1 == x2 {
      markup.raw("V")
      markup.coordinate(y2)
    } else {
      markup.raw("L")
      markup.coordinate(x2)
      markup.raw(" ")
      markup.coordinate(y2)
    }
    markup.raw("\"")
    end(name, nil, "</path>")
  }

  /// A line through points; fewer than two draw nothing.
  mutating func polyline(_ points: [(x: Int, y: Int)], class name: StaticString) {
    guard points.count > 1 else { return }
    markup.raw("<path d=\"M")
    for (index, point) in points.enumerated() {
      if index > 0 { markup.raw("L") }
      markup.coordinate(point.x)
      markup.raw(" ")
      markup.coordinate(point.y)
    }
    markup.raw("\"")
    end(name, nil, "</path>")
  }

  /// Adjacent bars on one foot as a single shape.
  mutating func steps(
    _ steps: [(left: Int, right: Int, height: Int)], foot: Int, class name: StaticString
  ) {
    guard let first = steps.first else { return }
    markup.raw("<path d=\"M")
    markup.coordinate(first.left)
    markup.raw(" ")
    markup.coordinate(foot)
    for step in steps {
      markup.raw("V")
      markup.coordinate(foot - step.height)
      markup.raw("H")
      markup.coordinate(step.right)
    }
    markup.raw("V")
    markup.coordinate(foot)
    markup.raw("\"")
    end(name, nil, "</path>")
  }

  mutating func circle(
    x: Int, y: Int, radius: Int, class name: StaticString, title: String? = nil
  ) {
    markup.raw("<circle")
    markup.attribute("cx", x)
    markup.attribute("cy", y)
    markup.attribute("r", radius)
    end(name, title, "</circle>")
  }

  /// A text with its baseline at `y`; cut with "…" where it would pass `room`, the whole text then
  /// in its title.
  mutating func text(
    _ text: String, x: Int, y: Int, anchor: Anchor = .start, room: Int? = nil,
    class name: StaticString? = nil
  ) {
    let shown = room.map { TextWidth.cut(text, to: $0, size: Canvas.fontSize) } ?? text
    markup.raw("<text")
    markup.attribute("x", x)
    markup.attribute("y", y)
    switch anchor {
    case .start: break
    case .middle: markup.raw(" text-anchor=\"middle\"")
    case .end: markup.raw(" text-anchor=\"end\"")
    }
    if let name {
      markup.raw(" class=\"")
      markup.raw(name)
      markup.raw("\"")
    }
    markup.raw(">")
    if shown != text {
      markup.raw("<title>")
      markup.text(text)
      markup.raw("</title>")
    }
    markup.text(shown)
    markup.raw("</text>")
  }

  private mutating func end(_ name: StaticString, _ title: String?, _ close: StaticString) {
    markup.raw(" class=\"")
    markup.raw(name)
    guard let title, hasTitles else { return markup.raw("\"/>") }
    markup.raw("\"><title>")
    markup.text(title)
    markup.raw("</title>")
    markup.raw(close)
  }
}
