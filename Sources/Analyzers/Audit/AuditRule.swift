import Quantities

/// 录入审核的规则: what the entry audit looks for.
enum AuditRule: CaseIterable, Sendable {
  case missingField, lateEntry, unknownChannel
  case twoConsultants, visitKind
  case noVisit, price, soldTwice, noSale, stageOrder, cancelledWithoutDate
  case sharedNumber, idOfTwo, stockStatus
  case roomSwap, renamed, successor, void, conversion, directContract, advanced

  /// The rule of a remark that the assembly of deals left; nil where the audit finds the same by
  /// itself.
  init?(remark code: String) {
    switch code {
    case "cancelled-without-date": self = .cancelledWithoutDate
    case "room-swap": self = .roomSwap
    case "renamed": self = .renamed
    case "successor": self = .successor
    case "void": self = .void
    case "conversion": self = .conversion
    case "direct-contract": self = .directContract
    case "advanced": self = .advanced
    default: return nil
    }
  }

  /// What the rule is called in the list of hits.
  var words: Words {
    switch self {
    case .missingField: Words("缺项", "missing field")
    case .lateEntry: Words("录入不及时", "late entry")
    case .unknownChannel: Words("未知渠道", "unknown channel")
    case .twoConsultants: Words("撞单", "one customer under two consultants")
    case .visitKind: Words("首复访不符", "first or return visit mismatch")
    case .noVisit: Words("成交无来访", "deal without visit")
    case .price: Words("单价与总价不符", "unit price × area is not the total")
    case .soldTwice: Words("一房两卖", "room sold twice")
    case .noSale: Words("退房无认购", "cancellation without sale")
    case .stageOrder: Words("日期先后颠倒", "stages in the wrong order")
    case .cancelledWithoutDate: Words("退房缺日期", "cancellation without a day")
    case .sharedNumber: Words("号码多人共用", "number of too many people")
    case .idOfTwo: Words("客户编号两人共用", "customer id of two people")
    case .stockStatus: Words("房态与成交不符", "stock status against the deals")
    case .roomSwap: Words("换房", "room swap")
    case .renamed: Words("更名", "change of name")
    case .successor: Words("换房或更名的后一笔", "deal after a swap or change of name")
    case .void: Words("作废", "void deal")
    case .conversion: Words("转签约", "reservation turned into contract")
    case .directContract: Words("直接签约", "contract without subscription")
    case .advanced: Words("旧状态已更新", "older state replaced by a later file")
    }
  }

  /// Something to correct; the other rules only list how a row was read.
  var isError: Bool {
    switch self {
    case .roomSwap, .renamed, .successor, .void, .conversion, .directContract, .advanced: false
    default: true
    }
  }
}
