import Cells
import Testing

@testable import Pages

@Suite struct RecordedFigureTests {
  private func figure(_ svg: String) -> RecordedFigure {
    RecordedFigure(RunFile(name: "curve.svg", bytes: Array(svg.utf8)))
  }

  /// The attribute that makes an element SVG.
  private static let namespace = "xmlns=\"http://www.w3.org/2000/svg\""

  private func objection(to content: String) -> String? {
    figure("<svg \(Self.namespace) width=\"10\" height=\"10\">\(content)</svg>").objection
  }

  @Test(arguments: [
    ("width=\"460.8pt\" height=\"345.6pt\" viewBox=\"0 0 460.8 345.6\"", 614, 461),
    ("width=\"2in\" height=\"2.54cm\"", 192, 96),
    ("width=\"100%\" height=\"100%\" viewBox=\"0, 0, 300, 150.4\"", 300, 150),
    ("viewBox='0 0 20 30'", 20, 30),
    ("width='6e1' height='10'", 60, 10),
  ])
  func theSizeIsInPixels(attributes: String, width: Int, height: Int) {
    let figure = figure("<svg \(Self.namespace) \(attributes)/>")
    #expect(figure.objection == nil)
    #expect(figure.size == RecordedFigure.Size(width: width, height: height))
  }

  @Test func whatMatplotlibWritesIsFine() {
    let svg = """
      <?xml version="1.0" encoding="utf-8" standalone="no"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
        "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      <svg xmlns:xlink="http://www.w3.org/1999/xlink" width="360pt" height="252pt"
        viewBox="0 0 360 252" xmlns="http://www.w3.org/2000/svg" version="1.1">
       <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <cc:Work><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work>
       </rdf:RDF></metadata>
       <defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs>
       <!-- a > b -->
       <g id="a"><path d="M 0 0" clip-path="url(#p1)" style="fill: none"/>
        <use xlink:href="#DejaVuSans-31"/><image xlink:href="data:image/png;base64,AA"/></g>
      </svg>
      """
    #expect(figure(svg).objection == nil)
    #expect(figure(svg).size == RecordedFigure.Size(width: 480, height: 336))
  }

  @Test(arguments: [
    "<script>x</script>", "<g><svg:script xlink:href='#a'/></g>", "<SCRIPT/>", "<path onload='x'/>",
    "<path ONCLICK='x'/>", "<a href='https://example.org'/>", "<a xlink:href='java&#115;cript:x'/>",
    "<use href='other.svg#a'/>", "<image href='data:image/svg+xml;base64,AA'/>",
    "<foreignObject/>", "<set attributeName='href' to='javascript:x'/>",
    "<path style='fill: url(https://example.org/a)'/>", "<path fill='url( \"b.svg#a\" )'/>",
    "<style>@import 'a.css';</style>", "<style><![CDATA[a { fill: url(b) }]]></style>",
    "<style>a { fill: \\75rl(b) }</style>", "<g xml:base='https://example.org'/>",
    "<?xml-stylesheet href='a.css'?>",
  ])
  func whatRunsOrLoadsIsRefused(content: String) {
    #expect(objection(to: content) != nil)
  }

  @Test(arguments: [
    "", "text", "<html/>", "<svg width='1' height='1'>", "<svg width='1' height='1'></g></svg>",
    "<svg width='1' height='1'/><svg/>", "<svg width=1 height=1/>", "<svg", "<svg width='&w;'/>",
    "<!DOCTYPE svg [<!ENTITY w '1'>]><svg width='1' height='1'/>", "<!-- <svg/>",
    "<?xml version='1.0' encoding='utf-7'?><svg width='1' height='1'/>",
  ])
  func whatIsNoSVGIsRefused(text: String) {
    #expect(figure(text).objection == "is no well-formed SVG in UTF-8")
  }

  @Test func aFigureSaysHowLargeItIs() {
    for attributes in ["", "width='10'", "width='0' height='10'", "width='10em' height='1'"] {
      #expect(
        figure("<svg \(Self.namespace) \(attributes)/>").objection == "does not say how large it is"
      )
    }
  }

  @Test func withoutItsNamespaceItIsNoImage() {
    let text = "<svg width='10' height='10'/>"
    #expect(figure(text).objection == "does not say that it is SVG: its root has no `xmlns`")
    let prefixed = "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='10' height='10'/>"
    #expect(figure(prefixed).objection == nil)
  }

  @Test func whatIsNoTextIsRefused() {
    let file = RunFile(name: "a.svg", bytes: Array("<svg title='".utf8) + [0xFF] + "'/>".utf8)
    #expect(RecordedFigure(file).objection != nil)
  }
}
