/// Why a value is not there.
package struct Absence: Hashable, Sendable {
  /// A stable code, such as `zero-denominator`.
  package let code: String
  /// The reason in a few words, for the reader of the report.
  package let reason: Words

  package init(_ code: String, _ reason: Words) {
    self.code = code
    self.reason = reason
  }

  /// n/0: nothing to divide by.
  package static let zeroDenominator = Absence(
    "zero-denominator", Words("分母为零", "nothing to divide by"))
  /// As-of lies before the period's first day.
  package static let notBegun = Absence("not-begun", Words("本期尚未开始", "the period has not begun"))
  /// The compared period ends before the first dated row of that kind of file.
  package static let outsideData = Absence(
    "outside-data", Words("早于资料的起始日", "before the first day of the data"))
  /// No row tells this.
  package static let notRecorded = Absence("not-recorded", Words("没有记录", "not recorded"))
  /// Nobody named an earlier report.
  package static let noIssuedReport = Absence(
    "no-issued-report",
    Words("没有给出旧报告（--since 旧报告.xml）", "no issued report given (--since OLD.xml)"))
  /// No target was set.
  package static let noTarget = Absence("no-target", Words("未设指标", "no target set"))
  /// No days are left in the target's period.
  package static let noDaysLeft = Absence("no-days-left", Words("期限已到", "no days left"))
  /// Too few cases for a statement.
  package static let tooFew = Absence("too-few", Words("样本不足", "too few cases"))
  /// Does not apply to this row.
  package static let notApplicable = Absence(
    "not-applicable", Words("不适用", "not applicable"))

  /// A file of this kind was not given; `words` names the kind.
  package static func noFile(_ words: Words) -> Absence {
    Absence(
      "no-file", Words("没有\(words.chinese)文件", "no \(words.english) file"))
  }

  /// No file has this column; `words` names it.
  package static func noColumn(_ words: Words) -> Absence {
    Absence(
      "no-column", Words("没有“\(words.chinese)”列", "no column \"\(words.english)\""))
  }
}
