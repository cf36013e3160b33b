import Tables

/// Parts that several properties are made of.
extension Recount {
  func violation(_ wish: Int) -> PropertyReport.Violation {
    .init(applicant: Int(applicant[wish]), wish: wish, program: Int(input.wishProgram[wish]))
  }

  /// The wish with the worst key.
  func worst(_ wishes: [Int32]) -> Int? {
    var worst: Int?
    for wish in wishes where worst.map({ compare(Int(wish), to: $0) == .worse }) ?? true {
      worst = Int(wish)
    }
    return worst
  }

  /// Nobody turned away stands before the last one seated.
  func checkOrder(
    of program: Int, in view: SeatingView, turnedAway: [[Int32]], into report: inout PropertyReport
  ) {
    let last = worst(view.seated[program])
    for wish in turnedAway[program] {
      let isBefore = last.map { compare(Int(wish), to: $0) == .better } ?? false
      report.examine(!isBefore, violation(Int(wish)))
    }
  }

  /// The seats left do not hold the best of those turned away.
  func checkFreeSeats(of program: Int, in view: SeatingView, into report: inout PropertyReport) {
    let turnedAway = view.turnedAway[program] + view.turnedAwayEarlier[program]
    let free = seatsLeft[program] - view.seated[program].count
    guard free > 0, let first = turnedAway.first else { return }
    var best = Int(first)
    for wish in turnedAway where compare(Int(wish), to: best) == .better { best = Int(wish) }
    let group = turnedAway.filter { compare(Int($0), to: best) == .equal }
    if view.groupsStayIn || group.count <= free { report.violations.append(violation(best)) }
  }

  /// Places claimed by wish are 1 + the number of better keys among the wishes
  /// that `counts`, given to all whose place is within the program's limit and
  /// to nobody else. Sorted by what is claimed, the keys must come out sorted.
  func checkPlaces(
    _ property: Property, _ claimed: [Int32], counts: (Int) -> Bool, limit: (Int) -> Int
  ) -> PropertyReport {
    var report = PropertyReport(property)
    var listed: [[Int32]] = Array(repeating: [], count: input.programs.count)
    var unlisted = listed
    for wish in claimed.indices {
      if !counts(wish) {
        if claimed[wish] != 0 { report.violations.append(violation(wish)) }
      } else if claimed[wish] > 0 {
        listed[Int(input.wishProgram[wish])].append(Int32(wish))
      } else {
        unlisted[Int(input.wishProgram[wish])].append(Int32(wish))
      }
    }
    for program in input.programs.indices {
      let list = listed[program].sorted { claimed[Int($0)] < claimed[Int($1)] }
      var place = 1
      for (index, wish) in list.enumerated() {
        let order = index == 0 ? .better : compare(Int(list[index - 1]), to: Int(wish))
        if order == .better { place = index + 1 }
        let right = order != .worse && Int(claimed[Int(wish)]) == place && place <= limit(program)
        report.examine(right, violation(Int(wish)))
      }
      for wish in unlisted[program] {
        // Left out rightly only behind a full list.
        let isBehind = list.last.map { compare(Int($0), to: Int(wish)) == .better } ?? true
        report.examine(isBehind && list.count >= limit(program), violation(Int(wish)))
      }
    }
    return report
  }

  /// P4 for given cut-offs.
  func checkGivenCutoffs(_ outcome: Outcome, into report: inout PropertyReport) {
    for applicant in 0..<input.applicantCount where input.keeper(of: applicant) == nil {
      let place = Int(outcome.place[applicant])
      for wish in input.wishes(of: applicant) where eligible[wish] && (place < 0 || wish <= place) {
        let given = input.programs[Int(input.wishProgram[wish])].givenCutoffs[Int(input.wishNumber[wish])]
        let reaches = direct[wish] || given.map { Exact(raw: score[wish]) >= $0 } ?? false
        report.examine(reaches == (wish == place), violation(wish))
      }
    }
  }
}
