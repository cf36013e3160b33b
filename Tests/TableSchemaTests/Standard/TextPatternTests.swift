import CLibXML2
import Tables
import Testing

@testable import TableSchema

/// Patterns of whole texts: what they match, and that no pair of a pattern and a text takes long.
@Suite struct TextPatternTests {
  private func matches(_ pattern: String, _ text: String) -> Bool? {
    guard let compiled = TextPattern(pattern) else { return nil }
    return Array(text.utf8).withUnsafeBufferPointer { compiled.matches($0) }
  }

  @Test(
    arguments: [
      ("", "", true), ("", "a", false), ("a*", "", true), ("(a*)*", "aaa", true), ("(a|b*)*c", "abbac", true),
      ("a{0}b", "b", true), ("(ab){2,3}", "ababab", true),
      ("(ab){2,3}", "abababab", false), ("a{2,}", "a", false), ("a{2,}", "aaaa", true),
      ("a{1,2}|aa{0,1}", "aaa", false), ("(){2}[ab]", "a", true), ("(|a)b", "b", true),
      ("\\p{Lu}\\p{Ll}+", "Đỗ", true), ("\\P{L}", "Đ", false), ("[^\\d\\s]+", "aĐ-", true),
      ("[a-z-[aeiou]]+", "bcd", true), ("[a-z-[aeiou]]+", "bad", false), (".", "\n", false), (".", "😀", true),
      ("\\i\\c*", "a-1", true), ("[\\p{IsBasicLatin}]+", "Đ", false),
    ] as [(String, String, Bool)])
  func whatIsMatched(_ pattern: String, _ text: String, _ expected: Bool) {
    #expect(matches(pattern, text) == expected, "\(pattern) \(text)")
  }

  /// Letters that are written by their numbers are letters; what asks for the beginning of a text is nowhere else.
  @Test(
    arguments: [
      (#"\x64+"#, "ddd", true), (#"\x64"#, "5", false), (#"\u0077"#, "ế", false), (#"\x73"#, " ", false),
      (#"\x41"#, "A", true), (#"\x2Ab"#, "*b", true), (#"[\x2D\x5D]+"#, "-]", true),
      ("(^a|b)", "b", true), ("(^a)?b", "ab", true), ("((^a)|b)c", "bc", true), ("(^a|b)+", "ba", nil),
      (#"((\Aa)|b)*"#, "a", nil), ("(^a){2}", "aa", nil), ("[0-9]{+5}", "12345", nil),
      ("[0-9]{5}", "12345", true),
    ] as [(String, String, Bool?)])
  func writtenForOthers(_ pattern: String, _ text: String, _ expected: Bool?) {
    #expect(PatternText(pattern).translated.flatMap { matches($0, text) } == expected, "\(pattern) \(text)")
  }

  /// Against these a matcher that goes back tries more ways than there is time for.
  @Test(arguments: ["(a*)*b|(a|aa)+c", "(a|a)*b", "(.*)(.*)(.*)(.*)x", "(a{1,20}){1,20}b", "((a+)+)+b"])
  func noPatternGoesBack(_ pattern: String) {
    let text = String(repeating: "a", count: 32_767)
    #expect(matches(pattern, text) == false)
    #expect(matches(pattern, text + "ế") == false)
  }

  /// More states than can be had at once are no pattern; so are groups that are nested without end.
  @Test func whatIsTooLargeIsRefused() {
    #expect(TextPattern("(a{1,40}){1,40}") != nil)
    #expect(TextPattern("(a{1,90}){1,90}") == nil)
    #expect(TextPattern("a{9223372036854775807}") == nil)
    #expect(TextPattern("((((a{1000}){1000}){1000}){1000}){1000}") == nil)
    #expect(TextPattern(String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)) == nil)
  }

  /// More sets of states than are remembered: forgotten, and found again.
  @Test func whatIsForgottenIsFoundAgain() throws {
    let pattern = try #require(TextPattern("(a|b)*a(a|b){12}"))
    var random = SeededRandom(seed: 3)
    for _ in 0..<200 {
      let text = (0..<60).map { _ in random.below(2) == 0 ? UInt8(ascii: "a") : UInt8(ascii: "b") }
      let found = text.withUnsafeBufferPointer { pattern.matches($0) }
      #expect(found == (text[text.count - 13] == UInt8(ascii: "a")))
    }
  }

  /// Small patterns and short texts, beside libxml2, which matches these in time. Without counts: of those it
  /// loses track where two ways begin alike.
  @Test func agreesWithTheLibrary() throws {
    var random = SeededRandom(seed: 7)
    let signs = ["a", "b", "[ab]", "[^a]", ".", "(", ")", "|", "*", "+", "?", "ế"]
    let letters = ["a", "b", "c", "ế"]
    var compared = 0
    for _ in 0..<6_000 {
      let pattern = (0..<(1 + random.below(7))).map { _ in signs[random.below(signs.count)] }.joined()
      guard let machine = PatternMachine(pattern) else { continue }
      let expression = try #require(xmlRegexpCompile(pattern))
      defer { xmlRegFreeRegexp(expression) }
      for _ in 0..<12 {
        let text = (0..<random.below(6)).map { _ in letters[random.below(letters.count)] }.joined()
        let found = Array(text.utf8).withUnsafeBufferPointer { machine.matches($0) }
        #expect(found == (xmlRegexpExec(expression, text) == 1), "\(pattern) \(text)")
        compared += 1
      }
    }
    #expect(compared > 10_000)
  }
}
