import Tables

/// Whether days and months of a column may have changed places: that shows in no cell, but in all of them
/// together. A program set to months before days turns into dates what it can, where the day is 12 or less, and
/// leaves the rest as texts; or it writes all of them so.
struct DateOrder {
  /// So many cells of a kind are no chance.
  private static let enough = 5

  private struct Sample {
    var row: Int
    var value: String
    var count = 1
  }

  private var serials: Sample?
  private var texts: Sample?
  /// Texts that are a date only as month, day and year.
  private var monthFirst: Sample?
  private var haveLateSerials = false
  private var haveEarlyTexts = false
  private var haveLateTexts = false

  /// A cell that is a date for its program.
  mutating func addSerial(_ day: Day, row: Int) {
    // Then they are in order, and need not be looked at; the same below.
    if haveLateSerials { return }
    Self.count(&serials, row) { day.text }
    haveLateSerials = haveLateSerials || day.components.day > 12
  }

  /// A text that was read as this day.
  ///
  /// - Parameter shown: what the cell says, where it says more.
  mutating func addText(
    _ text: UnsafeBufferPointer<UInt8>, _ day: Day, row: Int, shown: UnsafeBufferPointer<UInt8>? = nil
  ) {
    if haveEarlyTexts && haveLateTexts { return }
    // The year first: there the order is known.
    if text.count > 4, text[4] == UInt8(ascii: "-") { return }
    Self.count(&texts, row) { String(decoding: shown ?? text, as: UTF8.self) }
    if day.components.day > 12 { haveLateTexts = true } else { haveEarlyTexts = true }
  }

  /// A text that names no day.
  mutating func addWrong(
    _ text: UnsafeBufferPointer<UInt8>, row: Int, shown: UnsafeBufferPointer<UInt8>? = nil
  ) {
    let parts = text.split(maxSplits: 2) { "/-.".utf8.contains($0) }
    guard parts.count == 3 else { return }
    let slash = [UInt8(ascii: "/")]
    let swapped = Array(parts[1]) + slash + Array(parts[0]) + slash + Array(parts[2])
    guard case .day = swapped.withUnsafeBufferPointer({ DateText($0) }) else { return }
    Self.count(&monthFirst, row) { String(decoding: shown ?? text, as: UTF8.self) }
  }

  private static func count(_ sample: inout Sample?, _ row: Int, _ value: () -> String) {
    if sample == nil { sample = Sample(row: row, value: value()) } else { sample?.count += 1 }
  }

  /// One note a column, at the first cell that may be wrong.
  func tell(_ place: ColumnPlace, _ findings: inout FindingList) {
    if let serials, let texts, serials.count >= Self.enough, texts.count >= Self.enough, !haveLateSerials,
      !haveEarlyTexts
    {
      findings.add(
        .monthFirst, .note, row: serials.row, column: place, value: serials.value,
        facts: ["count": String(serials.count), "sample": texts.value])
    } else if let monthFirst, let texts, !haveLateTexts {
      findings.add(
        .monthFirst, .note, row: texts.row, column: place, value: texts.value,
        facts: ["count": String(texts.count), "sample": monthFirst.value, "reason": "texts"])
    }
  }
}
