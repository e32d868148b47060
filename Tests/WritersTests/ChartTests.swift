import Documents
import Quantities
import Testing

@testable import Writers

/// Charts of awkward data: whatever comes, each number of the drawing is a plain decimal within it.
@Suite struct ChartTests {
  /// Series of values; nil for what is not known.
  private static let data: [(name: String, rows: [[Value?]])] = [
    ("none", []), ("one", [[.count(5)]]), ("one zero", [[.count(0)]]),
    ("all zero", [[.count(0)], [.count(0)], [.count(0)]]),
    ("all equal", [[.count(5)], [.count(5)], [.count(5)]]),
    ("all missing", [[nil], [nil]]), ("some missing", [[.count(3)], [nil], [.count(1)]]),
    ("negative", [[.count(-4)], [.count(3)], [.count(-1)]]),
    ("all negative", [[.count(-4)], [.count(-9)]]),
    ("huge and one", [[.count(.max)], [.count(1)], [.count(.min)]]),
    (
      "money at its end",
      [[.money(Money(fen: .max))], [.money(Money(fen: 1))], [.money(Money(fen: .min))]]
    ),
    ("over zero", [[.ratio(Ratio(3, over: 0))], [.ratio(Ratio(3, over: 7))]]),
    (
      "two of a kind", [[.count(.max), .count(.max)], [.count(2), nil], [.count(-2), .count(5)]]
    ),
    (
      "mixed", [[.count(3), .money(Money(fen: 12_345))], [.count(9), .money(Money(fen: 0))]]
    ),
    (
      "three",
      [[.count(3), .count(30), .ratio(Ratio(1, over: 2))], [.count(40), .count(30), nil]]
    ),
    (
      "days",
      [
        [.day(CalendarDay(number: 20_000)), .day(CalendarDay(number: 20_100))],
        [.day(CalendarDay(number: 20_050)), nil],
      ]
    ),
    ("many", (0..<400).map { [.count(($0 * 37) % 101)] }),
  ]

  private static func chart(_ kind: Chart.Kind, _ rows: [[Value?]]) -> Chart {
    let columns = rows.map(\.count).max() ?? 1
    let long = String(repeating: "云溪里滨江组团", count: 6)
    return Chart(
      kind: kind, title: "图", description: "",
      table: Table(
        title: "表",
        columns: [Sample.words("name", "名")] + (0..<columns).map { Sample.number("v\($0)", long) },
        rows: rows.enumerated().map { index, values in
          Table.Row(
            [Sample.text("\(long)\(index)")]
              + (0..<columns).map { column in
                let value = column < values.count ? values[column] : nil
                return Shown(value ?? .missing(.notRecorded), unit: .none)
              })
        }), values: (0..<columns).map { "v\($0)" })
  }

  @Test(arguments: Chart.Kind.allCases, data.map(\.name))
  func everyCoordinateIsAPlainNumberWithinTheDrawing(kind: Chart.Kind, name: String) throws {
    let rows = try #require(Self.data.first { $0.name == name }).rows
    let chart = Self.chart(kind, rows)
    let formatter = Formatter(.chinese)
    let data = ChartData(chart, formatter)
    guard !data.isEmpty else {
      #expect(["none", "all missing"].contains(name))
      return
    }
    for width in [ChartDrawing.wide, ChartDrawing.narrow] {
      var drawing = ChartDrawing(
        chart, data, formatter, asOf: Sample.day(11, 22), project: "", width: width)
      drawing.draw()
      var faults: [String] = []
      let svg = drawing.svg(id: "c", class: "wide", title: "图", text: "图")
      let root = Node.read(svg.bytes, faults: &faults)
      #expect(faults.isEmpty)
      var again = ChartDrawing(
        chart, data, formatter, asOf: Sample.day(11, 22), project: "", width: width)
      again.draw()
      #expect(again.svg(id: "c", class: "wide", title: "图", text: "图").bytes == svg.bytes)
      let (right, bottom) = (Double(width) / 100 + 1, Double(drawing.bottom) / 100 + 1)
      #expect(drawing.bottom > 0)
      for node in root.all {
        for (key, value) in node.attributes {
          switch key {
          case "x", "cx", "width":
            let number = try #require(Self.plain(value))
            #expect((-1...right).contains(number), "\(node.name) \(key)=\(value)")
          case "y", "cy", "height", "r":
            let number = try #require(Self.plain(value))
            #expect((-1...bottom).contains(number), "\(node.name) \(key)=\(value)")
          case "d":
            #expect(value.allSatisfy { "MLHV 0123456789.-".contains($0) })
          default: continue
          }
        }
        guard node.name == "text" else { continue }
        // The text as printed, without the whole name in its title.
        let title = node.children.first?.text ?? ""
        let shown = String(node.text.dropFirst(title.count))
        let half = Double(TextWidth.of(shown, size: Canvas.fontSize)) / 100
        let x = Self.plain(node["x"] ?? "") ?? 0
        let start =
          node["text-anchor"] == "end"
          ? x - half : node["text-anchor"] == "middle" ? x - half / 2 : x
        #expect(start >= -1 && start + half <= right + 1, "\(shown)")
      }
    }
  }

  /// Digits with at most two decimals; nil for anything else.
  private static func plain(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain =
      parts.count <= 2 && parts.allSatisfy { !$0.isEmpty }
      && (parts.count < 2 || parts[1].count <= 2)
      && text.allSatisfy { "-0123456789.".contains($0) }
    return isPlain ? Double(text) : nil
  }

  @Test func columnsStandInProportionOnTheirAxis() throws {
    let chart = Chart(
      kind: .columns, title: "", description: "", table: Sample.dailyTable,
      values: ["first", "return"])
    let data = ChartData(chart, Formatter(.chinese))
    var drawing = ChartDrawing(
      chart, data, Formatter(.chinese), asOf: Sample.day(11, 22), project: "",
      width: ChartDrawing.wide)
    drawing.draw()
    var faults: [String] = []
    let root = Node.read(
      drawing.svg(id: "c", class: "wide", title: "", text: "").bytes, faults: &faults)
    // The axis runs to 40 over 180 px: 25 first visits are 112.5 px, 22 are 99 px.
    let first = root.named("rect").filter { $0.has(class: "c0") }.compactMap { $0["height"] }
    #expect(first.dropFirst().prefix(7) == ["40.5", "31.5", "49.5", "36", "54", "112.5", "99"])
    let sums = root.named("text").filter { $0.has(class: "v") }.map(\.text)
    #expect(sums == ["12", "11", "14", "13", "16", "33", "29"])
  }

  @Test func theParetoMarksTheFirstPlaceThatReaches80Percent() throws {
    // 50, 20, 10, 10, 10: the running share is 50, 70, 80 %; the third place reaches 80 %.
    let chart = Self.chart(.pareto, [50, 20, 10, 10, 10].map { [.count($0)] })
    var drawing = ChartDrawing(
      chart, ChartData(chart, Formatter(.chinese)), Formatter(.chinese), asOf: Sample.day(11, 22),
      project: "", width: ChartDrawing.wide)
    drawing.draw()
    var faults: [String] = []
    let root = Node.read(
      drawing.svg(id: "c", class: "wide", title: "", text: "").bytes, faults: &faults)
    #expect(root.named("text").contains { $0.text == "第 3 项达到 80%" })
    #expect(root.named("text").contains { $0.text == "前 20%（1 项）" })
    let mark = try #require(root.named("circle").first { $0.has(class: "mark") })
    // The plot is 170 px high and begins at 16: 80 % lies 136 px over its foot.
    #expect(mark["cy"] == "50")
  }

  @Test func aRateGoesUpToAHundredPercentWithTheTimeAsATick() throws {
    // 50 % done, 75 % of the time gone: the bar is half of its track, the tick at three quarters.
    let table = Table(
      title: "",
      columns: [
        Sample.words("m", "指标"), Sample.number("rate", "完成率"), Sample.number("time", "时间"),
      ],
      rows: [Table.Row([Sample.text("认购"), Sample.rate(15, 30), Sample.rate(3, 4)])])
    let chart = Chart(
      kind: .bullet, title: "", description: "", table: table, values: ["rate", "time"])
    var drawing = ChartDrawing(
      chart, ChartData(chart, Formatter(.chinese)), Formatter(.chinese), asOf: Sample.day(11, 22),
      project: "", width: ChartDrawing.narrow)
    drawing.draw()
    var faults: [String] = []
    let root = Node.read(
      drawing.svg(id: "c", class: "narrow", title: "", text: "").bytes, faults: &faults)
    let bars = root.named("rect")
    #expect(bars.first { $0.has(class: "track") }?["width"] == "336")
    #expect(bars.first { $0.has(class: "c0") }?["width"] == "168")
    #expect(bars.first { $0.has(class: "tick") }?["x"] == "252")
    #expect(root.named("text").contains { $0.text == "50.00%" })
  }

  @Test func eightyPercentIsJudgedOnTheExactShare() throws {
    // 79.99999996 % is not 80 %, though it rounds to it.
    let table = Table(
      title: "",
      columns: [Sample.words("n", "名"), Sample.number("a", "额"), Sample.number("r", "累计")],
      rows: [(1_999_999_999, 1_999_999_999), (500_000_001, 2_500_000_000)].enumerated().map {
        Table.Row([Sample.text("\($0)"), Sample.count($1.0), Sample.rate($1.1, 2_500_000_000)])
      })
    for values in [["a", "r"], ["a"]] {
      let chart = Chart(kind: .pareto, title: "", description: "", table: table, values: values)
      let curve = ParetoCurve(ChartData(chart, Formatter(.chinese)), isWhole: true)
      #expect(curve.reaches80 == 1)
    }
  }

  @Test func aLimitedCurveCountsAllPlaces() throws {
    // Three of thirty customers are drawn; a fifth of thirty is six.
    var chart = Self.chart(.pareto, [50, 20, 10].map { [.count($0)] })
    chart.table.cases = Sample.count(30, .customers)
    chart.table.leftOut = 27
    var drawing = ChartDrawing(
      chart, ChartData(chart, Formatter(.chinese)), Formatter(.chinese), asOf: Sample.day(11, 22),
      project: "", width: ChartDrawing.wide)
    drawing.draw()
    var faults: [String] = []
    let root = Node.read(
      drawing.svg(id: "c", class: "wide", title: "", text: "").bytes, faults: &faults)
    #expect(root.named("text").contains { $0.text == "前 20%（6 位）" })
    #expect(root.named("text").contains { $0.text == "只画前 3 位，共 30 位" })
    // The rest is not in the table: no running share, and no mark.
    #expect(!root.all.contains { $0.has(class: "mark") || $0.has(class: "line") })
  }

  @Test func aThinnedCurveKeepsItsMarkAndItsFifth() throws {
    // Of a hundred places six are drawn: the first, the end of the first fifth, the one that
    // reaches 80 % and others between; the second series is the running share.
    let places = [1, 20, 40, 61, 80, 100]
    let shares = [5, 40, 62, 80, 92, 100]
    let table = Table(
      title: "",
      columns: [
        Sample.words("name", "客户"), Sample.number("amount", "元"),
        Sample.number("running-share", "%"),
      ],
      rows: zip(places, shares).map { place, share in
        Table.Row([
          Sample.text(String(place)), Sample.count(200 - place), Sample.share(share, 100),
        ])
      }, cases: Sample.count(100, .customers), leftOut: 94)
    let chart = Chart(
      kind: .pareto, title: "", description: "", table: table,
      values: ["amount", "running-share"], places: places)
    for width in [ChartDrawing.wide, ChartDrawing.narrow] {
      var drawing = ChartDrawing(
        chart, ChartData(chart, Formatter(.chinese)), Formatter(.chinese),
        asOf: Sample.day(11, 22), project: "", width: width)
      drawing.draw()
      var faults: [String] = []
      let root = Node.read(
        drawing.svg(id: "c", class: "wide", title: "", text: "").bytes, faults: &faults)
      let texts = root.named("text").map(\.text)
      #expect(texts.contains("第 61 位达到 80%"), "\(texts)")
      #expect(texts.contains { $0.hasPrefix("前 20%（20 位）") }, "\(texts)")
      #expect(texts.contains("100 位，从大到小"), "\(texts)")
      #expect(root.all.contains { $0.has(class: "mark") })
    }
  }

  @Test func rowsOfTwoWordsBecomeAGrid() {
    let table = Table(
      title: "",
      columns: [
        Sample.words("week", "周"), Sample.words("project", "项目"), Sample.number("sold", "套"),
      ],
      rows: [("1", "甲", 3), ("1", "乙", 4), ("2", "乙", 5)].map { row in
        Table.Row([Sample.text(row.0), Sample.text(row.1), Sample.count(row.2)])
      })
    let data = ChartData(
      Chart(kind: .line, title: "", description: "", table: table, values: ["sold"]),
      Formatter(.chinese))
    #expect(data.isGrid)
    #expect(data.categories.map(\.text) == ["1", "2"])
    #expect(data.series.map(\.label) == ["甲", "乙"])
    #expect(data.series[0].points.map(\.text) == ["3", "—"])
    #expect(data.series[1].points.map(\.text) == ["4", "5"])
  }
}
