import Cells
import Diagnostics
import LessonSyntax
import Markup

extension ArticleWriter {
  /// A cell: its source as its visibility has it, then its outputs.
  ///
  /// A folded source stands below what it made: the reader's eye meets the result first.
  mutating func writeCell(_ place: Int) {
    guard lesson.cells.indices.contains(place) else { return }
    let cell = lesson.cells[place]
    let outputs = results.outputs.indices.contains(place) ? results.outputs[place] : []
    let visibility = visibility(of: place, outputs)
    let labelled = labelledOutput(outputs, of: cell)
    if visibility == .hide, outputs.isEmpty, cell.output == nil, cell.label == nil,
      file(endingAt: cell.node) == nil
    {
      return
    }
    line("<div class=\"cell\"" + id(labelled == nil ? cell.label?.name : nil) + ">\n")
    if visibility == .show {
      writeKind(of: cell)
      writeCode(cell.source.text, language: cell.mode.language)
    }
    if !outputs.isEmpty || cell.output != nil { writeOutputTitle(of: cell) }
    for (index, output) in outputs.enumerated() {
      let number =
        numbering.outputs[place].indices.contains(index) ? numbering.outputs[place][index] : nil
      write(
        output, at: OutputPlace(cell: place, output: index), number: number,
        label: index == labelled ? cell.label?.name : nil)
    }
    if outputs.isEmpty, let recorded = cell.output { writeOutput(recorded.text) }
    writeData(of: place)
    writeDownload(endingAt: cell.node)
    if visibility == .fold { writeFolded(cell.source.text, language: cell.mode.language) }
    out.write(markup: "</div>\n")
  }

  /// Definitions and programs are shown, displays folded, unless an option says otherwise.
  private func visibility(of number: Int, _ outputs: [CellOutput]) -> Cell.Visibility {
    let cell = lesson.cells[number]
    if let stated = cell.visibility { return stated }
    guard cell.mode == .swiftEval else { return .show }
    let isDefinition =
      results.isDefinition.indices.contains(number)
      ? results.isDefinition[number] : outputs.isEmpty
    return isDefinition ? .show : .fold
  }

  /// The output that the cell's label names: the first that is numbered, else the first; of a program
  /// it names the whole.
  private func labelledOutput(_ outputs: [CellOutput], of cell: Cell) -> Int? {
    guard cell.mode.programLanguage == nil else { return nil }
    return outputs.firstIndex { $0.numberedKind != nil } ?? outputs.indices.first
  }

  private mutating func write(
    _ output: CellOutput, at place: OutputPlace, number: Int?, label: String?
  ) {
    if case .claims(let claims) = output {
      writeClaims(claims, number: number ?? 0, label: label)
    } else if case .slider(let slider) = output {
      writeSlider(slider)
    } else if let frames = results.outputFrames[place] {
      let writer = self
      let setting = standardSetting(of: frames.sliders)
      write(frames, at: place) {
        writer.element(of: $0, number: number ?? 0, label: label, setting: setting)
      }
    } else {
      out.write(element(of: output, number: number ?? 0, label: label))
    }
    out.write(markup: "\n")
  }

  /// A display as the page has it; nothing for what `write` writes by itself.
  ///
  /// - Parameter setting: of its sliders, where files show it.
  private func element(
    of output: CellOutput, number: Int, label: String?, setting: String? = nil
  ) -> Element {
    switch output {
    case .text(let text): return outputElement(text, label: label)
    case .table(let table):
      let caption = captionMarkup(kind: .table, number: number, caption: table.caption)
      let title = TableHTML.Title.caption(caption, id: TableHTML.captionID(ofTable: number))
      return TableHTML(table, title: title, id: label).element
    case .figure(let figure):
      let caption = captionMarkup(kind: .figure, number: number, caption: figure.caption)
      let data = FigureData.paths(of: figure, number: number, slug: summary.slug)
      return FigureHTML(
        figure, caption: caption, number: number, id: label,
        downloads: style == .page ? data : [], setting: setting, words: words,
        typesetter: typesetter
      ).element
    case .check(let check):
      let caption = captionMarkup(kind: .check, number: number, caption: check.caption ?? "")
      return CheckHTML(check, caption: caption, id: label, style: style, words: words).element
    case .formula(let math):
      return Element(
        "div", label.map { ["class": "equation", "id": $0] } ?? ["class": "equation"],
        [Element("div", ["class": "equation-body"], [math])])
    case .claims, .slider: return .fragment([])
    }
  }

  /// "Python program": that the code is one, and in which language.
  private mutating func writeKind(of cell: Cell) {
    guard let language = cell.mode.programLanguage else { return }
    writeNote(words.program.replacing("{language}", with: language))
  }

  /// Says of a program's text what it is: its output, or the error with which it ended.
  private mutating func writeOutputTitle(of cell: Cell) {
    guard cell.mode.programLanguage != nil else { return }
    let title = cell.options.fails ? words.errorMessage : words.output
    writeNote(
      cell.options.isVolatile ? words.ofOneRun.replacing("{text}", with: title) : title)
  }

  private mutating func writeNote(_ text: String) {
    out.write(Element("p", ["class": "cell-note"], text: text))
    out.write(markup: "\n")
  }

  private mutating func writeOutput(_ text: String) {
    out.write(outputElement(text, label: nil))
  }

  /// With its line end.
  private func outputElement(_ text: String, label: String?) -> Element {
    var attributes: Attributes = ["class": "output"]
    attributes["id"] = label
    let samp = Element("samp", isFocusable(text) ? ["tabindex": "0"] : [:], text: text)
    return .fragment([Element("pre", attributes, [samp]), .text("\n")])
  }
}

extension ArticleWriter {
  /// A fenced or indented code block that is no cell.
  mutating func writeListing(_ code: CodeBlock) {
    if code.language == "swift", !code.isUnchecked, isListingChecked(code) {
      diagnostics += SwiftListing.mistakes(in: code.text)
    }
    guard code.visibility != .hide else { return }
    out.newline()
    if code.visibility == .fold {
      writeFolded(code.text.text, language: code.language, label: code.label?.name)
    } else {
      writeCode(code.text.text, language: code.language, label: code.label?.name)
    }
  }

  /// A language's name may be a prefix of GitHub's longer info strings: `swift,linenos`.
  private func isListingChecked(_ code: CodeBlock) -> Bool { !code.info.isEmpty }

  private mutating func writeFolded(_ text: String, language: String, label: String? = nil) {
    out.write(markup: "<details class=\"source\"" + id(label) + ">\n<summary>")
    out.write(text: words.source)
    out.write(markup: "</summary>\n")
    writeCode(text, language: language)
    out.write(markup: "</details>\n")
  }

  mutating func writeCode(_ text: String, language: String, label: String? = nil) {
    let focus = isFocusable(text) ? " tabindex=\"0\"" : ""
    out.write(markup: "<pre" + id(label))
    let classes = extent(of: text)
    if !classes.isEmpty { out.write(markup: " class=\"" + classes.joined(separator: " ") + "\"") }
    if style == .page, let name = LanguageName.name(of: language) {
      out.write(markup: " data-language=\"")
      out.write(text: name)
      out.write(markup: "\"")
    }
    out.write(markup: "><code" + focus)
    if !language.isEmpty {
      out.write(markup: " class=\"language-")
      out.write(text: language)
      out.write(markup: "\"")
    }
    out.write(markup: ">")
    Highlighter.write(text, language: language, to: &out)
    out.write(markup: "</code></pre>\n")
  }

  /// Of a listing that is large: `long`, which paper may part, since to keep it whole would leave much
  /// of a page empty; and `wide`, whose first line takes the corner where the language's name stands.
  private func extent(of text: String) -> [String] {
    guard style == .page else { return [] }
    let isLong = text.utf8.count { $0 == 0x0A } > 16
    let isWide = text.prefix { !$0.isNewline }.count > 64
    return (isLong ? ["long"] : []) + (isWide ? ["wide"] : [])
  }

  /// A block that scrolls can be reached by keyboard; the narrowest page shows about 28 letters.
  private func isFocusable(_ text: String) -> Bool {
    let isWide = text.utf8.split(separator: 0x0A).contains { $0.count > 28 }
    return style == .page && isWide
  }
}

extension Cell.Mode {
  /// The language of a cell that is a program, as a reader knows it.
  fileprivate var programLanguage: String? {
    switch self {
    case .swiftEval: nil
    case .swiftRun: "Swift"
    case .pythonRun: "Python"
    }
  }
}
