import Foundation

/// Chance that can be had again: `FAULT_SEED=…` replays what a failed test printed.
struct Chance: CustomStringConvertible {
  let seed: UInt64
  private var state: UInt64

  init() {
    let given = ProcessInfo.processInfo.environment["FAULT_SEED"].flatMap { UInt64($0) }
    seed = given ?? UInt64.random(in: 1..<1_000_000_000)
    state = seed
  }

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  var description: String { "FAULT_SEED=\(seed)" }
}

/// Whether the tests that take minutes are asked for (`./run.sh test --long`).
let isLong = ProcessInfo.processInfo.environment["TUYENSINH_LONG"] != nil
