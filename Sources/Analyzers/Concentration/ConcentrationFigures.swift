import Facts
import Quantities
import Records

/// 集中度（20/80）: how much the largest hold, honestly said.
enum ConcentrationFigures {
  static let analyzers: [Analyzer] = ConcentrationSubject.allCases.flatMap(figures)

  /// Fewer holders than this make no 20/80 sentence.
  private static let fewest = 5
  private static let source = "field practice: F30–F32; Gini over ascending amounts"

  private static func figures(_ subject: ConcentrationSubject) -> [Analyzer] {
    [
      scalar(
        subject, "count", Words("数", " with a net amount"),
        Words("截至末日净认购金额大于零的", "with a net subscribed amount above zero to date:"),
        subject.unit
      ) { .count($0.count) },
      scalar(
        subject, "top20-count", Words("前20%个数", ": size of the top 20 %"),
        Words("k＝⌈0.2·n⌉，金额最大的两成", "k = ⌈0.2·n⌉, the largest fifth of"), subject.unit
      ) { .count($0.topCount) },
      scalar(
        subject, "top20-share", Words("前20%占比", ": share of the top 20 %"),
        Words("金额最大的 k 个占全部净认购金额的比例", "net amount of the k largest over that of all"),
        .fineShare
      ) { .ratio(Ratio(.money($0.top), over: .money($0.total))) },
      scalar(
        subject, "for80-count", Words("达到80%所需个数", ": number for 80 %"),
        Words("累计达到80%净认购金额的最少个数 m", "the smallest m that hold 80 % of the net amount of"),
        subject.unit
      ) { .count($0.countForMost) },
      scalar(
        subject, "for80-share", Words("达到80%所需占比", ": share needed for 80 %"),
        Words("m 占全部个数 n 的比例", "m over n, the number of all"), .fineShare
      ) { .ratio(Ratio($0.countForMost, over: $0.count)) },
      scalar(
        subject, "gini", Words("基尼系数", ": Gini coefficient"),
        Words("G＝2Σi·xᵢ/(nΣx)−(n+1)/n，xᵢ 由小到大", "G = 2Σ i·x_i/(nΣx) − (n+1)/n of"), .gini
      ) { list in
        guard let gini = list.gini else { return .missing(.zeroDenominator) }
        return .ratio(Ratio(.whole(gini.numerator), over: .whole(gini.denominator)))
      },
      finding(subject), curve(subject), table(subject),
    ]
  }

  private static func scalar(
    _ subject: ConcentrationSubject, _ id: String, _ name: Words, _ meaning: Words, _ unit: Unit,
    value: @escaping @Sendable (Concentration<ConcentrationKey>) -> Value
  ) -> Analyzer {
    let what = subject.words
    return Analyzer(
      FigureDefinition(
        "concentration.\(subject.rawValue).\(id)",
        Words(what.chinese + name.chinese, what.english + name.english),
        Words(
          "\(what.chinese)：\(meaning.chinese)", "\(meaning.english) \(what.english.lowercased())"),
        unit: unit, scopes: .toDate, source: source),
      unless: { absence($0) }
    ) { analysis, _ in
      let net = analysis.netAmounts(subject)
      guard net.list.count > 0 else {
        return id == "count" ? Fact(.count(0)) : Fact(.missing(.noNetAmounts))
      }
      return Fact(
        value(net.list), lineage: lineage(net, analysis),
        remarks: remarks(subject, net, analysis))
    }
  }

  /// The finding in one sentence; none for few holders.
  private static func finding(_ subject: ConcentrationSubject) -> Analyzer {
    let what = subject.words
    return Analyzer(
      FigureDefinition(
        "concentration.\(subject.rawValue).finding",
        Words("\(what.chinese)集中度结论", "\(what.english): finding"),
        Words(
          "\(what.chinese)集中度的一句话结论，只说结果；不足\(fewest)个不下结论",
          "what was found, in one sentence; none for fewer than \(fewest) \(what.english.lowercased())"
        ), unit: .text, scopes: .toDate, source: source),
      unless: { absence($0) }
    ) { analysis, _ in
      let net = analysis.netAmounts(subject)
      let list = net.list
      guard list.count > 0 else { return Fact(.missing(.noNetAmounts)) }
      guard list.count >= fewest else { return Fact(.missing(.tooFew)) }
      let share = Value.ratio(Ratio(.money(list.top), over: .money(list.total)))
      let needed = Value.ratio(Ratio(list.countForMost, over: list.count))
      let (zh, en) = (Formatter(.chinese), Formatter(.english))
      let unit = subject.unit.words
      return Fact(
        .words(
          Words(
            "\(list.count)\(unit.chinese)\(what.chinese)中，金额最大的\(list.topCount)"
              + "\(unit.chinese)占\(zh.text(share, unit: .fineShare))；达到80%需要"
              + "\(list.countForMost)\(unit.chinese)（\(zh.text(needed, unit: .fineShare))）",
            "of \(list.count) \(what.english.lowercased()) the largest \(list.topCount) hold "
              + "\(en.text(share, unit: .fineShare)); 80 % takes \(list.countForMost) "
              + "(\(en.text(needed, unit: .fineShare)))")),
        lineage: lineage(net, analysis), remarks: remarks(subject, net, analysis))
    }
  }

  private static func curve(_ subject: ConcentrationSubject) -> Analyzer {
    let what = subject.words
    return Analyzer(
      FigureDefinition(
        "concentration.\(subject.rawValue).curve",
        Words("\(what.chinese)帕累托曲线", "\(what.english): Pareto curve"),
        Words(
          "\(what.chinese)按净认购金额由大到小的累计占比",
          "running share of the net amount, largest first, of \(what.english.lowercased())"),
        unit: .fineShare, shape: .series, scopes: .toDate,
        columns: keys(subject) + [
          FigureColumn("amount", Words("净认购金额", "Net amount"), .money),
          FigureColumn("running-share", Words("累计占比", "Running share"), .fineShare),
        ], source: source)
    ) { analysis, _ in
      rows(subject, analysis) { list in
        { position, name in
          let place = Value.count(position + 1)
          return (subject.isPersonal ? [place, name] : [name, place]) + [
            .money(list.entries[position].amount),
            .ratio(Ratio(.money(list.running[position]), over: .money(list.total))),
          ]
        }
      }
    }
  }

  /// A curve of persons is read by their places, any other by its names.
  private static func keys(_ subject: ConcentrationSubject) -> [FigureColumn] {
    let rank = FigureColumn("rank", Words("序", "No."), .rank)
    let name = FigureColumn("name", subject.words, .text, isPersonal: subject.isPersonal)
    return subject.isPersonal ? [rank, name] : [name, rank]
  }

  private static func table(_ subject: ConcentrationSubject) -> Analyzer {
    let what = subject.words
    return Analyzer(
      FigureDefinition(
        "concentration.\(subject.rawValue).table",
        Words("\(what.chinese)集中度表", "\(what.english) by net amount"),
        Words(
          "\(what.chinese)按净认购金额排列，累计占比80%以内为A类，95%以内为B类，其余C类",
          "\(what.english) by net amount; class A up to 80 % of the running share, B up to 95 %"),
        unit: .money, shape: .table, scopes: .toDate,
        columns: [
          FigureColumn("rank", Words("名次", "Rank"), .rank),
          FigureColumn("name", what, .text, isPersonal: subject.isPersonal),
          FigureColumn("amount", Words("净认购金额", "Net amount"), .money),
          FigureColumn("share", Words("占比", "Share"), .fineShare),
          FigureColumn("running-share", Words("累计占比", "Running share"), .fineShare),
          FigureColumn("class", Words("类别", "Class"), .text),
        ], source: source)
    ) { analysis, _ in
      rows(subject, analysis) { list in
        let ranks = Ranks.competition(
          list.entries.map { Rational(Int128($0.amount.fen), over: 1) })
        return { position, name in
          let amount = list.entries[position].amount
          return [
            ranks[position].map { Value.count($0) } ?? .missing(.notApplicable), name,
            .money(amount), .ratio(Ratio(.money(amount), over: .money(list.total))),
            .ratio(Ratio(.money(list.running[position]), over: .money(list.total))),
            .text(list.classification(position).rawValue),
          ]
        }
      }
    }
  }

  private static func rows(
    _ subject: ConcentrationSubject, _ analysis: Analysis,
    cells: (Concentration<ConcentrationKey>) -> @Sendable (Int, Value) -> [Value]
  ) -> Fact {
    if let absence = absence(analysis) { return Fact(FactTable(rows: [], absence: absence)) }
    let net = analysis.netAmounts(subject)
    guard net.list.count > 0 else {
      return Fact(FactTable(rows: [], absence: .noNetAmounts))
    }
    let (house, names) = (analysis.house, Names(subject, analysis))
    let cells = cells(net.list)
    let rows = FactTable.Rows(count: net.list.count) { position in
      let key = net.list.entries[position].key
      return FactTable.Row(
        cells(position, names.name(key)),
        lineage: Lineage {
          Selection(house: house, thing: .deals, items: Array(net.deals(of: key))).lineage.rows
        })
    }
    return Fact(
      FactTable(rows: rows, cases: net.list.count), lineage: lineage(net, analysis),
      remarks: remarks(subject, net, analysis))
  }

  private static func absence(_ analysis: Analysis) -> Absence? {
    analysis.absence(of: [.deals], in: analysis.windows[.total])
  }

  /// How holders are called.
  private struct Names: Sendable {
    let subject: ConcentrationSubject
    let house: House
    let customers: CustomerNames

    init(_ subject: ConcentrationSubject, _ analysis: Analysis) {
      self.subject = subject
      house = analysis.house
      customers = analysis.customerNames
    }

    func name(_ key: ConcentrationKey) -> Value {
      switch key {
      case .customer(let customer): return .text(customers.name(of: customer))
      case .word(let word) where word.isNone:
        return .words(subject == .staff ? .unassigned : .unfilled)
      case .word(let word):
        let text = house.office.lexicon[word]
        return .text(subject == .referrers ? customers.shown(name: text) : text)
      }
    }
  }

  /// All deals of those who hold something.
  private static func lineage(_ net: NetAmounts, _ analysis: Analysis) -> Lineage {
    let house = analysis.house
    return Lineage { Selection(house: house, thing: .deals, items: net.held).lineage.rows }
  }

  private static func remarks(
    _ subject: ConcentrationSubject, _ net: NetAmounts, _ analysis: Analysis
  ) -> [Words] {
    analysis.shared("concentration.remarks.\(subject.rawValue)") {
      remarks(subject, net, Names(subject, analysis))
    }
  }

  private static func remarks(
    _ subject: ConcentrationSubject, _ net: NetAmounts, _ holders: Names
  ) -> [Words] {
    let list = net.list
    var remarks: [Words] = []
    if list.count < fewest {
      remarks.append(Words("样本过少（n＝\(list.count)）", "too few cases (n = \(list.count))"))
    }
    if list.isTiedAtCut {
      let amount = list.entries[list.topCount - 1].amount
      let text = Formatter(.chinese).text(.money(amount), unit: .money)
      let tied = list.entries.indices.filter { list.entries[$0].amount == amount }
      let names = tied.map { holders.name(list.entries[$0].key) }
      let (zh, en) = (Formatter(.chinese), Formatter(.english))
      remarks.append(
        Words(
          "前20%的分界处金额并列（\(text)万元）："
            + names.map { zh.text($0, unit: .text) }.joined(separator: "、"),
          "a tie at the cut of the top 20 % (\(text) ×10k yuan): "
            + names.map { en.text($0, unit: .text) }.joined(separator: ", ")))
    }
    if list.leftOut > 0 {
      remarks.append(
        Words(
          "净额不大于零的\(list.leftOut)\(subject.unit.words.chinese)未计入",
          "left out with a net amount of zero or less: \(list.leftOut)"))
    }
    if net.withoutAmount > 0 {
      remarks.append(
        Words("另有\(net.withoutAmount)笔没有金额", "deals without an amount: \(net.withoutAmount)"))
    }
    return remarks
  }
}

extension Absence {
  /// Nobody holds a net amount above zero.
  static let noNetAmounts = Absence(
    "no-net-amounts", Words("没有大于零的净额", "no net amount above zero"))
}
