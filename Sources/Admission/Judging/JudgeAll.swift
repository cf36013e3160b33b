import Tables

/// What was found out about the wishes of a stretch of applicants, besides their scores.
private struct Judged: Sendable {
  /// The first wish of the stretch.
  private let start: Int
  var verdict: ByWish<Verdict>
  var tier: ByWish<Int32>
  var direct: ByWish<Bool>
  var priority: PointsByWish
  var incentive: PointsByWish
  var eligible = EligibleApplicants()
  var error: DecisionError?

  init(_ wishes: Range<Int>) {
    start = wishes.lowerBound
    verdict = ByWish(usual: .eligible, count: wishes.count)
    tier = ByWish(usual: 1, count: wishes.count)
    direct = ByWish(usual: false, count: wishes.count)
    priority = PointsByWish(count: wishes.count)
    incentive = PointsByWish(count: wishes.count)
  }

  /// What was found of some wishes that follow one another.
  @inline(__always)
  mutating func set(_ judgement: Judgement, at wishes: Range<Int>) {
    let numbers = wishes.lowerBound - start..<wishes.upperBound - start
    if judgement.verdict != .eligible { for number in numbers { verdict[number] = judgement.verdict } }
    if judgement.tier != 1 { for number in numbers { tier[number] = judgement.tier } }
    if judgement.direct { for number in numbers { direct[number] = true } }
    if judgement.priority != 0 { priority.set(judgement.priority, at: numbers) }
    if judgement.incentive != 0 { incentive.set(judgement.incentive, at: numbers) }
  }
}

/// The applicants who are eligible for some wish, in order.
struct EligibleApplicants: Sendable {
  /// Who they are.
  var applicants: [Int32] = []
  /// Of each, the first wish that it is eligible for.
  var firstWish: [Int32] = []
  /// Each has the same score, tier and directness at all wishes that it is eligible for.
  var areAlike = true

  init() {}

  /// Those of stretches of applicants, one after another.
  fileprivate init(joining parts: [EligibleApplicants]) {
    for part in parts {
      applicants += part.applicants
      firstWish += part.firstWish
      areAlike = areAlike && part.areAlike
    }
  }
}

/// Fills in verdict, score, priority, incentive, tier and direct by wish, and
/// tells who is eligible at all.
func judgeAll(
  _ input: Input, _ stretches: [Range<Int>], jobs: Int, into outcome: inout Outcome
) throws(DecisionError) -> EligibleApplicants {
  let judge = Judge(input)
  var judged: [Judged] = []
  outcome.score = Array(unsafeUninitializedCapacity: input.wishProgram.count) { cells, count in
    // Every thread fills its own stretch of them.
    nonisolated(unsafe) let cells = cells
    judged = inParallel(stretches, jobs: jobs) { judgeStretch(input, $0, by: judge, into: cells) }
    count = cells.count
  }
  for part in judged { if let error = part.error { throw error } }
  outcome.verdict = ByWish(joining: judged.map(\.verdict))
  outcome.tier = ByWish(joining: judged.map(\.tier))
  outcome.direct = ByWish(joining: judged.map(\.direct))
  outcome.priority = PointsByWish(joining: judged.map(\.priority), jobs: jobs)
  outcome.incentive = PointsByWish(joining: judged.map(\.incentive), jobs: jobs)
  return EligibleApplicants(joining: judged.map(\.eligible))
}

private func judgeStretch(
  _ input: Input, _ stretch: Range<Int>, by judge: Judge, into score: UnsafeMutableBufferPointer<Int64>
) -> Judged {
  let wishes = input.wishes(of: stretch)
  var judge = judge
  var judged = Judged(wishes)
  judged.eligible.applicants.reserveCapacity(stretch.count)
  judged.eligible.firstWish.reserveCapacity(stretch.count)
  do throws(DecisionError) {
    for applicant in stretch {
      var first: Judgement?
      let own = input.wishes(of: applicant)
      let alike = judge.judgesAlike(own)
      var next = own.lowerBound
      while next < own.upperBound {
        let judgement = try judge.judge(next, of: applicant)
        let same = next..<(alike ? own.upperBound : next + 1)
        for wish in same { score[wish] = judgement.score }
        judged.set(judgement, at: same)
        if judgement.verdict == .eligible {
          if let first {
            if !judgement.comparesLike(first) { judged.eligible.areAlike = false }
          } else {
            first = judgement
            judged.eligible.applicants.append(Int32(truncatingIfNeeded: applicant))
            judged.eligible.firstWish.append(Int32(truncatingIfNeeded: next))
          }
        }
        next = same.upperBound
      }
    }
  } catch {
    score.extracting(wishes).initialize(repeating: 0)
    judged.error = error
  }
  return judged
}
