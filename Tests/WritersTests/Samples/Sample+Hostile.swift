import Documents
import Quantities

extension Sample {
  /// The text that every position of the hostile document holds.
  static let attack =
    "<img src=x onerror=alert(1)><script>x</script>]]>\"'&</style></title><!--{title}\u{202E}abc\u{202C}"

  /// Seven characters that neither format may hold, between letters; some cannot stand in a
  /// literal.
  static let forbidden: String = {
    func scalar(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "?" }
    return "a" + scalar(8) + "b" + scalar(0xFFFE) + "c" + scalar(0x1FFFF) + "d" + scalar(0x7F)
      + scalar(0x85) + "e" + scalar(0) + "f，g" + scalar(0xFDD0)
  }()

  /// A document whose every text is an attack with `text` in it.
  static func hostile(_ text: String) -> Document {
    func inline(_ more: String = "") -> [Inline] {
      [
        .text(text + more),
        .value(Shown(.text(text), unit: .text, of: text)),
        .value(Shown(.count(1), unit: .parties, of: text)),
        .value(missing(Absence("x", Words(text, text)), of: text)),
      ]
    }
    let table = Table(
      of: text, title: text + " 表",
      columns: [words(text, text), Table.Column(key: "n", label: text, unit: text, kind: .share)],
      rows: [
        Table.Row([self.text(text), share(1, 2)]),
        Table.Row([self.text(text + "2"), missing(Absence("x", Words(text, text)))]),
      ],
      total: Table.Row([Shown(.words(Words(text, text)), unit: .text), share(1, 1)], kind: .total),
      cases: count(2), remarks: [text], emptyText: text)
    let charts = Chart.Kind.allCases.map { kind in
      Block.chart(
        Chart(kind: kind, title: text + " 图", description: text, table: table, values: ["n"]))
    }
    return Document(
      name: "weekly", title: text + " 周报", project: text, language: .chinese, period: week,
      asOf: day(11, 22), style: text, rules: [text],
      alerts: [Alert(text: text, places: [text + ":3"])],
      blocks: [
        .paragraph(inline()),
        .section(
          Section(
            title: inline(" 节"),
            blocks: [
              .metrics(
                Metrics(metrics: [
                  Metric(
                    label: text, shown: count(1, of: text),
                    comparisons: [
                      Metric.Comparison(label: text, value: count(1), change: rate(1, 2))
                    ],
                    progress: Metric.Progress(
                      label: text, actual: count(1),
                      target: missing(Absence("x", Words(text, text))), rate: rate(1, 2),
                      elapsed: rate(1, 2)), hasProof: true)
                ])), .table(table),
              .table(Table(title: text, columns: [words("a", text)], rows: [], emptyText: text)),
              .list(ItemList(title: text, items: [inline()], isNumbered: false, emptyText: text)),
              .checklist(Checklist(title: text, items: [Checklist.Item(inline(), isDone: true)])),
              .timeline(
                Timeline(
                  title: text,
                  entries: [
                    Timeline.Entry(when: self.text(text), mark: text, text: text, detail: text)
                  ],
                  emptyText: text)),
              .board(
                Board(
                  of: text, title: text, states: [(text, 1)],
                  buildings: [
                    Board.Building(
                      name: text, floors: [(text, [Board.Cell(label: text, state: text, level: 0)])]
                    )
                  ], emptyText: text)),
              .fill(Fill(slot: text, title: text, paragraphs: [text], lines: 2)),
              .fill(Fill(slot: text, title: text, paragraphs: [], lines: 2)),
              .note(Note(level: .alert, text: inline())),
            ] + charts)), .signatures([text]),
      ],
      proofs: [
        Proof(of: text, name: text, meaning: text, shown: count(1), rows: [text], rowCount: 1)
      ],
      sources: [
        Source(
          name: text, kind: text, rows: 1, counted: 1, outside: 0, duplicates: 0, excluded: 0,
          skipped: 0, rejected: 0, sha256: text)
      ])
  }
}
