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

    /// It decides who is eligible, and with what score.
    var isOfJudging: Bool {
      switch self {
      case .method, .ties, .margins, .priorityCap, .phase, .reserve, .tieBreaks, .reservations: false
      case .special, .zoned, .scored, .noPriority, .wishes, .minimum, .bornFrom, .bornTo, .ageExempt,
        .documents:
        true
      }
    }

    /// Whether a wish that was kept out with this verdict was so by this rule.
    func isBehind(_ verdict: String) -> Bool {
      switch self {
      case .special: verdict == "wrong-group"
      case .zoned: verdict == "out-of-zone"
      case .wishes: verdict == "wish-not-taken"
      case .minimum: verdict == "below-minimum"
      case .bornFrom, .bornTo, .ageExempt: verdict == "age"
      case .documents: verdict.hasPrefix("documents-")
      case .method, .ties, .margins, .priorityCap, .phase, .reserve, .tieBreaks, .reservations, .scored,
        .noPriority:
        false
      }
    }
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
    let (before, now) = (old[rule] ?? "", new[rule] ?? "")
    return before == now ? nil : RuleChange(rule, before: before, now: now)
  }
}
