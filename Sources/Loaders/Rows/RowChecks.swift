import Quantities
import Records

/// What the values of a row decide: whether it is rejected or not counted.
struct RowChecks {
  private let kind: RecordKind
  private let deleted: Int?
  private let test: Int?
  private let word: Int?
  /// Few enough to be looked through one by one.
  private let uncounted: [Int64]
  private let keys: [Int]
  private let totals: [Int]
  private let place: [Int]

  /// Measures that targets may have, and those of them that are amounts.
  static let measures: Set<String> = [
    "来电", "来访", "认购套数", "认购金额", "签约套数", "签约金额", "回款金额",
  ]
  static let amounts: Set<String> = ["认购金额", "签约金额", "回款金额"]

  /// 来访类型 that are no visits of customers.
  static let uncountedVisits = ["特殊来访", "同行", "市调", "交易反补", "系统反补", "非客户"]
  /// 状态 of deals that are only reservations.
  static let reservations = ["小订", "小定", "预留", "认筹"]

  init(_ kind: RecordKind, _ decoders: [ColumnDecoder], _ context: LoadContext) {
    self.kind = kind
    func index(_ field: Field) -> Int? { decoders.firstIndex { $0.field == field } }
    deleted = index(.isDeleted)
    test = index(.isTest)
    let words: [String]
    switch kind {
    case .visits:
      word = index(.visitKind)
      words = RowChecks.uncountedVisits
    case .deals:
      word = index(.status)
      words = RowChecks.reservations
    default:
      word = nil
      words = []
    }
    uncounted = words.map { Int64(context.lexicon.intern($0).number) }
    keys = RowChecks.neededKeys(kind).compactMap(index)
    totals = kind == .deals ? [.total, .subscribedTotal, .signedTotal].compactMap(index) : []
    place = kind == .units ? [.building, .entrance, .roomNumber].compactMap(index) : []
  }

  /// Keys without which a row says nothing. A visit or payment without a day still joins
  /// customers, so that days are not among them.
  private static func neededKeys(_ kind: RecordKind) -> [Field] {
    switch kind {
    case .calls, .visits, .deals, .receipts, .costs, .followups, .patrols, .texts: []
    case .competitors: [.project]
    case .milestones: [.name]
    // A row may only give a weight for the breakdown.
    case .targets: [.period, .measure]
    case .scores: [.staff, .item]
    case .units: [.room]
    default: kind.fields.filter { $0.need == .key }.map(\.field)
    }
  }

  /// Columns of words by which `exclusion` may decide.
  var columns: [Int] { [deleted, test, word].compactMap { $0 } }

  /// Whether a value of one of `columns` may keep its row from counting.
  @inline(__always)
  func isExcluded(_ column: Int, _ value: Int64) -> Bool {
    column == word ? uncounted.contains(value) : value == 1
  }

  /// Whether a column holds amounts that reject their row when they are negative.
  func refusesNegative(_ column: Int) -> Bool { totals.contains(column) }

  /// A negative total of a deal.
  @inline(__always)
  func rejection(
    _ values: [Int64], _ decoders: [ColumnDecoder]
  ) -> (code: String, position: Int, facts: [String: String])? {
    for index in totals where values[index] < 0 && values[index] != Missing.number {
      let decoder = decoders[index]
      let found = Digits.decimal(Int128(values[index]), decimals: 2)
      return (
        "negative-total", decoder.position, ["found": found, "column": decoder.header]
      )
    }
    return nil
  }

  /// The reason why an accepted row is not counted.
  @inline(__always)
  func exclusion(_ values: [Int64], _ decoders: [ColumnDecoder]) -> String? {
    if let deleted, values[deleted] == 1 { return "deleted-row" }
    if let test, values[test] == 1 { return "test-row" }
    if let word, uncounted.contains(values[word]) {
      return kind == .visits ? "special-visit" : "reservation"
    }
    for index in keys where values[index] == Missing.number {
      if decoders[index].field == .room, !place.isEmpty { continue }
      return "no-key"
    }
    return nil
  }
}
