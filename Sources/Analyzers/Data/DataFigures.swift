import Facts
import Quantities
import Records

/// 数据平衡: what became of every row of every file, and which rows were rejected.
enum DataFigures {
  static let analyzers: [Analyzer] = [balance, rejects, late]

  static let balance = Analyzer(
    FigureDefinition(
      "data.balance", Words("数据平衡", "Balance of the files"),
      Words(
        "每个文件的行数 = 计入 + 期外 + 重复 + 不计 + 跳过 + 拒收",
        "rows of every file = counted + outside the period + duplicates + not counted + skipped + rejected"
      ),
      unit: .rows, shape: .table, scopes: .own,
      columns: [
        FigureColumn("name", Words("文件", "File"), .text),
        FigureColumn("kind", Words("类别", "Kind"), .text),
        FigureColumn("rows", Words("行数", "Rows"), .rows),
        FigureColumn("counted", Words("计入", "Counted"), .rows),
        FigureColumn("outside", Words("期外", "Outside"), .rows),
        FigureColumn("duplicates", Words("重复", "Duplicates"), .rows),
        FigureColumn("excluded", Words("不计", "Not counted"), .rows),
        FigureColumn("skipped", Words("跳过", "Skipped"), .rows),
        FigureColumn("rejected", Words("拒收", "Rejected"), .rows),
      ], source: "a rule of the house; fine point 36")
  ) { analysis, _ in
    let office = analysis.office
    let inside = RowsInside(office, analysis.windows[.this])
    var total = [Int](repeating: 0, count: 7)
    var rows: [FactTable.Row] = []
    for (file, source) in office.sources.enumerated() {
      guard let kind = source.kind else {
        rows.append(FactTable.Row(DataFigures.unused(source)))
        continue
      }
      let balance = source.balance
      let settled = balance.skipped + balance.rejected + balance.duplicates + balance.excluded
      // Only dated kinds have rows outside the period; their counted rows are those of the table.
      let (counted, outside) = inside.rows(ofFile: file) ?? (balance.rows - settled, 0)
      let numbers = [
        balance.rows, counted, outside, balance.duplicates, balance.excluded, balance.skipped,
        balance.rejected,
      ]
      for (index, number) in numbers.enumerated() { total[index] += number }
      rows.append(
        FactTable.Row(
          [.text(source.name), .words(kind.words)] + numbers.map { .count($0) },
          lineage: DataFigures.lineage(of: Int32(file), kind, office)))
    }
    return Fact(
      FactTable(
        rows: rows,
        total: FactTable.Row(
          [.words(.total), .missing(.notApplicable)] + total.map { .count($0) })),
      lineage: .union(rows.map(\.lineage)))
  }

  private static func unused(_ source: SourceFile) -> [Value] {
    [.text(source.name), .words(Words("未使用", "not used"))]
      + (0..<7).map { _ in .missing(.notApplicable) }
  }

  /// The accepted rows of a file and those set aside.
  private static func lineage(of file: Int32, _ kind: RecordKind, _ office: SalesOffice) -> Lineage
  {
    Lineage {
      let table = office[kind]
      let accepted = (0..<table.count).map { table.source($0) }.filter { $0.file == file }
      return accepted + office.setAside.map(\.source).filter { $0.file == file }
    }
  }

  static let rejects = Analyzer(
    FigureDefinition(
      "data.rejects", Words("拒收的行", "Rejected rows"),
      Words(
        "读不懂而未计入的每一行：文件、行号、列、原因", "every row that could not be read: file, line, column, reason"),
      unit: .rows, shape: .list, scopes: .own,
      columns: [
        FigureColumn("file", Words("文件", "File"), .text),
        FigureColumn("line", Words("行号", "Line"), .none),
        FigureColumn("column", Words("列", "Column"), .text),
        FigureColumn("reason", Words("原因", "Reason"), .text),
      ], source: "a rule of the house; fine point 12")
  ) { analysis, _ in
    let office = analysis.office
    let rejected = office.setAside.filter { $0.cause == .rejected }
      .sorted { $0.source < $1.source }
    let rows = rejected.map { row in
      let source = row.source
      return FactTable.Row(
        [
          office.fileName(source), .count(Int(source.line)),
          row.column.map { .text($0) } ?? .missing(.notApplicable), .words(row.reason),
        ], lineage: Lineage { [source] })
    }
    let sources = rejected.map(\.source)
    return Fact(FactTable(rows: rows, cases: rows.count), lineage: Lineage { sources })
  }

  static let late = Analyzer(
    FigureDefinition(
      "data.late", Words("补录", "Late entries"),
      Words(
        "日期在已出报告的期间内、而那份报告里没有的行（要给出旧报告）",
        "rows dated in the period of an issued report that the report did not know (needs that report)"
      ),
      unit: .rows, shape: .list, scopes: .own,
      columns: [
        FigureColumn("file", Words("文件", "File"), .text),
        FigureColumn("line", Words("行号", "Line"), .none),
        FigureColumn("kind", Words("类别", "Kind"), .text),
        FigureColumn("date", Words("日期", "Day"), .day),
        FigureColumn("created", Words("录入时间", "Entered"), .day),
      ], source: "a rule of the house; field practice 0.6, restated and late rows")
  ) { analysis, _ in
    guard let issued = analysis.issued else {
      return Fact(FactTable(rows: [], absence: .noIssuedReport))
    }
    let office = analysis.office
    var rows: [FactTable.Row] = []
    for kind in IssuedRows.kinds {
      let table = office[kind]
      let dayInside = IssuedRows.days(in: table, from: issued.from, to: issued.to)
      for row in 0..<table.count where table.state[row] == .counts {
        guard let day = dayInside(row), day <= analysis.office.asOf, !issued.knows(kind, row)
        else { continue }
        let source = table.source(row)
        rows.append(
          FactTable.Row(
            [
              office.fileName(source), .count(Int(source.line)), .words(kind.words), .day(day),
              table.day(.created, row).map { .day($0) } ?? .missing(.notRecorded),
            ], lineage: Lineage { [source] }))
      }
    }
    return Fact(FactTable(rows: rows, cases: rows.count), lineage: .union(rows.map(\.lineage)))
  }
}
