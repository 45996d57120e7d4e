import Diagnostics
import Foundation
import Testing

@testable import Cells
@testable import MathCore
@testable import SwiftEval

/// The guide's page on the evaluated Swift says what the program does: its lists and its table of
/// limits are made from the declarations and from the bounds, and what it calls outside is refused.
///
/// `make golden` writes the lists and the limits.
@Suite struct EvaluatedSwiftReferenceTests {
  private static let isRecording =
    ProcessInfo.processInfo.environment["LEMMA_RECORD_GOLDENS"] == "1"

  @Test func theListsAreThoseOfTheLibrary() throws {
    var page = try ReferencePage("swift.md")
    for (heading, items) in LibraryReference().lists {
      let expected = items.flatMap(Self.listItem)
      if Self.isRecording {
        page.replace(under: heading, prefix: "- ", with: expected)
      } else {
        #expect(page.block(under: heading, prefix: "- ") == expected, "\(heading)")
      }
    }
    if Self.isRecording { try page.write() }
  }

  @Test func floatHasWhatDoubleHas() {
    #expect(LibraryReference().hasSameMembers("Float", as: "Double"))
  }

  @Test func theLimitsAreThoseOfTheProgram() throws {
    var page = try ReferencePage("swift.md")
    let rows = Self.limits.map { "| " + $0.joined(separator: " | ") + " |" }
    let expected = ["| of | at most | else |", "|---|---|---|"] + rows
    if Self.isRecording {
      page.replace(under: "Limits", prefix: "|", with: expected)
      try page.write()
    } else {
      #expect(page.block(under: "Limits", prefix: "|") == expected)
    }
  }

  @Test func whatIsOutsideIsRefusedInTheseWords() throws {
    let rows = try #require(ReferencePage("swift.md").block(under: "What is outside", prefix: "|"))
    let examples = rows.dropFirst(2).map { $0.split(separator: " | ").map(String.init) }
    #expect(examples.count > 10)
    for example in examples {
      let code = try #require(example.first).dropFirst(3).dropLast()
      let said = try #require(example.last).dropLast(2)
      let message = LessonRun(cell: String(code)).results.diagnostics.first?.message.text
      #expect(message == String(said), "\(code)")
    }
  }

  /// Parts of Swift that the program refuses by name.
  @Test func whatIsRefusedIsNamed() throws {
    let text = try ReferencePage("swift.md").text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let names = try RefusedNames().names
    #expect(names.count > 30)
    #expect(names.filter { !text.contains($0) } == [])
  }

  private static var limits: [[String]] {
    let limits = Limits.standard
    return [
      ["steps of a cell, or of an inline value", words(limits.steps), id(.steps(0))],
      ["steps of all that a cell displays", words(limits.callSteps), id(.steps(0))],
      ["calls within calls", words(limits.depth), id(.depth(0))],
      ["elements of an array", words(limits.elements), id(.elements(0))],
      ["bytes that a cell prints", words(limits.output), id(.output(0))],
      [
        "levels of code inside of each other", words(SourceReader.greatestHeight),
        "`\(Diagnostics.Diagnostic.Message.nestingLimit(0).id)`",
      ],
      [
        "bits of an exact fraction", power(RealNumber.largestRational),
        "the number is followed as an interval",
      ],
      [
        "bits of an exact fraction inside `exact { }`", power(Limits.largestExactNumber),
        "the number is followed as an interval",
      ],
      [
        "bits of the bounds of an interval", power(RealNumber.precisions.last ?? 0),
        id(.scalar(.undecided)),
      ],
    ]
  }

  private static func id(_ trap: Trap) -> String { "`\(trap.message.id)`" }

  /// `four million`.
  private static func words(_ number: Int) -> String {
    let formatter = NumberFormatter()
    formatter.numberStyle = .spellOut
    formatter.locale = Locale(identifier: "en")
    return formatter.string(from: NSNumber(value: number)) ?? "\(number)"
  }

  private static func power(_ number: Int) -> String {
    number == 1 << number.trailingZeroBitCount
      ? "$2^{\(number.trailingZeroBitCount)}$" : words(number)
  }

  /// An item of a list, broken into lines as the page's others are.
  private static func listItem(_ text: String) -> [String] {
    var lines: [String] = []
    var line = "-"
    var isCode = false
    let words = text.split { character in
      if character == "`" { isCode.toggle() }
      return character == " " && !isCode
    }
    for word in words {
      if line.count + 1 + word.count > 120 {
        lines.append(line)
        line = " "
      }
      line += " " + word
    }
    return lines + [line]
  }
}
