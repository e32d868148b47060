import Records

/// 换房 and 更名: the changed deal stays counted on its original date, and the deal that follows it
/// is not counted.
enum DealChanges {
  /// Marks the successors among deals that stand in the order of their first rows.
  static func markSuccessors(_ drafts: inout [DealDraft], _ rows: DealRows) {
    for word in [DealWord.swap, .renaming] {
      let carrying = drafts.indices.filter { drafts[$0].change == word }.sorted {
        isEarlier(drafts[$0], drafts[$1])
      }
      guard !carrying.isEmpty else { continue }
      let candidates = Candidates(drafts, rows)
      var originals = carrying.filter { drafts[$0].isChangeSource }
      // A row that only carries the word is itself the changed deal when none stands before it.
      for index in carrying where !drafts[index].isChangeSource {
        if !originals.contains(where: { belong(word, drafts[$0], drafts[index], rows) }) {
          originals.append(index)
        }
      }
      originals.sort { isEarlier(drafts[$0], drafts[$1]) }
      for original in originals {
        if let successor = successor(of: original, word, drafts, candidates, rows) {
          drafts[successor].isSuccessor = true
        }
      }
    }
  }

  /// The same customer in another room, or the same room under another name.
  private static func belong(
    _ word: DealWord, _ one: DealDraft, _ other: DealDraft, _ rows: DealRows
  ) -> Bool {
    let (a, b) = (one.rows[0], other.rows[0])
    if word == .swap { return rows.sameBuyer(a, b) && rows.room(a) != rows.room(b) }
    return !rows.room(a).isNone && rows.room(a) == rows.room(b)
  }

  private static func successor(
    of original: Int, _ word: DealWord, _ drafts: [DealDraft], _ candidates: Candidates,
    _ rows: DealRows
  ) -> Int? {
    let source = drafts[original]
    var found: (isOnTheDay: Bool, index: Int)?
    for index in candidates.of(source, word, rows) where index != original {
      let draft = drafts[index]
      guard !draft.isSuccessor, draft.subscribed != Missing.day,
        belong(word, source, draft, rows)
      else { continue }
      let isOnTheDay = source.changeDay != Missing.day && draft.subscribed == source.changeDay
      let carries =
        draft.change == word && !draft.isChangeSource && draft.subscribed >= source.subscribed
      guard isOnTheDay || carries else { continue }
      if let known = found {
        if known.isOnTheDay, !isOnTheDay { continue }
        if known.isOnTheDay == isOnTheDay, !isEarlier(draft, drafts[known.index]) { continue }
      }
      found = (isOnTheDay, index)
    }
    return found?.index
  }

  private static func isEarlier(_ one: DealDraft, _ other: DealDraft) -> Bool {
    one.subscribed != other.subscribed
      ? one.subscribed < other.subscribed : one.firstRow < other.firstRow
  }

  /// Deals among which the successor of a changed one can be, so that not every deal is looked at
  /// for every change.
  private struct Candidates {
    private var all: Range<Int>
    private var ofRoom: [Symbol: [Int]] = [:]
    private var ofCustomer: [Int32: [Int]] = [:]
    /// Deals whose buyers are known by their names only.
    private var named: [Int] = []

    init(_ drafts: [DealDraft], _ rows: DealRows) {
      all = drafts.indices
      for (index, draft) in drafts.enumerated() {
        let row = draft.rows[0]
        ofRoom[rows.room(row), default: []].append(index)
        ofCustomer[rows.customer(row), default: []].append(index)
        if !rows.isKnown(row) { named.append(index) }
      }
    }

    func of(_ draft: DealDraft, _ word: DealWord, _ rows: DealRows) -> [Int] {
      let row = draft.rows[0]
      if word == .renaming { return ofRoom[rows.room(row)] ?? [] }
      guard rows.isKnown(row) else { return Array(all) }
      return (ofCustomer[rows.customer(row)] ?? []) + named
    }
  }
}
