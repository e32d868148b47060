import Diagnostics
import Testing

/// Every finding has words in both languages that ask for the same facts.
@Suite struct WordingTests {
  @Test func bothLanguagesKnowTheSameCodes() {
    #expect(Wording.chinese.codes == Wording.english.codes)
    #expect(Wording.english.codes.count > 90)
  }

  @Test func rowCodesFallBackToTheirKindlessWords() {
    #expect(Wording.english.knows("calls.bad-date"))
    #expect(Wording.english.knows("deals.unread.bad-count"))
    #expect(!Wording.english.knows("calls.no-such-thing"))
  }

  @Test func sentencesHaveNoFullStopAndBeginLowerCase() {
    for code in Wording.english.codes {
      let sentence = Wording.english.sentence(of: Finding(.note, code))
      #expect(!sentence.hasSuffix("."), "\(code)")
      let first = sentence.first.map(String.init) ?? ""
      #expect(first == first.lowercased() || sentence.hasPrefix("NUL"), "\(code)")
    }
  }
}
