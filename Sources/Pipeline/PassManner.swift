public import Ledger
import Wording

/// How a pass is carried out, by a person's order or by a process that makes many of them.
public struct PassManner {
  /// How many seconds it waits for what is in the Inbox at its start.
  public var patience = 30
  /// What this process has seen of the Inbox before.
  public var lookout: Lookout?
  /// Provisional lists are shown once a day at most.
  public var showsProvisionalOnceADay = false
  /// Asked between two steps: whether the pass is to be given up where it stands. The next one finishes it.
  public var mustStop: () -> Bool = { false }

  /// As a person's order is carried out.
  public init() {}
}

extension Pass {
  /// The pass was asked to stop, and did between two steps.
  struct Stopped: Error {}

  /// Tells how far a step has come, and stops there if the pass is to be given up.
  func step(_ step: PassStep, _ done: Int, _ total: Int) throws {
    if manner.mustStop() { throw Stopped() }
    progress(step, done, total)
  }
}
