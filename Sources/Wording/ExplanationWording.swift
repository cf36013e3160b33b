import Admission
public import Rounds
import Tables

/// Why a child has its result, in words that a parent understands.
extension TerminalWording {
  /// The result, then each wish: whether it competes, the score and its parts,
  /// what it was compared with, and what would have been needed.
  public func explanation(
    of applicant: Int, _ wishes: [WishExplanation], in round: DecidedRound
  ) -> [String] {
    let status = round.outcome.status[applicant]
    let place = wishes.firstIndex { $0.wish == Int(round.outcome.place[applicant]) }
    var lines = heading(of: applicant, wishes, place, in: round)
    let ticket = round.lottery.ticket(applicant)
    if !ticket.isEmpty { lines.append(say("Mã thăm của em: \(ticket).", "The child's ticket: \(ticket).")) }
    for (index, wish) in wishes.enumerated() {
      let seats = round.tables.programs[wish.program].quota
      lines.append("")
      lines.append(
        "\(wishName(wish)): \(placeName(wish, in: round)), " + say("chỉ tiêu \(seats) chỗ", "\(seats) seats"))
      let told: [String]
      if wish.verdict == .schoolDeclined {
        told = declined(wish) + takenBack(wish, applicant, hasPlace: place != nil, in: round)
      } else if round.left[Int32(applicant)] != nil,
        [.leftElsewhere, .withdrawn, .held].contains(wish.verdict)
      {
        told =
          (wish.isBeforePlaceLeft ? [cutoff(wish)].compactMap(\.self) : []) + [
            conclude(wish, isAdmitted: false)
          ]
      } else if wish.verdict == .held {
        told = [say("Chưa xét: hồ sơ đang được giữ lại.", "Not decided: the application is held.")]
      } else if let place, index > place, wish.verdict == .eligible {
        told = [
          say(
            "Không xét nữa: đã trúng tuyển ở nguyện vọng trước.", "Not needed: admitted at an earlier wish.")
        ]
      } else if wish.verdict == .eligible || wish.kept {
        let conclusion = status == .held ? open(wish, applicant, in: round) : nil
        told = explanation(wish, seats: seats, conclusion ?? conclude(wish, isAdmitted: index == place))
      } else {
        told = refusal(wish, round.tables.programs[wish.program])
      }
      lines += told.map { "  " + $0 }
    }
    return lines
  }

  /// The name and the result; of a held child why, and what has to happen.
  private func heading(
    of applicant: Int, _ wishes: [WishExplanation], _ place: Int?, in round: DecidedRound
  ) -> [String] {
    let status = round.outcome.status[applicant]
    var line = round.cohort.names.fullName(applicant) + ": " + statusName(status, in: language)
    if let place {
      let admitted = line + " – \(placeName(wishes[place], in: round)), \(wishName(wishes[place]))"
      return [admitted] + refusedSince(applicant, in: round)
    }
    if let assigned = round.assigned[Int32(applicant)] {
      let plan = round.tables.programs[Int(assigned.program)]
      let words = ListWording(language).assigned(document: assigned.document, reason: assigned.reason)
      return [line + " – \(PlaceNames(round.tables, language).place(plan))", words + "."]
    }
    if status == .waiting, let wish = wishes.first(where: { $0.waitingPlace != nil }) {
      let (number, name) = (wish.waitingPlace ?? 0, placeName(wish, in: round))
      line += say(
        " – thứ \(number) trong danh sách chờ của \(name) (\(wishName(wish)))",
        " – place \(number) on the waiting list of \(name) (\(wishName(wish)))")
    }
    let whole = round.reason(of: applicant)
    if let whole, whole.isOfLeaving { line += " – " + reasonText(whole, in: language) + "." }
    guard status == .held, let reason = whole else { return [line] }
    var text = reasonText(reason, in: language)
    func name(_ wish: Int32) -> String? {
      wishes.first { $0.wish == Int(wish) }.map { placeName($0, in: round) + " (\(wishName($0)))" }
    }
    if let places = round.declinedWhileHeld(applicant) {
      func names(_ wishes: [Int]) -> [String] { wishes.compactMap { name(Int32($0)) } }
      text = declinedWhileHeldText(names(places.declined), open: names(places.open), in: language)
      // Nobody has to settle anything but where it may still have a place.
      if places.open.isEmpty { return [line + " – " + text + ".", goesToOthers(places.declined.count)] }
    } else if let tied = round.outcome.tiedPlaces[Int32(applicant)] {
      text = tieText(
        awaitsDraw: reason == .draw, admittedTo: name(tied.groupIn), elseTo: name(tied.groupOut),
        in: language)
    }
    return [line + " – " + text + "."] + (heldRemedy(reason, in: round).map { [$0] } ?? [])
  }

  /// What ends it where a child has declined every place that was open to it.
  private func goesToOthers(_ places: Int) -> String {
    places == 1
      ? say(
        "Em không phải làm gì thêm: chỗ này được xét cho em khác khi có lệnh xét bổ sung.",
        "Nothing is left to do: the place goes to others by the order of a supplementary round.")
      : say(
        "Em không phải làm gì thêm: các chỗ này được xét cho em khác khi có lệnh xét bổ sung.",
        "Nothing is left to do: the places go to others by the order of a supplementary round.")
  }

  private func placeName(_ wish: WishExplanation, in round: DecidedRound) -> String {
    PlaceNames(round.tables, language).place(round.tables.programs[wish.program])
  }

  private func explanation(_ wish: WishExplanation, seats: Int, _ conclusion: String) -> [String] {
    var lines: [String] = []
    if wish.kept {
      lines.append(
        say(
          "Được giữ theo kết quả chính thức đã công bố trước.", "Kept by an official result published before."
        ))
    }
    guard wish.verdict == .eligible else { return lines + [conclusion] }
    lines.append(score(wish))
    lines += wish.parts.map { "- " + part($0) } + uncounted(wish.uncounted)
    lines += [tierBasis(wish)].compactMap(\.self)
    if wish.margin != .zero, let compared = try? wish.score.minus(wish.margin) {
      let sum = difference(wish.score, wish.margin, compared)
      lines.append(
        say("\(wishName(wish)) phải cao hơn, nên khi so: \(sum).", "Compared after the margin: \(sum)."))
    }
    let own = key(wish.key, of: wish)
    if !own.isEmpty { lines.append(say("Được so lần lượt theo: ", "Compared, in this order, by: ") + own) }
    lines += measure(wish, seats: seats)
    return lines + [conclusion]
  }

  /// What the wish was measured by: the cut-off, the last one in, and the ranks.
  private func measure(_ wish: WishExplanation, seats: Int) -> [String] {
    var lines: [String] = []
    if let seats = wish.seats {
      let name = seatsName(seats.row, in: language)
      lines.append(say("Xét vào: \(name).", "Competed for \(name)."))
    }
    if let given = wish.givenCutoff {
      lines.append(say("Điểm chuẩn cho trước: \(text(given)).", "Cut-off given: \(text(given))."))
    } else if wish.turnsNobodyAway, !wish.kept, [nil, .otherWish, .leftElsewhere].contains(wish.reason) {
      lines.append(
        wish.seats == nil
          ? say(
            "Nơi này không phải từ chối em nào vì thiếu chỗ.",
            "Nobody is turned away here for want of a seat.")
          : say(
            "Các chỗ này không phải từ chối em nào vì thiếu chỗ.",
            "Nobody is turned away from these seats for want of one."))
    } else {
      if let cutoff = cutoff(wish) { lines.append(cutoff) }
      let last = key(wish.lastKey, of: wish, takenOff: wish.lastMargin)
      if !last.isEmpty {
        lines.append(say("Người trúng tuyển cuối cùng: ", "The last one admitted: ") + last)
      }
    }
    guard let rank = wish.rank else { return lines }
    var line = say(
      "Xếp hạng \(rank) trong các hồ sơ đủ điều kiện", "Rank \(rank) among those eligible")
    if let last = wish.lastRank {
      line += say("; người trúng tuyển cuối cùng xếp hạng \(last)", "; the last one in has rank \(last)")
      // With given cut-offs there is no number of seats.
      if last > seats, wish.seats == nil, wish.givenCutoff == nil {
        line += say(
          " (một số em xếp trước đã vào nguyện vọng khác hoặc đã rời chỗ)",
          " (some before were admitted at other wishes, or have left their places)")
      }
    }
    return lines + [line + "."]
  }

  /// The published cut-off of this wish; nil where nobody was turned away, and where nothing is scored.
  private func cutoff(_ wish: WishExplanation) -> String? {
    let name = wishName(wish)
    let tier = wish.cutoffTier.map { say(" (tuyến \($0))", " (tier \($0))") } ?? ""
    // One number is published of all seats; those for some may have taken less.
    let seats =
      wish.seats == nil ? "" : say(" (tính cả chỗ dành riêng)", " (of all seats, reserved ones too)")
    return switch wish.cutoff {
    case .none: nil
    case .all where wish.admitted > 0 && wish.isBesideKept:
      say(
        "Điểm chuẩn \(name): không có, vì các em trúng tuyển vào đây bằng \(name) đều được giữ chỗ theo kết quả chính thức trước hoặc thuộc diện tuyển thẳng.",
        "Cut-off of \(name): none, as all who are admitted here by \(name) are kept by an official result before, or direct admissions."
      )
    case .all where wish.admitted > 0:
      say(
        "Điểm chuẩn \(name): không có, vì không ai ngoài diện tuyển thẳng trúng tuyển vào đây bằng \(name).",
        "Cut-off of \(name): none, as nobody but direct admissions was admitted here by \(name).")
    case .all:
      say(
        "Điểm chuẩn \(name): không có, vì không ai trúng tuyển vào đây bằng \(name).",
        "Cut-off of \(name): none, as nobody was admitted here by \(name).")
    case .score(let score):
      isScored(wish)
        ? say(
          "Điểm chuẩn \(name)\(tier)\(seats): \(text(score)).",
          "Cut-off of \(name)\(tier)\(seats): \(text(score)).")
        : nil
    }
  }

  /// Without a recipe and points from the school everybody's score is 0, and says nothing.
  func isScored(_ wish: WishExplanation) -> Bool { !wish.parts.isEmpty || wish.score != .zero }

  private func score(_ wish: WishExplanation) -> String {
    let score = isScored(wish) ? say(" Điểm xét ", " Score ") + scoreText(wish) + "." : ""
    let direct = wish.direct ? say(" Thuộc diện tuyển thẳng.", " Direct admission.") : ""
    return say("Đủ điều kiện.", "Eligible.") + score + direct
  }

  /// The score, and what of it priority and incentive gave.
  func scoreText(_ wish: WishExplanation) -> String {
    var extra: [String] = []
    if wish.priority != .zero {
      extra.append(say("ưu tiên \(text(wish.priority))", "priority \(text(wish.priority))"))
    }
    if wish.incentive != .zero {
      extra.append(say("khuyến khích \(text(wish.incentive))", "incentive \(text(wish.incentive))"))
    }
    guard !extra.isEmpty else { return text(wish.score) }
    return text(wish.score) + say(", trong đó ", ", of it ") + extra.joined(separator: say(" và ", " and "))
  }

  /// A part of the score: what it is, the words it was converted from, and what it is multiplied by.
  func part(_ part: WishExplanation.ScorePart) -> String {
    let words = part.words.filter { !$0.isEmpty }.map { word in
      Exact(parsing: word.utf8).map { text($0) } ?? word
    }.joined(separator: language == .vi ? "; " : ", ")
    var line = part.field + ": " + (words.isEmpty ? "" : words + " → ") + content(part.value)
    guard case .value(let value) = part.value else { return line }
    if part.coefficient.text != "1" {
      line += " × " + text(part.coefficient)
      if let made = try? value.times(part.coefficient) { line += " = " + text(made) }
    }
    if let above = part.above, value <= above {
      line += say(" (điểm liệt: phải trên \(text(above)))", " (it has to be above \(text(above)))")
    }
    return line
  }

  func content(_ content: WishExplanation.FieldContent) -> String {
    switch content {
    case .value(let value): text(value)
    case .day(let day): day.text
    case .missing: say("(thiếu)", "(missing)")
    case .absent: say("(vắng)", "(absent)")
    case .unconvertible: say("(không có trong bảng quy đổi)", "(not in the conversion table)")
    }
  }

  private func difference(_ score: Exact, _ margin: Exact, _ compared: Exact, by wish: String = "") -> String
  {
    let of = wish.isEmpty ? "" : " (\(wish))"
    return "\(text(score)) − \(text(margin))\(of) = \(text(compared))"
  }

  /// - Parameter taken: what the score in the key is made of, where a margin is taken off.
  private func key(
    _ parts: [WishExplanation.KeyPart], of wish: WishExplanation,
    takenOff taken: WishExplanation.TakenOff? = nil
  ) -> String {
    parts.compactMap { part in
      switch part {
      case .direct(let direct): direct ? say("tuyển thẳng", "direct admission") : nil
      case .tier(let tier): say("tuyến \(tier)", "tier \(tier)")
      case .wishNumber(let number), .tieBreakByWish(let number, _): wishName(number, like: wish)
      case .score(let score):
        if isScored(wish) {
          say("điểm ", "score ")
            + (taken.map {
              difference($0.score, $0.margin, score, by: wishName($0.number, like: wish))
            } ?? text(score))
        } else {
          nil
        }
      case .tieBreak(let field, let value, _): "\(field): \(content(value))"
      case .draw(_, let place):
        place > 0 ? say("bốc thăm thứ \(place)", "place \(place) in the lottery") : nil
      case .ruling(let ruling): ruling.map { text($0) }
      }
    }.joined(separator: "; ")
  }

  func wishName(_ wish: WishExplanation) -> String { wishName(wish.number, like: wish) }

  /// `NV2`, or at a specialised program `NV chuyên 2`.
  func wishName(_ number: Int, like wish: WishExplanation) -> String {
    ListWording(language).wish(number: number, special: wish.special)
  }

  func text(_ value: Exact) -> String { value.text(point: language == .vi ? "," : ".") }
}
