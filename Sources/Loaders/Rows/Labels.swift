import Diagnostics
import Quantities

/// Words for reasons, in both languages, from the one list of words.
enum Labels {
  /// What rows set aside for a reason are called in a balance.
  static func words(_ code: String) -> Words {
    Words(Wording.chinese.label(code), Wording.english.label(code))
  }

  /// The whole sentence of a finding.
  static func sentence(_ finding: Finding) -> Words {
    Words(Wording.chinese.sentence(of: finding), Wording.english.sentence(of: finding))
  }
}
