import CSV
import Diagnostics
import Quantities
import Records

extension OfficeLoader {
  /// How the files of a request are understood, without reading their rows: kind, encoding,
  /// separator, header row, columns, what is unknown. The office's `columns.csv`, when it is among
  /// the files, is used.
  package static func explain(_ request: LoadRequest) -> [FileExplanation] {
    let heads = heads(of: InputList(request).files, HeaderBook())
    let book = book(of: heads, request)
    return heads.map { explanation($0.understood(by: book), book) }
  }

  /// The known headers with those of the `columns.csv` among the files.
  private static func book(of heads: [FileHead], _ request: LoadRequest) -> HeaderBook {
    var book = HeaderBook()
    var builder = TableBuilder(.columns)
    for (index, head) in heads.enumerated() where head.kind == .columns && head.failure == nil {
      let loader = FileLoader(request: request, context: LoadContext(), book: book)
      let plan = loader.headerPlan(head, .columns)
      _ = loader.load(head, plan, index: UInt16(index), into: &builder)
    }
    _ = OfficeColumns.add(builder.finish(), to: &book)
    return book
  }

  private static func explanation(_ head: FileHead, _ book: HeaderBook) -> FileExplanation {
    let cells = head.found?.cells ?? head.lines.first?.cells ?? []
    let kind = head.kind
    let plan = HeaderPlan(cells, kind: kind ?? .visits, book: kind == nil ? HeaderBook() : book)
    let notes = HeaderNotes(name: head.file.name, line: head.headerLine, plan: plan, book: book)
    let columns = plan.columns.filter { !$0.name.name.isEmpty }.map { column in
      let fills = kind == nil ? [] : column.targets.map { fill($0, column, plan.kind) }
      let isUnused = kind.map { book.isKnownUnused(column.name, in: $0) } ?? false
      return FileExplanation.Column(
        position: column.position + 1, header: column.typed.trimmingBlanks, fills: fills,
        isKnownUnused: fills.isEmpty && isUnused,
        nearMisses: fills.isEmpty && !isUnused && kind != nil ? notes.nearMisses(column.name) : [])
    }
    let missing = (kind?.fields ?? []).filter { $0.need != .optional && !plan.has($0.field) }
    return FileExplanation(
      file: head.file.name, kind: kind, isForced: head.file.forcedKind != nil,
      encoding: head.encoding.rawValue,
      separator: String(Character(Unicode.Scalar(head.separator))), headerLine: head.headerLine,
      titleLines: head.found?.titles ?? 0, columns: columns, missing: missing.map(\.header),
      problems: problems(head, plan, kind))
  }

  private static func fill(
    _ target: HeaderTarget, _ column: HeaderPlan.Column, _ kind: RecordKind
  ) -> FileExplanation.Fill {
    let spec = kind.fields.first { $0.field == target.field }
    let origin: FileExplanation.Fill.Origin =
      switch target.origin {
      case .office: .columnsFile
      case .canonical: .canonical
      case .builtIn: .alias
      }
    return FileExplanation.Fill(
      field: target.field, name: HeaderBook.englishName(target.field, in: kind),
      header: spec?.header ?? "", unit: target.unit ?? column.name.unit, origin: origin)
  }

  /// What stops the file from being read, and columns that clash.
  private static func problems(
    _ head: FileHead, _ plan: HeaderPlan, _ kind: RecordKind?
  ) -> [Finding] {
    if let failure = head.failure { return [failure] }
    guard kind != nil else { return [] }
    var notes = HeaderNotes(
      name: head.file.name, line: head.headerLine, plan: plan, book: HeaderBook())
    notes.tellClashes()
    return notes.findings.finished(files: [head.file.name])
  }
}
