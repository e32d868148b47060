/// What is shown apart from homes: car spaces, garages, storage rooms.
package enum ParkingWords {
  private static let words = ["车位", "车库", "储藏间", "储藏室", "仓储"].map { Array($0.utf8) }

  /// Whether a kind of product is one of them: one of the words stands in it.
  package static func means(_ product: String) -> Bool {
    let text = Array(product.utf8)
    return words.contains { word in
      guard word.count <= text.count else { return false }
      return (0...text.count - word.count).contains { start in
        text[start] == word[0] && text[start..<start + word.count].elementsEqual(word)
      }
    }
  }
}
