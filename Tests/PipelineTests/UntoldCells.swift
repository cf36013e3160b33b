import Tables
import Wording

@testable import Audit

/// Which changes of one cell nothing else in the folder speaks against, told from the tables before and after
/// it. What is not said to be so here, `verify` has to find.
struct UntoldCells {
  private let before: PublishedRound
  private let after: PublishedRound

  /// Nil where the changed tables cannot be read.
  init?(_ before: PublishedTables, _ after: PublishedTables) {
    func round(_ tables: PublishedTables) -> PublishedRound? {
      var report = AuditReport()
      return PublishedRound(
        PublishedRound.Bytes(
          results: tables.results, explanations: tables.explanations, cutoffs: tables.cutoffs,
          draws: tables.draws), tables.rules, &report)
    }
    guard let old = round(before), let new = round(after), old.wishes.count == new.wishes.count else {
      return nil
    }
    (self.before, self.after) = (old, new)
  }

  private var rules: PublishedRules { before.rules }

  /// Nothing in the folder bears on the cell, or not on this change of it.
  func allow(_ file: String, _ column: String, row: Int) -> Bool {
    switch (file, column) {
    case ("ket-qua.csv", "fullName"), ("ket-qua.csv", "class"): true
    case ("ket-qua.csv", "birthDate"): isOfTheSameAge(row)
    case ("ket-qua.csv", "sourceSchool"): isTheSameLeaver(row)
    case ("giai-trinh.csv", "verdict"): isRefusedLikewise(row)
    case ("giai-trinh.csv", "wish"):
      before.wishes[row].verdict == "wrong-group" && after.wishes[row].number <= rules.wishes
        && !(isTold(child(row)) && child(row).wishes.count > 1)
    case ("giai-trinh.csv", "rows"): claimsAnother(row)
    case ("giai-trinh.csv", "direct"), ("giai-trinh.csv", "tier"), ("giai-trinh.csv", "score"),
      ("giai-trinh.csv", "priority"), ("giai-trinh.csv", "incentive"), ("giai-trinh.csv", "ties"):
      isItsOwnAffair(column, row)
    // A cut-off that was given for a wish that nobody named, or that is not taken.
    case ("diem-chuan.csv", "cutoff"): rules.method == .given && before.cutoffs[row].applicants == "0"
    case ("diem-chuan.csv", "wish"):
      rules.method == .given && before.cutoffs[row].applicants == "0" && !takes(before.cutoffs[row])
    default: false
    }
  }

  private func takes(_ line: PublishedRound.CutoffLine) -> Bool {
    let wishes = rules.programs[line.program].wishes
    return wishes.isEmpty || wishes.contains(line.wish)
  }

  private func child(_ row: Int) -> PublishedRound.Child { before.children[before.wishes[row].child] }

  /// The reason of a child goes through its wishes.
  private func isTold(_ child: PublishedRound.Child) -> Bool {
    !["admitted", "held"].contains(child.status) && child.left(in: before).isEmpty
  }

  /// What the reason says of a wish.
  private func reason(_ row: Int) -> String {
    let child = child(row)
    guard isTold(child) else { return "" }
    guard child.wishes.count > 1 else { return child.reason }
    let name = ListWording(.vi).wish(number: before.wishes[row].number, special: before.wishes[row].special)
    guard let start = child.reason.firstRange(of: name + ": ")?.upperBound else { return "" }
    let rest = child.reason[start...]
    return String(rest.firstRange(of: "; NV").map { rest[..<$0.lowerBound] } ?? rest)
  }

  // MARK: Of the child

  private func isOfTheSameAge(_ index: Int) -> Bool {
    let (old, new) = (before.children[index], after.children[index])
    func isOfAge(_ born: Day?, _ asked: PublishedRules.Program) -> Bool {
      guard asked.bornFrom != nil || asked.bornTo != nil else { return true }
      guard let born else { return false }
      return asked.bornFrom.map { $0 <= born } ?? true && asked.bornTo.map { born <= $0 } ?? true
    }
    if let born = old.born, old.reason.contains(born.text) { return false }
    return old.wishes.allSatisfy { row in
      let wish = before.wishes[row]
      let asked = rules.programs[wish.program]
      if ["wrong-group", "wish-not-taken", "withdrawn", "held"].contains(wish.verdict) { return true }
      return isOfAge(old.born, asked) == isOfAge(new.born, asked)
        || (asked.exemptsFromAge && wish.verdict != "age")
    }
  }

  private func isTheSameLeaver(_ index: Int) -> Bool {
    let (old, new) = (before.children[index].sourceSchool, after.children[index].sourceSchool)
    if rules.method == .given { return true }
    return before.children[index].wishes.filter { before.wishes[$0].isEligible && !before.wishes[$0].kept }
      .allSatisfy { row in
        rules.programs[before.wishes[row].program].reservations.allSatisfy { reserved in
          reserved.category != "sourceSchool"
            || (folded(old) == folded(reserved.value)) == (folded(new) == folded(reserved.value))
        }
      }
  }

  // MARK: Of a wish that does not compete

  /// Why it is out, of a child whose reason is another, where both could be.
  private func isRefusedLikewise(_ row: Int) -> Bool {
    let (old, new) = (before.wishes[row], after.wishes[row])
    let asked = rules.programs[old.program]
    func isPossible(_ verdict: String) -> Bool {
      switch verdict {
      case "age": asked.exemptsFromAge
      case "out-of-zone": asked.zoned
      case "documents-lacking", "documents-failed": asked.reviewsDocuments
      case "no-program-score": asked.scored && asked.scoring == nil
      case "absent", "violation", "missing-mark", "no-conversion", "failing-mark":
        asked.scored && asked.scoring != nil
      default: false
      }
    }
    return !isTold(child(row)) && isPossible(old.verdict) && isPossible(new.verdict)
  }

  // MARK: Of a wish that is scored

  /// Who claims what is told nowhere else, unless a seat or another wish tells it.
  private func claimsAnother(_ row: Int) -> Bool {
    let (old, new) = (before.wishes[row], after.wishes[row])
    let reserved = rules.programs[old.program].reservations
    guard rules.method != .given else { return true }
    return Set(old.rows).symmetricDifference(new.rows).allSatisfy { number in
      guard reserved.indices.contains(number - 1), reserved[number - 1].category == "priority",
        ![old.seat, old.seatIn, old.cutoffRow].contains(number)
      else { return false }
      let claim = reserved[number - 1].value.lowercased()
      return child(row).wishes.allSatisfy { other in
        other == row || !before.wishes[other].isEligible || before.wishes[other].kept
          || !rules.programs[before.wishes[other].program].reservations.contains {
            $0.category == "priority" && $0.value.lowercased() == claim
          }
      }
    }
  }

  /// No other row, table or rule says what the cell says: the order at its program stays what it was.
  private func isItsOwnAffair(_ column: String, _ row: Int) -> Bool {
    let (old, new) = (before.wishes[row], after.wishes[row])
    guard old.isEligible || old.verdict == "below-minimum", keepsTheRules(row), !isToldElsewhere(column, row),
      !isShared(column, row)
    else { return false }
    guard old.isEligible else { return true }
    if rules.method == .given, let given = old.given {
      let reached = [old, new].map { wish in wish.direct || wish.score.map { $0 >= given } == true }
      guard reached[0] == reached[1] else { return false }
    }
    return ranks(before, old.program) == ranks(after, old.program)
  }

  /// By row of a program: how many keys are better.
  private func ranks(_ round: PublishedRound, _ program: Int) -> [Int: Int] {
    let rows = round.wishes.indices.filter {
      round.wishes[$0].program == program && round.wishes[$0].isEligible
    }
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (row, rows.count { stands(round.wishes[$0].key, before: round.wishes[row].key) })
      })
  }

  /// What the published rules ask of a row still holds.
  private func keepsTheRules(_ row: Int) -> Bool {
    let (old, new) = (before.wishes[row], after.wishes[row])
    let asked = rules.programs[old.program]
    guard let score = new.score, let priority = new.priority, let incentive = new.incentive else {
      return false
    }
    let reaches = new.direct || asked.minimum.map { score >= $0 } ?? true
    let hasNone = asked.noPriority || !asked.scored
    let tiers = asked.reservations.filter { $0.category == "tier" }.map(\.value)
    func isOfIt(_ wish: PublishedRound.Wish) -> [Bool] { tiers.map { $0 == wish.tier.map { String($0) } } }
    return reaches == old.isEligible && (asked.scored || score == .zero)
      && (hasNone ? priority == .zero && incentive == .zero : priority >= .zero && incentive >= .zero)
      && rules.priorityCap.map { priority <= $0 } ?? true && (new.tier != nil) == (old.tier != nil)
      && isOfIt(old) == isOfIt(new) && new.ties.count == old.ties.count
  }

  /// The place in `ket-qua.csv`, the reason there, the last one in of `diem-chuan.csv`, or a cut-off.
  private func isToldElsewhere(_ column: String, _ row: Int) -> Bool {
    let old = before.wishes[row]
    let child = child(row)
    let told = child.wishes.first { before.wishes[$0].admitted || before.wishes[$0].waiting != nil }
    if told == row, ["score", "tier"].contains(column) { return true }
    if column == "score", let score = old.score, reason(row).contains(score.text(point: ",")) { return true }
    if column == "tier", reason(row).contains("tuyến") { return true }
    let places = before.wishes.indices.filter {
      before.wishes[$0].program == old.program && before.wishes[$0].number == old.number
        && before.wishes[$0].admitted
    }
    let isLast = places.allSatisfy { !stands(old.key, before: before.wishes[$0].key) }
    if old.admitted, isLast, column != "priority", column != "incentive" { return true }
    // The lowest score in the last tier.
    if old.admitted, column != "priority", column != "incentive",
      before.cutoffs.contains(where: {
        $0.program == old.program && $0.wish == old.number && $0.cutoff == old.score?.text
      })
    {
      return true
    }
    let own = before.wishes.count { $0.program == old.program && $0.own == old.own }
    return own == 1 && column != "priority" && column != "incentive"
      && before.wishes.contains { $0.program == old.program && $0.against == old.own }
  }

  /// Another wish of the child is scored or compared alike.
  private func isShared(_ column: String, _ row: Int) -> Bool {
    let (old, new) = (before.wishes[row], after.wishes[row])
    let asked = rules.programs[old.program]
    let others = child(row).wishes.filter { $0 != row && !before.wishes[$0].ownKeyIsBlank }
      .map { rules.programs[before.wishes[$0].program] }
    switch column {
    case "tier": return false
    case "ties":
      return zip(asked.tieFields, zip(old.ties, new.ties)).contains { field, values in
        values.0 != values.1 && (field == "wish" || others.contains { $0.tieFields.contains(field) })
      }
    default: return asked.scoring != nil && others.contains { $0.scoring == asked.scoring }
    }
  }
}
