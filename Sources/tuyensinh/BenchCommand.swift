import Bench
import Disk
import Pipeline
import Wording

/// `bench`: rows and bytes per second of every stage, beside what the same bytes cost at least.
extension Command {
  func bench() throws -> Program.Status {
    let size = try arguments.number("size", in: 1...10_000_000, standard: 100_000)
    let configuration = try workspace.configuration()
    let disk = workspace.disk
    func begin(_ stage: BenchStage) {
      terminal.tell(BenchWording(terminal.words.language).name(stage))
    }
    var spec = BenchSpec(children: size, jobs: workspace.jobs)
    spec.peer = try peer()
    var report = try Bench.bench(
      spec, schemas: configuration.schemas,
      profiles: configuration.profiles, clock: { disk.uptime() }, peakMemory: { peakMemory() },
      forgetPeak: { forgetPeakMemory() }, begin: begin)
    report.measures += try DiskBench(workspace, in: place).run(schemas: configuration.schemas, begin: begin)
    if terminal.speaksJSON {
      try terminal.say(json: report)
    } else {
      for line in report.lines(in: terminal.words.language) { try terminal.say(line) }
    }
    return report.holds ? .allWell : .findings
  }

  /// What `run.sh` measured of libxlsxwriter: `--peer SECONDS,BYTES`.
  private func peer() throws -> BenchSpec.Peer? {
    guard let text = arguments.values["peer"] else { return nil }
    let parts = text.split(separator: ",")
    guard parts.count == 2, let seconds = Double(parts[0]), seconds > 0, let bytes = Int(parts[1]) else {
      throw Arguments.Problem.badValue("--peer", value: text)
    }
    return BenchSpec.Peer(seconds: seconds, bytes: bytes)
  }
}
