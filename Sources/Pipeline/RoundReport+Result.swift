import Rounds

extension RoundReport {
  /// Where a round stands after it was decided, or could not be.
  init(_ tables: RoundTables, _ result: RoundResult) {
    let standing: Standing =
      switch result {
      case .notReady(let reasons, _): reasons.contains(.purged) ? .purged : .notReady
      case .stopped(let errors, _): .stopped(errors)
      case .violated(let broken, _): .violated(broken)
      case .decided(let round): .decided(round.counts)
      }
    self.init(code: tables.round.code, name: tables.round.name, state: tables.state, standing: standing)
  }
}
