import Foundation

/// Chance that can be had again: `FAULT_SEED=…` replays what a failed test printed.
public struct Chance: CustomStringConvertible {
  /// What it is drawn from.
  public let seed: UInt64
  private var state: UInt64

  /// Drawn from `FAULT_SEED`, else from a seed of its own.
  public init() {
    let given = ProcessInfo.processInfo.environment["FAULT_SEED"].flatMap { UInt64($0) }
    seed = given ?? UInt64.random(in: 1..<1_000_000_000)
    state = seed
  }

  /// The next number in 0..<`limit`.
  public mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// How to have it again.
  public var description: String { "FAULT_SEED=\(seed)" }
}
