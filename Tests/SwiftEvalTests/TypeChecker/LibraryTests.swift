import Foundation
import Testing

@testable import SwiftEval

struct LibraryTests {
  @Test func everyDeclarationHasANameOfItsOwn() {
    let names = Vocabulary.intrinsics.map(\.name)
    #expect(Set(names).count == names.count)
    if let path = ProcessInfo.processInfo.environment["INTRINSICS"] {
      let lines = Vocabulary.intrinsics.map { "\($0.name)\t\($0.declaration)" }
      try? (lines.joined(separator: "\n") + "\n").write(
        toFile: path, atomically: true, encoding: .utf8)
    }
  }

  @Test func everyTypeOfADeclarationIsRead() {
    for declaration in Library.with(vocabulary: []).declarations {
      #expect(!declaration.result.text.contains("<error>"), "\(declaration.text)")
      for parameter in declaration.parameters {
        #expect(!parameter.type.text.contains("<error>"), "\(declaration.text)")
      }
    }
  }
}
