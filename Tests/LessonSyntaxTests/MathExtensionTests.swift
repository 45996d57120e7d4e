import Diagnostics
import Testing

@testable import LessonSyntax

@Suite struct MathExtensionTests {
  @Test(arguments: [
    ("costs $5 and $10", []), ("$x$", ["I x"]), ("a $x$.", ["I x"]), ("$5, but $x$", ["I x"]),
    ("$ x$ and $x $", []), ("a$x$", []), ("$x$2", []), ("($x$)", ["I x"]),
    (#"$\$5$"#, [#"I \$5"#]), (#"\$x$ y"#, []), ("`$x$`", []), ("$a `b$` c", []),
    ("$`a_b*c`$", ["I a_b*c"]), ("a $$x + y$$ b", ["D x + y"]), ("$$x$$", ["B x"]), ("$$$$", []),
    ("*$x$ and **$y_1$***", ["I x", "I y_1"]), ("[see $x$](y)", ["I x"]), ("# $x$", ["I x"]),
    ("|$a$|b|\n|-|-|\n|$|$`d`$|", ["I a", "I d"]), ("|$\\|c\\|$|\n|-|", ["I |c|"]),
    ("$a_1 * b_2 * c$", ["I a_1 * b_2 * c"]), ("$a\n= b$", ["I a\n= b"]), ("σ$x$", []),
    ("$x$—$y$", ["I x", "I y"]), ("```math #e\nx\n```", ["B x"]), ("$<b>$", ["I <b>"]),
    ("> $a\n>   = b$ c", ["I a\n= b"]),
  ])
  func readsAs(_ text: String, _ formulas: [String]) {
    #expect(Reading(text).formulas == formulas, "\(text)")
  }

  @Test func placesHoldInTablesAndQuotes() {
    let reading = Reading("> a | $\\|c\\|$\n> --|--\n> x | $d$")
    for kind in reading.kinds {
      guard case .inlineMath(let math) = kind else { continue }
      #expect(reading.text(math.tex.span).replacing("\\|", with: "|") == math.tex.text)
    }
    #expect(reading.formulas == ["I |c|", "I d"])
  }

  @Test func manyTasksParseAtOnce() async {
    let text = String(repeating: "a $x$ ~~b~~ www.c.de\n\n", count: 50)
    let wanted = Reading(text).kinds
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 { group.addTask { Reading(text).kinds == wanted } }
      for await same in group { #expect(same) }
    }
  }
}
