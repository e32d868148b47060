/// A column of whole numbers that lie near those beside them, as the days and lines of an export do:
/// a narrow distance a row from a number that stands once for 32 of them. The few that lie too far
/// away stand by themselves; once there are many of them, all numbers are kept whole.
///
/// The smallest of all numbers stands for "nothing"; it is near everything.
package struct NearNumbers<
  Distance: FixedWidthInteger & UnsignedInteger & Sendable,
  Number: FixedWidthInteger & SignedInteger & Sendable
>: RandomAccessCollection, Sendable {
  private var distances: [Distance] = []
  /// From where the distances of a stretch of rows are counted.
  private var starts: [Number] = []
  /// Numbers too far away, by ascending rows.
  private var far: [(row: Int, number: Number)] = []
  /// All numbers, once too many are far away; the others are empty then.
  private var whole: [Number] = []
  private var isWhole = false
  /// Rows for which memory was asked.
  private var expected = 0

  package init() {}

  package init(_ numbers: [Number]) { append(numbers) }

  private static var stretch: Int { 32 }
  // Distances that are none.
  private static var nothing: Distance { .max }
  private static var isFar: Distance { .max - 1 }

  package var startIndex: Int { 0 }
  package var endIndex: Int { isWhole ? whole.count : distances.count }

  package subscript(row: Int) -> Number {
    if isWhole { return whole[row] }
    let distance = distances[row]
    if distance >= Self.isFar { return distance == Self.nothing ? .min : farNumber(row) }
    return starts[row / Self.stretch] &+ Number(truncatingIfNeeded: distance)
  }

  /// The number of a row that is far away.
  private func farNumber(_ row: Int) -> Number {
    var (low, high) = (0, far.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if far[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return far[low].number
  }

  package mutating func append(_ number: Number) {
    if !isWhole {
      if distances.count.isMultiple(of: Self.stretch) {
        starts.append(Self.start(of: number, starts.last))
      }
      if let distance = distance(of: number) {
        distances.append(distance)
        return
      }
      if far.count < Self.stretch + distances.count / Self.stretch {
        far.append((distances.count, number))
        distances.append(Self.isFar)
        return
      }
      giveUp()
    }
    whole.append(number)
  }

  package mutating func append(_ numbers: [Number]) {
    numbers.withUnsafeBufferPointer { append($0) }
  }

  package mutating func append(_ numbers: ArraySlice<Number>) {
    numbers.withUnsafeBufferPointer { append($0) }
  }

  /// Appends the numbers of another column, each of them `more` larger.
  package mutating func append(_ other: Self, adding more: Number = 0) {
    withUnsafeTemporaryAllocation(of: Number.self, capacity: Self.stretch) { numbers in
      var from = 0
      while from < other.count {
        let to = Swift.min(from + Self.stretch, other.count)
        other.read(from..<to, adding: more, into: numbers)
        append(UnsafeBufferPointer(rebasing: numbers[..<(to - from)]))
        from = to
      }
    }
  }

  /// Rows of at most one stretch.
  @inline(__always)
  private func read(
    _ rows: Range<Int>, adding more: Number, into numbers: UnsafeMutableBufferPointer<Number>
  ) {
    if isWhole {
      for row in rows {
        numbers[row - rows.lowerBound] = whole[row] == .min ? .min : whole[row] &+ more
      }
      return
    }
    let start = starts[rows.lowerBound / Self.stretch] &+ more
    var largest: Distance = 0
    for row in rows {
      let distance = distances[row]
      largest = Swift.max(largest, distance)
      numbers[row - rows.lowerBound] = start &+ Number(truncatingIfNeeded: distance)
    }
    guard largest >= Self.isFar else { return }
    for row in rows where distances[row] >= Self.isFar {
      numbers[row - rows.lowerBound] = self[row] == .min ? .min : self[row] &+ more
    }
  }

  private mutating func append(_ numbers: UnsafeBufferPointer<Number>) {
    var next = 0
    while next < numbers.count, !isWhole {
      let some = Swift.min(next + 32 * Self.stretch, numbers.count)
      next += appendNear(UnsafeBufferPointer(rebasing: numbers[next..<some]))
      // The rest of a stretch in which some number is not near, or nothing.
      let far = Swift.min(next + Self.stretch, some)
      for number in numbers[next..<far] { append(number) }
      next = far
    }
    if next < numbers.count { whole += numbers[next...] }
  }

  /// Asks for memory for a long column of `count` rows in all.
  package mutating func reserveColumn(_ count: Int) {
    expected = count
    if isWhole {
      whole.reserveColumn(count)
    } else {
      distances.reserveColumn(count)
      starts.reserveColumn(count / Self.stretch + 1)
    }
  }

  /// Takes back all rows from `count` on.
  package mutating func truncate(to count: Int) {
    if whole.count > count { whole.removeLast(whole.count - count) }
    guard distances.count > count else { return }
    distances.removeLast(distances.count - count)
    starts.removeLast(starts.count - (count + Self.stretch - 1) / Self.stretch)
    while let last = far.last, last.row >= count { far.removeLast() }
  }

  // MARK: - Distances

  /// From where a stretch counts whose first number is given, and from where the one before it does:
  /// numbers may lie on both sides.
  private static func start(of number: Number, _ last: Number?) -> Number {
    number == .min ? last ?? 0 : number &- Number(Distance.max / 2)
  }

  /// The distance of a number in the last stretch; nil where it is too long.
  private mutating func distance(of number: Number) -> Distance? {
    if number == .min { return Self.nothing }
    let last = starts.count - 1
    if let near = Self.near(number, starts[last]) { return near }
    // A stretch of nothing counts from its first number.
    let first = distances.count / Self.stretch * Self.stretch
    guard distances[first...].allSatisfy({ $0 == Self.nothing }) else { return nil }
    starts[last] = Self.start(of: number, nil)
    return Self.near(number, starts[last])
  }

  @inline(__always)
  private static func near(_ number: Number, _ start: Number) -> Distance? {
    let distance = number &- start
    return distance >= 0 && distance < Number(Self.isFar)
      ? Distance(truncatingIfNeeded: distance) : nil
  }

  /// Appends numbers up to the first stretch with one that is nothing, or not near; gives how many.
  private mutating func appendNear(_ numbers: UnsafeBufferPointer<Number>) -> Int {
    let count = distances.count
    var done = 0
    // Taken out meanwhile, for the distances are being written to.
    var starts: [Number] = []
    swap(&starts, &self.starts)
    distances.append(contentsOf: repeatElement(0, count: numbers.count))
    distances.withUnsafeMutableBufferPointer { distances in
      guard let from = numbers.baseAddress, let to = distances.baseAddress else { return }
      while done < numbers.count {
        let place = count + done
        let own = Swift.min(Self.stretch - place % Self.stretch, numbers.count - done)
        let opens = place.isMultiple(of: Self.stretch)
        let start = opens ? Self.start(of: numbers[done], starts.last) : starts[starts.count - 1]
        guard Self.fill(to + place, from + done, own, start) else { return }
        if opens { starts.append(start) }
        done += own
      }
    }
    swap(&starts, &self.starts)
    if done < numbers.count { distances.removeLast(numbers.count - done) }
    return done
  }

  /// Writes the distances of some numbers; false if one of them is nothing, or not near.
  @inline(__always)
  private static func fill(
    _ distances: UnsafeMutablePointer<Distance>, _ numbers: UnsafePointer<Number>, _ count: Int,
    _ start: Number
  ) -> Bool {
    var longest: Number.Magnitude = 0
    var place = 0
    while place < count {
      // A number below the start is one at a very long distance.
      let distance = Number.Magnitude(truncatingIfNeeded: numbers[place] &- start)
      longest = Swift.max(longest, distance)
      distances[place] = Distance(truncatingIfNeeded: distance)
      place &+= 1
    }
    return longest < Number.Magnitude(Self.isFar)
  }

  private mutating func giveUp() {
    whole.reserveColumn(expected)
    for row in distances.indices { whole.append(self[row]) }
    distances = []
    starts = []
    far = []
    isWhole = true
  }
}

extension NearNumbers where Number == Int32 {
  /// The rows whose numbers lie from one number to another, ascending; "nothing" lies nowhere.
  package func rows(from: Int32, to: Int32) -> [Int32] {
    let from = Swift.max(from, .min + 1)
    guard from <= to else { return [] }
    if isWhole { return indices.filter { from <= whole[$0] && whole[$0] <= to }.map { Int32($0) } }
    // Counted first: a list that grows is copied many times.
    var count = 0
    forEachStretch(from, to) { count &+= $0.count }
    // One place more, for the row behind the last one is written before it is known not to count.
    var near = [Int32](unsafeUninitializedCapacity: count + 1) { rows, filled in
      guard let rows = rows.baseAddress else { return }
      var next = 0
      forEachStretch(from, to) { stretch in
        guard stretch.count > 0 else { return }
        var place = 0
        while place < stretch.length {
          rows[next] = Int32(truncatingIfNeeded: stretch.row &+ place)
          next &+= stretch.holds(place) ? 1 : 0
          place &+= 1
        }
      }
      filled = next
    }
    let others = far.filter { from <= $0.number && $0.number <= to }
    if !others.isEmpty {
      near += others.map { Int32($0.row) }
      near.sort()
    }
    return near
  }

  /// The smallest and the largest number; nil where all are nothing.
  package var ends: (smallest: Int32, largest: Int32)? {
    var (smallest, largest) = (Int32.max, Int32.min)
    func note(_ number: Int32) {
      (smallest, largest) = (Swift.min(smallest, number), Swift.max(largest, number))
    }
    for number in whole where number != .min { note(number) }
    for (_, number) in far { note(number) }
    distances.withUnsafeBufferPointer { distances in
      for (index, start) in starts.enumerated() {
        let first = index * Self.stretch
        var (low, high) = (Distance.max, Distance.min)
        for row in first..<Swift.min(first + Self.stretch, distances.count)
        where distances[row] < Self.isFar {
          (low, high) = (Swift.min(low, distances[row]), Swift.max(high, distances[row]))
        }
        guard low <= high else { continue }
        note(start &+ Int32(truncatingIfNeeded: low))
        note(start &+ Int32(truncatingIfNeeded: high))
      }
    }
    return smallest <= largest ? (smallest, largest) : nil
  }

  /// Some rows in which numbers may lie in a range.
  private struct Stretch {
    let row: Int
    let length: Int
    let distances: UnsafePointer<Distance>
    /// The range: its first distance, and how far it goes.
    let low: Distance
    let width: Distance

    @inline(__always)
    func holds(_ place: Int) -> Bool { distances[place] &- low <= width }

    /// How many of the numbers lie in the range.
    @inline(__always)
    var count: Int {
      var count: Distance = 0
      var place = 0
      while place < length {
        count &+= holds(place) ? 1 : 0
        place &+= 1
      }
      return Int(truncatingIfNeeded: count)
    }
  }

  /// Gives the stretches in which numbers may lie from one number to another.
  @inline(__always)
  private func forEachStretch(_ from: Int32, _ to: Int32, _ body: (Stretch) -> Void) {
    distances.withUnsafeBufferPointer { distances in
      guard let first = distances.baseAddress else { return }
      for (index, start) in starts.enumerated() {
        let low = Swift.max(Int(from) - Int(start), 0)
        let high = Swift.min(Int(to) - Int(start), Int(Self.isFar) - 1)
        guard low <= high else { continue }
        let row = index * Self.stretch
        body(
          Stretch(
            row: row, length: Swift.min(Self.stretch, distances.count - row),
            distances: first + row, low: Distance(low), width: Distance(high - low)))
      }
    }
  }
}

/// Days as numbers, or lines of a file.
package typealias DayColumn = NearNumbers<UInt8, Int32>
package typealias LineColumn = NearNumbers<UInt8, Int32>
