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
    var lines = [round.cohort.names.fullName(applicant) + ": " + statusName(status, in: language)]
    if let reason = round.reason(of: applicant), status == .held {
      lines[0] += " – " + reasonText(reason, in: language)
    }
    let place = wishes.firstIndex { $0.wish == Int(round.outcome.place[applicant]) }
    if let place {
      lines[0] += " – \(placeName(wishes[place], in: round)), \(wishName(wishes[place]))"
    } else if status == .waiting, let wish = wishes.first(where: { $0.waitingPlace != nil }) {
      lines[0] +=
        " – "
        + say(
          "thứ \(wish.waitingPlace ?? 0) trong danh sách chờ của \(placeName(wish, in: round)) (\(wishName(wish)))",
          "place \(wish.waitingPlace ?? 0) on the waiting list of \(placeName(wish, in: round)) (\(wishName(wish)))"
        )
    }
    for (index, wish) in wishes.enumerated() {
      let plan = round.tables.programs[wish.program]
      lines.append("")
      lines.append(
        "\(wishName(wish)): \(placeName(wish, in: round)) (\(plan.path)), "
          + say("chỉ tiêu \(plan.quota)", "\(plan.quota) seats"))
      if status == .held, wish.verdict != .eligible {
        lines.append(
          "  " + say("Chưa xét: hồ sơ đang được giữ lại.", "Not decided: the application is held."))
      } else if let place, index > place, wish.verdict == .eligible {
        lines.append(
          "  "
            + say(
              "Không xét nữa: đã trúng tuyển ở nguyện vọng trước.", "Not needed: admitted at an earlier wish."
            ))
      } else {
        let told =
          wish.verdict == .eligible || wish.kept
          ? explanation(wish, isAdmitted: index == place)
          : refusal(wish, minimum: plan.minimum, isHeld: status == .held)
        lines += told.map { "  " + $0 }
      }
    }
    return lines
  }

  private func placeName(_ wish: WishExplanation, in round: DecidedRound) -> String {
    let plan = round.tables.programs[wish.program]
    let school = round.tables.units[plan.school]?.name ?? plan.school
    return plan.name.isEmpty || plan.name == school ? school : "\(school) – \(plan.name)"
  }

  /// A wish that does not compete: why, and the score as far as there is one.
  private func refusal(_ wish: WishExplanation, minimum: Exact?, isHeld: Bool) -> [String] {
    let shortfall = minimum.map { Shortfall.score(own: text(wish.score), cutoff: text($0)) }
    let reason = wish.reason.map { reasonText($0, $0 == .belowMinimum ? shortfall : nil, in: language) } ?? ""
    let line =
      isHeld
      ? say("Chưa xét: \(reason).", "Not considered yet: \(reason).")
      : say("Không đủ điều kiện: \(reason).", "Not eligible: \(reason).")
    return [line] + wish.parts.map { "- " + part($0) }
  }

  private func explanation(_ wish: WishExplanation, isAdmitted: Bool) -> [String] {
    var lines: [String] = []
    if wish.kept {
      lines.append(
        say(
          "Được giữ theo kết quả chính thức đã công bố trước.", "Kept by an official result published before."
        ))
    }
    guard wish.verdict == .eligible else { return lines + [conclusion(wish, isAdmitted: isAdmitted)] }
    lines.append(score(wish))
    lines += wish.parts.map { "- " + part($0) }
    if !wish.key.isEmpty {
      lines.append(say("Được so lần lượt theo: ", "Compared, in this order, by: ") + key(wish.key, of: wish))
    }
    if let given = wish.givenCutoff {
      lines.append(say("Điểm chuẩn cho trước: \(text(given)).", "Cut-off given: \(text(given))."))
    } else if wish.cutoffKey.isEmpty, !wish.kept, wish.reason == nil || wish.reason == .otherWish {
      lines.append(
        say("Chương trình còn chỗ cho mọi hồ sơ đủ điều kiện.", "Nobody eligible was turned away here."))
    } else if !wish.lastKey.isEmpty {
      lines.append(
        say("Người trúng tuyển cuối cùng: ", "The last one admitted: ") + key(wish.lastKey, of: wish))
    }
    if let rank = wish.rank {
      let last = wish.lastRank.map {
        say("; người trúng tuyển cuối cùng xếp hạng \($0)", "; the last one in has rank \($0)")
      }
      lines.append(
        say("Xếp hạng \(rank) trong các hồ sơ đủ điều kiện", "Rank \(rank) among those eligible")
          + (last ?? "") + ".")
    }
    lines.append(conclusion(wish, isAdmitted: isAdmitted))
    return lines
  }

  private func conclusion(_ wish: WishExplanation, isAdmitted: Bool) -> String {
    if isAdmitted { return say("Kết quả: trúng tuyển ở nguyện vọng này.", "Result: admitted here.") }
    if let gap = wish.gap, wish.reason != .tiedOut {
      let needed =
        if gap != .zero {
          say("cần thêm \(text(gap)) điểm", "\(text(gap)) more points were needed")
        } else {
          (isScored(wish) ? say("điểm xét bằng nhau, ", "the scores are equal, ") : "")
            + (decisive(wish) ?? say("kém ở tiêu chí sau đó", "a later criterion decides"))
        }
      let waiting = wish.waitingPlace.map {
        say("; đứng thứ \($0) trong danh sách chờ", "; place \($0) on the waiting list")
      }
      return say("Kết quả: chưa trúng tuyển, ", "Result: not admitted, ") + needed + (waiting ?? "") + "."
    }
    let filled = full(wish).map { say("chưa trúng tuyển vì ", "not admitted: ") + $0 }
    let reason = wish.reason.map { reasonText($0, in: language) } ?? ""
    let waiting = wish.waitingPlace.map {
      say(" (thứ \($0) trong danh sách chờ)", " (place \($0) on the waiting list)")
    }
    return say("Kết quả: ", "Result: ")
      + (filled ?? say("chưa trúng tuyển. ", "not admitted. ") + reason) + (waiting ?? "") + "."
  }

  /// The first criterion after the score in which the child and the last one in differ.
  private func decisive(_ wish: WishExplanation) -> String? {
    let last = wish.lastKey.isEmpty ? wish.cutoffKey : wish.lastKey
    guard let (own, other) = zip(wish.key, last).first(where: { $0 != $1 }) else { return nil }
    switch (own, other) {
    case (.tieBreak(let field, let value, let descends), .tieBreak(_, let needed, _)):
      let rule =
        descends
        ? say("lớn hơn được xét trước", "the larger comes first")
        : say("nhỏ hơn được xét trước", "the smaller comes first")
      return say(
        "xét tiếp \(field): em \(content(value)), người trúng tuyển cuối cùng \(content(needed)) (\(rule))",
        "then \(field): \(content(value)), of the last one in \(content(needed)) (\(rule))")
    case (.tieBreakByWish(let number, _), .tieBreakByWish(let needed, _)):
      return say(
        "xét tiếp thứ tự nguyện vọng: em NV\(number), người trúng tuyển cuối cùng NV\(needed)",
        "then the order of wishes: wish \(number), of the last one in wish \(needed)")
    case (.draw, .draw):
      return say(
        "bằng nhau ở mọi tiêu chí nên phải bốc thăm (số nhỏ hơn được xét trước), và số thăm của em đứng sau",
        "equal in every criterion, and behind in the lottery (the smaller number comes first)")
    default: return nil
    }
  }

  /// Who took all seats, where that is decided before any score.
  private func full(_ wish: WishExplanation) -> String? {
    guard wish.reason == .belowCutoff,
      let (own, last) = zip(wish.key, wish.lastKey).first(where: { $0 != $1 })
    else { return nil }
    switch (own, last) {
    case (.direct(false), .direct(true)):
      return say("đã đủ chỉ tiêu với diện tuyển thẳng", "direct admissions filled all seats")
    case (.tier(let own), .tier(let last)):
      return say(
        "đã đủ chỉ tiêu với tuyến \(last) trở lên, em thuộc tuyến \(own)",
        "tiers up to \(last) filled all seats, the child is of tier \(own)")
    case (.wishNumber(let own), .wishNumber(let last)):
      return say(
        "đã đủ chỉ tiêu với người chọn trường này ở NV\(last), được xét trước NV\(own)",
        "those who put it as wish \(last) filled all seats; they come before wish \(own)")
    default: return nil
    }
  }

  /// Without a recipe and points from the school everybody's score is 0, and says nothing.
  private func isScored(_ wish: WishExplanation) -> Bool { !wish.parts.isEmpty || wish.score != .zero }

  private func score(_ wish: WishExplanation) -> String {
    var extra: [String] = []
    if wish.priority != .zero {
      extra.append(say("ưu tiên \(text(wish.priority))", "priority \(text(wish.priority))"))
    }
    if wish.incentive != .zero {
      extra.append(say("khuyến khích \(text(wish.incentive))", "incentive \(text(wish.incentive))"))
    }
    let parts =
      extra.isEmpty ? "" : say(", trong đó ", ", of it ") + extra.joined(separator: say(" và ", " and "))
    let score =
      isScored(wish)
      ? say(" Điểm xét \(text(wish.score))\(parts).", " Score \(text(wish.score))\(parts).") : ""
    let direct = wish.direct ? say(" Thuộc diện tuyển thẳng.", " Direct admission.") : ""
    return say("Đủ điều kiện.", "Eligible.") + score + direct
  }

  private func part(_ part: WishExplanation.ScorePart) -> String {
    guard part.coefficient.text != "1" else { return "\(part.field): \(content(part.value))" }
    var product = ""
    if case .value(let value) = part.value, let made = try? value.times(part.coefficient) {
      product = " = \(text(made))"
    }
    return "\(part.field): \(content(part.value)) × \(text(part.coefficient))\(product)"
  }

  private func content(_ content: WishExplanation.FieldContent) -> String {
    switch content {
    case .value(let value): text(value)
    case .day(let day): day.text
    case .missing: say("(thiếu)", "(missing)")
    case .absent: say("(vắng)", "(absent)")
    case .unconvertible: say("(không có trong bảng quy đổi)", "(not in the conversion table)")
    }
  }

  private func key(_ parts: [WishExplanation.KeyPart], of wish: WishExplanation) -> String {
    parts.compactMap { part in
      switch part {
      case .direct(let direct): direct ? say("tuyển thẳng", "direct admission") : nil
      case .tier(let tier): say("tuyến \(tier)", "tier \(tier)")
      case .wishNumber(let number): "NV\(number)"
      case .score(let score): isScored(wish) ? say("điểm \(text(score))", "score \(text(score))") : nil
      case .tieBreak(let field, let value, _): "\(field): \(content(value))"
      case .tieBreakByWish(let number, _): "NV\(number)"
      case .draw(let draw):
        draw.isEmpty ? nil : say("số bốc thăm \(draw.prefix(12))…", "draw \(draw.prefix(12))…")
      }
    }.joined(separator: "; ")
  }

  private func wishName(_ wish: WishExplanation) -> String {
    ListWording(language).wish(number: wish.number, special: wish.special)
  }

  private func text(_ value: Exact) -> String { value.text(point: language == .vi ? "," : ".") }
}
