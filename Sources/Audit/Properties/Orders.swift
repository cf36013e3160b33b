import Tables

extension PublishedRound {
  /// The rank of an eligible wish is 1 + the number of better keys among those eligible there.
  func checkRanks(_ report: inout AuditReport) {
    report.begin(.ranks)
    for eligible in eligibleByProgram {
      let sorted = eligible.sorted { stands(wishes[$0].key, before: wishes[$1].key) }
      var rank = 1
      for (position, wish) in sorted.enumerated() {
        if position > 0, wishes[wish].key != wishes[sorted[position - 1]].key { rank = position + 1 }
        report.examine(
          .ranks, wishes[wish].rank == rank,
          fault(
            .ranks, wish, says: wishes[wish].rank.map { String($0) } ?? "", expected: String(rank)))
      }
    }
  }

  private var eligibleByProgram: [[Int]] {
    var lists = rules.programs.map { _ in [Int]() }
    for (index, wish) in wishes.enumerated() where wish.isEligible { lists[wish.program].append(index) }
    return lists
  }

  /// On the list of a program stand exactly those eligible there who are admitted nowhere, by assignment
  /// neither, have not left a place, have not declined the school, and wait for no council, by key, the first
  /// `reserve`; equal keys share a place. With given cut-offs nobody waits.
  func checkWaitingLists(_ report: inout AuditReport) {
    report.begin(.waitingLists)
    for (program, eligible) in eligibleByProgram.enumerated() {
      let list = eligible.filter { index in
        let child = wishes[index].child
        guard rules.method != .given, child >= 0, !wishes[index].isDeclined else { return false }
        let own = children[child].wishes.map { wishes[$0] }
        guard !children[child].isAssigned, children[child].left(in: self).isEmpty else { return false }
        return !own.contains { $0.admitted || !$0.undecided.isEmpty }
      }.sorted { stands(wishes[$0].key, before: wishes[$1].key) }
      var expected: [Int: Int] = [:]
      var place = 1
      for (position, wish) in list.enumerated() {
        if position > 0, wishes[wish].key != wishes[list[position - 1]].key { place = position + 1 }
        if place <= rules.programs[program].reserve ?? .max { expected[wish] = place }
      }
      for wish in eligible {
        report.examine(
          .waitingLists, wishes[wish].waiting == expected[wish],
          fault(
            .waitingLists, wish, says: wishes[wish].waiting.map { String($0) } ?? "",
            expected: expected[wish].map { String($0) } ?? ""))
      }
    }
  }

  /// Draws are SHA-256 of the seed, a line break and the ticket; their order is that of the draws; a
  /// child's ticket and order stand in its own rows.
  func checkLottery(_ report: inout AuditReport) {
    guard rules.tiePolicy == .lottery, !rules.seed.isEmpty else {
      // Where nothing was drawn, nothing is said of a lottery: such cells are only to be blank.
      for child in children where rules.tiePolicy != .lottery {
        report.examine(
          .tables, child.ticket.isEmpty,
          Fault(.tables, PublishedRound.resultFile, line: child.line, about: "ticket"))
      }
      for index in wishes.indices {
        report.examine(.tables, wishes[index].draw == nil, fault(.tables, index))
      }
      return
    }
    report.begin(.lottery)
    guard let draws else {
      report.examine(.lottery, false, Fault(.lottery, PublishedRound.drawFile))
      return
    }
    let sorted = draws.map { digest(of: $0.ticket) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for line in draws {
      let draw = digest(of: line.ticket)
      let order = (sorted.position(of: draw) ?? 0) + 1
      report.examine(
        .lottery, line.draw == draw && line.order == order,
        Fault(
          .lottery, PublishedRound.drawFile, line: line.line, says: String(line.order),
          expected: String(order)
        ))
    }
    let orders = Dictionary(draws.map { ($0.ticket, $0.order) }, uniquingKeysWith: { first, _ in first })
    // Every child has its own, and nobody else has one.
    let (own, listed) = (children.map(\.ticket).sorted(), draws.map(\.ticket).sorted())
    report.examine(
      .lottery, own == listed,
      Fault(
        .lottery, PublishedRound.drawFile, says: String(draws.count), expected: String(children.count)))
    for child in children {
      let order = orders[child.ticket]
      let right =
        order != nil
        && child.wishes.allSatisfy { wishes[$0].draw == (wishes[$0].ownKeyIsBlank ? nil : order) }
      report.examine(.lottery, right, Fault(.lottery, PublishedRound.resultFile, line: child.line))
    }
  }

  private func digest(of ticket: String) -> String { SHA256.hex(Array((rules.seed + "\n" + ticket).utf8)) }

  /// `kiem-chung.json` names its properties, says of none that it is broken, and that all hold.
  func checkStatement(_ report: inout AuditReport) {
    report.examine(
      .statement, rules.holds && !rules.stated.isEmpty, Fault(.statement, PublishedRound.statementFile))
    for property in rules.stated {
      report.examine(
        .statement, property.violations == 0,
        Fault(
          .statement, PublishedRound.statementFile, about: property.code, says: String(property.violations),
          expected: "0"))
    }
  }
}

extension [String] {
  /// The first position of a text in texts in byte order.
  fileprivate func position(of text: String) -> Int? {
    let position = partitioningIndex { !$0.utf8.lexicographicallyPrecedes(text.utf8) }
    return position < count && self[position] == text ? position : nil
  }
}
