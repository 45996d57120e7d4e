import Diagnostics
import MathCore
import SwiftEval

/// The source of a call, cut into its arguments: for statements in the author's words, and for the
/// places of arguments that are wrong.
struct CallText {
  struct Argument {
    let label: String?
    let text: String
    /// Offsets into the cell's text.
    let local: Span
  }

  let excerpt: Excerpt
  private(set) var arguments: [Argument] = []

  /// Of several calls in a chain, the last.
  init(_ record: Record<Reading>) {
    excerpt = record.excerpt
    guard let call = excerpt.local(record.span) else { return }
    var scanner = CallScanner(
      bytes: Array(excerpt.text.utf8), position: call.start, end: call.end)
    arguments = scanner.arguments().map { label, span in
      Argument(label: label, text: excerpt.text(span), local: span)
    }
  }

  /// Arguments under a label; those without one in their order.
  func labelled(_ label: String?) -> [Argument] { arguments.filter { $0.label == label } }

  /// The place in the lesson.
  func span(_ argument: Argument) -> Span { excerpt.span(argument.local) }
}

extension Excerpt {
  /// A piece of the text, by UTF-8 offsets.
  func text(_ local: Span) -> String { excerpt(local.start, local.end).text }
}

/// Finds the commas of the last call in a chain of calls.
private struct CallScanner {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  private typealias Found = (label: String?, span: Span)

  mutating func arguments() -> [(label: String?, span: Span)] {
    var found: [(label: String?, span: Span)] = []
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "("): found = list()
      case UInt8(ascii: "{"):
        let start = position
        skipBracket()
        found.append((nil, Span(start, position)))
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "."):
        // A further call in the chain: what came before is its receiver.
        found = []
        position += 1
      default: position += 1
      }
    }
    return found
  }

  private mutating func list() -> [(label: String?, span: Span)] {
    var found: [(label: String?, span: Span)] = []
    position += 1
    var start = position
    func finish(_ stop: Int) {
      if let argument = argument(start, stop) { found.append(argument) }
    }
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: ","):
        finish(position)
        position += 1
        start = position
      case UInt8(ascii: ")"):
        finish(position)
        position += 1
        return found
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): skipBracket()
      case UInt8(ascii: "\""): skipString()
      default: position += 1
      }
    }
    return found
  }

  private func argument(_ start: Int, _ stop: Int) -> (label: String?, span: Span)? {
    var (start, stop) = (start, stop)
    while start < stop, isSpace(bytes[start]) { start += 1 }
    while stop > start, isSpace(bytes[stop - 1]) { stop -= 1 }
    guard start < stop else { return nil }
    var name = start
    while name < stop, isNameByte(bytes[name]) { name += 1 }
    guard name > start, name < stop, bytes[name] == UInt8(ascii: ":") else {
      return (nil, Span(start, stop))
    }
    let label = String(decoding: bytes[start..<name], as: UTF8.self)
    start = name + 1
    while start < stop, isSpace(bytes[start]) { start += 1 }
    return (label, Span(start, stop))
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (48...57).contains(byte)
      || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Moves past a bracket and all that it holds.
  private mutating func skipBracket() {
    var depth = 0
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""):
        skipString()
        continue
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }

  /// Moves past a string on one line; what it interpolates counts as text.
  private mutating func skipString() {
    position += 1
    while position < end, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position += 1
  }
}
