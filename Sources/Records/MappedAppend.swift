extension Array {
  /// Appends what becomes of the elements of another array.
  package mutating func append<Others: RandomAccessCollection>(
    _ others: Others, each make: (Others.Element) -> Element
  ) where Others.Index == Int {
    guard let first = others.first else { return }
    let start = count
    // Room first: an array that grows element by element asks at each whether there is any.
    append(contentsOf: repeatElement(make(first), count: others.count))
    withUnsafeMutableBufferPointer { elements in
      let from = others.startIndex
      for index in 1..<others.count { elements[start + index] = make(others[from + index]) }
    }
  }
}
