/// More stretches of rows than this are not named.
private let mostNamed = 20

/// The numbers of rows in a sheet, in their order, for a sentence: `13, 20–25`.
func stretches(of rows: [Int32]) -> String {
  var stretches: [ClosedRange<Int32>] = []
  for number in rows {
    if let last = stretches.last, last.upperBound + 1 == number {
      stretches[stretches.count - 1] = last.lowerBound...number
    } else if stretches.count < mostNamed {
      stretches.append(number...number)
    } else {
      return spelled(stretches) + ", …"
    }
  }
  return spelled(stretches)
}

private func spelled(_ stretches: [ClosedRange<Int32>]) -> String {
  stretches.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    .joined(separator: ", ")
}
