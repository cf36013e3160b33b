// Each property is a statement and its check. «Better» is of the key alone, as
// the table prints it; kept children stand outside of all of them.

extension PublishedRound {
  /// No program seats more than its quota. With `Lấy cả nhóm` it may, by children whose keys equal
  /// the last one's.
  func checkQuota(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.quota)
    for reading in readings {
      for (program, seated) in reading.seated.enumerated() {
        let seats = reading.seats[program]
        var right =
          seated.count <= seats || (reading.groupsStayIn && rules.programs[program].isReserved)
        if !right, reading.groupsStayIn, seats > 0, let last = reading.last(program, in: self) {
          right = seated.count { stands(wishes[$0].key, before: last) } < seats
        }
        report.examine(
          .quota, right,
          Fault(
            .quota, PublishedRound.explanationFile, about: rules.programs[program].path,
            says: String(seated.count), expected: String(seats)))
      }
    }
  }

  /// Whoever is turned away stands behind everybody seated there, or beside; and no seat stays free
  /// that the best of those turned away, with all whose keys are equal where groups stay out, fits into.
  func checkNobodyPassedOver(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.nobodyPassedOver)
    for reading in readings {
      for program in rules.programs.indices where !rules.programs[program].isReserved {
        let last = reading.last(program, in: self)
        for wish in reading.turnedAway[program] {
          let passed = last.map { stands(wishes[wish].key, before: $0) } ?? false
          report.examine(.nobodyPassedOver, !passed, fault(.nobodyPassedOver, wish))
        }
        let free = reading.seats[program] - reading.seated[program].count
        let all = reading.turnedAway[program] + reading.turnedAwayEarlier[program]
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
    for reading in readings {
      for program in rules.programs.indices where !rules.programs[program].isReserved {
        guard let last = reading.last(program, in: self) else { continue }
        for wish in reading.turnedAwayEarlier[program] {
          report.examine(.phases, !stands(wishes[wish].key, before: last), fault(.phases, wish))
        }
      }
    }
  }

  /// Nobody turned away stands beside somebody seated.
  func checkTies(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.ties)
    for reading in readings {
      for program in rules.programs.indices where !rules.programs[program].isReserved {
        guard let last = reading.last(program, in: self) else { continue }
        for wish in reading.turnedAway[program] + reading.turnedAwayEarlier[program] {
          report.examine(.ties, wishes[wish].key != last, fault(.ties, wish))
        }
      }
    }
    for (child, row) in children.enumerated() {
      let marks = row.wishes.filter { ["out", "in"].contains(wishes[$0].undecided) }
      guard !marks.isEmpty else { continue }
      let isTied =
        rules.leavesTies && row.status == "held" && !row.wishes.contains { wishes[$0].admitted }
        && readings.count == 2 && readings[0].place[child] != readings[1].place[child]
      report.examine(.ties, isTied, fault(.ties, marks[0], says: wishes[marks[0]].undecided))
    }
  }

  /// The cut-off in a row is that of its program, the same in all rows; those seated stand before it
  /// (with `Lấy cả nhóm` not behind it), those turned away do not.
  func checkCutoffs(_ readings: [SeatReading], _ report: inout AuditReport) {
    report.begin(.cutoffs)
    if rules.method == .given { return checkGivenCutoffs(&report) }
    var cutoffs = rules.programs.map { _ in nil as [Int64]? }
    var cutoffsBefore = cutoffs
    for (index, wish) in wishes.enumerated() {
      let known = (wish.takesPart ? cutoffs : cutoffsBefore)[wish.program] ?? wish.cutoff
      if wish.takesPart { cutoffs[wish.program] = known } else { cutoffsBefore[wish.program] = known }
      report.examine(.cutoffs, known == wish.cutoff, fault(.cutoffs, index))
    }
    for reading in readings where reading.hasCutoffs {
      for program in rules.programs.indices
      where reading.seats[program] > 0 && !rules.programs[program].isReserved {
        let cutoff = cutoffs[program] ?? []
        func passes(_ wish: Int) -> Bool {
          let key = wishes[wish].key
          return cutoff.isEmpty || stands(key, before: cutoff) || (reading.groupsStayIn && key == cutoff)
        }
        for wish in reading.seated[program] { report.examine(.cutoffs, passes(wish), fault(.cutoffs, wish)) }
        for wish in reading.turnedAway[program] + reading.turnedAwayEarlier[program] {
          report.examine(.cutoffs, !passes(wish), fault(.cutoffs, wish))
        }
      }
    }
  }

  /// `Theo điểm chuẩn cho trước`: the first eligible wish, in order, that is a direct admission or
  /// reaches the cut-off given for it.
  private func checkGivenCutoffs(_ report: inout AuditReport) {
    for child in children where !child.wishes.contains(where: { wishes[$0].kept }) && child.status != "held" {
      let passed = child.wishes.first { index in
        let wish = wishes[index]
        guard wish.isEligible else { return false }
        return wish.direct || zip(wish.score, wish.given).map { $0 >= $1 } ?? false
      }
      for wish in child.wishes {
        report.examine(.cutoffs, wishes[wish].admitted == (wish == passed), fault(.cutoffs, wish))
      }
    }
  }
}

/// Both, where there are both.
private func zip<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
  guard let a, let b else { return nil }
  return (a, b)
}
