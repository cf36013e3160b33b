import Tables

extension PublishedRound {
  /// The codes by which a row says why it does not compete.
  static let refusals: Set<String> = Set([
    "withdrawn", "held", "wrong-group", "wish-not-taken", "age", "out-of-zone", "documents-lacking",
    "documents-failed", "no-program-score", "absent", "violation", "missing-mark", "no-conversion",
    "failing-mark", "below-minimum",
  ]).union(notTaken)

  /// Those of wishes against which nothing else speaks: the child does not take the place.
  static let notTaken: Set<String> = ["school-declined", "left-elsewhere"]

  /// Everybody stands once in `ket-qua.csv`, in byte order of the identifiers; the wishes of one child
  /// stand together, in the same order, specialised ones first, then by number.
  func checkPeople(_ report: inout AuditReport) {
    for (index, child) in children.enumerated() {
      let before = index == 0 ? nil : children[index - 1].ids
      let isNamed = child.ids.contains { !$0.isEmpty }
      report.examine(
        .people, isNamed && (before.map { PublishedRound.precedes($0, child.ids) } ?? true),
        Fault(.people, PublishedRound.resultFile, line: child.line))
    }
    for index in wishes.indices {
      var right = wishes[index].child >= 0
      if right, index > 0 {
        let (a, b) = (wishes[index - 1], wishes[index])
        right =
          a.child < b.child
          || (a.child == b.child && (a.special ? 0 : 1, a.number) < (b.special ? 0 : 1, b.number))
          // A kept place that the list no longer names stands in front.
          || (a.child == b.child && a.kept)
      }
      // A kept place stays where it was, whatever number of wishes is declared since.
      let number = wishes[index].number
      right = right && number >= 1 && (wishes[index].kept || number <= max(1, rules.wishes))
      report.examine(.people, right, fault(.people, index))
    }
  }

  private static func precedes(_ a: [String], _ b: [String]) -> Bool {
    for (x, y) in zip(a, b) where x != y { return x.utf8.lexicographicallyPrecedes(y.utf8) }
    return false
  }

  /// Of the admitted the place, of those waiting the best wish where they wait, of others nothing.
  func checkAgreement(_ report: inout AuditReport) {
    for child in children {
      let place = child.wishes.first { wishes[$0].admitted }
      let waits = child.wishes.first { wishes[$0].waiting != nil }
      var expected: [String]
      switch child.status {
      case "admitted" where child.isAssigned:
        expected = [child.school, child.program, "", "", "", ""]
      case "admitted": expected = place.map { told($0, number: wishes[$0].rank) } ?? []
      case "waiting": expected = waits.map { told($0, number: wishes[$0].waiting) } ?? []
      default: expected = ["", "", "", "", "", ""]
      }
      let says = [child.school, child.program, child.wish, child.score, child.tier, child.rank]
      // A kept child may be eligible no more: then its row has no key.
      if let place, wishes[place].kept, !wishes[place].isEligible, child.status == "admitted" {
        expected = Array(expected.prefix(3)) + says.suffix(3)
      }
      report.examine(
        .agreement, says == expected,
        Fault(
          .agreement, PublishedRound.resultFile, line: child.line, says: says.joined(separator: " "),
          expected: expected.joined(separator: " ")))
      report.examine(
        .agreement,
        !child.reason.isEmpty == (child.status != "admitted") || child.wishes.isEmpty || child.isAssigned,
        Fault(.agreement, PublishedRound.resultFile, line: child.line, about: "reason"))
    }
  }

  /// School, program, wish, score, tier and rank of a wish, as `ket-qua.csv` writes them.
  private func told(_ index: Int, number: Int?) -> [String] {
    let wish = wishes[index]
    let asked = rules.programs[wish.program]
    return [
      asked.school, asked.program, String(wish.number), wish.score?.text ?? "",
      asked.zoned ? wish.tier.map { String($0) } ?? "" : "", number.map { String($0) } ?? "",
    ]
  }

  /// Only who is eligible has a key, a rank, a place or waits; the others have a code of why not, and
  /// the group and number of the wish bear it out.
  func checkEligibility(_ report: inout AuditReport) {
    for (index, wish) in wishes.enumerated() {
      let asked = rules.programs[wish.program]
      var right: Bool
      if wish.isEligible {
        let fits =
          wish.special == asked.special && (asked.wishes.isEmpty || asked.wishes.contains(wish.number))
        right = fits && wish.rank != nil && wish.score != nil && (wish.tier != nil) == asked.zoned
      } else {
        right = PublishedRound.refusals.contains(wish.verdict)
        right = right && wish.rank == nil && wish.waiting == nil && wish.undecided.isEmpty
        right = right && (!wish.admitted || wish.kept)
      }
      report.examine(.eligibility, right, fault(.eligibility, index, says: wish.verdict))
    }
  }

  /// Nobody is admitted at two wishes, or left between more than two places.
  func checkOnePlace(_ report: inout AuditReport) {
    for child in children {
      let admitted = child.wishes.count { wishes[$0].admitted }
      let (out, stay) = (
        child.wishes.count { wishes[$0].undecided == "out" },
        child.wishes.count { wishes[$0].undecided == "in" }
      )
      report.examine(
        .onePlace,
        admitted <= 1 && out <= 1 && stay <= 1 && (admitted == 0 || (out + stay == 0 && !child.isAssigned)),
        Fault(.onePlace, PublishedRound.resultFile, line: child.line, says: String(admitted)))
    }
  }

  /// Admitted with a place; held with a held row or an undecided tie; waiting on some list; not admitted
  /// if eligible for a wish; else ineligible.
  func checkEveryoneAccounted(_ report: inout AuditReport) {
    for child in children {
      let own = child.wishes.map { wishes[$0] }
      let left = child.left(in: self)
      let expected =
        if !left.isEmpty, !child.isAssigned {
          "not-admitted"
        } else if own.contains(where: \.admitted) || child.isAssigned {
          "admitted"
        } else if own.contains(where: { $0.verdict == "held" || !$0.undecided.isEmpty }) {
          "held"
        } else if own.contains(where: { $0.waiting != nil }) {
          "waiting"
        } else if own.contains(where: { $0.isEligible || $0.verdict == "school-declined" }) {
          "not-admitted"
        } else {
          "ineligible"
        }
      // Who is held, or kept out, before any wish counts has no row to show it.
      var right =
        child.status == expected || (own.isEmpty && ["held", "ineligible"].contains(child.status))
      right = right && own.allSatisfy { $0.left == left }
      report.examine(
        .everyoneAccounted, right,
        Fault(
          .everyoneAccounted, PublishedRound.resultFile, line: child.line, says: child.status,
          expected: expected))
    }
  }
}
