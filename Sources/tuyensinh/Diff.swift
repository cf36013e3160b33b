import Audit
import Disk
import Pipeline
import Wording

/// `diff DIR DIR`: who moved between two published results, and why.
extension Command {
  func diff() throws -> Program.Status {
    let (old, new) = (arguments.operands[0], arguments.operands[1])
    let found: (change: ResultChange?, faults: [Fault])
    do {
      found = try workspace.diff(old, new)
    } catch let error as DiskError where [.notFound, .wrongKind].contains(error.code) {
      throw FileProblem.cannotOpen(error.name)
    }
    let words = changeWords
    guard let change = found.change else {
      for fault in found.faults {
        Terminal.complain(words.noResult(AuditWording(terminal.words.language).text(fault)))
      }
      return .unusable
    }
    if terminal.speaksJSON {
      try terminal.say(json: ChangeJSON(change))
    } else {
      for line in words.lines(of: change) { try terminal.say(line) }
    }
    return .allWell
  }

  var changeWords: ChangeWording {
    ChangeWording(terminal.words.language, showsNames: arguments.flags.contains("names"))
  }
}

extension ChangeWording {
  func lines(of change: ResultChange) -> [String] {
    var lines = change.counts.filter { $0.before > 0 || $0.now > 0 }.map {
      "  " + count($0.status, before: $0.before, now: $0.now)
    }
    lines += change.quotas.map { "  " + quota($0.path, before: $0.before, now: $0.now) }
    if change.rulesChanged { lines.append("  " + rulesChanged) }
    lines.append(change.moves.isEmpty ? nobody : moved(change.moves))
    return lines + change.moves.map { "  " + line($0) }
  }
}

/// Who moved, as programs read it: codes and identifiers, no name.
struct ChangeJSON: Encodable {
  struct Count: Encodable {
    var status: String
    var before: Int
    var now: Int
  }

  struct Quota: Encodable {
    var program: String
    var before: Int?
    var now: Int?
  }

  struct Side: Encodable {
    var status: String
    var program: String?
    var wish: Int?
    var special: Bool?
  }

  struct Cause: Encodable {
    var code: String
    var program: String?
    var wishes: [Int]?
    var before: Int?
    var now: Int?
    var by: [String]?
    var left: [String]?
    var joined: [String]?
    var minutes: [String]?
    var cutoffBefore: String?
    var cutoffNow: String?
    var rules: [Rule]?
  }

  struct Rule: Encodable {
    var code: String
    var before: String
    var now: String
  }

  struct Moved: Encodable {
    var ids: [String]
    var before: Side
    var now: Side
    var direction: String
    var causes: [Cause]
  }

  var counts: [Count]
  var quotas: [Quota]
  var rulesChanged: Bool
  var moves: [Moved]

  init(_ change: ResultChange) {
    counts = change.counts.map { Count(status: $0.status, before: $0.before, now: $0.now) }
    quotas = change.quotas.map { Quota(program: $0.path, before: $0.before, now: $0.now) }
    rulesChanged = change.rulesChanged
    moves = change.moves.map { move in
      Moved(
        ids: move.ids, before: Side(move.statusBefore, move.placeBefore),
        now: Side(move.statusNow, move.placeNow), direction: move.direction.rawValue,
        causes: move.causes.map(Cause.init))
    }
  }
}

extension ChangeJSON.Side {
  init(_ status: String, _ place: ResultPicture.Place?) {
    self.init(status: status, program: place?.path, wish: place?.wish, special: place?.special)
  }
}

extension ChangeJSON.Cause {
  init(_ cause: Move.Cause) {
    func strongest(_ all: [[String]]) -> [String] {
      all.map { ids in ids.first { !$0.isEmpty } ?? "" }
    }
    switch cause {
    case .arrived: self.init(code: "arrived")
    case .left: self.init(code: "left")
    case .departed(let why): self.init(code: why.rawValue)
    case .assigned: self.init(code: "assigned")
    case .unassigned: self.init(code: "unassigned")
    case .ownRows(let wishes): self.init(code: "own-rows", wishes: wishes.filter { $0 > 0 })
    case .ownRowsPerhaps(let wishes): self.init(code: "own-rows-perhaps", wishes: wishes)
    case .categories(let path, let left, let joined):
      self.init(
        code: "categories", program: path, left: left.map(\.text), joined: joined.map(\.text))
    case .declinedSchool(let path, let isTakenBack):
      self.init(code: isTakenBack ? "declined-taken-back" : "declined-school", program: path)
    case .ruled(let minutes): self.init(code: "ruled", minutes: minutes)
    case .reviewed: self.init(code: "reviewed")
    case .unreviewed: self.init(code: "unreviewed")
    case .drawn: self.init(code: "drawn")
    case .cutoff(let path, let wish, let before, let now):
      self.init(code: "cutoff", program: path, wishes: [wish], cutoffBefore: before, cutoffNow: now)
    case .roundRules(let changes): self.init(code: "round-rules", rules: changes.map(ChangeJSON.Rule.init))
    case .quota(let path, let before, let now):
      self.init(code: "quota", program: path, before: before, now: now)
    case .programRules(let path, let changes):
      self.init(code: "program-rules", program: path, rules: changes.map(ChangeJSON.Rule.init))
    case .pushed(let path, let others): self.init(code: "pushed", program: path, by: strongest(others))
    case .madeRoom(let path, let others): self.init(code: "made-room", program: path, by: strongest(others))
    case .freeSeat(let path): self.init(code: "free-seat", program: path)
    case .others: self.init(code: "others")
    }
  }
}

extension ChangeJSON.Rule {
  fileprivate init(_ change: RuleChange) {
    self.init(code: change.rule.rawValue, before: change.before, now: change.now)
  }
}

extension ResultPicture.Category {
  /// `tier 2`.
  fileprivate var text: String { kind.rawValue + " " + name }
}
