import Glibc
import Testing
import Writers

/// With `ANCHANG_SAMPLES=DIR` the samples are written there, for the browser's checks and the eye.
@Suite struct SampleFilesTests {
  @Test func samplesAreWrittenWhereAsked() throws {
    guard let folder = getenv("ANCHANG_SAMPLES") else { return }
    let writer = HTMLWriter(try ThemeFiles.theme)
    let hostile = Sample.hostile(String(Sample.attack.dropLast("{title}".count)))
    for (name, document) in Sample.all + [("hostile", hostile)] {
      let path = String(cString: folder) + "/" + name
      #expect(ThemeFiles.write(writer.write(document).bytes, to: path + ".html"))
      #expect(ThemeFiles.write(try XMLWriter().write(document).bytes, to: path + ".xml"))
    }
  }
}
