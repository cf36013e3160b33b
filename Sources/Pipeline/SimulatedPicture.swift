import Admission
import Audit
import Rounds
import Tables

extension ResultPicture {
  /// A decided round as it is compared with another.
  init(_ round: DecidedRound) {
    let rules = round.tables.round
    let (input, outcome) = (round.input, round.outcome)
    let names = round.cohort.names
    let digests = RuleDigests(round.tables).programs
    let ownRows = round.ownRows
    self.init(
      rules: [
        .method: rules.method.rawValue, .ties: rules.tiePolicy.rawValue,
        .margins: rules.margins.map(\.text).joined(separator: ";"),
        .priorityCap: rules.priorityCap?.text ?? "", .verifiedOnly: String(rules.verifiedOnly),
      ],
      programs: round.tables.programs.indices.map { program in
        let (plan, asked) = (round.tables.programs[program], input.programs[program])
        var seen = Program(path: plan.path, quota: plan.quota, rules: plan.texts)
        // What stands in tables of its own.
        seen.rules[.tieBreaks] = (asked.tieChain.map { input.tieChains[$0] } ?? []).map { criterion in
          let source =
            switch criterion.source {
            case .wishNumber: "wish"
            case .field(let field): round.fieldLabels[field]
            }
          return "\(source) \(criterion.descending)"
        }.joined(separator: ";")
        seen.rules[.reservations] = round.reservations[program].map { row in
          "\(row.category.rawValue) \(row.value) \(row.seats) \(row.isCap)"
        }.joined(separator: ";")
        seen.rules[.scored] = String(asked.recipe != nil)
        seen.rules.merge(digests[program].texts) { $1 }
        if rules.method == .given { seen.cutoffs = asked.givenCutoffs.mapValues(\.text) }
        return seen
      },
      children: (0..<round.cohort.count).map { applicant in
        let wishes = input.wishes(of: applicant).map { wish in
          let program = input.programs[Int(input.wishProgram[wish])]
          let ties = (program.tieChain.map { input.tieChains[$0] } ?? []).map { criterion in
            switch criterion.source {
            case .wishNumber: String(input.wishNumber[wish])
            case .field(let field): String(input.fields[field][applicant])
            }
          }
          var seen = Wish(
            place: Place(
              path: round.plan(ofWish: wish).path, wish: Int(input.wishNumber[wish]),
              special: input.wishSpecial[wish]),
            verdict: outcome.verdict[wish].rawValue,
            facts: [
              outcome.direct[wish] ? "1" : "0", String(outcome.tier[wish]),
              String(outcome.score[wish] &- outcome.priority[wish] &- outcome.incentive[wish]),
              ties.joined(separator: ";"), String(outcome.priority[wish]), String(outcome.incentive[wish]),
            ])
          // Whatever else a verdict says of the wish.
          seen.isDeclined =
            input.hasDeclined(applicant, Int(input.wishProgram[wish]))
            || input.hasDeclinedSince(applicant, Int(input.wishProgram[wish]))
          seen.undecided = round.undecided(wish, of: applicant) ?? ""
          if let ruling = round.rulings[input.wishProgram[wish]]?[Int32(applicant)] {
            (seen.ruling, seen.minutes) = ("\(ruling.ruling)", ruling.minutes)
          }
          return seen
        }
        var place = round.place(of: applicant).map {
          wishes[$0 - input.wishes(of: applicant).lowerBound].place
        }
        if place == nil, let plan = round.plan(of: applicant) {
          place = Place(path: plan.path, wish: nil, special: false)
        }
        let key = round.cohort.key(of: applicant)
        var child = Child(
          ids: [key.personalId, key.moetId, key.examNo, key.applicationNo], name: names.fullName(applicant),
          status: outcome.status[applicant].rawValue, place: place, wishes: wishes)
        child.departure = round.left[Int32(applicant)].flatMap { Departure(rawValue: $0.rawValue) }
        child.ownRows = ownRows[applicant]
        return child
      })
    seed = rules.seed
  }
}

extension ProgramPlan {
  /// Its rules beside the seats, as they are compared.
  fileprivate var texts: RuleTexts {
    [
      .phase: String(phase), .reserve: reserve.map { String($0) } ?? "",
      .special: String(special), .zoned: String(zoned), .noPriority: String(noPriority),
      .wishes: wishes.sorted().map { String($0) }.joined(separator: ";"), .minimum: minimum?.text ?? "",
      .bornFrom: bornFrom?.text ?? "", .bornTo: bornTo?.text ?? "",
      .ageExempt: ageExempt.joined(separator: ";"), .documents: String(reviewsDocuments),
    ]
  }
}

extension RuleDigests.Program {
  /// As rules of a program that are compared.
  var texts: RuleTexts {
    [
      .scoring: scoring, .conversions: conversions, .priorities: priorities, .zones: zones, .papers: papers,
    ]
  }
}
