import Facts
import Quantities
import Records

/// 项目损益: commission against costs, break-even, and what price and pace do to them.
enum ResolutionFigures {
  static let analyzers = [result, sensitivity]

  static let result = Analyzer(
    FigureDefinition(
      "resolution.result", Words("损益与盈亏平衡", "Result and break-even"),
      Words(
        "本年签约金额 × 佣金率（设置）减本年发生费用；盈亏平衡签约金额 = 费用 / 佣金率；指标损益按年签约指标和年预算",
        "amount signed this year × commission rate (setting) less spend; break-even = spend / rate; planned by target and budget"
      ),
      unit: .money, shape: .table, scopes: .own,
      columns: [
        .name, FigureColumn("actual", Words("本年至今", "Year to date"), .ofRow),
        FigureColumn("planned", Words("全年指标", "Year planned"), .ofRow),
      ], source: "a rule of the house: commission less costs (no original resolution was found)"),
    of: [.deals]
  ) { analysis, _ in
    let year = analysis.windows[.year]
    let signed = analysis.deals(.signed, in: year)
    guard let rate = analysis.office.settings.commissionRate else {
      return Fact(FactTable(rows: [], absence: .noCommissionRate))
    }
    let costs = costs(analysis)
    let target = planned(analysis)
    let actual = signed.amount(.signed)
    func income(_ amount: Money) -> Money { times(amount, rate) }
    let rows: [(words: Words, actual: Value, planned: Value)] = [
      (Words("签约金额", "Signed amount"), .money(actual), known(target) { .money($0) }),
      (
        Words("佣金收入", "Commission"), .money(income(actual)),
        known(target) { .money(income($0)) }
      ),
      (
        Words("费用", "Costs"), known(costs.spent) { .money($0) },
        known(costs.budget) { .money($0) }
      ),
      (
        Words("损益", "Result"), known(costs.spent) { .money(income(actual) - $0) },
        known(target, costs.budget) { .money(income($0) - $1) }
      ),
      (
        Words("利润率", "Margin"),
        known(costs.spent) {
          .ratio(Ratio(.money(income(actual) - $0), over: .money(income(actual))))
        },
        known(target, costs.budget) {
          .ratio(Ratio(.money(income($0) - $1), over: .money(income($0))))
        }
      ),
      (
        Words("盈亏平衡签约金额", "Break-even amount"), known(costs.spent) { evens($0, rate) },
        known(costs.budget) { evens($0, rate) }
      ),
    ]
    return Fact(
      FactTable(
        rows: rows.map { row in
          FactTable.Row(
            [.words(row.words), row.actual, row.planned],
            lineage: .union([signed.lineage, costs.lineage]))
        }), lineage: .union([signed.lineage, costs.lineage]))
  }

  static let sensitivity = Analyzer(
    FigureDefinition(
      "resolution.sensitivity", Words("敏感性", "Sensitivity"),
      Words(
        "价格和速度各变动10%时全年签约金额、佣金收入与损益；基数为年签约指标，没有指标时为本年至今签约金额",
        "signed amount of the year, commission and result with price and pace 10 % up and down; based on the year's target, else on the year to date"
      ),
      unit: .money, shape: .table, scopes: .own,
      columns: [
        .name, FigureColumn("pace", Words("速度", "Pace"), .text),
        FigureColumn("amount", Words("签约金额", "Signed amount"), .money),
        FigureColumn("income", Words("佣金收入", "Commission"), .money),
        FigureColumn("result", Words("损益", "Result"), .money),
      ], source: "field practice: D12, ±10 % price and pace"),
    of: [.deals]
  ) { analysis, _ in
    let signed = analysis.deals(.signed, in: analysis.windows[.year])
    let target = planned(analysis)
    let base = target ?? signed.amount(.signed)
    let costs = costs(analysis)
    let cost = target == nil ? costs.spent : costs.budget ?? costs.spent
    let rate = analysis.office.settings.commissionRate
    let steps: [(words: Words, percent: Int)] = [
      (Words("−10%", "−10%"), 90), (Words("不变", "as it is"), 100), (Words("+10%", "+10%"), 110),
    ]
    var rows: [FactTable.Row] = []
    for price in steps {
      for pace in steps {
        let factor = Rational(Int128(price.percent * pace.percent), over: 10_000) ?? .zero
        let amount = times(base, factor)
        let income = rate.map { times(amount, $0) }
        rows.append(
          FactTable.Row(
            [
              .words(Words("价格 \(price.words.chinese)", "price \(price.words.english)")),
              .words(Words("速度 \(pace.words.chinese)", "pace \(pace.words.english)")),
              .money(amount), income.map { .money($0) } ?? .missing(.noCommissionRate),
              income == nil
                ? .missing(.noCommissionRate)
                : known(income, cost) { .money($0 - $1) },
            ], lineage: .union([signed.lineage, costs.lineage])))
      }
    }
    let remark =
      target == nil
      ? Words("没有年签约指标，以本年至今签约金额为基数", "no target of the year: based on the year to date")
      : Words("以年签约指标为基数", "based on the target of the year")
    return Fact(
      FactTable(rows: rows), lineage: .union([signed.lineage, costs.lineage]), remarks: [remark])
  }

  // MARK: Sums

  private struct Costs {
    var spent: Money?
    var budget: Money?
    var lineage = Lineage.none
  }

  /// Spend of the year to date, and the budget of the whole calendar year; nil without a file.
  private static func costs(_ analysis: Analysis) -> Costs {
    let year = analysis.windows[.year]
    guard analysis.absence(of: [.costs], in: year) == nil else { return Costs() }
    let whole = Window(
      period: year.period, from: year.period.from, to: year.period.to, isUnfinished: false)
    let table = analysis.office[.costs]
    let (spent, planned) = (analysis.rows(.costs, in: year), analysis.rows(.costs, in: whole))
    func sum(_ field: Field, _ rows: Selection) -> Money {
      rows.items.reduce(.zero) { $0 + (table.money(field, Int($1)) ?? .zero) }
    }
    return Costs(
      spent: sum(.spent, spent), budget: table.has(.budget) ? sum(.budget, planned) : nil,
      lineage: planned.lineage)
  }

  /// The office's target of signed amount for the year of the last counted day.
  private static func planned(_ analysis: Analysis) -> Money? {
    let year = analysis.windows[.year].period
    guard case .found(let found) = analysis.targets.project(.signedAmount, year) else { return nil }
    return Money(fen: found.number)
  }

  /// An amount times a fraction, rounded once to fen.
  private static func times(_ amount: Money, _ factor: Rational) -> Money {
    let exact = Rational(Int128(amount.fen), over: 1).map { $0 * factor } ?? .zero
    return Money(fen: Int64(exact.scaled(decimals: 0)))
  }

  /// Costs / rate, rounded once to fen.
  private static func evens(_ costs: Money, _ rate: Rational) -> Value {
    guard let exact = Rational(Int(costs.fen)) / rate else { return .missing(.zeroDenominator) }
    return .money(Money(fen: Int64(exact.scaled(decimals: 0))))
  }

  private static func known(_ amount: Money?, _ make: (Money) -> Value) -> Value {
    amount.map(make) ?? .missing(.notRecorded)
  }

  private static func known(
    _ one: Money?, _ other: Money?, _ make: (Money, Money) -> Value
  ) -> Value {
    guard let one, let other else { return .missing(.notRecorded) }
    return make(one, other)
  }
}

extension Absence {
  /// The settings do not say what the agency is paid.
  static let noCommissionRate = Absence(
    "no-commission-rate", Words("未设佣金率", "no commission rate in the settings"))
}
