/// A row of a file: index of the file among the run's sources, line from 1.
package struct SourceRow: Hashable, Comparable, Sendable {
  package let file: Int32
  package let line: Int32

  package init(file: Int32, line: Int32) {
    self.file = file
    self.line = line
  }

  package static func == (left: SourceRow, right: SourceRow) -> Bool {
    left.file == right.file && left.line == right.line
  }

  package static func < (left: SourceRow, right: SourceRow) -> Bool {
    left.file != right.file ? left.file < right.file : left.line < right.line
  }
}
