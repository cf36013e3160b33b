import Audit
import Testing

/// A table that changed is the cause of what it makes otherwise, and of nothing else.
@Suite struct MoveRulesTests {
  /// A child with the wishes S and R, judged alike at both: marks, and what claims give.
  private func child(
    _ id: String, _ marks: String, priority: String = "0", verdict: String = "eligible",
    at path: String? = nil,
    status: String = "waiting"
  ) -> ResultPicture.Child {
    let wishes = ["S", "R"].enumerated().map { index, path in
      ResultPicture.Wish(
        place: ResultPicture.Place(path: path, wish: index + 1, special: false), verdict: verdict,
        facts: ["0", "", marks, "", priority, "0"])
    }
    return ResultPicture.Child(
      ids: [id, "", "", ""], name: "", status: path == nil ? status : "admitted",
      place: wishes.map(\.place).first { $0.path == path }, wishes: wishes)
  }

  private func picture(
    _ children: [ResultPicture.Child], s: RuleTexts = [:], r: RuleTexts = [:], round: RuleTexts = [:]
  ) -> ResultPicture {
    ResultPicture(
      rules: round,
      programs: [
        ResultPicture.Program(path: "S", quota: 1, rules: s),
        ResultPicture.Program(path: "R", quota: 1, rules: r),
      ], children: children)
  }

  private let priorities = RuleChange(.priorities, before: "a", now: "b")
  private let scoring = RuleChange(.scoring, before: "a", now: "b")

  /// What priorities give changed for a third child: one moves by its own marks, the other by the seat it left.
  @Test func whomATableDoesNotTouchItDidNotMove() {
    let (a, b): (RuleTexts, RuleTexts) = ([.priorities: "a"], [.priorities: "b"])
    let found = moves(
      from: picture(
        [child("1", "9", at: "S"), child("2", "8", at: "R"), child("3", "5", priority: "0.5")], s: a, r: a,
        round: [.priorityCap: "2", .verifiedOnly: "false"]),
      to: picture(
        [child("1", "7", at: "R"), child("2", "8", at: "S"), child("3", "5", priority: "1")], s: b, r: b,
        round: [.priorityCap: "3", .verifiedOnly: "true"]))
    #expect(
      found.map(\.causes) == [[.ownRows([1, 2])], [.madeRoom(path: "S", by: [["1", "", "", ""]])]])
  }

  /// Its marks are its own doing, and the points the table's, or its own too.
  @Test func bothItsOwnRowAndATableAreTold() {
    func causes(
      _ old: ResultPicture.Child, _ new: ResultPicture.Child, _ rule: RuleChange.Rule, isAtBoth: Bool = true
    ) -> [[Move.Cause]] {
      moves(
        from: picture([old], s: [rule: "a"], r: [rule: "a"]),
        to: picture([new], s: [rule: "b"], r: [rule: isAtBoth ? "b" : "a"])
      ).map(\.causes)
    }
    let told = [priorities, scoring].map { rule in
      ["S", "R"].map { Move.Cause.programRules(path: $0, [rule]) }
    }
    let old = child("1", "8", priority: "0.5")
    #expect(
      causes(old, child("1", "7", priority: "1", status: "not-admitted"), .priorities)
        == [[.ownRows([1, 2])] + told[0]])
    #expect(
      causes(old, child("1", "8", priority: "1", status: "not-admitted"), .priorities)
        == [told[0] + [.ownRowsPerhaps([1, 2])]])
    #expect(
      causes(old, child("1", "7", priority: "0.5", status: "not-admitted"), .scoring)
        == [told[1] + [.ownRowsPerhaps([1, 2])]])
    // Where the table is the same the row is not.
    #expect(
      causes(old, child("1", "7", priority: "0.5", status: "not-admitted"), .scoring, isAtBoth: false)
        == [[.ownRows([2]), told[1][0]]])
  }

  /// Where it is known that the child's rows say the same, the table alone did it.
  @Test func aTableAloneIsToldWhereTheRowsAreKnown() {
    func causes(_ before: UInt64?, _ now: UInt64?) -> [Move.Cause] {
      var (old, new) = (child("1", "8"), child("1", "7", status: "not-admitted"))
      (old.ownRows, new.ownRows) = (before, now)
      return moves(
        from: picture([old], s: [.scoring: "a"], r: [.scoring: "a"]),
        to: picture([new], s: [.scoring: "b"], r: [.scoring: "b"])
      ).flatMap(\.causes)
    }
    let told = ["S", "R"].map { Move.Cause.programRules(path: $0, [scoring]) }
    #expect(causes(1, 1) == told)
    #expect(causes(1, 2) == told + [.ownRowsPerhaps([1, 2])])
    #expect(causes(nil, nil) == told + [.ownRowsPerhaps([1, 2])])
  }

  /// What a program asks of a wish is told of whom it keeps out or lets in, and not of who has the seat then; what
  /// says who stands before whom is told of both.
  @Test func whatIsAskedOfAWishIsNoCauseOfOthers() {
    func causes(_ old: RuleTexts, _ new: RuleTexts, verdict: String) -> [[Move.Cause]] {
      var out = child("1", "9", at: "R")
      out.wishes[0].verdict = verdict
      return moves(
        from: picture([child("1", "9", at: "S"), child("2", "8")], s: old),
        to: picture([out, child("2", "8", at: "S")], s: new)
      ).map(\.causes)
    }
    let left = [Move.Cause.madeRoom(path: "S", by: [["1", "", "", ""]])]
    for (rule, verdict) in [
      (RuleChange.Rule.minimum, "below-minimum"), (.bornTo, "age"), (.documents, "documents-failed"),
      (.wishes, "wish-not-taken"), (.zoned, "out-of-zone"),
    ] {
      let change = RuleChange(rule, before: "", now: "x")
      #expect(
        causes([:], [rule: "x"], verdict: verdict) == [[.programRules(path: "S", [change])], left], "\(rule)")
    }
    let order = [Move.Cause.programRules(path: "S", [RuleChange(.phase, before: "", now: "2")])]
    #expect(causes([:], [.phase: "2"], verdict: "eligible") == [order, order])
  }

  /// Who has a seat kept while its papers are reviewed, or a tie is not decided, takes it from others, and has not
  /// left it.
  @Test func whoHasASeatKeptHasIt() {
    func held(_ id: String, _ undecided: String) -> ResultPicture.Child {
      var held = child(id, "9", status: "held")
      held.wishes[0].undecided = undecided
      return held
    }
    func causes(_ old: [ResultPicture.Child], _ new: [ResultPicture.Child], seats: Int = 1) -> [Move.Cause] {
      var (old, new) = (picture(old), picture(new))
      (old.programs[0].quota, new.programs[0].quota) = (seats, seats)
      return moves(from: old, to: new).first { $0.ids[0] == "2" }?.causes ?? []
    }
    let (seated, waiting) = (child("2", "8", at: "S"), child("2", "8"))
    let pushed = { (ids: [String]) in [Move.Cause.pushed(path: "S", by: ids.map { [$0, "", "", ""] })] }
    #expect(causes([seated], [held("1", "documents"), waiting]) == pushed(["1"]))
    #expect(causes([seated], [held("1", "in"), waiting, held("3", "in")]) == pushed(["1", "3"]))
    // A tie that was open before had given neither a seat; papers that were awaited had.
    let tied = [seated, held("1", "in"), held("3", "in")]
    #expect(causes(tied, [child("1", "9", at: "S"), waiting, held("3", "in")]) == pushed(["1"]))
    // Nor does anybody push who had a seat kept should a tie elsewhere end otherwise.
    #expect(
      causes(
        [seated, held("1", "out")], [child("1", "9", at: "S"), waiting, child("3", "9", at: "S")], seats: 2)
        == pushed(["3"]))
    #expect(
      causes(
        [seated, held("1", "documents")], [child("1", "9", at: "S"), waiting, child("3", "9", at: "S")],
        seats: 2) == pushed(["3"]))
    #expect(
      causes([child("1", "9", at: "S"), waiting], [held("1", "documents"), seated], seats: 2)
        == [.freeSeat(path: "S")])
  }

  /// Documents that are reviewed no more were reviewed by nobody.
  @Test func whoAwaitsAReviewThatIsAskedNoMoreIsToldSo() {
    var held = child("1", "9", status: "held")
    held.wishes[0].undecided = "documents"
    let told = moves(
      from: picture([held], s: [.documents: "true"]),
      to: picture([child("1", "9", at: "S")], s: [.documents: "false"])
    ).flatMap(\.causes)
    #expect(told == [.programRules(path: "S", [RuleChange(.documents, before: "true", now: "false")])])
  }

  /// Points for others lift nobody over the minimum.
  @Test func aVerdictIsNotOfATableThatGivesNothing() {
    let (a, b): (RuleTexts, RuleTexts) = ([.priorities: "a"], [.priorities: "b"])
    func causes(_ priority: String) -> [Move.Cause] {
      let below = child("1", "", priority: "0", verdict: "below-minimum", status: "ineligible")
      return moves(
        from: picture([below], s: a, r: a), to: picture([child("1", "9", priority: priority)], s: b, r: b)
      ).flatMap(\.causes)
    }
    #expect(causes("0") == [.ownRows([1, 2])])
    #expect(
      causes("0.5") == [
        .programRules(path: "S", [priorities]), .programRules(path: "R", [priorities]),
        .ownRowsPerhaps([1, 2]),
      ])
  }
}
