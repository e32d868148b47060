import Facts
import Quantities
import Records

/// 认购客户分析: subscribed homes by the words of the deal or of its buyer.
enum DealBreakdowns {
  static let analyzers: [Analyzer] = [
    analyzer("channel", Words("认知途径", "channel")) { office in
      (Categories(words: office.lexicon), DealCategories.channelKeys(office))
    },
    ofBuyer(.district), ofBuyer(.age), ofBuyer(.purpose),
    analyzer("layout", Words("户型", "layout")) { office in
      (Categories(words: office.lexicon), DealCategories.keys(office, \.layout))
    },
    analyzer("product", Words("业态", "product")) { office in
      (Categories(words: office.lexicon), DealCategories.keys(office, \.product))
    },
    analyzer("area-band", Words("面积段", "area band")) { office in
      (DealCategories.areaBands, DealCategories.areaBandKeys(office))
    },
    analyzer("total-band", Words("总价段", "total band")) { office in
      (DealCategories.totalBands, DealCategories.totalBandKeys(office))
    },
    analyzer("payment", Words("付款方式", "payment")) { office in
      (Categories(words: office.lexicon), DealCategories.keys(office, \.payment))
    },
    analyzer("building", Words("楼栋", "building"), DealCategories.buildings),
  ]

  private static func ofBuyer(_ field: VisitField) -> Analyzer {
    analyzer(field.key, field.name) { office in
      (field.categories(office), field.buyerKeys(office))
    }
  }

  private static func analyzer(
    _ key: String, _ name: Words,
    _ parts: @escaping @Sendable (SalesOffice) -> (Categories, DealCategories.Keys)
  ) -> Analyzer {
    Analyzer(
      FigureDefinition(
        "deals.by-\(key)", Words("认购按\(name.chinese)", "Subscriptions by \(name.english)"),
        Words(
          "本期认购套数（未扣退房，车位除外）按\(name.chinese)分组，未填自成一行",
          "subscribed units of the period, gross and without parking, by \(name.english), unfilled is a row"
        ),
        unit: .units, shape: .table,
        columns: [
          .name, .count(Words("认购", "Subscribed"), .units), .share, .previous(.units), .change,
        ], source: "field practice: F14 by class; fine points 18, 19"),
      of: [.deals]
    ) { analysis, window, scope in
      let (categories, keys) = parts(analysis.office)
      return Breakdown(
        categories,
        [
          Breakdown.Measure(
            "count", .deals, select: { $0.deals(.subscribed, in: $1) }, keys: keys)
        ]
      ).fact(analysis, window, scope)
    }
  }
}
