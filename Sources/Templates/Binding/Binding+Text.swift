import Diagnostics
import Documents
import Facts
import Quantities

/// Running text with its values, and what of it is missing.
struct BoundText {
  var inlines: [Inline] = []
  /// Number of figures and cells named.
  var valueCount = 0
  /// What a reader must know beside the figures, by figure.
  var remarks: [(figure: String, name: String, remark: String)] = []
  /// Those that are missing, by name.
  var missing: [(name: String, absence: Absence)] = []

  /// All figures are missing: the sentence says nothing, only its first reason does.
  var onlyAbsence: (String, Absence)? {
    guard valueCount > 0, missing.count == valueCount, let first = missing.first else {
      return nil
    }
    return (first.name, first.absence)
  }

  /// The reasons of the dashes in the text, in brackets behind it.
  func reasons(_ language: Language) -> [Inline] {
    var order: [Absence] = []
    var names: [Absence: [String]] = [:]
    for (name, absence) in missing where absence != .notApplicable {
      if names[absence] == nil { order.append(absence) }
      if names[absence]?.contains(name) != true { names[absence, default: []].append(name) }
    }
    guard !order.isEmpty else { return [] }
    let parts = order.map { absence in
      (names[absence] ?? []).joined(separator: Phrases.comma[language])
        + Phrases.absent[language] + absence.reason[language]
    }
    let text = parts.joined(separator: Phrases.semicolon[language])
    return [.text(Phrases.open[language] + text + Phrases.close[language])]
  }
}

extension Binding {
  /// The pattern as plain text, for titles that take no values.
  func string(_ pattern: TextPattern) -> String {
    TextPattern.folded(inlines(pattern).inlines.plain(formatter))
  }

  func inlines(_ pattern: TextPattern) -> BoundText {
    let pieces = translated(pattern)
    var text = BoundText()
    for (index, piece) in pieces.enumerated() {
      var following = ""
      if pieces.indices.contains(index + 1), case .text(let next) = pieces[index + 1] {
        following = next
      }
      add(piece, to: &text, following: following)
    }
    return text
  }

  /// The pieces in the document's language; Chinese where the word list has no sentence.
  private func translated(_ pattern: TextPattern) -> [TextPattern.Piece] {
    guard language == .english, let english = context.words[pattern.source] else {
      return pattern.pieces
    }
    var places: [String: TextPattern.Piece] = [:]
    for (token, piece) in zip(TextPattern.tokens(of: pattern.source), pattern.pieces) {
      if case .reference(let reference, _) = token { places[reference.written] = piece }
    }
    return TextPattern.tokens(of: english).compactMap { token in
      switch token {
      case .text(let text): .text(text)
      case .reference(let reference, _): places[reference.written]
      case .broken: nil
      }
    }
  }

  private func add(_ piece: TextPattern.Piece, to text: inout BoundText, following: String) {
    switch piece {
    case .text(let plain): text.inlines.append(.text(plain))
    case .pseudo(let pseudo, let format):
      text.inlines.append(pseudoValue(pseudo, format))
    case .cell(let owner, let key, let format):
      let at = owner == .each ? each : row
      guard let (value, column) = at?.cell(key) else { return }
      text.valueCount += 1
      if case .missing(let absence) = value {
        text.missing.append((column.name[language], absence))
      }
      let shown = Shown(
        masked(value, column), unit: unit(of: value, in: column), format: format,
        isSigned: isSigned(column.key, of: at?.definition.id ?? ""),
        printed: term(for: value, in: column))
      append(shown, to: &text, following: following)
    case .figure(let key, let aspect):
      let definition = context.catalogue[key.id]
      let name = definition?.name[language] ?? key.text
      switch aspect {
      case .name: text.inlines.append(.text(name))
      case .value(let format):
        let fact = context.fact(key)
        let value = fact.value
        text.valueCount += 1
        if !value.isMissing {
          text.remarks += fact.remarks.map { (key.text, name, $0[language]) }
        }
        if case .missing(let absence) = value { text.missing.append((name, absence)) }
        let shown = Shown(
          value, unit: definition?.unit ?? .none, format: format, of: key.text)
        append(shown, to: &text, following: following)
      case .change, .difference:
        add(change: aspect, key, name, to: &text, following: following)
      }
    }
  }

  private func add(
    change aspect: TextPattern.Aspect, _ key: FigureKey, _ name: String,
    to text: inout BoundText, following: String
  ) {
    let change = Change(
      context.fact(FigureKey(key.id)).value, against: context.fact(key).value,
      unit: context.catalogue[key.id]?.unit ?? .none)
    text.valueCount += 1
    if case .missing(let absence) = change.relative.value, change.difference == nil {
      let label = Phrases.against(key.scope, in: context)[language]
      text.missing.append((label, absence))
    }
    if aspect == .change {
      append(change.relative, to: &text, following: following)
      guard change.relative.value.isMissing, let difference = change.difference else { return }
      // Nothing to divide by: the absolute change says it.
      text.inlines.append(.text(Phrases.open[language]))
      append(difference, to: &text, following: "", withUnit: true)
      text.inlines.append(.text(Phrases.close[language]))
    } else {
      append(change.difference ?? change.relative, to: &text, following: following)
    }
  }

  /// A value with the unit that belongs to its format; counting words stand in the template.
  private func append(
    _ shown: Shown, to text: inout BoundText, following: String, withUnit: Bool = false
  ) {
    text.inlines.append(.value(shown))
    let unit = shown.unitText(formatter)
    guard !unit.isEmpty else { return }
    let isOurs: Bool =
      switch shown.unit {
      case .money, .moneyPerItem, .pricePerArea, .area: true
      case .points: true
      default: withUnit
      }
    let next = following.drop { $0 == " " }
    guard isOurs, shown.unit.isSpoken, !next.hasPrefix(unit) else { return }
    text.inlines.append(.text(" " + unit))
  }

  private func pseudoValue(_ pseudo: PseudoFigure, _ format: Format) -> Inline {
    let period = context.period
    func day(_ day: CalendarDay) -> Inline {
      let format = format == .usual && language == .chinese ? .monthDay : format
      return .value(Shown(.day(day), unit: .day, format: format))
    }
    switch pseudo {
    case .projectName: return .text(context.project)
    case .periodFrom: return day(period.from)
    case .periodTo: return day(period.to)
    case .asOf: return day(context.asOf)
    case .day: return day(context.day)
    case .periodDates:
      let from = formatter.day(period.from, .monthDay)
      let to = formatter.day(period.to, .monthDay)
      return .text(period.days == 1 ? from : from + "—" + to)
    case .periodName: return .text(inSentence(Phrases.period(period.kind)))
    case .periodPrevious: return .text(Phrases.previous(period.kind)[language])
    case .periodNext: return .text(Phrases.next(period.kind)[language])
    case .periodWeek: return .text(String(period.to.isoWeek.week))
    case .projectWeek: return .text(context.projectWeek.map(String.init) ?? Formatter.dash)
    case .periodDays: return .text(String(period.days))
    case .periodYear: return .text(String(context.day.year))
    case .rules: return .text(context.rules.joined(separator: Phrases.semicolon[language]))
    }
  }

  private func inSentence(_ words: Words) -> String {
    guard language == .english else { return words.chinese }
    return words.english.prefix(1).lowercased() + words.english.dropFirst()
  }

  // MARK: Cells

  /// The unit of a cell: that of its column, or that of the value in columns of mixed rows.
  func unit(of value: Value, in column: FigureColumn) -> Unit {
    guard column.unit == .none || column.unit == .text else { return column.unit }
    return switch value {
    // What a row says and should say may be a price: in yuan, so that no digit is lost.
    case .money:
      ["before", "after", "value", "expected"].contains(column.key) ? .none : .money
    case .area: .area
    case .day: .day
    case .clock: .clock
    default: column.unit
    }
  }

  /// The value as this reader may see it.
  func masked(_ value: Value, _ column: FigureColumn) -> Value {
    guard column.isPersonal, !context.showsPersonal, case .text(let text) = value else {
      return value
    }
    return .text(PersonalMask.whole(text))
  }

  /// Columns whose numbers carry a sign.
  func isSigned(_ key: String, of figure: String) -> Bool {
    switch key {
    case "change", "difference", "ahead": true
    case "gap": !figure.hasPrefix("targets.")
    default: false
    }
  }
}

extension Unit {
  /// Whether the unit is said behind the number in a sentence.
  fileprivate var isSpoken: Bool {
    switch self {
    case .rate, .share, .fineShare, .perOne: false
    default: true
    }
  }
}
