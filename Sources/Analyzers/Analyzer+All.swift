package import Facts

extension Analyzer {
  /// Every figure there is, in the order of the reference page. A new figure is one entry beside
  /// its analyzer and, for a new file of them, one line here.
  package static let all: [Analyzer] = [
    CallFigures.analyzers, CallBreakdowns.analyzers, VisitFigures.analyzers,
    ConversionFigures.analyzers, DaysToDeal.analyzers, VisitSeries.analyzers,
    VisitBreakdowns.analyzers, VisitList.analyzers,
    DealEvents.analyzers, NetFigures.analyzers, ParkingFigures.analyzers, DealRates.analyzers,
    DealSummary.analyzers, DealLists.analyzers, StaffDeals.analyzers, DealBreakdowns.analyzers,
    ReceiptFigures.analyzers, CustomerComparison.analyzers, RevivableCustomers.analyzers,
    LostCustomers.analyzers,
    OwnerStages.analyzers,
    ChannelSummary.analyzers,
    CostFigures.analyzers, CostPlan.analyzers, ExpectedCosts.analyzers, ReferralFigures.analyzers,
    TargetFigures.analyzers, TargetBreakdown.analyzers, TargetCourse.analyzers,
    StockFigures.analyzers, StockTables.analyzers,
    ConcentrationFigures.analyzers,
    StaffRankingFigures.analyzers, StaffPraiseFigures.analyzers, ScorecardFigures.analyzers,
    StaffHistory.analyzers,
    CompetitorSummary.analyzers, CompetitorStanding.analyzers, CompetitorSeries.analyzers,
    CompetitorLists.analyzers,
    CompetitorStructure.analyzers,
    RivalFigures.analyzers,
    LaunchDemandFigures.analyzers, PriceCurveFigures.analyzers, LaunchQueueFigures.analyzers,
    LaunchResultFigures.analyzers, LaunchPlacementFigures.analyzers, LaunchPlanFigures.analyzers,
    LaunchDayFigures.analyzers, LaunchCheckFigures.analyzers,
    TaskFigures.analyzers, MilestoneFigures.analyzers, CallbackFigures.analyzers,
    CallbackExpiry.analyzers,
    ObjectionFigures.analyzers, PatrolFigures.analyzers, PatrolTrend.analyzers,
    DataFigures.analyzers, AuditFigures.analyzers, RegisterFigures.analyzers,
    ResolutionFigures.analyzers,
  ].flatMap { $0 }
}

extension Catalogue {
  /// The catalogue of all figures.
  package static let all = Catalogue(Analyzer.all.map(\.definition))
}
