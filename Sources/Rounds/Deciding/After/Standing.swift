import Admission

/// What of a decided round later decisions go by.
extension DecidedRound {
  /// Where the children are who were admitted by a wish.
  public var admittedPlaces: SchoolPlaces {
    var places: SchoolPlaces = [:]
    for applicant in 0..<cohort.count {
      if let place = place(of: applicant) { places[cohort.key(of: applicant)] = plan(ofWish: place).path }
    }
    return places
  }

  /// Who was kept in this decision, and who had left.
  public var settledNow: Settled {
    var settled = Settled()
    for applicant in 0..<cohort.count {
      if let program = input.keeper(of: applicant) {
        settled.kept[cohort.key(of: applicant)] = tables.programs[program].path
      }
    }
    settled.seats = seatNames
    settled.turnedAway = tables.settled.turnedAway
    (settled.declined, settled.absent) = (declinedSchools, absentSchools)
    for (applicant, reason) in left {
      settled.left[cohort.key(of: Int(applicant))] = reason
      settled.leftAt[cohort.key(of: Int(applicant))] = pathLeft(by: applicant)
    }
    return settled
  }
}

/// What is asked of a decided round when it becomes official in part, or goes on.
extension DecidedRound {
  /// The same for some schools.
  public func admittedPlaces(at schools: Set<String>) -> SchoolPlaces {
    admittedPlaces.filter { schools.contains(schoolCode(ofPath: $0.value)) }
  }

  /// How many of those who wish for some schools are held.
  public func held(at schools: Set<String>) -> Int {
    (0..<cohort.count).count { applicant in
      outcome.status[applicant] == .held
        && input.wishes(of: applicant).contains { schools.contains(plan(ofWish: $0).school) }
    }
  }

  /// Who sits in a class of some schools, as `SCHOOL/CLASS`.
  public func classSeats(at schools: Set<String>) -> [PersonKey: String] {
    var seats: [PersonKey: String] = [:]
    for applicant in 0..<cohort.count where classes.classOf[applicant] >= 0 {
      let place = classes.classes[Int(classes.classOf[applicant])]
      if schools.contains(place.school) { seats[cohort.key(of: applicant)] = place.path }
    }
    return seats
  }

  /// Who has a place in the result of which the places are published now, though its school's lists before
  /// did not name it.
  ///
  /// - Parameter seq: of the newest file that has come.
  public func newcomers(among places: SchoolPlaces, after seq: Int) -> [PersonKey: Settled.Newcomer] {
    guard let record = tables.record else { return [:] }
    var newcomers: [PersonKey: Settled.Newcomer] = [:]
    for (key, path) in places where tables.listed.contains(schoolCode(ofPath: path)) {
      if record.admitted[key].map(schoolCode(ofPath:)) == schoolCode(ofPath: path) {
        newcomers[key] = record.settled.newcomers[key]
      } else {
        newcomers[key] = Settled.Newcomer(path: path, after: seq)
      }
    }
    return newcomers
  }

  /// What `xét bổ sung` would go on from.
  public struct BeforeSupplement: Sendable {
    /// Who would take part now, and who has left.
    public var children = Settled.Supplement(kept: [:], left: [:], waiting: [:])
    /// The schools that have not said of all their children who has confirmed: the others of them stay.
    public var silent: [String] = []
    /// By school: how many leave because they have not confirmed. In the order of the codes.
    public var unconfirmed: [(school: String, count: Int)] = []
  }

  /// See ``BeforeSupplement``.
  public var supplement: BeforeSupplement {
    var children = Settled.Supplement(kept: [:], left: [:], waiting: [:])
    var silent: Set<String> = []
    var unconfirmed: [String: Int] = [:]
    for applicant in 0..<cohort.count {
      let key = cohort.key(of: applicant)
      if let place = place(of: applicant) {
        let plan = plan(ofWish: place)
        let status = enrolments.status(of: applicant, at: plan.school)
        let isUnconfirmed =
          status == nil && enrolments.hasSaidAll(plan.school, of: tables.settled.newcomers[key])
        if isUnconfirmed { unconfirmed[plan.school, default: 0] += 1 }
        if let reason = status?.leaving ?? (isUnconfirmed ? .unconfirmed : nil) {
          children.left[key] = reason
          children.leftAt[key] = plan.path
        } else {
          children.kept[key] = plan.path
          if status == nil { silent.insert(plan.school) }
        }
      } else if let reason = left[Int32(applicant)] {
        children.left[key] = reason
        children.leftAt[key] = pathLeft(by: Int32(applicant))
      } else if let seat = outcome.unreviewed[Int32(applicant)] {
        let plan = plan(ofWish: Int(seat))
        if let reason = enrolments.status(of: applicant, at: plan.school)?.leaving {
          children.left[key] = reason
          children.leftAt[key] = plan.path
        } else {
          children.awaited[key] = plan.path
        }
      } else if let tied = outcome.tiedPlaces[Int32(applicant)], assigned[Int32(applicant)] == nil {
        let number = Int32(applicant)
        var paths = Settled.TiedPaths(out: path(ofPlace: tied.groupOut), in: path(ofPlace: tied.groupIn))
        paths.outSeat = seatName(outcome.reservedSeats[number], ofPlace: tied.groupOut)
        paths.inSeat = seatName(outcome.reservedSeatsGroupIn[number], ofPlace: tied.groupIn)
        children.tied[key] = paths
      } else if outcome.status[applicant] == .waiting {
        let wishes = input.wishes(of: applicant).filter { outcome.waitingPlace[$0] > 0 }
        children.waiting[key] = wishes.map { plan(ofWish: $0).path }
      }
    }
    return BeforeSupplement(
      children: children, silent: silent.sorted(),
      unconfirmed: unconfirmed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// The programs where somebody was seated in the newest `xét bổ sung` though others, before it, wait
  /// for the council there.
  public var programsPastTies: [String] {
    guard let tied = tables.settled.supplement?.tied.values, !tied.isEmpty else { return [] }
    let awaiting = Set(tied.flatMap { [$0.out, $0.in] })
    var seated: Set<String> = []
    for applicant in 0..<cohort.count where input.keeper(of: applicant) == nil {
      if let place = place(of: applicant) { seated.insert(plan(ofWish: place).path) }
    }
    return awaiting.intersection(seated).sorted()
  }

  private func pathLeft(by applicant: Int32) -> String? {
    leftProgram[applicant].map { tables.programs[Int($0)].path }
  }

  private func path(ofPlace wish: Int32) -> String { wish < 0 ? "" : plan(ofWish: Int(wish)).path }
}

extension DecidedRound {
  /// Of who has a seat of a reservation, or for whom one is kept: which one, as later decisions name it.
  func reservedSeats() -> [PersonKey: String] {
    var seats: [PersonKey: String] = [:]
    for (applicant, row) in outcome.reservedSeats {
      let place = outcome.unreviewed[applicant] ?? outcome.place[Int(applicant)]
      if let name = seatName(row, ofPlace: place) { seats[cohort.key(of: Int(applicant))] = name }
    }
    return seats
  }

  /// The row of the reservations at a place, as later decisions name it; nil for an open seat, and nowhere.
  private func seatName(_ row: Int?, ofPlace wish: Int32) -> String? {
    guard let row, wish >= 0 else { return nil }
    let rows = reservations[Int(input.wishProgram[Int(wish)])]
    return rows.indices.contains(row) ? rows[row].key : nil
  }
}

extension DecidedRound {
  /// What the school of an applicant's place has said of it, as the schema calls it; nil for nothing.
  public func enrolmentStatus(of applicant: Int) -> String? {
    plan(of: applicant).flatMap { enrolments.status(of: applicant, at: $0.school)?.rawValue }
  }

  /// Whether a school has said of anybody whether it takes its place.
  public func hasEnrolments(_ school: String) -> Bool { enrolments.hasSent(school) }
}
