import Records

/// The headers by which one column of one kind is known: the first is the column's English name,
/// the others are what exports write. The canonical Chinese header is in the schema.
///
/// Headers are parted by blanks; a header that itself holds a blank is written without it, as
/// headers are compared.
struct HeaderList {
  let field: Field
  let headers: [String]

  init(_ field: Field, _ headers: String) {
    self.field = field
    self.headers = HeaderList.words(headers)
  }

  /// The words of a text parted by blanks and line breaks.
  static func words(_ text: String) -> [String] {
    text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// All headers known for the columns of one kind.
struct KindHeaders {
  let lists: [HeaderList]
  /// Headers that exports have and no column needs: known, looked at, not used.
  let unused: [String]

  init(_ lists: [HeaderList], unused: String = "") {
    self.lists = lists
    self.unused = HeaderList.words(unused)
  }
}

extension RecordKind {
  /// The built-in headers of the kind.
  var headers: KindHeaders {
    switch self {
    case .calls: .calls
    case .visits: .visits
    case .deals: .deals
    case .competitors: .competitors
    case .receipts: .receipts
    case .units: .units
    case .targets: .targets
    case .costs: .costs
    case .staff: .staff
    case .tasks: .tasks
    case .milestones: .milestones
    case .cards: .cards
    case .followups: .followups
    case .patrols: .patrols
    case .scores: .scores
    case .objections: .objections
    case .texts: .texts
    case .project: .project
    case .columns: .columns
    case .words: .words
    }
  }

  /// Parts of file names that speak for the kind.
  var nameHints: [String] {
    switch self {
    case .calls: ["来电", "calls"]
    case .visits: ["来访", "到访", "visits"]
    case .deals: ["成交", "认购", "签约", "deals"]
    case .competitors: ["竞品", "市调", "competitors"]
    case .receipts: ["回款", "实收款", "receipts"]
    case .units: ["房源", "销控", "房间台账", "units"]
    case .targets: ["指标", "任务目标", "targets"]
    case .costs: ["费用", "预算", "costs"]
    case .staff: ["置业顾问", "人员", "staff"]
    case .tasks: ["任务", "工作计划", "tasks"]
    case .milestones: ["节点", "milestones"]
    case .cards: ["认筹", "意向", "cards"]
    case .followups: ["回访", "跟进", "followups"]
    case .patrols: ["巡场", "patrols"]
    case .scores: ["考评", "scores"]
    case .objections: ["抗性说辞", "objections"]
    case .texts: ["文字", "texts"]
    case .project: ["项目设置", "project"]
    case .columns: ["列名对照", "columns"]
    case .words: ["词语对照", "words"]
    }
  }
}
