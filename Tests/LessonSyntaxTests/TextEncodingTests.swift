import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct TextEncodingTests {
  @Test(arguments: [
    (Array("aé\u{FEFF}σ".utf8), nil), ([], nil), ([0x61, 0xC3, 0xA9, 0xFF], 3), ([0xC3], 0),
    ([0x61, 0xC3, 0x28], 1), ([0xED, 0xA0, 0x80], 0), ([0x61, 0x62, 0x00, 0x63], 2),
  ])
  func theFirstWrongByteIsNamed(_ bytes: [UInt8], _ place: Int?) {
    let file = SourceFile(path: "a.md", bytes: bytes)
    let found = file.encodingDiagnostic
    #expect(found?.span.start == place)
    #expect(found.map(\.message.id) == (place == nil ? nil : "not-utf8"))
    #expect(
      LessonParser.parse(file).diagnostics.contains { $0.message.id == "not-utf8" }
        == (place != nil))
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x23, 0x00], [0xFE, 0xFF, 0x00, 0x23], [0x23, 0x00, 0x20, 0x00],
  ])
  func sixteenBitsAreNamed(_ bytes: [UInt8]) {
    let message = SourceFile(path: "a.md", bytes: bytes).encodingDiagnostic?.message.text
    #expect(message == "this file is UTF-16; Lemma reads UTF-8")
  }

  @Test func settingsAndWorksAreReadAsUTF8() {
    let bytes = Array("title: ".utf8) + [0xFF]
    #expect(
      SiteFile(SourceFile(path: "site.yaml", bytes: bytes)).diagnostics.map(\.span.start) == [7])
    let works = Bibliography(SourceFile(path: "references.bib", bytes: [0x40, 0xE9]))
    #expect(works.diagnostics.contains { $0.message.id == "not-utf8" && $0.span.start == 1 })
  }
}
