import Exports
import Foundation
import Sample
import Sheets
import TableSchema
import Tables
import Testing
import Wording

@testable import Bench

/// A small province, measured by a clock that goes on a millisecond each time it is asked.
@Suite struct BenchTests {
  @Test func everyStageIsMeasuredInOrder() throws {
    var begun: [BenchStage] = []
    let report = try Project.bench { begun.append($0) }
    #expect(report.measures.map(\.stage) == BenchStage.allCases.filter { !$0.isOnDisk })
    #expect(begun == [.writeLarge, .read, .stand, .writeDepartment, .matchCommonScore])
    #expect(report.children == 60)
    #expect(report.memoryBefore == 7_000_000)
    for measure in report.measures {
      #expect(measure.rows > 0, "\(measure.stage)")
      #expect(measure.seconds > 0, "\(measure.stage)")
      #expect(measure.peakMemory == 7_000_000)
    }
    let rows = Dictionary(uniqueKeysWithValues: report.measures.map { ($0.stage, $0.rows) })
    // The setup's rows are read beside the children's.
    #expect(rows[.read] ?? 0 > 60)
    #expect(rows[.decide] == 60)
    #expect(rows[.matchCommonScore] == 90)
  }

  @Test func onlyWhatTouchesFilesHasBytesAndABareCost() throws {
    let report = try Project.bench()
    let withBytes = report.measures.filter { $0.bytes ?? 0 > 0 }.map(\.stage)
    #expect(
      withBytes == [
        .writeLarge, .readLarge, .readLargeText, .read, .validate, .readAndValidate, .readAndValidateParallel,
        .writeDepartment, .writeSchools, .writeExplanations, .explainMatch,
      ])
    let withBare = report.measures.filter { $0.bareSeconds ?? 0 > 0 && $0.ratio != nil }.map(\.stage)
    #expect(
      withBare == [
        .writeLarge, .readLarge, .read, .validate, .readAndValidate, .writeSchools, .writeExplanations,
        .matchGrowth,
      ])
    // One tick of the clock for each file: reading and validating are two, the bare pass is one.
    let both = report.measures.first { $0.stage == .readAndValidate }
    #expect(both?.ratio == 2)
    #expect(both?.holds == true)
  }

  @Test func aSmallMatchHasNoBarAndTheFullOneHas() throws {
    #expect(try Project.bench().measures.filter { $0.bar != nil }.map(\.stage) == [.readAndValidate])
    #expect(BenchSpec().matchChildren == BenchSpec.fullMatch)
    #expect(BenchSpec().matchPrograms == 3000)
    #expect(BenchSpec().rosters == 200)
    #expect(BenchSpec(children: .max).children == 10_000_000)
    #expect(BenchSpec(children: -1, jobs: 0).jobs == 1)
  }

  @Test func barsAreHeldAndBroken() {
    let slow = BenchMeasure(.read, rows: 1, seconds: 4, bareSeconds: 1, bar: .ratio(3), peakMemory: 0)
    let fast = BenchMeasure(.read, rows: 1, seconds: 3, bareSeconds: 1, bar: .ratio(3), peakMemory: 0)
    let few = BenchMeasure(
      .readAndValidateParallel, rows: 8_000, seconds: 0.1, bar: .rowsPerMinute(5_000_000), peakMemory: 0)
    let many = BenchMeasure(
      .readAndValidateParallel, rows: 9_000, seconds: 0.1, bar: .rowsPerMinute(5_000_000), peakMemory: 0)
    #expect(few.holds == false && many.holds == true)
    for (bytes, holds) in [(149_000_000, false), (150_000_000, true)] {
      let text = BenchMeasure(
        .readLargeText, rows: 1, bytes: bytes, seconds: 1, bar: .megabytesPerSecond(150), peakMemory: 0)
      #expect(text.holds == holds)
      let memory = BenchMeasure(
        .memoryLarge, rows: 1, seconds: 1, bar: .moreMegabytes(149.5), peakMemory: 0, moreMemory: bytes)
      #expect(memory.holds == !holds)
    }
    let late = BenchMeasure(.match, rows: 1, seconds: 1.6, bar: .seconds(1.5), peakMemory: 0)
    #expect(slow.holds == false)
    #expect(fast.holds == true)
    #expect(late.holds == false)
    var report = BenchReport(
      children: 1, rosters: 1, fileBytes: 1, jobs: 1, memoryBefore: 0, measures: [fast])
    #expect(report.holds)
    report.measures.append(late)
    #expect(!report.holds)
  }

  /// The large table is the same in both forms, and all of it can be taken.
  @Test func theLargeTableIsOneTable() throws {
    let large = LargeBench(
      table: LargeTable(rows: 40), peer: nil, repeats: 1, schemas: try Project.schemas(),
      watch: Stopwatch(clock: { 0 }))
    let tables = try [large.book.written().bytes, large.text].map { bytes in
      try readTables(
        readWorkbook(bytes).grids, isCSV: bytes.first == 0xEF, schemas: Project.schemas()
      ).compactMap(\.table)
    }
    for table in tables {
      #expect(table.map(\.rowCount) == [40])
      #expect(table.flatMap(\.findings).filter { $0.severity == .error }.isEmpty)
    }
  }

  @Test func aStageTooShortForTheClockHasAFiniteRate() throws {
    let measure = BenchMeasure(.read, rows: 5, bytes: 5, seconds: 0, bareSeconds: 0, peakMemory: 0)
    #expect(measure.rowsPerSecond.isFinite)
    let json = try JSONEncoder().encode(measure)
    #expect(try JSONDecoder().decode(BenchMeasure.self, from: json) == measure)
  }

  @Test func schemasThatDoNotFitStopIt() {
    #expect(throws: BenchError.self) {
      try Bench.bench(
        Project.spec, schemas: SchemaSet([]), profiles: [:], clock: { 0 }, peakMemory: { 0 })
    }
    #expect(BenchError.unreadable("so/a.xlsx").text(in: .en).contains("so/a.xlsx"))
    #expect(BenchError.undecided.text(in: .vi) != BenchError.undecided.text(in: .en))
  }

  @Test(arguments: [([], 0.0), ([3], 3), ([9, 1, 2], 2)] as [([Double], Double)])
  func theMiddleOneCounts(values: [Double], middle: Double) {
    #expect(median(values) == middle)
  }
}
