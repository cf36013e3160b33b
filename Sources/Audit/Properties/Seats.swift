// Each property is a statement and its check. «Better» is of the key alone, as
// the table prints it; kept children stand outside of all of them.

extension PublishedRound {
  /// No program seats more than its quota, and no part of its seats more than it has. With `Lấy cả nhóm`
  /// it may, by children whose keys equal the last one's.
  func checkQuota(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.quota)
    for reading in readings {
      for order in reading.orders {
        report.examine(
          .quota, fits(order.seated, into: order.seats, reading),
          Fault(
            .quota, PublishedRound.explanationFile, about: rules.programs[order.program].path,
            says: String(order.seated.count), expected: String(order.seats)))
      }
    }
  }

  /// No more than the seats; where groups stay in, those before the last ones alone do not fill them.
  private func fits(_ seated: [Int], into seats: Int, _ reading: SeatReading) -> Bool {
    if seated.count <= seats { return true }
    guard reading.groupsStayIn, seats > 0, let last = SeatOrder.worst(seated, in: self) else { return false }
    return seated.count { stands(wishes[$0].key, before: last) } < seats
  }

  /// Where some seats are for some: who sits on them is of their category, who sits anywhere says where,
  /// and no cap is passed; where none are, nobody says so.
  func checkReservations(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.reservations)
    for (index, wish) in wishes.enumerated() {
      let rows = rules.programs[wish.program].reservations
      let isIdle = rules.method == .given || rows.isEmpty
      if isIdle, wish.rows.isEmpty, wish.seat == nil, wish.seatIn == nil, wish.cutoffRow == nil { continue }
      let seats = [wish.seat, wish.seatIn].compactMap { $0 }
      var right = !isIdle && wish.rows.allSatisfy { rows.indices.contains($0 - 1) }
      right = right && seats.allSatisfy { $0 == 0 || (rows.indices.contains($0 - 1) && !rows[$0 - 1].isCap) }
      // A kept child stays on its seat, whatever it belongs to now.
      right = right && (wish.kept || seats.allSatisfy { $0 == 0 || wish.rows.contains($0) })
      right = right && wish.cutoffRow.map { $0 == 0 || wish.rows.contains($0) } ?? wish.cutoff.isEmpty
      report.examine(.reservations, right, fault(.reservations, index))
    }
    for reading in readings {
      let places = Set(reading.place)
      for (index, wish) in wishes.enumerated() where !rules.programs[wish.program].reservations.isEmpty {
        let sits = places.contains(index)
        report.examine(.reservations, sits == (reading.seat(wish) != nil), fault(.reservations, index))
      }
      for (program, asked) in rules.programs.enumerated() {
        for (row, cap) in asked.reservations.enumerated() where cap.isCap {
          func isOfIt(_ wish: Int) -> Bool { wishes[wish].rows.contains(row + 1) }
          let seats = max(0, cap.seats - reading.kept[program].count(where: isOfIt))
          let inside = reading.seated[program].filter(isOfIt)
          report.examine(
            .reservations, fits(inside, into: seats, reading),
            Fault(
              .reservations, PublishedRound.explanationFile, about: asked.path, says: String(inside.count),
              expected: String(seats)))
        }
      }
    }
  }

  /// Whoever is turned away stands behind everybody seated there, or beside; and no seat stays free
  /// that the best of those turned away, with all whose keys are equal where groups stay out, fits into.
  func checkNobodyPassedOver(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.nobodyPassedOver)
    for reading in readings {
      for order in reading.orders {
        let last = order.last(in: self)
        for wish in order.turnedAway {
          let passed = last.map { stands(wishes[wish].key, before: $0) } ?? false
          report.examine(.nobodyPassedOver, !passed, fault(.nobodyPassedOver, wish))
        }
        let free = order.seats - order.seated.count
        let all = order.turnedAway + order.turnedAwayEarlier
        guard free > 0, let best = all.min(by: { stands(wishes[$0].key, before: wishes[$1].key) }) else {
          continue
        }
        let group = all.count { wishes[$0].key == wishes[best].key }
        report.examine(
          .nobodyPassedOver, !reading.groupsStayIn && group > free, fault(.nobodyPassedOver, best))
      }
    }
  }

  /// Nobody is seated in a later phase whose key is better than that of somebody seated in an earlier one.
  func checkPhases(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.phases)
    for order in readings.flatMap(\.orders) {
      guard let last = order.last(in: self) else { continue }
      for wish in order.turnedAwayEarlier {
        report.examine(.phases, !stands(wishes[wish].key, before: last), fault(.phases, wish))
      }
    }
  }

  /// Nobody turned away stands beside somebody seated.
  func checkTies(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.ties)
    for order in readings.flatMap(\.orders) {
      guard let last = order.last(in: self) else { continue }
      for wish in order.turnedAway + order.turnedAwayEarlier {
        report.examine(.ties, wishes[wish].key != last, fault(.ties, wish))
      }
    }
    for (child, row) in children.enumerated() {
      let marks = row.wishes.filter { ["out", "in"].contains(wishes[$0].undecided) }
      guard !marks.isEmpty else { continue }
      let isTied =
        rules.leavesTies && (row.status == "held" || row.isAssigned)
        && !row.wishes.contains { wishes[$0].admitted }
        && readings.count == 2 && readings[0].place[child] != readings[1].place[child]
      report.examine(.ties, isTied, fault(.ties, marks[0], says: wishes[marks[0]].undecided))
    }
  }

  /// The cut-off in a row is that of its program, or of the part of its seats that the row names, the
  /// same in all rows; those seated stand before it (with `Lấy cả nhóm` not behind it), those turned
  /// away do not.
  func checkCutoffs(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.cutoffs)
    if rules.method == .given { return checkGivenCutoffs(&report) }
    // By program, by part of its seats: in the newest run of the rules, and before it.
    var cutoffs = rules.programs.map { [[Int64]?](repeating: nil, count: $0.reservations.count + 1) }
    var cutoffsBefore = cutoffs
    for (index, wish) in wishes.enumerated() {
      let parts = rules.programs[wish.program].reservations.count
      // At a program with reservations a row without a cut-off says nothing of the others.
      guard let part = parts == 0 ? 0 : wish.cutoffRow, (0...parts).contains(part) else { continue }
      let known = (wish.takesPart ? cutoffs : cutoffsBefore)[wish.program][part] ?? wish.cutoff
      if wish.takesPart {
        cutoffs[wish.program][part] = known
      } else {
        cutoffsBefore[wish.program][part] = known
      }
      report.examine(.cutoffs, known == wish.cutoff, fault(.cutoffs, index))
    }
    for reading in readings where reading.hasCutoffs {
      for order in reading.orders where order.row == nil {
        let needed = expectedCutoff(order, reading)
        let known = cutoffs[order.program][0] ?? []
        report.examine(
          .cutoffs, known == needed || wishes.allSatisfy { $0.program != order.program || !$0.takesPart },
          Fault(
            .cutoffs, PublishedRound.explanationFile, about: rules.programs[order.program].path))
      }
      func passes(_ wish: Int, _ cutoff: [Int64]) -> Bool {
        let key = wishes[wish].key
        return cutoff.isEmpty || stands(key, before: cutoff) || (reading.groupsStayIn && key == cutoff)
      }
      for order in reading.orders where order.seats > 0 {
        let known = cutoffs[order.program][order.row ?? 0]
        for wish in order.seated {
          report.examine(.cutoffs, passes(wish, known ?? []), fault(.cutoffs, wish))
        }
        for wish in order.turnedAway + order.turnedAwayEarlier {
          let isKnown = order.row == nil || known != nil
          report.examine(.cutoffs, !isKnown || !passes(wish, known ?? []), fault(.cutoffs, wish))
        }
      }
      for (program, asked) in rules.programs.enumerated() {
        for (row, cap) in asked.reservations.enumerated() where cap.isCap {
          let known = cutoffs[program][row + 1] ?? []
          for wish in reading.seated[program] where wishes[wish].rows.contains(row + 1) {
            report.examine(.cutoffs, passes(wish, known), fault(.cutoffs, wish))
          }
        }
        guard !asked.reservations.isEmpty else { continue }
        for wish in reading.turnedAway[program] + reading.turnedAwayEarlier[program] {
          let own = wishes[wish].cutoff
          report.examine(.cutoffs, own.isEmpty || !passes(wish, own), fault(.cutoffs, wish))
        }
      }
    }
  }

  /// The key of the first one out; where groups stay in, of the last one in if somebody was turned away or
  /// the seats are exceeded; none without seats.
  private func expectedCutoff(_ order: SeatOrder, _ reading: SeatReading) -> [Int64] {
    guard order.seats > 0 else { return [] }
    let out = order.turnedAway + order.turnedAwayEarlier
    if reading.groupsStayIn {
      return out.isEmpty && order.seated.count <= order.seats ? [] : order.last(in: self) ?? []
    }
    return out.map { wishes[$0].key }.max { stands($1, before: $0) } ?? []
  }

  /// `Theo điểm chuẩn cho trước`: the first eligible wish, in order, that is a direct admission or
  /// reaches the cut-off given for it. After `xét bổ sung` who has left goes nowhere, and nobody waits.
  private func checkGivenCutoffs(_ report: inout AuditReport) {
    for child in children where !child.wishes.contains(where: { wishes[$0].kept }) && child.status != "held" {
      let passed = child.wishes.first { index in
        let wish = wishes[index]
        guard wish.isEligible, wish.takesPart else { return false }
        return wish.direct || zip(wish.score, wish.given).map { $0 >= $1 } ?? false
      }
      for wish in child.wishes {
        report.examine(.cutoffs, wishes[wish].admitted == (wish == passed), fault(.cutoffs, wish))
      }
    }
  }
}
