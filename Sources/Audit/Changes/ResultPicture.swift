import Tables

/// A result as two of them are compared: who is where, and what each wish was judged by.
public struct ResultPicture: Sendable {
  /// What holds of the whole round: the method, the policy, the margins.
  public var rules: RuleTexts
  /// What the lottery was drawn with; empty for none.
  public var seed = ""
  /// What wishes point at.
  public var programs: [Program]
  /// Everybody.
  public var children: [Child]

  /// A program and its rules.
  public struct Program: Hashable, Sendable {
    /// `SCHOOL/PROGRAM`.
    public var path: String
    /// Its seats.
    public var quota: Int
    /// Its other rules.
    public var rules: RuleTexts
    /// By wish number: the cut-offs that are given.
    public var cutoffs: [Int: String] = [:]

    /// A program.
    public init(path: String, quota: Int, rules: RuleTexts) {
      self.path = path
      self.quota = quota
      self.rules = rules
    }
  }

  /// A child.
  public struct Child: Sendable {
    /// personalId, moetId, examNo, applicationNo; empty for none.
    public var ids: [String]
    /// As the rosters write it.
    public var name: String
    /// As in `ket-qua.csv`.
    public var status: String
    /// Where it is admitted; nil for nowhere.
    public var place: Place?
    /// Its wishes, in the order in which they are considered.
    public var wishes: [Wish]
    /// Why it has left the place that it had; nil if it has not.
    public var departure: Departure?
    /// Stands for all that its own rows say; nil where a result does not tell.
    public var ownRows: UInt64?

    /// A tie leaves it to the council or to lots.
    var isTied: Bool { wishes.contains(where: \.isTied) }

    /// A child.
    public init(ids: [String], name: String, status: String, place: Place?, wishes: [Wish]) {
      self.ids = ids
      self.name = name
      self.status = status
      self.place = place
      self.wishes = wishes
    }
  }

  /// Why a child has left its place.
  public enum Departure: String, Sendable, CaseIterable {
    /// `từ chối`.
    case declined
    /// `không đến`.
    case absent
    /// It had not confirmed when `xét bổ sung` came.
    case unconfirmed
  }

  /// A seat by a wish.
  public struct Place: Hashable, Sendable {
    /// `SCHOOL/PROGRAM`.
    public var path: String
    /// The number of the NV column; nil by assignment.
    public var wish: Int?
    /// Of the columns NV chuyên.
    public var special: Bool

    /// A seat.
    public init(path: String, wish: Int?, special: Bool) {
      self.path = path
      self.wish = wish
      self.special = special
    }
  }

  /// A wish, and what its own rows make of it.
  public struct Wish: Hashable, Sendable {
    /// Where it points, and its number.
    public var place: Place
    /// `eligible`, or why not.
    public var verdict: String
    /// In the order of ``ResultPicture/Fact``: what the child's own rows give.
    public var facts: [String]
    /// Where some seats are for some: those that the child belongs to; nil where it is not told.
    public var categories: [Category]?
    /// Of a place that is not decided: `out` if a tied group stays out, `in` if it comes in, `documents`
    /// while they are reviewed; empty for none.
    public var undecided = ""
    /// What the council concluded; empty for nothing.
    public var ruling = ""
    /// The number of the minutes.
    public var minutes = ""

    func fact(_ fact: Fact) -> String? { facts.indices.contains(fact.rawValue) ? facts[fact.rawValue] : nil }
    /// The council, or lots, decide whether it is its place.
    var isTied: Bool { ["in", "out"].contains(undecided) }
    /// A seat is kept for it until its documents are reviewed.
    var isAwaited: Bool { undecided == "documents" }
    /// A seat is kept for it: while papers are awaited, and where the child would go by another wish if a tie ended
    /// otherwise.
    var keepsSeat: Bool { isAwaited || undecided == "out" }
    /// The child has declined the school.
    public var isDeclined = false
    /// It is kept out before anybody asks whether the child has declined the school.
    var isOutFirst: Bool { verdict != "eligible" && !PublishedRound.notTaken.contains(verdict) }
    var isRefusedForDocuments: Bool { verdict.hasPrefix("documents-") }
    /// Of which wish the council concluded what.
    var conclusion: [String] { [place.path, ruling, minutes] }

    /// A wish.
    public init(place: Place, verdict: String, facts: [String]) {
      self.place = place
      self.verdict = verdict
      self.facts = facts
    }
  }

  /// What a wish is judged by, in the order of ``Wish/facts``.
  public enum Fact: Int, Sendable, CaseIterable {
    case direct, tier
    /// The score without what claims give.
    case marks
    case ties, priority, incentive
  }

  /// Whom seats are for, or capped for.
  public struct Category: Hashable, Sendable {
    /// Of what kind.
    public var kind: Kind
    /// The name of a priority or a school, or the number of a tier.
    public var name: String

    /// What a row of the reservations goes by.
    public enum Kind: String, Sendable, CaseIterable { case priority, tier, sourceSchool }

    /// A category.
    public init(_ kind: Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }
  }

  /// A result.
  public init(rules: RuleTexts, programs: [Program], children: [Child]) {
    self.rules = rules
    self.programs = programs
    self.children = children
  }

  /// How many have each status.
  public var counts: [String: Int] {
    children.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
  }
}

extension ResultPicture {
  /// The result of a published folder of the department; nil, with faults, if it cannot be read.
  public init?(_ tables: PublishedTables, _ report: inout AuditReport) {
    let bytes = PublishedRound.Bytes(
      results: tables.results, explanations: tables.explanations, cutoffs: tables.cutoffs, draws: tables.draws
    )
    guard let round = PublishedRound(bytes, tables.rules, &report) else { return nil }
    let rules = tables.rules
    self.init(
      rules: [
        .method: rules.method.rawValue, .ties: rules.tiePolicy.rawValue,
        .margins: rules.margins.map(\.text).joined(separator: ";"),
        .priorityCap: rules.priorityCap?.text ?? "",
      ].merging(rules.verifiedOnly.map { [.verifiedOnly: String($0)] } ?? [:]) { $1 },
      programs: rules.programs.map { program in
        Program(
          path: program.path, quota: program.quota, rules: program.texts.merging(program.digests) { $1 })
      },
      children: round.children.map { child in
        let wishes = child.wishes.map { index in
          let wish = round.wishes[index]
          var seen = Wish(
            place: Place(path: round.path(wish), wish: wish.number, special: wish.special),
            verdict: wish.verdict,
            facts: [
              wish.direct ? "1" : "0", wish.tier.map { String($0) } ?? "", wish.marks?.text ?? "",
              wish.ties.joined(separator: ";"), wish.priority?.text ?? "0", wish.incentive?.text ?? "0",
            ])
          seen.isDeclined = wish.isDeclined || wish.verdict == "school-declined"
          (seen.undecided, seen.ruling, seen.minutes) = (wish.undecided, wish.ruling, wish.minutes)
          let reservations = rules.programs[wish.program].reservations
          if wish.isEligible, !reservations.isEmpty {
            let rows = wish.rows.map { $0 - 1 }.filter(reservations.indices.contains)
            seen.categories = rows.map { row in
              Category(Category.Kind(rawValue: reservations[row].category) ?? .tier, reservations[row].name)
            }
          }
          return seen
        }
        var place = child.wishes.firstIndex { round.wishes[$0].admitted }.map { wishes[$0].place }
        if child.isAssigned {
          place = Place(path: child.school + "/" + child.program, wish: nil, special: false)
        }
        var seen = Child(ids: child.ids, name: child.name, status: child.status, place: place, wishes: wishes)
        seen.departure = Departure(rawValue: child.left(in: round))
        return seen
      })
    seed = rules.seed
    guard rules.method == .given else { return }
    for line in round.cutoffs { programs[line.program].cutoffs[line.wish] = line.cutoff }
  }
}

extension PublishedRound.Wish {
  /// The score without what claims give; nil where it is blank.
  fileprivate var marks: Exact? {
    guard let score else { return nil }
    // What does not add up is a matter of `verify`.
    return (try? score.minus(priority ?? .zero).minus(incentive ?? .zero)) ?? score
  }
}

extension PublishedRules.Program {
  /// Its rules beside the seats, as they are compared.
  fileprivate var texts: RuleTexts {
    [
      .phase: String(phase), .reserve: reserve.map { String($0) } ?? "",
      .tieBreaks: zip(tieFields, tiesDescend).map { "\($0) \($1)" }.joined(separator: ";"),
      .reservations: reservations.map {
        [$0.category, $0.value, $0.isCap ? "≤" : "≥", String($0.seats)].joined(separator: " ")
      }.joined(separator: ";"),
      .special: String(special), .zoned: String(zoned), .scored: String(scored),
      .noPriority: String(noPriority), .wishes: wishes.map { String($0) }.joined(separator: ";"),
      .minimum: minimum?.text ?? "", .bornFrom: bornFrom?.text ?? "", .bornTo: bornTo?.text ?? "",
      .ageExempt: String(exemptsFromAge), .documents: String(reviewsDocuments),
    ]
  }
}
