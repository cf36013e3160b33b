import Tables

/// Notes on values that are ordinary one by one, and unusual beside others.
struct UnusualValues {
  let schema: Schema
  let columns: [Column]
  let rowCount: Int

  func tell(_ findings: inout FindingList) {
    for column in columns {
      guard let (field, number) = schema.field(column.key) else { continue }
      if field.identifier == .other { tellLengths(column, &findings) }
      if !field.constraints.averageOf.isEmpty { tellAverages(column, field, number, &findings) }
    }
    if schema.person != .none { tellAlike(&findings) }
  }

  // MARK: Children

  /// One child may stand in two rows, in one of them without an id.
  private func tellAlike(_ findings: inout FindingList) {
    let ids = Schema.identifierKeys.compactMap { key in columns.first { $0.key == key } }
    func column(_ key: String) -> Column? { columns.first { $0.key == key } }
    guard let names = column("fullName"), let births = column("birthDate"), !ids.isEmpty else { return }
    let genders = column("gender")
    // Column by column: to take hold of each column for each row costs more than to read it.
    var lacksId = [Bool](repeating: true, count: rowCount)
    for id in ids {
      for row in 0..<rowCount where lacksId[row] && !id.texts.isBlank(row) { lacksId[row] = false }
    }
    // Nearly always all have one.
    guard lacksId.contains(true) else { return }
    var without: [Int64: [Int]] = [:]
    for row in 0..<rowCount where lacksId[row] {
      if let birth = births.number(row) { without[birth, default: []].append(row) }
    }
    for row in 0..<rowCount where !lacksId[row] {
      guard let birth = births.number(row) else { continue }
      for other in without[birth] ?? []
      where genders?.number(row) == genders?.number(other)
        && folded(names.texts[row]) == folded(names.texts[other])
      {
        for (own, against) in [(row, other), (other, row)] {
          findings.add(
            .alikeWithoutId, .note, row: own, column: names.place, value: names.texts.string(own),
            facts: ["otherRow": String(findings.rowNumbers[against])])
        }
      }
    }
  }

  // MARK: Lengths

  /// Fewer than so many numbers have no usual length.
  private static let fewest = 20

  /// Where nineteen of twenty numbers are equally long, the others have probably lost or gained a digit.
  private func tellLengths(_ column: Column, _ findings: inout FindingList) {
    let lengths = (0..<rowCount).map { row in
      let text = column.texts[row]
      return text.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } ? text.count : 0
    }
    var counts: [Int: Int] = [:]
    for length in lengths where length > 0 { counts[length, default: 0] += 1 }
    let numbers = counts.values.reduce(0, +)
    guard numbers >= Self.fewest, let (usual, count) = counts.first(where: { $0.value * 20 >= numbers * 19 }),
      count < numbers
    else { return }
    for (row, length) in lengths.enumerated() where length > 0 && length != usual {
      findings.add(
        .lengthOutlier, .note, row: row, column: column.place, value: column.texts.string(row),
        facts: ["length": String(usual)])
    }
  }

  // MARK: Averages

  /// An average of many subjects differs from the mean of a few, but not by much.
  private func tellAverages(_ column: Column, _ field: Field, _ number: Int, _ findings: inout FindingList) {
    let parts = field.constraints.averageOf.compactMap { key in
      columns.first { $0.key == field.spelled(key, number: number) }
    }
    guard parts.count > 1, let within = Exact(whole: Int64(field.constraints.averageWithin)) else { return }
    let labels = parts.map(\.label).joined(separator: ", ")
    for row in 0..<rowCount {
      guard let average = column.number(row), let mean = mean(parts, row) else { continue }
      let (difference, overflow) = average.subtractingReportingOverflow(mean)
      guard !overflow, difference.magnitude > within.raw.magnitude else { continue }
      findings.add(
        .averageParts, .note, row: row, column: column.place, value: column.texts.string(row),
        facts: ["parts": labels, "mean": Exact(raw: mean).text])
    }
  }

  /// The mean of marks that are all there.
  private func mean(_ parts: [Column], _ row: Int) -> Int64? {
    var sum: Int64 = 0
    for part in parts {
      guard let mark = part.number(row) else { return nil }
      let (next, overflow) = sum.addingReportingOverflow(mark)
      guard !overflow else { return nil }
      sum = next
    }
    return sum / Int64(parts.count)
  }
}
