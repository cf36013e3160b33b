import Admission
import Rounds
import Testing
import Wording

/// What `VIEC-CAN-LAM.xlsx` says.
@Suite struct TaskWordingTests {
  /// Whoever is held waits for something else, and somebody else, each time.
  @Test(arguments: Language.allCases)
  func whoIsHeldIsToldByWhatCanBeDone(language: Language) {
    let tasks: [TaskWording.Task] = [
      .held(7), .unreviewed(7), .unconverted(7),
      .tied(7, awaitsDraw: true, isOfficial: false), .tied(7, awaitsDraw: false, isOfficial: false),
      .tied(7, awaitsDraw: true, isOfficial: true), .tied(7, awaitsDraw: false, isOfficial: true),
    ]
    let texts = tasks.map { TaskWording(language).task($0) }
    #expect(
      Set(texts).count == tasks.count && texts.allSatisfy { $0.hasPrefix("7 ") && $0.hasSuffix(".") },
      "\(texts)")
  }

  /// A withheld result: the property in words, where and whom, and what to do.
  @Test func aBrokenPropertyIsToldWithItsCases() {
    let broken = BrokenProperty(
      .admission(.nobodyPassedOver), count: 2, cases: [.init(path: "A/thuong", person: "080207000001")])
    for language in Language.allCases {
      let task = TaskWording(language).task(.violated(broken))
      #expect(task.contains("P3") && task.contains("A/thuong – 080207000001; …"), "\(task)")
      #expect(task.contains(propertySentence(.nobodyPassedOver, in: language)))
    }
    // What is logged names no child.
    #expect(!TerminalWording(.vi).roundViolated([broken]).contains("080207000001"))
    #expect(TerminalWording(.vi).roundViolated([broken]).contains("P3 (A/thuong)"))
  }
}
