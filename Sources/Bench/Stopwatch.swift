/// Measures time by the caller's clock: nothing here asks the kernel.
struct Stopwatch {
  /// Nanoseconds, never going back.
  let clock: () -> Int64

  /// Calls `work` and adds the seconds that it took to `seconds`.
  func add<Result, Failure>(
    to seconds: inout Double, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = clock()
    let result = try work()
    seconds += Double(clock() - start) / 1e9
    return result
  }

  /// The seconds that `work` takes, and what it gives.
  func time<Result, Failure>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> (seconds: Double, result: Result) {
    var seconds = 0.0
    let result = try add(to: &seconds, work)
    return (seconds, result)
  }
}

/// The middle one; 0 of none.
func median(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.sorted()[values.count / 2]
}
