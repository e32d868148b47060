import Checksum
import Documents
import Quantities
import Testing
import Writers

@Suite struct HTMLWriterTests {
  private func page(_ document: Document) throws -> Node {
    var faults: [String] = []
    let root = Node.read(HTMLWriter(try ThemeFiles.theme).write(document).bytes, faults: &faults)
    #expect(faults.isEmpty)
    return root
  }

  @Test(arguments: Sample.all.map(\.name))
  func everySampleHasOneHeadlineAndNoSkippedLevel(name: String) throws {
    let document = try #require(Sample.all.first { $0.name == name }?.document)
    let levels = try page(document).all.compactMap { node in
      node.name.count == 2 && node.name.first == "h" ? node.name.last?.wholeNumberValue : nil
    }
    #expect(levels.filter { $0 == 1 }.count == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test(arguments: Sample.all.map(\.name))
  func idsAreUniqueAndLinksArrive(name: String) throws {
    let document = try #require(Sample.all.first { $0.name == name }?.document)
    let root = try page(document)
    let ids = root.all.compactMap { $0["id"] }
    #expect(ids.count == Set(ids).count)
    for link in root.named("a").compactMap({ $0["href"] }) {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())))
    }
    for name in root.all.compactMap({ $0["aria-labelledby"] }).flatMap({ $0.split(separator: " ") })
    {
      #expect(ids.contains(String(name)))
    }
  }

  @Test(arguments: Sample.all.map(\.name))
  func tablesHaveCaptionsAndScopedHeads(name: String) throws {
    let document = try #require(Sample.all.first { $0.name == name }?.document)
    let root = try page(document)
    for table in root.named("table") {
      #expect(table.children.first?.name == "caption")
      #expect(table.children.first?.text.isEmpty == false)
      #expect(table.named("th").allSatisfy { $0["scope"] != nil })
    }
  }

  @Test func thePolicyAllowsThePagesOwnStyleAlone() throws {
    let root = try page(Sample.weekly)
    let policy = try #require(
      root.named("meta").first { $0["http-equiv"] == "Content-Security-Policy" }?["content"])
    // The digest in hexadecimal, worked out from the base64 of the policy by hand of the alphabet.
    let style = try #require(root.named("style").first?.text)
    let digest = SHA256.digest(of: Array(style.utf8))
    let encoded = try #require(
      policy.split(separator: "'").first { $0.hasPrefix("sha256-") }?.dropFirst(7))
    #expect(decoded(String(encoded)) == digest)
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
  }

  @Test func nothingRunsAndNothingIsLoaded() throws {
    for (_, document) in Sample.all {
      let root = try page(document)
      for name in ["script", "img", "link", "iframe", "object", "embed", "form", "base"] {
        #expect(root.named(name).isEmpty)
      }
      for node in root.all {
        #expect(!node.attributes.contains { $0.name.hasPrefix("on") || $0.name == "style" })
      }
      let text = String(
        decoding: HTMLWriter(try ThemeFiles.theme).write(document).bytes, as: UTF8.self)
      #expect(!text.contains("http:") && !text.contains("https:") && !text.contains("url("))
    }
  }

  @Test func attacksStayTextInEveryPosition() throws {
    let root = try page(Sample.hostile(Sample.attack))
    #expect(root.named("img").isEmpty)
    #expect(root.named("style").count == 1)
    #expect(root.named("h1").first?.text.contains(Sample.attack) == true)
    #expect(root.named("title").first?.text.contains(Sample.attack) == true)
    #expect(root.named("abbr").first?["title"] == Sample.attack)
    #expect(root.named("caption").contains { $0.text.contains(Sample.attack) })
    #expect(root.named("figcaption").contains { $0.text.contains(Sample.attack) })
    #expect(root.named("desc").contains { $0.text == Sample.attack })
    #expect(root.named("li").contains { $0.text == Sample.attack })
  }

  @Test func forbiddenCharactersBecomeTheReplacementAndAreCounted() throws {
    let writer = HTMLWriter(try ThemeFiles.theme)
    var document = Sample.empty
    let clean = writer.write(document)
    #expect(clean.replacedCharacters == 0)
    document.blocks.append(
      .paragraph([.text(Sample.forbidden)]))
    let written = writer.write(document)
    #expect(written.replacedCharacters == 7)
    #expect(
      String(decoding: written.bytes, as: UTF8.self).contains(
        "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FFFD}e\u{FFFD}f，g\u{FFFD}</p>"))
  }

  @Test func alertsComeFirstAndStampTheDraft() throws {
    let root = try page(Sample.weekly)
    let order = root.all.filter { $0.has(class: "alerts") || $0.has(class: "metrics") }
    #expect(order.first?.has(class: "alerts") == true)
    #expect(order.first?.text.contains("成交11月.csv 第 57、83 行") == true)
    #expect(root.all.first { $0.has(class: "stamp") }?.text == "草稿")
    #expect(try page(Sample.empty).all.allSatisfy { !$0.has(class: "stamp") })
  }

  @Test(arguments: [40, 41, 700]) func theFirstPlacesOfManyAreShown(places: Int) throws {
    var document = Sample.empty
    document.alerts = [Alert(text: "一房两卖：\(places) 处", places: (1...places).map { "成交.csv:\($0)" })]
    let shown = try #require(try page(document).all.first { $0.has(class: "alerts") }).text
    #expect(shown.contains("一房两卖：\(places) 处（成交.csv 第 1、2、3、"))
    #expect(shown.contains(places > 40 ? "39、40 行 等）" : "39、40 行）"))
  }

  @Test func aHeadlineFigureLinksToItsProof() throws {
    let root = try page(Sample.weekly)
    let link = try #require(
      root.named("a").first { $0["href"] == "#proof-visits.first-conversion" })
    #expect(link.text == "7.45%")
    let proof = try #require(root.all.first { $0["id"] == "proof-visits.first-conversion" })
    #expect(proof.text.contains("7 / 94 = 7.45%"))
    #expect(proof.text.contains("共 101 行，列出前 3 行：来访11月.csv 第 12、19 行；成交台账.csv 第 3 行"))
  }

  @Test func aChangeHasSignAndWord() throws {
    let metrics = try page(Sample.weekly).all.filter { $0.has(class: "change") }.map(\.text)
    #expect(metrics[0] == "▲ +11（+9.40%） 较上周 117，升")
    #expect(metrics[4] == "▼ −1（−16.67%） 较上周 6，降")
    #expect(metrics[5] == "较上周 —（早于资料的起始日）")
  }

  @Test func aMissingValueSaysWhy() throws {
    let root = try page(Sample.weekly)
    let dashes = root.named("abbr").filter { $0.text == "—" }
    #expect(!dashes.isEmpty)
    #expect(dashes.allSatisfy { $0["title"]?.isEmpty == false })
    #expect(root.all.contains { $0.has(class: "legend") && $0.text == "— 没有记录" })
  }

  @Test func numbersKeepTheirExactValue() throws {
    let root = try page(Sample.weekly)
    let amount = try #require(root.named("data").first { $0["data-of"] == "deals.amount" })
    #expect(amount["value"] == "33901000.00")
    #expect(amount.text == "3,390.10")
  }

  @Test func aChartBesideItsOwnTableDoesNotRepeatIt() throws {
    var document = Sample.empty
    let chart = Chart(
      kind: .columns, title: "图", description: "", table: Sample.dailyTable, values: ["first"])
    document.blocks = [.section(Section(title: [.text("一")], blocks: [.chart(chart)]))]
    #expect(try page(document).named("table").count == 1)
    document.blocks = [
      .section(Section(title: [.text("一")], blocks: [.chart(chart), .table(Sample.dailyTable)]))
    ]
    #expect(try page(document).named("table").count == 1)
    #expect(try page(document).named("details").isEmpty)
  }

  @Test func whatThereIsNothingOfIsSaid() throws {
    let root = try page(Sample.empty)
    let empty = root.all.filter { $0.has(class: "empty") }.map(\.text)
    #expect(empty == ["本日没有来访", "没有名单"])
    #expect(root.named("svg").isEmpty)
  }

  /// Narrow blocks beside each other stand in two columns on paper; one alone keeps the full width.
  @Test func narrowBlocksOfARunStandInColumns() throws {
    var document = Sample.weekly
    func table(_ name: String, rows: Int, columns: Int = 1) -> Block {
      .table(
        Table(
          title: name,
          columns: [Sample.words("name", "名")]
            + (0..<columns).map { Sample.number("n\($0)", "认购金额") },
          rows: (0..<rows).map { row in
            Table.Row([Sample.text("甲\(row)")] + (0..<columns).map { _ in Sample.text("1") })
          }))
    }
    document.blocks = [
      .section(
        Section(
          title: [.text("一")],
          blocks: [
            table("窄一", rows: 2), table("窄二", rows: 2), table("宽", rows: 2, columns: 9),
            table("单独", rows: 2), .pageBreak, table("长", rows: 15),
          ]))
    ]
    let columns = try page(document).all.filter { $0.has(class: "columns") }
    #expect(columns.map { $0.named("caption").map(\.text) } == [["窄一", "窄二"], ["长"]])
  }

  @Test func theFootBalancesEveryFile() throws {
    let foot = try #require(try page(Sample.weekly).named("footer").first)
    let rows = foot.named("tbody").flatMap { $0.named("tr") }.map { $0.children.map(\.text) }
    #expect(rows[0] == ["来访11月.csv 来访", "418", "131", "279", "3", "2", "2", "1", "9f86d081884c"])
    let sum = foot.named("tfoot").flatMap { $0.named("tr") }.map { $0.children.map(\.text) }
    #expect(sum == [["合计 2 份", "572", "138", "424", "3", "3", "3", "1", ""]])
    #expect(
      foot.all.first { $0.has(class: "signatures") }?.children.map(\.text) == ["制表", "审核", "批准"])
    let plain = try page(Sample.charts)
    #expect(plain.all.first { $0.has(class: "signatures") }?.children.map(\.text) == ["制表", "审核"])
  }

  @Test func everyPageOfPaperNamesProjectAndPeriod() throws {
    let style = try #require(try page(Sample.english).named("style").first?.text)
    #expect(
      style.hasSuffix(
        "@page{size:A4 landscape;@bottom-left{content:\"Yunxili weekly report \\b7  2026-11-16 \\2014  2026-11-22 \\b7  Draft\"}}\n"
      ))
  }

  @Test func aWeekIsSmallAndQuick() throws {
    let writer = HTMLWriter(try ThemeFiles.theme)
    let clock = ContinuousClock()
    var size = 0
    let time = clock.measure { size = writer.write(Sample.weekly).bytes.count }
    #expect(size < 300_000)
    // A few milliseconds where optimized; here with room for a busy machine and no optimizer.
    #expect(time < .seconds(2))
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    let theme = try ThemeFiles.theme
    #expect(
      HTMLWriter(theme).write(Sample.weekly).bytes == HTMLWriter(theme).write(Sample.weekly).bytes)
  }

  /// Base64 read back the slow way.
  private func decoded(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = text.filter { $0 != "=" }.flatMap { character -> [Int] in
      let value = alphabet.firstIndex(of: character) ?? 0
      return (0..<6).map { value >> (5 - $0) & 1 }
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      UInt8(bits[start..<start + 8].reduce(0) { $0 * 2 + $1 })
    }
  }
}
