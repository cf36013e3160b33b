import Disk
import Ledger
import Rounds
import Tables

extension Pass {
  /// Writes into the journal what of this pass and those before could not be judged: it is judged as files of its
  /// own pass when all is there again.
  mutating func noteUnjudged(_ standing: InForce) throws {
    let left = standing.outcomes.filter { outcome in
      openArrivals.contains(outcome.seq) && (lost.contains(outcome.seq) || !standing.canTell(outcome))
    }
    try note(Chronicle.Unjudged(seqs: left.map(\.seq)))
  }

  /// The same of a pass that can decide nothing at all, and its day: rounds may close by it.
  mutating func noteStop() throws {
    var stops = chronicle.leftUnjudged.stops
    let day = today(workspace.disk.now(), in: configuration.zone).number
    if stops.last?.day != day { stops.append(Chronicle.Unjudged.Stop(pass: ledger.pass, day: day)) }
    try note(Chronicle.Unjudged(seqs: openArrivals.sorted(), stops: stops))
  }

  /// What no pass has judged yet, and what came in this one.
  private var openArrivals: Set<Int> {
    let own = ledger.received.reversed().prefix { $0.pass == ledger.pass }
    return chronicle.unjudged.union(own.map(\.seq))
  }

  private mutating func note(_ left: Chronicle.Unjudged) throws {
    guard left != chronicle.leftUnjudged else { return }
    try ledger.append([try Entry.Draft(Chronicle.Kind.unjudged, left)])
    chronicle.add(left)
  }

  /// The pass after whose files something happens.
  var eventPass: Int { duePass ?? ledger.pass }

  /// Closes rounds by the days of passes that could decide nothing and carries out the orders that came in them,
  /// after the files that those had: what came later comes too late for them.
  mutating func catchUp() throws {
    defer { duePass = nil }
    for moment in stoppedMoments() {
      duePass = moment.pass
      while true {
        let (then, isAsThen) = try standing(at: moment)
        var facts = isAsThen ? then.newFacts : JudgedFacts()
        facts.closes = then.newFacts.closes
        try judge(facts)
        let orders = isAsThen ? then.ordersToDo : then.ordersToClose
        if !then.closings.isEmpty {
          for event in then.closings { try happen(event) }
        } else if let order = orders.first(where: { hasCome($0, by: moment.pass) }) {
          try lookForNamesInTheWay(then)
          try carryOut(order, then)
        } else {
          break
        }
      }
    }
  }

  private func hasCome(_ order: Order, by pass: Int) -> Bool {
    ledger.arrival(order.seq).map { $0.pass <= pass } ?? false
  }

  /// The passes that could decide nothing and after which a round may have closed: the first of each day, and those
  /// that brought orders.
  private func stoppedMoments() -> [Chronicle.Unjudged.Stop] {
    let stops = chronicle.leftUnjudged.stops
    let unjudged = chronicle.unjudged
    let ordered = arrivals.filter { arrival in
      unjudged.contains(arrival.seq) && arrival.tables.contains { $0.kind == .orders }
    }
    let others = Set(ordered.map(\.pass)).subtracting(stops.map(\.pass)).compactMap { pass in
      stops.last { $0.pass < pass }.map { Chronicle.Unjudged.Stop(pass: pass, day: $0.day) }
    }
    return (stops + others).sorted { ($0.pass, $0.day) < ($1.pass, $1.day) }
  }

  /// What would have stood then; where the declarations of then are lost for good, what stands by those that came
  /// since, among all else that did: by that rounds only close.
  private func standing(at stop: Chronicle.Unjudged.Stop) throws -> (InForce, isAsThen: Bool) {
    func standing(_ arrivals: [Arrival]) throws -> InForce {
      try configuration.standing(
        arrivals, lost: lost, chronicle, ledger.objects, pass: stop.pass, day: Day(number: stop.day))
    }
    do { return (try standing(arrivals.filter { $0.pass <= stop.pass }), true) } catch LedgerError.arrivalLost
    {
      return (try standing(arrivals), false)
    }
  }
}
