/// How long a process that looks again and again rests in between: a storm of hints must not make looking all that
/// it does. After a quiet time one hint may follow another without a rest, as when a file is written and renamed.
struct LookingRest {
  private static let second: Int64 = 1_000_000_000
  /// What looking has cost, many times over, and was not rested for yet.
  private var owed: Int64 = 0

  /// After a look that cost so many nanoseconds, and the wait that followed it.
  mutating func after(cost: Int64, waited: Int64) -> Int64 {
    owed = max(0, owed + min(10 * cost, LookingRest.second) - waited)
    let rest = max(0, owed - LookingRest.second)
    owed -= rest
    return rest
  }
}
