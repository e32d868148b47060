package import Quantities
package import Records

/// Why an accepted row counts in no figure, told of one row after loading.
package enum UncountedReason {
  /// The reason that the row itself or its deal gives; what nothing else kept out is marked as
  /// deleted or as a test.
  package static func words(_ office: SalesOffice, _ kind: RecordKind, _ row: Int) -> Words {
    let table = office[kind]
    func word(_ field: Field) -> String { office.lexicon[table.symbol(field, row)] }
    switch kind {
    case .visits:
      let visit = word(.visitKind)
      if RowChecks.uncountedVisits.contains(visit) {
        return Words("来访类型是“\(visit)”", "the kind of visit is \"\(visit)\"")
      }
    case .receipts:
      let (item, voucher) = (word(.item), word(.status))
      if ReceiptWords.voids.contains(voucher) {
        return Words("凭证状态是“\(voucher)”", "the voucher is \"\(voucher)\"")
      }
      if !ReceiptWords.isHouseMoney(item) {
        return Words("款项“\(item)”不是房款", "\"\(item)\" is not house money")
      }
    case .competitors:
      let project = word(.project)
      if project.isEmpty { return Words("没有竞品项目", "no project is named") }
      if project == office.settings.projectName {
        return Words("本项目自己的一行", "a row of our own project")
      }
    case .deals:
      let words = [word(.status), word(.cancelKind)]
      if let reason = deal(table.source(row), words, office) { return reason }
    case .units:
      if word(.room).isEmpty { return Words("没有房号", "no room is named") }
    default: break
    }
    let fields = office.sources[Int(table.file[row])].fields
    return fields.contains(.isDeleted) || fields.contains(.isTest)
      ? Words("“是否删除”或“是否测试数据”为是", "marked as deleted or as a test record")
      : Words("关键列是空的", "a key column is blank")
  }

  private static func deal(
    _ source: SourceRow, _ words: [String], _ office: SalesOffice
  ) -> Words? {
    if office.dealRemarks.contains(where: { $0.code == "successor" && $0.source == source }) {
      return Words("换房、更名的后一笔，只计原成交", "it follows a changed deal, and only the original counts")
    }
    if words.contains(where: { DealWord($0) == .void }) {
      return Words("已作废", "the deal is void")
    }
    if let word = words.first(where: { DealWord($0) == .reservation }) {
      return Words("状态是“\(word)”，还不是成交", "its status is \"\(word)\", no deal yet")
    }
    let rows = office.dealRemarks.contains { $0.code == "void" && $0.source.file == source.file }
    let fields = office.sources[Int(source.file)].fields
    return rows && !fields.contains(.isDeleted) && !fields.contains(.isTest)
      ? Words("这笔成交后来作废", "the deal was made void later") : nil
  }
}
