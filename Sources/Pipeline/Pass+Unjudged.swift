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
    if let day = passDay?.number, stops.last?.day != day {
      stops.append(Chronicle.Unjudged.Stop(pass: ledger.pass, day: day))
    }
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

  /// Something was left that happens as of the pass that left it: all, or orders that waited for what was lost.
  func mayCatchUp(_ standing: InForce) -> Bool {
    if !chronicle.leftUnjudged.stops.isEmpty { return true }
    let unjudged = chronicle.unjudged
    return standing.ordersToDo.contains { unjudged.contains($0.seq) }
  }

  /// Closes rounds by the days of passes that could decide nothing and carries out the orders that came in them, or
  /// waited since, after the files that those had: what came later comes too late for them.
  mutating func catchUp() throws {
    defer { duePass = nil }
    for moment in moments() {
      duePass = moment.pass
      while true {
        let (then, isAsThen) = try standing(at: moment)
        var facts = isAsThen ? then.newFacts : JudgedFacts()
        facts.closes = then.newFacts.closes
        try judge(facts)
        let orders = isAsThen ? then.ordersToDo : then.timelyOrders
        if !then.closings.isEmpty {
          for event in then.closings { try happen(event) }
        } else if let order = orders.first(where: { hasCome($0, by: moment.pass) }) {
          try lookForNamesInTheWay(then)
          try carryOut(order, then, decides: isAsThen)
        } else {
          break
        }
      }
    }
  }

  private func hasCome(_ order: Order, by pass: Int) -> Bool {
    ledger.arrival(order.seq).map { $0.pass <= pass } ?? false
  }

  /// A pass that left something, and its day; nil where no round closes by it.
  private struct Moment {
    var pass: Int
    var day: Int32?
  }

  /// The passes after which a round may have closed: of those that could decide nothing the first of each day, and
  /// those that brought orders which waited.
  private func moments() -> [Moment] {
    let stops = chronicle.leftUnjudged.stops
    let unjudged = chronicle.unjudged
    let ordered = arrivals.filter { arrival in
      unjudged.contains(arrival.seq) && arrival.tables.contains { $0.kind == .orders }
    }
    let others = Set(ordered.map(\.pass)).subtracting(stops.map(\.pass)).map { pass in
      Moment(pass: pass, day: stops.last { $0.pass < pass }?.day)
    }
    return (stops.map { Moment(pass: $0.pass, day: $0.day) } + others).sorted {
      ($0.pass, $0.day ?? 0) < ($1.pass, $1.day ?? 0)
    }
  }

  /// What would have stood then; where the declarations of then are lost for good, what stands by those that came
  /// since, among all else that did: by that rounds only close and open.
  private func standing(at moment: Moment) throws -> (InForce, isAsThen: Bool) {
    func standing(_ arrivals: [Arrival]) throws -> InForce {
      try configuration.standing(
        arrivals, lost: lost, chronicle, ledger.objects, pass: moment.pass,
        day: moment.day.map { Day(number: $0) })
    }
    let before = arrivals.filter { $0.pass <= moment.pass }
    do { return (try standing(before), true) } catch LedgerError.arrivalLost {
      return (try standing(arrivals), false)
    }
  }
}
