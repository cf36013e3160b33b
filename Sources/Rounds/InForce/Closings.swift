import Tables

extension Fold {
  /// contract.md 4: the first pass after the end of the day `closes` closes the
  /// round, once for each value; a value already past when taken closes nothing.
  mutating func closings() -> [RoundEvent] {
    guard let today = history.today else { return [] }
    var events: [RoundEvent] = []
    for code in roundCodes {
      guard let closes = rounds[code]?.closes else { continue }
      let known = history.facts.closes.first { $0.round == code && $0.closes == closes.iso }
      guard let known else {
        newFacts.closes.append(
          JudgedFacts.ClosesFact(round: code, closes: closes.iso, past: today > closes))
        continue
      }
      if known.past || today <= closes || timeline.hasClosed(code, by: closes.iso) { continue }
      events.append(RoundEvent(round: code, pass: history.pass, change: .closed(closes: closes.iso)))
    }
    return events
  }
}
