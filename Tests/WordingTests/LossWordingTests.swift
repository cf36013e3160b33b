import Testing
import Wording

/// What is said of kept contents that are lost.
@Suite struct LossWordingTests {
  private func lost(_ unit: String, _ seqs: some Sequence<Int>) -> [TerminalWording.NumberedFile] {
    seqs.map { TerminalWording.NumberedFile(seq: $0, unit: unit) }
  }

  @Test func someUnknownListsAreNamedAndAllCounted() {
    let lists = (1...5).map { "Outbox/A/lop10/chinh-thuc-0\($0)" }
    for language in Language.allCases {
      let words = TerminalWording(language)
      for text in [words.ledgerShortened(lists: lists), words.answersWithout(lists: lists)] {
        #expect(text.contains("«\(lists[2])»") && !text.contains(lists[3]) && text.contains("5 "), "\(text)")
      }
      #expect(words.ledgerShortened(lists: []) != words.ledgerShortened(lists: lists))
    }
  }

  @Test func manyFilesAreOneSentence() {
    for language in Language.allCases {
      let words = TerminalWording(language)
      let one = words.contentLost(lost("T", [7]))
      #expect(one.contains("7 (") && one.contains("T)"))
      let many = words.contentLost(lost("T", [1, 9]) + lost("A", [2, 4, 3]) + lost("T", 10...12))
      #expect(many.contains("8 ") && many.contains("(A: 2–4; T: 1, 9–12;"), "\(many)")
      let scattered = words.unneededLost(lost("T", stride(from: 1, to: 4_000, by: 2)))
      #expect(scattered.contains("2000 ") && scattered.contains("…") && scattered.utf8.count < 2_000)
      let declaration = words.arrivalLost(seq: 5, unit: "so", others: lost("T", [7, 8]))
      #expect(declaration.contains("5") && declaration.contains("T: 7–8"))
    }
  }
}
