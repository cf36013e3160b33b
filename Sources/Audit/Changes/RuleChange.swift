/// A rule that is another one in the newer of two results.
public struct RuleChange: Hashable, Sendable {
  /// Which.
  public var rule: Rule
  /// What it was, as the tables write it; empty for nothing.
  public var before: String
  /// What it is now.
  public var now: String

  /// What of a round or a program may be changed, beside its seats and the cut-offs that are given.
  public enum Rule: String, Sendable, CaseIterable {
    // MARK: Of the round

    case method, ties, margins
    case priorityCap = "priority-cap"
    case verifiedOnly = "verified-only"

    // MARK: Of a program: who stands before whom

    case phase, reserve
    case tieBreaks = "tie-breaks"
    case reservations

    // MARK: Of a program: who is eligible there, and with what score

    case special, zoned, scored
    case noPriority = "no-priority"
    case wishes, minimum
    case bornFrom = "born-from"
    case bornTo = "born-to"
    case ageExempt = "age-exempt"
    case documents

    // MARK: Tables beside its own row, of which digests are compared

    case scoring, conversions, priorities, zones
    /// What papers there have to be.
    case papers

    /// It may be that a result does not tell it.
    var isToldSometimes: Bool {
      switch self {
      case .verifiedOnly, .scoring, .conversions, .priorities, .zones, .papers: true
      default: false
      }
    }

    /// It says who of those who are eligible stands before whom: it may move anybody there. All other rules of a
    /// program ask something of the wish itself.
    var isOfOrder: Bool { [.phase, .tieBreaks, .reservations].contains(self) }

    /// It says what claims count for.
    var isOfClaims: Bool { [.priorities, .verifiedOnly, .priorityCap, .noPriority].contains(self) }

    /// Whether a wish that was kept out with this verdict was so by this rule.
    func isBehind(_ verdict: String) -> Bool {
      switch self {
      case .special: verdict == "wrong-group"
      case .zoned, .zones: verdict == "out-of-zone"
      case .wishes: verdict == "wish-not-taken"
      case .minimum: verdict == "below-minimum"
      case .bornFrom, .bornTo, .ageExempt: verdict == "age"
      case .documents, .papers: verdict.hasPrefix("documents-")
      case .noPriority, .priorityCap: verdict == "below-minimum"
      case .scored, .scoring, .conversions: Rule.ofScores.contains(verdict)
      // A direct admission needs no marks, and whom a claim frees may be of another age.
      case .priorities, .verifiedOnly: verdict == "age" || Rule.ofScores.contains(verdict)
      case .method, .ties, .margins, .phase, .reserve, .tieBreaks, .reservations: false
      }
    }

    /// Whether it may be what made a fact of a wish another one (``ResultPicture/Wish/facts``).
    func makes(_ fact: ResultPicture.Fact) -> Bool {
      switch fact {
      case .direct: [.priorities, .verifiedOnly].contains(self)
      case .tier: [.zoned, .zones].contains(self)
      case .marks: [.scored, .scoring, .conversions].contains(self)
      case .priority: [.priorityCap, .verifiedOnly, .scored, .noPriority, .priorities].contains(self)
      case .incentive: [.verifiedOnly, .scored, .noPriority, .priorities].contains(self)
      case .ties: self == .tieBreaks
      }
    }

    private static let ofScores = [
      "no-program-score", "absent", "violation", "missing-mark", "no-conversion", "failing-mark",
      "below-minimum",
    ]
  }

  /// A change of one rule.
  public init(_ rule: Rule, before: String, now: String) {
    self.rule = rule
    self.before = before
    self.now = now
  }
}

/// Rules, each as the tables write it.
public typealias RuleTexts = [RuleChange.Rule: String]

/// What is another rule now, in the order of ``RuleChange/Rule``.
func changes(from old: RuleTexts, to new: RuleTexts) -> [RuleChange] {
  RuleChange.Rule.allCases.compactMap { rule in
    if rule.isToldSometimes, old[rule] == nil || new[rule] == nil { return nil }
    let (before, now) = (old[rule] ?? "", new[rule] ?? "")
    return before == now ? nil : RuleChange(rule, before: before, now: now)
  }
}
