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
    let report = try Bench.bench(
      BenchSpec(children: size, jobs: workspace.jobs), schemas: configuration.schemas,
      profiles: configuration.profiles, clock: { disk.uptime() }, peakMemory: { peakMemory() },
      begin: { terminal.tell(BenchWording(terminal.words.language).name($0)) })
    if terminal.speaksJSON {
      try terminal.say(json: report)
    } else {
      for line in report.lines(in: terminal.words.language) { try terminal.say(line) }
    }
    return report.holds ? .allWell : .findings
  }
}
