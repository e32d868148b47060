/// What reading one cell gave.
struct Reading: Equatable {
  enum State: Equatable {
    case value
    /// Nothing written, or one of the words for it.
    case empty
    /// A range such as 130-140万: a word of a breakdown, never summed.
    case band
    /// Not of the column's form.
    case bad
    /// A day whose order of day and month the column does not tell.
    case ambiguousOrder
    /// A day without a year, and no year known.
    case noYear
  }

  /// Repairs and doubts that are counted and said, never hidden.
  struct Notes: OptionSet {
    let rawValue: UInt16

    /// The day was a spreadsheet's serial number.
    static let serial = Notes(rawValue: 1)
    /// The year had two digits and was read as 20yy.
    static let shortYear = Notes(rawValue: 2)
    /// The day had no year; it came from the title lines or an option.
    static let borrowedYear = Notes(rawValue: 4)
    /// A time zone was written and not used.
    static let zone = Notes(rawValue: 8)
    /// The cell's own unit differs from the header's; the cell's was used.
    static let cellUnit = Notes(rawValue: 16)
    /// More decimals than a fen or 1/100 ㎡: rounded once.
    static let rounded = Notes(rawValue: 32)
    /// "About": 约30组.
    static let approximate = Notes(rawValue: 64)
    /// A telephone or id that a spreadsheet turned into 1.38E+10.
    static let lost = Notes(rawValue: 128)
    /// Several words in a column of single words; the first was taken.
    static let firstOfSeveral = Notes(rawValue: 256)
    /// A telephone of unusual length: kept, no key.
    static let oddPhone = Notes(rawValue: 512)
    /// A range in a column of numbers: not used as a number.
    static let band = Notes(rawValue: 2048)

    /// All notes with the code under which they are told.
    static let codes: [(note: Notes, code: String)] = [
      (.serial, "serial-date"), (.shortYear, "short-year"), (.borrowedYear, "borrowed-year"),
      (.zone, "time-zone"), (.cellUnit, "cell-unit"), (.rounded, "rounded"),
      (.approximate, "approximate"), (.lost, "lost-digits"), (.firstOfSeveral, "first-of-several"),
      (.oddPhone, "odd-phone"), (.band, "range"),
    ]
  }

  var state: State
  /// Day number, fen, hundredths, count, symbol, list or phone cell, by the column's type.
  var number: Int64 = 0
  /// Minutes after midnight, −1 without a time.
  var minutes: Int16 = -1
  var notes: Notes = []

  static let empty = Reading(state: .empty)
  static let bad = Reading(state: .bad)
  static let band = Reading(state: .band)

  static func value(_ number: Int64, _ notes: Notes = []) -> Reading {
    Reading(state: .value, number: number, notes: notes)
  }
}
