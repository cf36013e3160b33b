import Audit
import Testing

/// Who moved between two results, and why.
@Suite struct MoveTests {
  private func place(_ path: String, _ wish: Int = 1) -> ResultPicture.Place {
    ResultPicture.Place(path: path, wish: wish, special: false)
  }

  private func child(
    _ id: String, _ status: String, at path: String? = nil, wishes: [String] = ["S", "R"], score: String = "8"
  ) -> ResultPicture.Child {
    let wishes = wishes.enumerated().map { index, path in
      ResultPicture.Wish(place: place(path, index + 1), verdict: "eligible", facts: [score])
    }
    return ResultPicture.Child(
      ids: [id, "", "", ""], name: "", status: status, place: wishes.map(\.place).first { $0.path == path },
      wishes: wishes)
  }

  private func picture(
    _ children: [ResultPicture.Child], rules: RuleTexts = [:], seats: Int = 1
  ) -> ResultPicture {
    ResultPicture(
      rules: rules,
      programs: [
        ResultPicture.Program(path: "S", quota: seats, rules: [:]),
        ResultPicture.Program(path: "R", quota: 1, rules: [:]),
      ], children: children)
  }

  @Test func whoStaysIsNotNamed() {
    let same = picture([child("1", "admitted", at: "S"), child("2", "waiting")])
    #expect(moves(from: same, to: same).isEmpty)
  }

  @Test func aChildIsKnownByAnyIdentifier() {
    var before = child("1", "admitted", at: "S")
    var now = child("", "admitted", at: "S")
    before.ids[3] = "H1"
    now.ids[3] = "H1"
    #expect(moves(from: picture([before]), to: picture([now])).isEmpty)
  }

  @Test func everyCauseIsTold() {
    let (first, second) = (child("1", "admitted", at: "S"), child("2", "waiting"))
    func causes(_ old: ResultPicture, _ new: ResultPicture) -> [[Move.Cause]] {
      moves(from: old, to: new).map(\.causes)
    }
    let old = picture([first, second])
    #expect(causes(old, picture([first, second, child("3", "admitted", at: "R")])) == [[.arrived]])
    #expect(
      causes(old, picture([child("2", "admitted", at: "S")]))
        == [[.madeRoom(path: "S", by: [first.ids])], [.left]])
    #expect(
      causes(old, picture([child("1", "admitted", at: "R"), child("2", "admitted", at: "S", score: "9")]))
        == [[.pushed(path: "S", by: [second.ids])], [.ownRows([1, 2])]])
    #expect(
      causes(old, picture([first, child("2", "admitted", at: "S")], seats: 2))
        == [[.quota(path: "S", before: 1, now: 2)]])
    #expect(
      causes(old, picture([first, child("2", "not-admitted")], rules: [.method: "given"]))
        == [[.roundRules([RuleChange(.method, before: "", now: "given")])]])
    #expect(causes(old, picture([first, child("2", "not-admitted")])) == [[.others]])
    #expect(
      causes(old, picture([first, child("2", "admitted", at: "R", wishes: ["R"])])) == [[.ownRows([0])]])
  }

  /// What nobody else has done is said as what it was.
  @Test func whatOthersHaveNotDoneIsNotTheirs() {
    func causes(_ old: ResultPicture, _ new: ResultPicture) -> [[Move.Cause]] {
      moves(from: old, to: new).map(\.causes)
    }
    func held(_ id: String, _ undecided: String) -> ResultPicture.Child {
      var child = child(id, "held")
      child.wishes[0].undecided = undecided
      return child
    }
    func ruled(_ child: ResultPicture.Child, _ ruling: String) -> ResultPicture.Child {
      var child = child
      (child.wishes[0].ruling, child.wishes[0].minutes) = (ruling, "01/BB")
      return child
    }
    let (first, second) = (child("1", "admitted", at: "S"), child("2", "waiting"))
    // The council, of the one of whom it spoke and of the other; lots.
    let tied = picture([held("1", "in"), held("2", "in")])
    #expect(
      causes(tied, picture([ruled(first, "admit"), second])) == [
        [.ruled(minutes: ["01/BB"])], [.ruled(minutes: ["01/BB"])],
      ])
    #expect(
      causes(
        picture([ruled(first, "admit"), second]), picture([ruled(child("1", "waiting"), "refuse"), second]))
        == [[.ruled(minutes: ["01/BB"])]])
    var lots = picture([first, second])
    lots.seed = "7"
    #expect(causes(tied, lots) == [[.drawn], [.drawn]])
    // Documents, to both sides.
    #expect(causes(picture([held("1", "documents")]), picture([first])) == [[.reviewed]])
    #expect(causes(picture([first]), picture([held("1", "documents")])) == [[.unreviewed]])
    var failed = child("1", "not-admitted")
    failed.wishes[0].verdict = "documents-failed"
    #expect(
      causes(picture([held("1", "documents"), second]), picture([failed, child("2", "admitted", at: "S")]))
        == [[.reviewed], [.madeRoom(path: "S", by: [first.ids])]])
    // Cut-offs that are given, and what a program asks for.
    var (given, lower) = (picture([second]), picture([child("2", "admitted", at: "S")]))
    (given.programs[0].cutoffs, lower.programs[0].cutoffs) = ([1: "8", 2: "9"], [1: "7", 2: "9"])
    #expect(causes(given, lower) == [[.cutoff(path: "S", wish: 1, before: "8", now: "7")]])
    var below = child("2", "ineligible")
    below.wishes[0].verdict = "below-minimum"
    var asked = picture([below])
    asked.programs[0].rules = [.minimum: "9", .zoned: "true"]
    // Of what changed, that by which it was kept out.
    let minimum = RuleChange(.minimum, before: "9", now: "")
    #expect(
      causes(asked, picture([child("2", "admitted", at: "S")])).first?.first
        == .programRules(path: "S", [minimum]))
    // A seat that nobody had.
    #expect(
      causes(picture([child("2", "waiting")]), picture([child("2", "admitted", at: "S")]))
        == [[.freeSeat(path: "S")]])
    #expect(
      causes(picture([held("1", "documents"), second]), picture([first, child("2", "admitted", at: "S")]))
        .last == [.others])
    // Who was assigned a place and gets one of its own has lost nothing.
    var assigned = child("2", "admitted")
    assigned.place = ResultPicture.Place(path: "R", wish: nil, special: false)
    #expect(
      causes(picture([first, assigned]), picture([first, child("2", "admitted", at: "S")], seats: 2))
        == [[.quota(path: "S", before: 1, now: 2)]])
  }

  /// A school that was declined is a cause where that is new, and taken back only where the table can say so.
  @Test func whoHasDeclinedASchoolIsToldOnce() {
    func declining(_ child: ResultPicture.Child, verdict: String = "eligible") -> ResultPicture.Child {
      var child = child
      (child.wishes[0].isDeclined, child.wishes[0].verdict) = (true, verdict)
      return child
    }
    func causes(_ old: ResultPicture.Child, _ new: ResultPicture.Child) -> [[Move.Cause]] {
      moves(from: picture([old]), to: picture([new])).map(\.causes)
    }
    let (waiting, refused) = (child("1", "waiting"), child("1", "not-admitted"))
    #expect(causes(waiting, declining(refused)) == [[.declinedSchool(path: "S", isTakenBack: false)]])
    #expect(causes(declining(refused), waiting) == [[.declinedSchool(path: "S", isTakenBack: true)]])
    #expect(
      causes(
        declining(child("1", "held", wishes: ["S"])),
        declining(child("1", "not-admitted", wishes: ["S"]), verdict: "school-declined"))
        == [[.declinedSchool(path: "S", isTakenBack: false)]])
    #expect(causes(declining(waiting), child("1", "admitted", at: "R")) == [[.freeSeat(path: "R")]])
  }

  /// What other rules alone make otherwise is no change of a child's own rows.
  @Test func anotherRuleIsNoChangeOfOwnRows() {
    func facts(_ score: String, _ ties: String, _ status: String) -> ResultPicture.Child {
      var child = child("1", status)
      for wish in child.wishes.indices { child.wishes[wish].facts = ["0", "", score, ties] }
      return child
    }
    var (old, new) = (picture([facts("8", "5", "waiting")]), picture([facts("8", "6", "not-admitted")]))
    #expect(moves(from: old, to: new).map(\.causes) == [[.ownRows([1, 2])]])
    for program in old.programs.indices { old.programs[program].rules[.tieBreaks] = "x" }
    #expect(moves(from: old, to: new).map(\.causes) == [[.others]])
    func priority(_ points: String, _ status: String) -> ResultPicture.Child {
      var child = facts("8", "5", status)
      for wish in child.wishes.indices { child.wishes[wish].facts += [points, "0"] }
      return child
    }
    old = picture([priority("2", "waiting")], rules: [.priorityCap: "2"])
    new = picture([priority("3", "not-admitted")], rules: [.priorityCap: "3"])
    #expect(
      moves(from: old, to: new).map(\.causes)
        == [[.roundRules([RuleChange(.priorityCap, before: "2", now: "3")])]])
    // Papers that are asked no more were reviewed by nobody.
    var failed = child("1", "ineligible")
    failed.wishes[0].verdict = "documents-failed"
    var asking = picture([failed])
    asking.programs[0].rules = [.documents: "true"]
    #expect(
      moves(from: asking, to: picture([child("1", "admitted", at: "S")])).map(\.causes)
        == [[.programRules(path: "S", [RuleChange(.documents, before: "true", now: "")])]])
  }

  /// A table beside the child's row moved it where it makes what is otherwise; what one result does not tell of
  /// is no change.
  @Test func aTableThatMakesTheScoreIsToldAndNoOther() {
    func judged(_ score: String, _ status: String, _ rules: RuleTexts) -> ResultPicture {
      var child = child("1", status)
      for wish in child.wishes.indices { child.wishes[wish].facts = ["0", "1", score, ""] }
      var picture = picture([child])
      for program in picture.programs.indices { picture.programs[program].rules = rules }
      return picture
    }
    func causes(_ old: RuleTexts, _ new: RuleTexts) -> [[Move.Cause]] {
      moves(from: judged("8", "waiting", old), to: judged("9", "not-admitted", new)).map(\.causes)
    }
    let scoring = RuleChange(.scoring, before: "a", now: "b")
    #expect(
      causes([.scoring: "a", .zones: "c"], [.scoring: "b", .zones: "d"]) == [
        [.programRules(path: "S", [scoring]), .programRules(path: "R", [scoring]), .ownRowsPerhaps([1, 2])]
      ])
    #expect(causes([.zones: "c"], [.zones: "d"]) == [[.ownRows([1, 2])]])
    #expect(causes([:], [.scoring: "b"]) == [[.ownRows([1, 2])]])
  }

  /// Who has left of itself was pushed out by nobody, whoever sits there now.
  @Test(arguments: ResultPicture.Departure.allCases)
  func whoLeftWasPushedByNobody(departure: ResultPicture.Departure) {
    let old = picture([child("1", "admitted", at: "S"), child("2", "waiting")])
    var gone = child("1", "not-admitted")
    gone.departure = departure
    let found = moves(from: old, to: picture([gone, child("2", "admitted", at: "S")]))
    #expect(found.map(\.causes) == [[.departed(departure)], [.madeRoom(path: "S", by: [gone.ids])]])
    // Its wishes count for nothing then, which is no change of its rows.
    for wish in gone.wishes.indices { gone.wishes[wish].verdict = "left-elsewhere" }
    #expect(
      moves(from: old, to: picture([gone, child("2", "waiting")])).map(\.causes) == [[.departed(departure)]])
  }

  /// Whose seats it may have is the child's own matter: nobody has pushed it out of them.
  @Test func whoLeavesACategoryIsToldWhich() {
    let (claim, tier) = (
      ResultPicture.Category(.priority, "Con thương binh"), ResultPicture.Category(.tier, "1")
    )
    var before = child("1", "admitted", at: "S")
    before.wishes[0].categories = [claim, tier]
    var after = child("1", "waiting")
    after.wishes[0].categories = [tier]
    let other = child("2", "admitted", at: "S")
    let found = moves(
      from: picture([before, child("2", "waiting")]), to: picture([after, other]))
    #expect(found[0].causes == [.categories(path: "S", left: [claim], joined: [])])
    let back = moves(from: picture([after, other]), to: picture([before, child("2", "waiting")]))
    #expect(back[0].causes == [.categories(path: "S", left: [], joined: [claim])])
    // Not told on one side, it has left nothing.
    after.wishes[0].categories = nil
    #expect(
      moves(from: picture([before]), to: picture([after, other])).first?.causes
        == [.pushed(path: "S", by: [other.ids])])
  }

  @Test func anAssignedPlaceIsNobodysDoing() {
    let old = picture([child("1", "admitted", at: "S"), child("2", "waiting")])
    var assigned = child("2", "admitted")
    assigned.place = ResultPicture.Place(path: "R", wish: nil, special: false)
    let new = picture([child("1", "admitted", at: "S"), assigned])
    #expect(moves(from: old, to: new).map(\.causes) == [[.assigned]])
    #expect(moves(from: new, to: old).map(\.causes) == [[.unassigned]])
  }

  @Test func betterAndWorseGoByTheChildsOwnOrder() {
    let all = ["S", "R"].map { child("1", "admitted", at: $0) } + [child("1", "waiting")]
    for (a, b, direction) in [
      (0, 1, Move.Direction.worse), (1, 0, .better), (1, 2, .worse), (2, 0, .better),
    ] {
      let found = moves(from: picture([all[a]]), to: picture([all[b]]))
      #expect(found.map(\.direction) == [direction], "\(a) \(b)")
    }
  }
}
