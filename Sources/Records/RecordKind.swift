package import Quantities

/// The kinds of files an office exports or keeps, in the order in which reports name them.
package enum RecordKind: String, CaseIterable, Sendable {
  case calls, visits, deals, competitors
  case receipts, units, targets, costs, staff, tasks, milestones, cards, followups, patrols
  case scores, objections, texts
  case project, columns, words

  /// What a person calls the kind.
  package var words: Words {
    switch self {
    case .calls: Words("来电", "calls")
    case .visits: Words("来访", "visits")
    case .deals: Words("成交", "deals")
    case .competitors: Words("竞品", "competitors")
    case .receipts: Words("回款", "receipts")
    case .units: Words("房源", "units")
    case .targets: Words("指标", "targets")
    case .costs: Words("费用", "costs")
    case .staff: Words("置业顾问", "staff")
    case .tasks: Words("任务", "tasks")
    case .milestones: Words("节点", "milestones")
    case .cards: Words("认筹", "cards")
    case .followups: Words("回访", "followups")
    case .patrols: Words("巡场", "patrols")
    case .scores: Words("考评", "scores")
    case .objections: Words("抗性说辞", "objections")
    case .texts: Words("文字", "texts")
    case .project: Words("项目设置", "project")
    case .columns: Words("列名对照", "columns")
    case .words: Words("词语对照", "words")
    }
  }

  /// The four files that make the reports; all others are side files.
  package var isCore: Bool {
    switch self {
    case .calls, .visits, .deals, .competitors: true
    default: false
    }
  }
}

extension RecordKind {
  /// Index of the kind in `allCases`, from 0.
  package var position: Int {
    switch self {
    case .calls: 0
    case .visits: 1
    case .deals: 2
    case .competitors: 3
    case .receipts: 4
    case .units: 5
    case .targets: 6
    case .costs: 7
    case .staff: 8
    case .tasks: 9
    case .milestones: 10
    case .cards: 11
    case .followups: 12
    case .patrols: 13
    case .scores: 14
    case .objections: 15
    case .texts: 16
    case .project: 17
    case .columns: 18
    case .words: 19
    }
  }

  /// By its position: a raw value of text would be hashed as one at every look-up.
  package func hash(into hasher: inout Hasher) { hasher.combine(position) }
}
