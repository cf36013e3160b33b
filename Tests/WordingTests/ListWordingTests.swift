import Admission
import Placement
import Rounds
import Testing
import Wording

@Suite struct ListWordingTests {
  private func areDistinct(_ texts: [String]) -> Bool {
    Set(texts).count == texts.count && !texts.contains("")
  }

  @Test func everyReasonIsSaidInItsOwnWords() {
    for language in Language.allCases {
      #expect(areDistinct(ReasonCode.allCases.map { reasonText($0, in: language) }))
      #expect(areDistinct(Status.allCases.map { statusName($0, in: language) }))
      #expect(areDistinct(UnplacedReason.allCases.map { unplacedText($0, in: language) }))
    }
  }

  @Test func everyPropertyIsASentence() {
    for language in Language.allCases {
      let sentences =
        Property.allCases.map { propertySentence($0, in: language) }
        + PlacementProperty.allCases.map { propertySentence($0, in: language) }
      #expect(areDistinct(sentences) && sentences.allSatisfy { $0.hasSuffix(".") })
      let once = Property.allCases.map { propertySubject($0, isCouncil: false, in: language) }
      let twice = Property.allCases.map { propertySubject($0, isCouncil: true, in: language) }
      #expect(!once.contains(""))
      // What is counted in both decisions says so.
      #expect(zip(once, twice).count { $0 != $1 } == 5 && zip(once, twice).allSatisfy { $1.hasPrefix($0) })
      #expect(!PlacementProperty.allCases.map { propertySubject($0, in: language) }.contains(""))
    }
  }

  @Test func everyLabelAndTitleIsSaid() {
    for language in Language.allCases {
      let words = ListWording(language)
      #expect(!ListWording.Label.allCases.map(words.label).contains(""))
      #expect(areDistinct(ListWording.List.allCases.map(words.title)))
      #expect(areDistinct(ListWording.List.allCases.map(words.sheet)))
    }
  }

  @Test func shortfallsGiveTheNumbers() {
    #expect(
      reasonText(.belowCutoff, .score(own: "33,5", cutoff: "35"), in: .vi)
        == "Điểm xét 33,5 dưới điểm chuẩn 35")
    #expect(
      reasonText(.belowCutoff, .tier(own: 2, last: 1), in: .vi) == "Thuộc tuyến 2, chỉ nhận đến tuyến 1")
    #expect(reasonText(.belowMinimum, .score(own: "4", cutoff: "5"), in: .vi) == "Điểm xét 4 dưới điểm sàn 5")
  }
}
