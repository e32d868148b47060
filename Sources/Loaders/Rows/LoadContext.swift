import Quantities
import Records

/// What all files of a run share while they are read: words, consultants, the lexicon, telephones.
///
/// A class, because every column's reader writes into the one lexicon.
final class LoadContext {
  var lexicon = Lexicon()
  var phoneBook: [[PhoneNumber]] = []
  var words = WordBook()
  var staff = StaffBook()
  var settings = Settings()
  /// Words that no list knows: kind and field → words in order of appearance.
  private(set) var unknownWords: [(kind: RecordKind, field: Field, words: [String])] = []
  private var seenUnknown: Set<String> = []
  /// Consultants as written, for similar names.
  private(set) var staffNames: [String] = []
  private var seenStaff: Set<String> = []
  private var phoneEntries: [[PhoneNumber]: Int] = [:]

  func noteUnknown(_ word: String, _ field: Field, _ kind: RecordKind) {
    guard seenUnknown.insert("\(kind.rawValue) \(field.rawValue) \(word)").inserted else { return }
    if let index = unknownWords.firstIndex(where: { $0.kind == kind && $0.field == field }) {
      unknownWords[index].words.append(word)
    } else {
      unknownWords.append((kind, field, [word]))
    }
  }

  func noteStaff(_ name: String) {
    if seenStaff.insert(name).inserted { staffNames.append(name) }
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
}
