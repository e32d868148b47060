import Documents
import Quantities

extension HTMLPage {
  /// Headline figures: the number, its change in sign and word, and the way to the target.
  mutating func metrics(_ metrics: Metrics) {
    guard !metrics.metrics.isEmpty else { return }
    markup.raw("<ul class=\"metrics\">\n")
    for metric in metrics.metrics { self.metric(metric) }
    markup.raw("</ul>\n")
  }

  private mutating func metric(_ metric: Metric) {
    markup.raw("<li><p class=\"name\">")
    markup.text(metric.label)
    markup.raw("</p><p class=\"figure\">")
    if metric.hasProof, let of = metric.shown.of, proven.contains(of) {
      markup.raw("<a")
      markup.attribute("href", "#proof-" + HTMLPage.identifier(of))
      markup.raw(">")
      value(metric.shown)
      markup.raw("</a>")
    } else {
      value(metric.shown)
    }
    let unit = metric.shown.unitText(formatter)
    if let absence = metric.shown.value.absence {
      markup.raw("<small> ")
      markup.text(absence.reason[document.language])
      markup.raw("</small>")
    } else if !unit.isEmpty, unit != "%" {
      markup.raw("<small> ")
      markup.text(unit)
      markup.raw("</small>")
    }
    markup.raw("</p>")
    for comparison in metric.comparisons where comparison.isChange { change(comparison) }
    if let progress = metric.progress { self.progress(progress) }
    besides(metric.comparisons.filter { !$0.isChange })
    markup.raw("</li>\n")
  }

  /// Other periods' values, without a change.
  private mutating func besides(_ comparisons: [Metric.Comparison]) {
    guard !comparisons.isEmpty else { return }
    markup.raw("<p class=\"beside\">")
    for (index, comparison) in comparisons.enumerated() {
      if index > 0 { markup.raw(" · ") }
      markup.raw("<span class=\"pair\">")
      markup.text(comparison.label + " ")
      value(comparison.value)
      markup.raw("</span>")
    }
    markup.raw("</p>")
  }

  private mutating func change(_ comparison: Metric.Comparison) {
    let direction = comparison.direction
    markup.raw("<p class=\"change\">")
    if comparison.value.value.absence == nil {
      switch direction {
      case .up: markup.raw("<b class=\"up\"><span aria-hidden=\"true\">▲</span> ")
      case .down: markup.raw("<b class=\"down\"><span aria-hidden=\"true\">▼</span> ")
      case .level, .unknown: markup.raw("<b>")
      }
      if let difference = comparison.difference {
        value(difference)
        // Where a quotient says nothing, the difference is the change.
        if let change = comparison.change, change != difference {
          markup.raw("<span class=\"relative\">")
          markup.text(document.language == .chinese ? "（" : " (")
          value(change)
          markup.text(document.language == .chinese ? "）" : ")")
          markup.raw("</span>")
        }
      } else if let change = comparison.change {
        valueWithUnit(change)
      }
      markup.raw("</b> ")
    }
    markup.raw("<span class=\"versus\">")
    markup.text(comparison.label + " ")
    value(comparison.value)
    switch direction {
    case .up: markup.text(phrases.rose)
    case .down: markup.text(phrases.fell)
    case .level: markup.text(phrases.unchanged)
    case .unknown:
      if let absence = comparison.value.value.absence ?? comparison.change?.value.absence {
        markup.text(phrases.bracketed(absence.reason[document.language]))
      }
    }
    markup.raw("</span></p>")
  }

  private mutating func progress(_ progress: Metric.Progress) {
    markup.raw("<svg class=\"progress\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\"")
    markup.raw(" aria-hidden=\"true\"><rect class=\"track\" y=\"3\" width=\"1000\" height=\"5\"/>")
    if let rate = progress.rate.value.number {
      markup.raw("<rect class=\"done\" y=\"3\"")
      markup.attribute("width", HTMLPage.perMille(rate) * 100)
      markup.raw(" height=\"5\"/>")
    }
    if let elapsed = progress.elapsed.value.number {
      markup.raw("<rect class=\"tick\"")
      markup.attribute("x", min(HTMLPage.perMille(elapsed), 993) * 100)
      markup.raw(" width=\"7\" height=\"10\"/>")
    }
    markup.raw("</svg><p class=\"beside way\"><span>")
    markup.text(progress.label + " ")
    markup.raw("<span class=\"pair\">")
    value(progress.actual)
    markup.raw(" / ")
    value(progress.target)
    markup.raw("</span></span> <span>")
    value(progress.rate)
    markup.raw("</span> <span>")
    markup.text(phrases.elapsed + " ")
    value(progress.elapsed)
    markup.raw("</span></p>")
  }

  /// A part of one in thousandths, kept between 0 and 1000.
  static func perMille(_ share: Rational) -> Int {
    let thousandths = share.scaled(decimals: 3)
    return Int(max(0, min(1000, thousandths)))
  }
}

extension Metric.Comparison {
  enum Direction { case up, down, level, unknown }

  /// A change is told, not just another period's value.
  var isChange: Bool { change != nil || difference != nil }

  /// Which way the figure went; unknown where nothing can be compared.
  var direction: Direction {
    guard let number = difference?.value.number ?? change?.value.number else { return .unknown }
    if number == .zero { return .level }
    return number > .zero ? .up : .down
  }
}
