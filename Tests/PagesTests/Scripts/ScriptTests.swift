import Testing

@testable import Pages

@Suite struct ScriptTests {
  @Test func theWholeScriptIsUnder12kB() {
    for words in [Words.english, Words.german] {
      let size = Script.text(words).utf8.count
      #expect(size < 12_000)
      #expect(size > 4_000)
    }
  }

  @Test func whatOnlyAuthorsReadIsLeftOut() {
    let text = """
        // A comment.
        const x = (a, b) => a + b - -1;

        if (x in y) {
          f();
          return "a  = // b" + `c ${d} = `;
        }
      """
    let compacted = """
      const x=(a,b)=>a+b- -1;if(x in y){f();return"a  = // b"+`c ${d} = `;}

      """
    #expect(Script.compacted(text) == compacted)
  }

  @Test func theScriptSpeaksTheSitesLanguage() {
    #expect(Script.text(.german).contains("\"search\":\"Suche\""))
  }
}
