import Exports
import Rounds
import Sheets
import TableSchema
import Tables
import Wording

/// Writes the official lists of a round, and measures it beside the least that deflating them costs.
struct WritingBench {
  let round: DecidedRound
  let schemas: SchemaSet
  let profiles: [String: ExportProfile]
  let watch: Stopwatch
  let jobs: Int

  struct Result {
    var rows = 0
    /// Of workbooks the XML in them, of other files their own.
    var bytes = 0
    var seconds = 0.0
    var bareSeconds = 0.0
  }

  /// - Parameter department: the department's lists, else those of all other units.
  func run(department: Bool) throws(BenchError) -> Result {
    var result = Result()
    let lists = watch.add(to: &result.seconds) {
      RoundFiles(round, schemas: schemas, official: true, profiles: profiles, language: .vi)
    }
    for unit in lists.units where (unit == round.tables.department) == department {
      let files = watch.add(to: &result.seconds) { lists.files(for: unit) }
      for file in files {
        result.rows += file.rows
        if file.path.hasSuffix(".xlsx") {
          try deflateAgain(file, &result)
        } else {
          result.bytes += file.bytes.count
        }
      }
    }
    return result
  }

  /// Every wish explained, written and hashed, beside a bare write and hash of the same bytes.
  func explanations() -> Result {
    var result = Result()
    let lists = RoundFiles(
      round, schemas: schemas, official: true, profiles: profiles, language: .vi, jobs: jobs)
    // A file is hashed while it is made.
    let file = watch.add(to: &result.seconds) { lists.explanations() }
    result.rows = file.rows
    result.bytes = file.bytes.count
    _ = watch.add(to: &result.bareSeconds) {
      var copy: [UInt8] = []
      for start in stride(from: 0, to: file.bytes.count, by: WritingBench.pieceSize) {
        copy += file.bytes[start..<min(start + WritingBench.pieceSize, file.bytes.count)]
      }
      return SHA256.hex(copy)
    }
    return result
  }

  private static let pieceSize = 1 << 16

  private func deflateAgain(_ file: OutputFile, _ result: inout Result) throws(BenchError) {
    do {
      for part in try inflatedParts(file.bytes) {
        result.bytes += part.count
        _ = watch.add(to: &result.bareSeconds) { bareDeflate(of: part) }
      }
    } catch {
      throw .unreadable(file.path)
    }
  }
}
