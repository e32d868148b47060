import Facts
import Quantities
import Records

/// 净认购 and 净签约: what came in less what was given back in the same period; may be negative.
enum NetFigures {
  static let analyzers: [Analyzer] = figures(net) + figures(signedNet)

  private struct Balance: Sendable {
    let prefix: String
    let name: Words
    let meaning: Words
    let stage: Stage
    let source: String
    let minus: @Sendable (Analysis, Window) -> Selection
  }

  private static let net = Balance(
    prefix: "net", name: Words("净认购", "Net subscribed"),
    meaning: Words("本期认购减本期退房", "subscribed less cancelled in the period"),
    stage: .subscribed, source: "F14; fine point 13: a home sold and given back nets to 0"
  ) { analysis, window in analysis.deals(.cancelled, in: window) }

  private static let signedNet = Balance(
    prefix: "signed-net", name: Words("净签约", "Net signed"),
    meaning: Words(
      "本期签约减本期签约后退房（按签约金额）",
      "signed less cancelled after signing in the period, at contract amounts"),
    stage: .signed, source: "F15; fine point 81"
  ) { analysis, window in analysis.cancelledAfterSigning(in: window) }

  private static func figures(_ balance: Balance) -> [Analyzer] {
    [
      figure(balance, "units", Words("套数", "units"), .units) { plus, minus in
        .count(plus.count - minus.count)
      },
      figure(balance, "area", Words("面积", "area"), .area) { plus, minus in
        .area(plus.area - minus.area)
      },
      figure(balance, "amount", Words("金额", "amount"), .money) { plus, minus in
        .money(plus.amount(balance.stage) - minus.amount(balance.stage))
      },
    ]
  }

  private static func figure(
    _ balance: Balance, _ last: String, _ name: Words, _ unit: Unit,
    _ value: @escaping @Sendable (Selection, Selection) -> Value
  ) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "\(balance.prefix).\(last)",
        Words(balance.name.chinese + name.chinese, "\(balance.name.english) \(name.english)"),
        Words(
          "\(balance.meaning.chinese)的\(name.chinese)，车位除外",
          "\(name.english) \(balance.meaning.english), parking left out"),
        unit: unit, source: "field practice: \(balance.source)"),
      of: [.deals]
    ) { analysis, window in
      let plus = analysis.deals(balance.stage, in: window)
      let minus = balance.minus(analysis, window)
      return Fact(value(plus, minus), lineage: .union([plus.lineage, minus.lineage]))
    }
  }
}
