import Pipeline
import Rounds
import Tables
import Wording

/// `simulate ROUND …`: how the round would end if something were otherwise. Nothing is written.
extension Command {
  func simulate() throws -> Program.Status {
    let what = try whatIf()
    let view = try View(workspace)
    guard let tables = view.round(arguments.operands[0]) else {
      return noSuchRound(in: view.inForce)
    }
    let simulation: Simulation
    do {
      simulation = try view.simulate(tables, what)
    } catch let problem as WhatIf.Problem {
      Terminal.complain(sentence(for: problem))
      return .unusable
    }
    if let refused = simulation.refused { return tell(refused, of: tables.round.code) }
    guard let change = simulation.change else { return .findings }
    if terminal.speaksJSON {
      try terminal.say(json: SimulationJSON(tables.round.code, simulation, change))
    } else {
      let words = changeWords
      try terminal.say(words.simulationTitle(tables.round.code))
      for note in simulation.notes { try terminal.say("  " + sentence(for: note)) }
      for line in words.lines(of: change, simulation.cutoffs) { try terminal.say(line) }
      if let anew = simulation.anew {
        try terminal.say("")
        try terminal.say(words.simulatedAnew)
        for line in words.lines(of: anew.change, anew.cutoffs) { try terminal.say(line) }
      }
    }
    return .allWell
  }

  private func whatIf() throws(Arguments.Problem) -> WhatIf {
    var what = WhatIf()
    for text in arguments.all["quota"] ?? [] {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let seats = Int(parts[1]), (0...1_000_000).contains(seats) else {
        throw .badValue("--quota", value: text)
      }
      what.quotas.append((String(parts[0]), seats))
    }
    what.method = arguments.values["method"]
    what.ties = arguments.values["ties"]
    if let text = arguments.values["margin"] {
      let margins = text.split(separator: ";").map { part in
        Exact(parsing: part.utf8.filter { $0 != UInt8(ascii: " ") })
      }
      guard margins.allSatisfy({ $0 != nil }) else { throw .badValue("--margin", value: text) }
      what.margins = margins.compactMap(\.self)
    }
    what.without = arguments.all["without"] ?? []
    what.reopened = arguments.flags.contains("reopened")
    return what
  }

  private func sentence(for problem: WhatIf.Problem) -> String {
    switch problem {
    case .noSuchProgram(let name, let known): changeWords.noSuchProgram(name, known: known)
    case .noSuchWord(let word, let known): changeWords.noSuchWord(word, known: known)
    case .noSuchFile(let name): changeWords.noSuchFile(name)
    case .severalFiles(let name, let numbers): changeWords.severalFiles(name, numbers: numbers)
    }
  }

  private func sentence(for note: Simulation.Note) -> String {
    let words = changeWords
    return switch note {
    case .unusedMargins: words.unusedMargins
    case .unusedQuota: words.unusedQuota
    case .unusedTies: words.unusedTies
    case .noLottery: words.noLottery
    case .keepsPlaces: words.keepsPlaces
    }
  }

  /// Why a round, as it is or as it would be, has no result.
  private func tell(_ refused: RoundResult, of round: String) -> Program.Status {
    let words = terminal.words
    switch refused {
    case .notReady(let reasons, _): Terminal.complain(words.notReady(round, reasons))
    case .stopped(let errors, _):
      Terminal.complain(words.stopped(by: errors))
      for error in errors {
        Terminal.complain("  " + words.sentence(for: .stopped(error)))
      }
    case .violated(let broken, _): Terminal.complain(words.roundViolated(broken))
    case .decided: break
    }
    return .findings
  }
}

extension ChangeWording {
  fileprivate func lines(of change: ResultChange, _ cutoffs: [Simulation.Cutoff]) -> [String] {
    cutoffs.map { row in
      "  "
        + cutoff(
          row.path, wish: row.wish, special: row.special, before: row.before, now: row.now,
          admittedBefore: row.admittedBefore,
          admittedNow: row.admittedNow)
    } + lines(of: change)
  }
}

/// A simulation as programs read it.
struct SimulationJSON: Encodable {
  struct Anew: Encodable {
    var cutoffs: [Cutoff]
    var change: ChangeJSON
  }

  struct Cutoff: Encodable {
    var program: String
    var wish: Int
    var before: String?
    var now: String?
    var admittedBefore: Int
    var admittedNow: Int
  }

  var round: String
  /// Codes of what was asked for in vain.
  var notes: [String]
  var cutoffs: [Cutoff]
  var change: ChangeJSON
  var anew: Anew?

  init(_ round: String, _ simulation: Simulation, _ change: ResultChange) {
    self.round = round
    notes = simulation.notes.map(\.rawValue)
    cutoffs = simulation.cutoffs.map(Cutoff.init)
    self.change = ChangeJSON(change)
    anew = simulation.anew.map { anew in
      Anew(cutoffs: anew.cutoffs.map(Cutoff.init), change: ChangeJSON(anew.change))
    }
  }
}

extension SimulationJSON.Cutoff {
  fileprivate init(_ cutoff: Simulation.Cutoff) {
    self.init(
      program: cutoff.path, wish: cutoff.wish, before: cutoff.before, now: cutoff.now,
      admittedBefore: cutoff.admittedBefore, admittedNow: cutoff.admittedNow)
  }
}
