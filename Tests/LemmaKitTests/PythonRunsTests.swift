import Cells
import Diagnostics
import Foundation
import LessonSyntax
import Testing

@testable import LemmaKit

/// With the Python that is there, and its standard library.
@Suite struct PythonRunsTests {
  @Test func cellsShareOneProcessInOrder() throws {
    let run = try PythonLessonRun(
      cells: "x = [1]\nprint('first')", "x.append(2)\nprint(x, __name__)",
      "import sys\nprint(len(sys.argv), sys.stdin.read() == '')")
    #expect(run.outputs == ["first\n", "[1, 2] __main__\n", "1 True\n"])
    #expect(run.endings == [.exited(0), .exited(0), .exited(0)])
    #expect(run.outcomes.allSatisfy { $0.diagnostics.isEmpty && $0.standardError.isEmpty })
  }

  @Test func everyWayToPrintIsAttributedToItsCell() throws {
    let run = try PythonLessonRun(
      cells: "import os, subprocess, sys\nprint('a', end='')",
      "print('b')\nsubprocess.run(['echo', 'c'])\nos.write(1, b'd\\n')\nprint('e', file=sys.stderr)",
      "import ctypes\nctypes.CDLL(None).printf(b'f\\n')\nos.system('echo g >&2')",
      "import atexit\natexit.register(print, 'h')")
    #expect(run.outputs == ["a", "b\nc\nd\n", "f\n", "h\n"])
    #expect(run.errors == ["", "e\n", "g\n", ""])
  }

  @Test func aTracebackSpeaksOfTheLesson() throws {
    let run = try PythonLessonRun(
      """
      - A list:

        ```python run
        def f(x):
            return -x
        ```

        ```python run
        if True:
            y = "é" + f([1])
        print("not reached")
        ```

      > ```python run
      > print(f(2))
      > ```
      """)
    let failed = run.outcomes[1]
    #expect(failed.ending == .exited(1))
    #expect(
      failed.standardError.contains(
        "Traceback (most recent call last):\n  File \"lesson.md\", line 10, in <module>\n"
          + "    y = \"é\" + f([1])\n"))
    #expect(failed.standardError.contains("  File \"lesson.md\", line 5, in f\n    return -x\n"))
    #expect(failed.standardError.hasSuffix("TypeError: bad operand type for unary -: 'list'\n"))
    #expect(!failed.standardError.contains("lemma_cells"))
    #expect(
      run.report(1) == ["10:17 f([1]) python: TypeError: bad operand type for unary -: 'list'"])
    #expect(failed.diagnostics.first?.help == ["raised in line 5: `return -x`"])
    #expect(run.outputs == ["", "", "-2\n"])
  }

  @Test func anErrorOfSyntaxIsReportedAtItsPlace() throws {
    let run = try PythonLessonRun(
      cells: "x = 1", "print('é'); print(“hi”)", "def f(:\n  pass", "print(x)")
    #expect(run.endings == [.exited(0), .refused, .refused, .exited(0)])
    #expect(
      run.report(1) == ["6:19  python: SyntaxError: invalid character '“' (U+201C)"])
    #expect(run.report(2).first?.hasPrefix("10:7 : python: SyntaxError: ") ?? false)
    #expect(run.errors[1].hasPrefix("  File \"lesson.md\", line 6\n"))
    #expect(run.outputs[3] == "1\n")
  }

  @Test func anExitEndsItsCellAlone() throws {
    let run = try PythonLessonRun(
      cells: "import sys\nsys.exit(3)", "sys.exit('no more')", "exit()",
      "import os\nprint('child' if os.fork() == 0 else os.wait()[1])", "print('last')")
    #expect(
      run.endings == [.exited(3), .exited(1), .exited(0), .exited(0), .exited(0)])
    #expect(run.errors[1] == "no more\n")
    #expect(run.outputs == ["", "", "", "child\n0\n", "last\n"])
  }

  @Test(arguments: [
    ("import os\nprint('x')\nos._exit(7)", RunOutcome.Ending.exited(7)),
    ("import os, signal\nprint('x')\nos.kill(os.getpid(), signal.SIGSEGV)", .signalled(11)),
    (
      "print('x')\nwith open('a', 'wb') as f: f.write(bytes(1 << 27))",
      .stopped(limit: "64 MiB in one file")
    ),
  ])
  func whatEndsTheProcessEndsTheLesson(_ cell: String, _ ending: RunOutcome.Ending) throws {
    let run = try PythonLessonRun(cells: "print(1)", cell, "print(2)", "print(3)")
    #expect(run.endings == [.exited(0), ending, .notReached, .notReached])
    #expect(run.outputs == ["1\n", "x\n", "", ""])
  }

  @Test(arguments: [
    "while True: pass", "import time\ntime.sleep(60)",
    "import re\nre.match('(a+)+$', 'a' * 64 + 'b')",
    "import signal\nfor n in {2, 14, 15}: signal.signal(n, signal.SIG_IGN)\nwhile True: pass",
  ])
  func aCellThatTakesTooLongIsStopped(_ cell: String) throws {
    let run = try PythonLessonRun(
      "```python run\nprint(1)\n```\n\n```python run timeout=0.5\nprint(2)\n\(cell)\n```\n\n"
        + "```python run\nprint(3)\n```\n")
    #expect(
      run.endings == [.exited(0), .stopped(limit: "0.5 seconds of wall time"), .notReached])
    #expect(run.outputs == ["1\n", "2\n", ""])
  }

  @Test func aFloodOfOutputIsStopped() throws {
    let run = try PythonLessonRun(cells: "print(1)", "while True: print('x' * 1000)", "print(3)")
    #expect(run.endings == [.exited(0), .stopped(limit: "1 MiB of output"), .notReached])
    #expect(run.outputs[0] == "1\n" && run.outputs[1].hasPrefix("xxx"))
  }

  @Test func filesThatACellWritesAreItsFiles() throws {
    let run = try PythonLessonRun(
      cells: "open('b.csv', 'w').write('1')\nopen('A.svg', 'w').write('<svg/>')",
      "open('note.txt', 'w').write('1')", "open('b.csv', 'w').write('2')",
      "import os\nprint(sorted(os.listdir()))\nos.remove('b.csv')")
    #expect(run.files(0) == ["A.svg": "<svg/>", "b.csv": "1"])
    #expect(run.outcomes[0].files.map(\.name) == ["A.svg", "b.csv"])
    #expect(run.files(1).isEmpty && run.files(2) == ["b.csv": "2"] && run.files(3).isEmpty)
    #expect(run.outputs[3] == "['A.svg', 'b.csv', 'note.txt']\n")
  }

  @Test func aFutureImportHoldsForTheCellsBelow() throws {
    let run = try PythonLessonRun(
      cells: "from __future__ import annotations",
      "def f(x: unknown): pass\nprint(f.__annotations__)")
    #expect(run.outputs == ["", "{'x': 'unknown'}\n"])
  }

  @Test func hashesAreTheSameInEachRun() throws {
    let cell = "print(hash('a'), list({'a', 'b', 'c'}))"
    #expect(try PythonLessonRun(cells: cell).outputs == PythonLessonRun(cells: cell).outputs)
  }

  @Test func placesHoldWithEveryLineEnding() throws {
    let text = "# É\n\n```python run\nx = 1\n\nprint('é', y)\n```\n"
    for ending in ["\n", "\r\n", "\r"] {
      let run = try PythonLessonRun(text.replacing("\n", with: ending))
      #expect(run.report(0) == ["6:12 y python: NameError: name 'y' is not defined"])
    }
  }

  @Test func aChainOfExceptionsShowsTheLessonAlone() throws {
    let run = try PythonLessonRun(
      cells: """
        import json
        try:
            json.loads("{")
        except ValueError as error:
            raise KeyError("k") from error
        """)
    #expect(run.errors[0].contains("JSONDecodeError: "))
    #expect(
      run.errors[0].contains("The above exception was the direct cause of the following exception"))
    #expect(run.errors[0].hasSuffix("KeyError: 'k'\n"))
    #expect(!run.errors[0].contains("decoder.py"))
  }
}
