import Quantities
import Records

/// What all files of a run share while they are read: words, consultants, the lexicon, telephones.
/// Every thread that reads has one of its own, and tells the run's what it learned.
///
/// A class, because every column's reader writes into the one lexicon. Unchecked, because one
/// thread at a time reads with it, and only the run's thread touches `map`.
final class LoadContext: @unchecked Sendable {
  /// From the numbers of this context to those of the run's.
  var map = ContextMap()
  var lexicon = Lexicon()
  var phoneBook: [[PhoneNumber]] = []
  var words = WordBook()
  var staff = StaffBook()
  var settings = Settings()
  /// Words that no list knows: kind and field → words in order of appearance.
  private(set) var unknownWords: [(kind: RecordKind, field: Field, words: [String])] = []
  private var seenUnknown: Set<UnknownWord> = []
  /// Consultants as written, for similar names.
  private(set) var staffNames: [String] = []
  private var seenStaff: Set<String> = []
  private var phoneEntries: [[PhoneNumber]: Int] = [:]
  /// What was learned since `takeNews` was asked last.
  private var news = ContextNews()
  private var told = (words: 1, lists: 1, phones: 0)

  /// What the cells of columns were read as, for all files that have the column.
  private var caches: [ColumnKey: CellCache] = [:]

  private struct ColumnKey: Hashable {
    let kind: RecordKind
    let field: Field
  }

  private struct UnknownWord: Hashable {
    let kind: RecordKind
    let field: Field
    let word: String
  }

  init() {}

  /// The context of a thread that reads files of a run.
  init(words: WordBook, staff: StaffBook, settings: Settings) {
    self.words = words
    self.staff = staff
    self.settings = settings
  }

  /// The same for one file.
  convenience init(_ plan: ReadingPlan) {
    self.init(words: plan.words, staff: plan.staff, settings: plan.settings)
  }

  deinit { for cache in caches.values { cache.deallocate() } }

  /// The cache of a column; it lives as long as the context.
  func cache(_ kind: RecordKind, _ field: Field) -> CellCache {
    let key = ColumnKey(kind: kind, field: field)
    if let known = caches[key] { return known }
    let cache = CellCache()
    caches[key] = cache
    return cache
  }

  func noteUnknown(_ word: String, _ field: Field, _ kind: RecordKind) {
    let entry = UnknownWord(kind: kind, field: field, word: word)
    guard seenUnknown.insert(entry).inserted else { return }
    news.unknown.append(ContextNews.Word(word: word, field: field, kind: kind))
    if let index = unknownWords.firstIndex(where: { $0.kind == kind && $0.field == field }) {
      unknownWords[index].words.append(word)
    } else {
      unknownWords.append((kind, field, [word]))
    }
  }

  func noteStaff(_ name: String) {
    guard seenStaff.insert(name).inserted else { return }
    news.staff.append(name)
    staffNames.append(name)
  }

  /// The phone cell of some numbers; one plain mobile number needs no entry.
  func cell(of numbers: [PhoneNumber]) -> PhoneCell {
    if numbers.isEmpty { return .none }
    if numbers.count == 1, numbers[0].isKey, numbers[0].digits.count == 11,
      numbers[0].digits.first == "1", let mobile = Int64(numbers[0].digits)
    {
      return PhoneCell(mobile: mobile)
    }
    if let entry = phoneEntries[numbers] { return PhoneCell(entry: entry) }
    let entry = phoneBook.count
    phoneBook.append(numbers)
    phoneEntries[numbers] = entry
    return PhoneCell(entry: entry)
  }

  /// What was learned since this was asked last, in order.
  func takeNews() -> ContextNews {
    var result = ContextNews()
    swap(&result, &news)
    result.words = lexicon.words(from: told.words)
    result.lists = lexicon.lists(from: told.lists)
    result.phones = Array(phoneBook[told.phones...])
    told = (lexicon.count, lexicon.listCount, phoneBook.count)
    return result
  }
}
