import Ledger
import Pipeline
import Rounds
import Wording

/// A pass as programs read it.
struct ReportJSON: Encodable {
  struct File: Encodable {
    var seq: Int
    var outcome: String
    var rounds: [String]
  }

  struct Left: Encodable {
    var path: String
    var state: InboxWord
  }

  struct Round: Encodable {
    var round: String
    var name: String
    var state: String
    var standing: String
    var applicants: Int?
    var seats: Int?
    var admitted: Int?
    var waiting: Int?
    var notAdmitted: Int?
    var ineligible: Int?
    var held: Int?
  }

  /// A file of which the kept bytes are gone or damaged.
  struct Lost: Encodable {
    var seq: Int
    var unit: String
    /// A round waits for it.
    var needed: Bool
  }

  var files: [File]
  var left: [Left]
  var rounds: [Round]
  /// How many files wait until their round is opened again.
  var late: Int
  var published: [String]
  var refusals: [String]
  var inTheWay: [String]
  var lost: [Lost]

  init(_ report: PassReport) {
    files = report.outcomes.map { File(seq: $0.seq, outcome: $0.result.rawValue, rounds: $0.rounds) }
    left = report.left.map { Left(path: $0.path.escaped, state: $0.word) }
    rounds = report.rounds.map(Round.init)
    late = report.late
    published = report.published
    refusals = report.refusals.map(\.reason.rawValue)
    inTheWay = report.inTheWay
    lost = report.notes.compactMap { note in
      switch note {
      case .contentLost(let seq, let unit): Lost(seq: seq, unit: unit, needed: true)
      case .unneededLost(let seq, let unit): Lost(seq: seq, unit: unit, needed: false)
      default: nil
      }
    }
  }
}

extension ReportJSON.Round {
  init(_ report: RoundReport) {
    self.init(
      round: report.code, name: report.name, state: report.state.rawValue, standing: report.standing.code)
    guard case .decided(let counts) = report.standing else { return }
    applicants = counts.applicants.all
    seats = counts.seats
    admitted = counts.admitted.all
    waiting = counts.waiting.all
    notAdmitted = counts.notAdmitted.all
    ineligible = counts.ineligible.all
    held = counts.held.all
  }
}
