import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct PathologicalInputTests {
  static let inputs: [(name: String, text: String)] = {
    func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let n = 50_000
    return [
      ("quotes", many("> ", n) + "a"), ("tight quotes", many(">", n) + "a"),
      ("lists", many("- ", n) + "a"), ("numbered", many("1. ", n) + "a"),
      ("mixed", many("> - ", n) + "a"), ("brackets", many("[", n)),
      ("images", many("![l", n)), ("links", many("[a](", n)),
      ("closing", many("[a](b)](eval:", n / 10)),
      ("code", (1..<400).map { many("`", $0) + "e" }.joined()),
      ("dollars", many("$a ", n)), ("dollar codes", many("$`a", n)), ("dollar signs", many("$", n)),
      ("emphasis", many("*a **a ", n / 5)), ("underscores", many("_a __a ", n / 5)),
      ("nested emphasis", many("*a ", 3000) + many("*", 3000)), ("tildes", many("~~a ~a ", n / 5)),
      ("references", many("&amp", n)), ("entities", (0..<3000).map { "&#\($0);" }.joined()),
      ("html", many("<a ", n / 5)), ("comments", many("<!--", n / 5)),
      ("backslashes", many("\\", n)),
      ("wide table", many("|", 5000) + "\n" + many("|-", 5000) + "\n" + many("a\n", 500)),
      ("tables", many("|a|\n|-|\n", n / 10)),
      ("pipes", many("|a", n / 5) + "\n" + many("|-", n / 5)),
      ("footnotes", many("[^a]: x\n\n", n / 10) + many("[^a] ", n / 10)),
      ("definitions", (0..<n / 10).map { "[a\($0)]: /x\n" }.joined() + many("[a1]", n / 10)),
      ("autolinks", many("www.a", n / 5)), ("emails", many("a@", n / 5)),
      ("urls", many("http://", n / 5)),
      ("broken values", many("[a](eval:b c ", n / 10)),
      ("broken values 2", many("](<eval:", n / 10)),
      ("labels", many("```swift eval #a\n```\n", 3000)), ("headings", many("# a\n", 10000)),
      ("line ends", many("\r", n)), ("zeros", many("\u{0}", n)), ("spaces", many(" ", n) + "a"),
      ("tabs", many("\t", n) + "a"),
      ("deep items", (0..<300).map { many(" ", $0 * 2) + "- a\n" }.joined()),
      ("dashes", many("-", n)), ("fences", many("```\n", n / 5)),
      ("title", "[a](b '" + many("\\'", n)),
      ("front matter", "---\na: " + many("[", n) + "\n---\n"),
      ("front matter list", "---\na:\n" + many("- ", n) + "\n---\n"),
      (
        "front matter indent",
        "---\n" + (0..<1000).map { many(" ", $0) + "a:\n" }.joined() + "---\n"
      ),
    ]
  }()

  @Test(arguments: inputs.indices)
  func takesLittleTime(_ index: Int) {
    let (name, text) = Self.inputs[index]
    let time = ContinuousClock().measure {
      _ = LessonParser.parse(SourceFile(path: "a.md", text: text))
    }
    // Debug builds are some ten times slower; what is quadratic takes minutes.
    #expect(time < .seconds(5), "\(name)")
    if time > .milliseconds(300) { print("SLOW", name, text.utf8.count, time) }
  }
}
