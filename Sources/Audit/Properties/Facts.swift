import Tables

// What the cells of one row, of one child, or of one program say of each other.

extension PublishedRound {
  /// A wish competes or not as the rules of its program have it, as far as the tables tell: the group, the
  /// number, the day of birth, the minimum; and only who competes, or whose score is too low, has a key.
  func checkVerdicts(_ report: inout AuditReport) {
    for child in children {
      let withdrawn = child.wishes.contains { ["withdrawn", "held"].contains(wishes[$0].verdict) }
      for index in child.wishes {
        let wish = wishes[index]
        let right =
          withdrawn
          ? wish.verdict == wishes[child.wishes[0]].verdict
          : wish.verdict.isEmpty == false && fits(wish, of: child)
        report.examine(
          .eligibility, right && hasItsKey(wish), fault(.eligibility, index, says: wish.verdict))
      }
    }
  }

  /// contract.md 4, Score, in the order in which a wish is judged.
  private func fits(_ wish: Wish, of child: Child) -> Bool {
    let asked = rules.programs[wish.program]
    guard wish.special == asked.special else { return wish.verdict == "wrong-group" }
    guard asked.wishes.isEmpty || asked.wishes.contains(wish.number) else {
      return wish.verdict == "wish-not-taken"
    }
    guard !["wrong-group", "wish-not-taken"].contains(wish.verdict) else { return false }
    let isOfAge =
      (asked.bornFrom == nil && asked.bornTo == nil)
      || child.born.map { born in
        asked.bornFrom.map { $0 <= born } ?? true && asked.bornTo.map { born <= $0 } ?? true
      } ?? false
    if wish.verdict == "age" { return !isOfAge }
    guard isOfAge || asked.exemptsFromAge else { return false }
    let reaches = zip(wish.score, asked.minimum).map { $0 >= $1 } ?? true
    switch wish.verdict {
    case "out-of-zone": return asked.zoned
    case "documents-lacking", "documents-failed": return asked.reviewsDocuments
    case "below-minimum": return !reaches && !wish.direct
    case "eligible", "school-declined", "left-elsewhere": return reaches || wish.direct
    // Where the school gives the points there are no marks that could be missing, and the other way round.
    case "no-program-score": return asked.scored && asked.scoring == nil
    default: return asked.scored && asked.scoring != nil
    }
  }

  /// A key is written where a score was reached, and else nothing of one.
  private func hasItsKey(_ wish: Wish) -> Bool {
    let hasScore =
      wish.isEligible || wish.verdict == "below-minimum" || PublishedRound.notTaken.contains(wish.verdict)
    guard hasScore else {
      return wish.ownKeyIsBlank && wish.ruling.isEmpty && wish.minutes.isEmpty
        && (wish.rows.isEmpty || wish.kept)
    }
    let asked = rules.programs[wish.program]
    guard !wish.own.hasPrefix("|"), !wish.marginText.isEmpty else { return false }
    guard let score = wish.score, let priority = wish.priority, let incentive = wish.incentive else {
      return false
    }
    let hasNone = asked.noPriority || !asked.scored
    let isWithin =
      hasNone
      ? priority == .zero && incentive == .zero
      : priority >= .zero && incentive >= .zero && rules.priorityCap.map { priority <= $0 } ?? true
    let isTied = zip(asked.tieFields, wish.ties).allSatisfy { $0 != "wish" || $1 == String(wish.number) }
    return isWithin && isTied && wish.ties.count == asked.tiesDescend.count
      && wish.margin == margin(of: wish) && (asked.scored || score == .zero)
      && (rules.leavesTies || wish.ruling.isEmpty) && wish.minutes.isEmpty == wish.ruling.isEmpty
  }

  /// What `chênh lệch` takes off at a wish.
  func margin(of wish: Wish) -> Exact {
    guard rules.method == .margin, !wish.special, rules.margins.indices.contains(wish.number - 1) else {
      return .zero
    }
    return rules.margins[wish.number - 1]
  }

  /// A criterion of the tie chains holds the same of a child wherever it is compared, and so do its score
  /// and what is in it wherever it is scored alike.
  func checkCriteria(_ report: inout AuditReport) {
    for child in children {
      var known: [String: String] = [:]
      var scores: [Int: [String]] = [:]
      for index in child.wishes where !wishes[index].ownKeyIsBlank {
        guard let scoring = rules.programs[wishes[index].program].scoring else { continue }
        let wish = wishes[index]
        let own =
          [wish.direct ? "1" : "0"] + [wish.score, wish.priority, wish.incentive].map { $0?.text ?? "" }
        examine(.agreement, index, says: own, ofAll: scoring, &scores, &report)
      }
      for index in child.wishes where !wishes[index].ownKeyIsBlank {
        let fields = rules.programs[wishes[index].program].tieFields
        for (field, value) in zip(fields, wishes[index].ties) where field != "wish" {
          report.examine(
            .agreement, known[field].map { $0 == value } ?? true,
            fault(.agreement, index, says: value, expected: known[field] ?? ""))
          known[field] = value
        }
      }
    }
  }

  /// Where some seats are for some by tier or source school, it shows in the tier and in the source school
  /// who they are.
  func checkCategories(_ report: inout AuditReport) {
    guard rules.method != .given else { return }
    for child in children {
      for index in child.wishes where wishes[index].isEligible && !wishes[index].kept {
        let wish = wishes[index]
        let asked = rules.programs[wish.program]
        for (row, reserved) in asked.reservations.enumerated() {
          let isOfIt: Bool
          switch reserved.category {
          // Where a program has no zones, no tier is told, and all are of the first.
          case "tier": isOfIt = (asked.zoned ? wish.tier : 1).map { String($0) } == reserved.value
          case "sourceSchool": isOfIt = folded(child.sourceSchool) == folded(reserved.value)
          default: continue
          }
          report.examine(
            .reservations, wish.rows.contains(row + 1) == isOfIt, fault(.reservations, index))
        }
      }
    }
  }

  /// A child has a claim, or has it not, wherever seats are for those who do.
  func checkClaims(_ report: inout AuditReport) {
    guard rules.method != .given else { return }
    for child in children {
      var known: [String: Bool] = [:]
      for index in child.wishes where wishes[index].isEligible && !wishes[index].kept {
        for (row, reserved) in rules.programs[wishes[index].program].reservations.enumerated()
        where reserved.category == "priority" {
          let claim = reserved.value.lowercased()
          let isOfIt = wishes[index].rows.contains(row + 1)
          report.examine(.reservations, known[claim] ?? isOfIt == isOfIt, fault(.reservations, index))
          known[claim] = isOfIt
        }
      }
    }
  }

  /// Before `xét bổ sung` every wish takes part in the run of the rules; in it whoever was seated. Who waits
  /// after it may have come to the list since.
  func checkParts(_ report: inout AuditReport) {
    for (index, wish) in wishes.enumerated() {
      report.examine(.people, !wish.kept || wish.admitted, fault(.people, index, says: "kept"))
      let mustTakePart = !rules.supplementary || (wish.admitted && !wish.kept)
      report.examine(.people, wish.takesPart || !mustTakePart, fault(.people, index, says: "0"))
      // Who has left a place by declining it, or not coming, says so in the same word at it.
      let (isOut, hows) = (wish.verdict == "school-declined", ["declined", "absent"])
      let isHow =
        wish.left.isEmpty || !wish.isEligible ? hows.contains(wish.declining) : wish.declining == wish.left
      let mayBeRanked = rules.supplementary && hows.contains(wish.left)
      let right =
        (isOut ? isHow && (wish.rank == nil || mayBeRanked) : !hows.contains(wish.declining))
        && (wish.verdict != "left-elsewhere" || !wish.left.isEmpty)
      report.examine(.people, right, fault(.people, index, says: wish.declining))
      if wish.isDeclined {
        let child = wish.child < 0 ? nil : children[wish.child]
        let mayBe =
          child.map { PublishedRound.competing.contains($0.status) && wish.left.isEmpty } ?? false
        report.examine(.people, wish.isEligible && mayBe, fault(.people, index, says: "declined"))
      }
    }
  }

  /// Who has declined a school, or did not come to it, is told so of all programs there that it could have had.
  func checkDeclinedSchools(_ report: inout AuditReport) {
    let open = PublishedRound.notTaken.union(["eligible"])
    for child in children {
      var known: [String: [String]] = [:]
      for index in child.wishes where open.contains(wishes[index].verdict) {
        let school = rules.programs[wishes[index].program].school
        let own = [wishes[index].verdict, wishes[index].declining]
        examine(.people, index, says: own, ofAll: school, &known, &report)
      }
    }
  }

  /// All wishes of one key say the same as the first of them.
  private func examine<Key: Hashable>(
    _ property: AuditProperty, _ wish: Int, says: [String], ofAll key: Key, _ known: inout [Key: [String]],
    _ report: inout AuditReport
  ) {
    let first = known[key, default: says]
    known[key] = first
    report.examine(
      property, says == first,
      fault(property, wish, says: says.joined(separator: " "), expected: first.joined(separator: " ")))
  }

  /// One cut-off stands in all rows that were compared with it, cell by cell, and it is the key of a row.
  func checkCutoffCells(_ report: inout AuditReport) {
    var known: [[Int]: String] = [:]
    var keys: [Set<String>] = rules.programs.map { _ in [] }
    for wish in wishes where wish.score != nil { keys[wish.program].insert(wish.own) }
    for (index, wish) in wishes.enumerated() {
      let hasParts = !rules.programs[wish.program].reservations.isEmpty && rules.method != .given
      let isBlank = wish.against == PublishedRound.blankKey
      if hasParts {
        report.examine(.cutoffs, isBlank == (wish.cutoffRow == nil), fault(.cutoffs, index))
        if wish.cutoffRow == nil { continue }
      }
      let number = rules.method == .given ? wish.number : 0
      let part = [wish.program, number, wish.takesPart ? 1 : 0, wish.cutoffRow ?? 0]
      let same = known[part, default: wish.against]
      known[part] = same
      let isAKey =
        rules.method == .given || isBlank || keys[wish.program].contains(wish.against)
      report.examine(.cutoffs, wish.against == same && isAKey, fault(.cutoffs, index))
    }
  }

  /// The cells of a key of which none is filled.
  static let blankKey = String(repeating: "|", count: 7)
}

extension PublishedRound.Wish {
  /// Nothing of a key is written, but the number of the wish.
  var ownKeyIsBlank: Bool {
    own == "||\(number)|||||" && priority == nil && incentive == nil && marginText.isEmpty
  }
}

/// Both, where there are both.
func zip<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
  guard let a, let b else { return nil }
  return (a, b)
}
