import Admission
public import Exports
import Rounds
import Sample
import Sheets
public import TableSchema
import Tables
public import Wording

/// Why nothing could be measured: the schemas in use do not fit the made-up province.
public enum BenchError: Error, Hashable, Sendable {
  /// A file that gives no table.
  case unreadable(String)
  /// Its round cannot be decided.
  case undecided

  /// What a person is told.
  public func text(in language: Language) -> String {
    let words = BenchWording(language)
    return switch self {
    case .unreadable(let file): words.unreadable(file)
    case .undecided: words.undecided
    }
  }
}

/// Measures every stage on a made-up province, in memory, and the match alone
/// on a round as large as a country.
///
/// - Parameters:
///   - clock: nanoseconds, never going back.
///   - peakMemory: the most memory that the process has held, in bytes.
///   - forgetPeak: lets the peak begin anew from what the process holds.
///   - begin: called before each stage, for whoever waits.
public func bench(
  _ spec: BenchSpec, schemas: SchemaSet, profiles: [String: ExportProfile], clock: @escaping () -> Int64,
  peakMemory: @escaping () -> Int, forgetPeak: @escaping () -> Void = {},
  begin: (BenchStage) -> Void = { _ in }
) throws(BenchError) -> BenchReport {
  let bench = Bench(
    spec: spec, schemas: schemas, watch: Stopwatch(clock: clock), peakMemory: peakMemory,
    forgetPeak: forgetPeak)
  let files =
    makeSample(SampleSpec(seed: spec.seed, children: spec.children, rosters: spec.rosters)).waves.first ?? []
  var report = BenchReport(
    children: spec.children, rosters: spec.rosters, fileBytes: files.reduce(0) { $0 + $1.bytes.count },
    jobs: spec.jobs, memoryBefore: peakMemory())
  begin(.writeLarge)
  try bench.large(&report)
  begin(.read)
  let arrivals = try bench.read(files, &report)
  begin(.stand)
  let round = try bench.decide(arrivals, &report)
  begin(.writeDepartment)
  try bench.write(round, profiles, &report)
  begin(.matchCommonScore)
  try bench.match(&report)
  return report
}

/// The stages.
private struct Bench {
  let spec: BenchSpec
  let schemas: SchemaSet
  let watch: Stopwatch
  let peakMemory: () -> Int
  let forgetPeak: () -> Void

  private var repeats: Range<Int> { 0..<max(spec.repeats, 1) }

  /// One table as large as a province sends it in one file.
  func large(_ report: inout BenchReport) throws(BenchError) {
    let large = LargeBench(
      table: LargeTable(rows: spec.largeRows), peer: spec.peer, repeats: repeats.count, schemas: schemas,
      watch: watch)
    report.measures += try large.measures(peakMemory: peakMemory, forgetPeak: forgetPeak)
  }

  func read(_ files: [SampleFile], _ report: inout BenchReport) throws(BenchError) -> [Arrival] {
    let reading = ReadingBench(files: files, schemas: schemas, watch: watch)
    var results: [ReadingBench.Result] = []
    for _ in repeats {
      if !results.isEmpty { results[results.count - 1].tables = [] }
      results.append(try reading.run())
    }
    let tables = results.last?.tables ?? []
    let peak = peakMemory()
    let rows = tables.reduce(0) { $0 + $1.reduce(0) { $0 + $1.rowCount } }
    let bytes = results.last?.bytes ?? 0
    let bare = median(results.map(\.bareSeconds))
    let ways: [(BenchStage, (ReadingBench.Result) -> Double, BenchBar?)] = [
      (.read, { $0.readSeconds }, nil), (.validate, { $0.validateSeconds }, nil),
      (.readAndValidate, { $0.readSeconds + $0.validateSeconds }, .ratio(3)),
    ]
    for (stage, seconds, bar) in ways {
      report.measures.append(
        BenchMeasure(
          stage, rows: rows, bytes: bytes, seconds: median(results.map(seconds)), bareSeconds: bare, bar: bar,
          peakMemory: peak))
    }
    let parallel = median(repeats.map { _ in reading.parallel(jobs: spec.jobs) })
    report.measures.append(
      BenchMeasure(
        .readAndValidateParallel, rows: rows, bytes: bytes, seconds: parallel, peakMemory: peakMemory()))
    return reading.arrivals(tables)
  }

  func decide(_ arrivals: [Arrival], _ report: inout BenchReport) throws(BenchError) -> DecidedRound {
    let history = History(arrivals: arrivals, pass: 1)
    let rows = arrivals.reduce(0) { $0 + $1.tables.reduce(0) { $0 + $1.rowCount } }
    let standing = watch.time { Rounds.standing(history, schemas: schemas) }
    report.measures.append(
      BenchMeasure(.stand, rows: rows, seconds: standing.seconds, peakMemory: peakMemory()))
    guard let tables = standing.result.rounds.first else { throw .undecided }
    let decision = watch.time { Rounds.decide(tables, schemas: schemas, jobs: spec.jobs) }
    guard case .decided(let round) = decision.result else { throw .undecided }
    let children = round.cohort.count
    report.measures.append(
      BenchMeasure(.decide, rows: children, seconds: decision.seconds, peakMemory: peakMemory()))
    _ = try match(round.input, .match, bar: nil, &report)
    check(round.input, round.outcome, .check, &report)
    return round
  }

  func write(
    _ round: DecidedRound, _ profiles: [String: ExportProfile], _ report: inout BenchReport
  ) throws(BenchError) {
    let writing = WritingBench(
      round: round, schemas: schemas, profiles: profiles, watch: watch, jobs: spec.jobs)
    let department = try writing.run(department: true)
    report.measures.append(
      BenchMeasure(
        .writeDepartment, rows: department.rows, bytes: department.bytes, seconds: department.seconds,
        peakMemory: peakMemory()))
    let schools = try writing.run(department: false)
    report.measures.append(
      BenchMeasure(
        .writeSchools, rows: schools.rows, bytes: schools.bytes, seconds: schools.seconds,
        bareSeconds: schools.bareSeconds, peakMemory: peakMemory()))
    let explained = repeats.map { _ in writing.explanations() }
    report.measures.append(
      BenchMeasure(
        .writeExplanations, rows: explained.last?.rows ?? 0, bytes: explained.last?.bytes ?? 0,
        seconds: median(explained.map(\.seconds)), bareSeconds: median(explained.map(\.bareSeconds)),
        bar: spec.children >= BenchSpec.enoughChildren ? .ratio(2) : nil, peakMemory: peakMemory()))
  }

  /// The match alone, on a round as large as a country, and beside it on one of
  /// a hundredth of the children; and the memory that all of it takes.
  func match(_ report: inout BenchReport) throws(BenchError) {
    func bar(_ seconds: Double) -> BenchBar? {
      spec.matchChildren == BenchSpec.fullMatch ? .seconds(seconds) : nil
    }
    forgetPeak()
    let before = peakMemory()
    var small = BenchReport(children: 0, rosters: 0, fileBytes: 0, jobs: 0, memoryBefore: 0)
    _ = try match(synthetic(hundredth: true, commonScore: false), .matchGrowth, bar: nil, &small)
    for (stage, commonScore) in [(BenchStage.matchCommonScore, true), (.matchOwnScores, false)] {
      let input = synthetic(hundredth: false, commonScore: commonScore)
      report.match = BenchRound(
        children: input.applicantCount, wishes: spec.matchWishes, programs: input.programs.count,
        seats: input.programs.reduce(0) { $0 + $1.quota })
      let outcome = try match(input, stage, bar: bar(commonScore ? 0.6 : 1.5), &report)
      if !commonScore {
        check(input, outcome, .checkMatch, bar: bar(1), &report)
        explain(input, outcome, bar: bar(3), &report)
      }
    }
    guard let large = report.measures.last(where: { $0.stage == .matchOwnScores }) else { return }
    report.measures.append(
      BenchMeasure(
        .matchGrowth, rows: large.rows, seconds: large.seconds, bareSeconds: small.measures.first?.seconds,
        bar: bar(0) == nil ? nil : .ratio(400), peakMemory: peakMemory()))
    report.measures.append(
      BenchMeasure(
        .memoryMatch, rows: large.rows, seconds: large.seconds,
        bar: bar(0) == nil ? nil : .moreMegabytes(1000),
        peakMemory: peakMemory(), moreMemory: peakMemory() - before))
  }

  private func synthetic(hundredth: Bool, commonScore: Bool) -> Input {
    let share = hundredth ? 100 : 1
    return syntheticInput(
      children: max(spec.matchChildren / share, 1), wishes: spec.matchWishes,
      programs: max(spec.matchPrograms / share, 1), seed: spec.seed, commonScore: commonScore)
  }

  private func match(
    _ input: Input, _ stage: BenchStage, bar: BenchBar?, _ report: inout BenchReport
  ) throws(BenchError) -> Outcome {
    var seconds: [Double] = []
    var outcome: Outcome?
    do {
      for _ in repeats {
        // The one before goes first, or two would count as memory of the stage.
        outcome = nil
        let timed = try watch.time { () throws(DecisionError) in try Admission.decide(input, jobs: spec.jobs)
        }
        seconds.append(timed.seconds)
        outcome = timed.result
      }
    } catch {
      throw .undecided
    }
    guard let outcome else { throw .undecided }
    report.measures.append(
      BenchMeasure(
        stage, rows: input.applicantCount, seconds: median(seconds), bar: bar, peakMemory: peakMemory()))
    return outcome
  }

  /// Every wish of the large round explained; the rows are thrown away.
  private func explain(_ input: Input, _ outcome: Outcome, bar: BenchBar?, _ report: inout BenchReport) {
    let timed = watch.time {
      let about = ExplanationRows.About(
        programs: input.programs.indices.map { ("\(10_000 + $0)", "L10") },
        fieldsAreDays: input.fields.map { _ in false }, cutoff: outcome.cutoff,
        identifiers: { applicant, row in
          row.integer(Int64(100_000_000_000 + applicant))
          for _ in 0..<3 { row.blank() }
        }, drawn: { applicant in input.drawOrder.map { Int($0[applicant]) + 1 } })
      let rows = ExplanationRows(input, outcome, about)
      let stretches = stride(from: 0, to: input.applicantCount, by: 1024).map {
        $0..<min($0 + 1024, input.applicantCount)
      }
      return inParallel(stretches, jobs: spec.jobs) { rows.rows(of: $0).bytes.count }.reduce(0, +)
    }
    report.measures.append(
      BenchMeasure(
        .explainMatch, rows: input.wishProgram.count, bytes: timed.result, seconds: timed.seconds, bar: bar,
        peakMemory: peakMemory()))
  }

  private func check(
    _ input: Input, _ outcome: Outcome, _ stage: BenchStage, bar: BenchBar? = nil, _ report: inout BenchReport
  ) {
    let seconds = repeats.map { _ in
      watch.time { Admission.verify(input, outcome, jobs: spec.jobs) }.seconds
    }
    report.measures.append(
      BenchMeasure(
        stage, rows: input.applicantCount, seconds: median(seconds), bar: bar, peakMemory: peakMemory()))
  }
}
