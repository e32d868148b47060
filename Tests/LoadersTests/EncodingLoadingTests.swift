import Diagnostics
import Loaders
import Records
import Testing

/// Bytes and encodings of exports (bad inputs B01–B10).
@Suite struct EncodingLoadingTests {
  private static let gbk: [UInt8] = [
    0xC0, 0xB4, 0xB7, 0xC3, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xBF, 0xCD, 0xBB, 0xA7, 0xD0, 0xD5,
    0xC3, 0xFB, 0x0A, 0x32, 0x30, 0x32, 0x36, 0x2D, 0x30, 0x33, 0x2D, 0x30, 0x32, 0x2C, 0xD5,
    0xC5, 0xD2, 0xBB,
  ]

  @Test func chineseExcelsGBKIsRead() throws {
    let result = OfficeFolder("来访.csv", bytes: Self.gbk).load()
    #expect(result.counted(.visits) == 1)
    #expect(result.names(.visits) == ["张一"])
    #expect(result.office?.sources.first?.encoding == "GB18030")
  }

  @Test func utf8IsNotTakenForGB18030() {
    let result = OfficeFolder("来访.csv", "来访日期,客户姓名⏎2026-03-02,张一").load()
    #expect(result.names(.visits) == ["张一"])
    #expect(result.office?.sources.first?.encoding == "UTF-8")
  }

  @Test func rareCharactersOfGB18030StayApart() {
    var bytes = Array(Self.gbk.prefix(18))
    for name: [UInt8] in [
      [0x86, 0xB4], [0xE9, 0x46], [0xFE, 0x9F], [0x95, 0x34, 0xB2, 0x35],
    ] {
      bytes += Array("2026-03-02,".utf8) + name + [0x0A]
    }
    let result = OfficeFolder("来访.csv", bytes: bytes).load()
    #expect(result.names(.visits) == ["喆", "镕", "䶮", "𠮷"])
  }

  @Test(arguments: [
    "来访日期,客户姓名\n2026-03-02,张一", "\"来访日期\",\"客户姓名\"\n\"2026-03-02\",\"张一\"",
  ])
  func aByteOrderMarkIsNoPartOfTheFirstHeader(text: String) {
    let result = OfficeFolder("a.csv", bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8)).load()
    #expect(result.counted(.visits) == 1)
    #expect(result.names(.visits) == ["张一"])
    #expect(!result.has("columns.unused"))
  }

  @Test func utf16WithMarkIsRead() {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "来访日期\t客户姓名\n2026-03-02\t张一".utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let result = OfficeFolder("a.txt", bytes: bytes).load()
    #expect(result.counted(.visits) == 1)
    #expect(result.names(.visits) == ["张一"])
  }

  @Test func utf16WithoutMarkIsRefusedByThatName() {
    var bytes: [UInt8] = []
    for unit in "date,name,phone\n2026-03-02,Ann,1".utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let result = OfficeFolder("visits.csv", bytes: bytes).load()
    #expect(result.office == nil)
    #expect(result.has("file.utf16-without-mark"))
  }

  @Test func oneBadByteSpoilsItsRowOnly() throws {
    var bytes = Array("来访日期,客户姓名\n".utf8)
    for line in 2...101 {
      bytes += Array("2026-03-02,".utf8)
      bytes += line == 57 ? [0xA0] : Array("张一".utf8)
      bytes += [0x0A]
    }
    let result = OfficeFolder("来访.csv", bytes: bytes).load()
    #expect(result.counted(.visits) == 99)
    #expect(result.office?.sources.first?.encoding == "UTF-8")
    let finding = try #require(result.findings.first { $0.code == "visits.bad-byte" })
    #expect(finding.place?.line == 57)
    #expect(finding.facts["column"] == "客户姓名")
    #expect(result.names(.visits).allSatisfy { $0 == "张一" })
  }

  @Test func anUnknownEncodingIsNamed() {
    var folder = OfficeFolder("来访.csv", "来访日期,客户姓名⏎2026-03-02,张一")
    folder.request.encoding = "klingon"
    #expect(folder.load().has("file.unknown-encoding"))
  }
}
