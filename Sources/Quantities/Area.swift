/// A floor area in whole hundredths of a square metre.
package struct Area: Hashable, Comparable, Sendable {
  package var hundredths: Int64

  package static let zero = Area(hundredths: 0)

  package init(hundredths: Int64) { self.hundredths = hundredths }

  package static func < (left: Area, right: Area) -> Bool { left.hundredths < right.hundredths }
  package static func + (left: Area, right: Area) -> Area {
    Area(hundredths: left.hundredths + right.hundredths)
  }
  package static func - (left: Area, right: Area) -> Area {
    Area(hundredths: left.hundredths - right.hundredths)
  }
  package static func += (left: inout Area, right: Area) { left.hundredths += right.hundredths }
}
