import CSV
import Testing

/// Work that a thread does ahead is the caller's own, whoever does it.
@Suite struct AheadTests {
  @Test(arguments: 0..<20)
  func everyPieceIsDoneOnceByOneOfTheTwo(round: Int) {
    let keys = Array(0..<50)
    let ahead = Ahead(keys) { { $0 * $0 } }
    // From the other end, so that the two meet somewhere.
    for key in keys.reversed() {
      let value = ahead.value(of: key)
      #expect(value == nil || value == key * key)
      // What is once left to the caller stays with him, what is done stays done.
      #expect(ahead.value(of: key) == value)
    }
  }

  @Test func aPieceThatHasBegunIsWaitedFor() {
    let ahead = Ahead(["一"]) {
      { key in
        var sum = 0
        for number in 0..<200_000 { sum = (sum &+ number) % 1_000_003 }
        return key + String(sum % 1)
      }
    }
    let value = ahead.value(of: "一")
    #expect(value == nil || value == "一0")
  }

  @Test func whatNobodyAskedForIsTheCallers() {
    let ahead = Ahead([1]) { { $0 } }
    #expect(ahead.value(of: 2) == nil)
    let none = Ahead([Int]()) { { $0 } }
    #expect(none.value(of: 1) == nil)
  }
}
