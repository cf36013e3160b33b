import Disk
import Pipeline
import Rounds
import Sample
import Wording

/// `demo`: a made-up season in `.demo/`, from the first roster to the official lists.
extension Command {
  func demo() throws -> Program.Status {
    let disk = workspace.disk
    let home = try disk.openFolder(path: workspace.home)
    if try disk.statusIfAny(of: Command.demoName, in: home) != nil {
      try disk.removeTree(Command.demoName, in: home)
    }
    _ = try disk.ensureFolder(Command.demoName, in: home)
    var total = PassReport()
    for wave in try makeProvince() {
      for file in wave { try write(file.bytes, to: "\(root)/Inbox/\(file.path)") }
      var pass = try openPass()
      total.add(try pass.run())
    }
    if terminal.speaksJSON {
      try terminal.say(json: ReportJSON(total))
    } else {
      for line in terminal.words.demoSummary(of: total, in: root) { terminal.say(line) }
    }
    return total.rounds.allSatisfy { $0.state == .finalized } ? .allWell : .findings
  }

  private static let demoName: FileName = ".demo"
  private var root: String { workspace.root.escaped }
}

extension TerminalWording {
  /// Files, rounds, and where to look.
  fileprivate func demoSummary(of report: PassReport, in root: String) -> [String] {
    var brief = report
    brief.published = []
    var lines = summary(of: brief)
    lines += ["", whereToLook]
    let places = ["so", "THPT-CANGIUOC", "TH-TANKIM"].compactMap { unit in
      report.published.last { $0.hasPrefix(unit + "/") && $0.contains("chinh-thuc") }
    }
    lines += places.map { "  \(root)/Outbox/\($0)/" }
    lines.append("  \(root)/Outbox/*/bien-nhan/")
    return lines
  }
}
