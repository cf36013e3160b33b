import Audit
import Testing
import Wording

@Suite struct AuditWordingTests {
  @Test func everyPropertyIsASentenceOfItsOwnInBothLanguages() {
    for language in Language.allCases {
      let words = AuditWording(language)
      let sentences = AuditProperty.allCases.map { words.sentence($0) }
      #expect(Set(sentences).count == sentences.count)
      for sentence in sentences { #expect(sentence.hasSuffix(".") && sentence.count > 15, "\(sentence)") }
    }
    let (vi, en) = (AuditWording(.vi), AuditWording(.en))
    for property in AuditProperty.allCases { #expect(vi.sentence(property) != en.sentence(property)) }
  }

  /// Where ties are left to the council what is examined stands twice in the count, and the line says why.
  @Test func bothOutcomesOfATieAreTold() {
    for (language, words) in [(Language.vi, "cả hai lần xét"), (.en, "both decisions")] {
      for broken in [0, 1] {
        let lines = [false, true].map {
          AuditWording(language).line(.quota, examined: 4, broken: broken, ofBothOutcomes: $0)
        }
        #expect(lines.map { $0.contains(words) } == [false, true] && lines.allSatisfy { $0.contains("4 ") })
      }
    }
  }

  @Test func aFaultTellsWhereAndWhat() {
    let fault = Fault(.ranks, "giai-trinh.csv", line: 12, about: "A/thuong", says: "2", expected: "3")
    #expect(AuditWording(.vi).text(fault) == "giai-trinh.csv dòng 12, A/thuong, ghi «2», đúng ra là «3»")
    #expect(AuditWording(.en).text(fault) == "giai-trinh.csv line 12, A/thuong, says «2», should be «3»")
    #expect(!AuditWording(.vi).text(Fault(.decidedAgain, "")).isEmpty)
  }
}
