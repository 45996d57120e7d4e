import Cells
import Foundation
import LessonSyntax
import Testing

@testable import LemmaKit

/// With the packages that the course pins, in the environment that `make test` sets up.
@Suite(.enabled(if: CoursePython.isInstalled, CoursePython.instruction))
struct PythonFiguresTests {
  private static let program = [
    "import numpy as np\nimport matplotlib.pyplot as plt",
    "fig, ax = plt.subplots()\nax.spines['left'].set_position('center')",
    "a = np.arange(-6, 6, 0.01)\nax.plot(a, np.exp(-a), label='$e^{-x}$')",
    "ax.legend()\nplt.show()\nfig.show()",
    "print(len(a), ax.get_title() == '')\nnp.savetxt('arrays.csv', a[:2], fmt='%.2f')",
  ]

  private func run(_ cells: [String]) throws -> PythonLessonRun {
    let blocks = cells.map { "```python run\n\($0)\n```\n" }
    return try PythonLessonRun(blocks.joined(separator: "\n"), python: CoursePython.settings)
  }

  @Test func aProgramInStepsHasOneFigureAtItsEnd() throws {
    let run = try run(Self.program)
    #expect(run.endings == Array(repeating: .exited(0), count: 5))
    #expect(run.errors == ["", "", "", "", ""])
    #expect(run.outputs == ["", "", "", "", "1200 True\n"])
    #expect(
      run.outcomes.map { $0.files.map(\.name) } == [[], [], [], ["figure.svg"], ["arrays.csv"]])
    #expect(run.files(4) == ["arrays.csv": "-6.00\n-5.99\n"])
  }

  @Test func figuresAreTheSameInEachRun() throws {
    let first = try run(Self.program + ["plt.savefig('saved.svg')"])
    let second = try run(Self.program + ["plt.savefig('saved.svg')"])
    #expect(first.outcomes == second.outcomes)
    let figure = try #require(first.files(5)["saved.svg"])
    #expect(figure.contains("</svg>") && !figure.contains("dc:date"))
  }

  @Test func noIdentifierIsInTwoFigures() throws {
    let run = try run([
      "import matplotlib.pyplot as plt\nfor k in range(2):\n  plt.figure()\n  plt.plot([0, k], clip_on=True)",
      "plt.savefig('saved.svg')",
    ])
    #expect(run.outcomes.map { $0.files.map(\.name) } == [["figure.svg"], ["saved.svg"]])
    let figures = [run.files(0)["figure.svg"], run.files(1)["saved.svg"]].compactMap { $0 }
    let identifiers = figures.map { $0.matches(of: /\sid="([^"]+)"/).map { String($0.1) } }
    #expect(identifiers.allSatisfy { $0.count > 10 && Set($0).count == $0.count })
    #expect(Set(identifiers.joined()).count == identifiers.joined().count)
    for (figure, own) in zip(figures, identifiers) {
      let references = figure.matches(of: /(?:href="#|url\(#)([^")]+)/).map { String($0.1) }
      #expect(!references.isEmpty && references.allSatisfy(own.contains))
    }
  }

  @Test func aFigureThatIsSavedIsNotTakenTwice() throws {
    let run = try run([
      "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.savefig('a.svg')\nplt.savefig('a.png')",
      "plt.title('more')",
      "print(plt.gcf().number)\nplt.close('all')\nplt.plot([2, 1])\nplt.close()",
      "open('figure.svg', 'w').write('<svg/>')\nplt.plot([3])\nplt.figure()",
    ])
    #expect(
      run.outcomes.map { $0.files.map(\.name) } == [
        ["a.svg"], ["figure.svg"], [], ["figure.svg", "figure-2.svg", "figure-3.svg"],
      ])
    #expect(run.files(3)["figure.svg"] == "<svg/>")
  }

  @Test func anErrorOfDrawingIsTheCells() throws {
    let run = try run([
      "import matplotlib.pyplot as plt", "plt.title('$\\\\frac{$')", "print('on')",
    ])
    #expect(run.endings == [.exited(0), .exited(1), .exited(0)])
    #expect(run.report(1).first?.hasPrefix("6:1 plt.title('$\\\\frac{$') python: ") ?? false)
    #expect(!run.errors[1].contains("site-packages"))
  }

  @Test func theCoursesMistakesHaveTheirMessages() throws {
    let run = try run([
      "import numpy as np\ndef sigmoid(x):\n    s = 1 / (1 + np.exp(-x))\n    return s, s * (1 - s)",
      "a = np.arange(-6, 6, 0.01)\nsigmoid(x)", "sigmoid(a)[2]", "sigmoid([1, 2])",
    ])
    #expect(
      run.outcomes.map { $0.diagnostics.first?.message.text } == [
        nil, "NameError: name 'x' is not defined", "IndexError: tuple index out of range",
        "TypeError: bad operand type for unary -: 'list'",
      ])
    #expect(run.report(1).first?.hasPrefix("10:9 x ") ?? false)
    #expect(run.report(2).first?.hasPrefix("14:1 sigmoid(a)[2] ") ?? false)
  }
}
