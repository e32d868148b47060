package import Quantities

/// Everything an office handed in, understood: tables, customers, parties, deals and settings.
package struct SalesOffice: Sendable {
  /// The last day that counts; nothing dated later enters any figure.
  package var asOf: CalendarDay
  package var settings: Settings
  package var lexicon: Lexicon
  package var sources: [SourceFile]
  package var setAside: [SetAsideRow]
  /// One table a kind, in the order of `RecordKind.allCases`; empty for kinds not given.
  package var tables: [RecordTable]
  /// Cells with anything but one plain mobile number.
  package var phoneBook: [[PhoneNumber]]
  package var customers: Customers
  package var parties: Parties
  package var deals: [Deal]
  /// Deals that follow a 换房 or 更名 and count in no figure; their rooms are sold all the same.
  package var successors: [Deal]
  /// Row numbers of the deals table, in stretches that `Deal.rows` name.
  package var dealRows: [Int32]
  package var dealRemarks: [DealRemark]
  /// Numbers and ids that cannot tell who is who.
  package var identityRemarks: [IdentityRemark] = []
  /// The competitors that the run is about; empty for all of them.
  package var chosenRivals: [Symbol] = []
  /// States of the rows and balances of the files before it was known which rows count in deals
  /// and receipts: for putting the office together again with other rows.
  package var asLoaded: (states: [[RecordTable.State]], sources: [SourceFile])?
  /// Channels that neither the office's words nor the built-in list know.
  package var unknownChannels: Set<Symbol> = []

  package init(
    asOf: CalendarDay, settings: Settings = Settings(), lexicon: Lexicon = Lexicon(),
    sources: [SourceFile] = [], setAside: [SetAsideRow] = [],
    tables: [RecordTable] = RecordKind.allCases.map(RecordTable.init),
    phoneBook: [[PhoneNumber]] = [], customers: Customers = Customers(),
    parties: Parties = Parties(), deals: [Deal] = [], successors: [Deal] = [],
    dealRows: [Int32] = [],
    dealRemarks: [DealRemark] = []
  ) {
    self.asOf = asOf
    self.settings = settings
    self.lexicon = lexicon
    self.sources = sources
    self.setAside = setAside
    self.tables = tables
    self.phoneBook = phoneBook
    self.customers = customers
    self.parties = parties
    self.deals = deals
    self.successors = successors
    self.dealRows = dealRows
    self.dealRemarks = dealRemarks
  }

  package subscript(kind: RecordKind) -> RecordTable { tables[kind.position] }

  /// Whether any file of the kind was given.
  package func has(_ kind: RecordKind) -> Bool { sources.contains { $0.kind == kind } }

  package var calls: RecordTable { self[.calls] }
  package var visits: RecordTable { self[.visits] }

  /// The rows of the deals table that tell a deal.
  package func rows(of deal: Deal) -> ArraySlice<Int32> {
    dealRows[Int(deal.rows.lowerBound)..<Int(deal.rows.upperBound)]
  }
}
