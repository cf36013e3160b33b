import Admission
import Rounds
import Tables

/// How a wish ended, and what would have been needed.
extension TerminalWording {
  /// A wish that does not compete: why, the score as far as there is one, and what is needed.
  func refusal(_ wish: WishExplanation, _ plan: ProgramPlan) -> [String] {
    guard let reason = wish.reason else { return [] }
    let text = reasonText(reason, shortfall(wish, plan), in: language)
    var lines = [say("Không đủ điều kiện: ", "Not eligible: ") + text + "."]
    if reason.isOfMarks { lines += wish.parts.map { "- " + part($0) } }
    if reason == .belowMinimum { lines.append(say("Điểm xét ", "Score ") + scoreText(wish) + ".") }
    if reason.isOfMarks || reason == .age {
      lines += uncounted(wish.uncounted.filter { $0.isUnverified || reason == .belowMinimum })
    }
    if let unmet = wish.unmet { return lines + self.unmet(unmet, plan) }
    return lines + (needed(reason, wish, plan).map { [$0] } ?? [])
  }

  /// Of a child that is admitted: what its school has said since, where it does not take the place; nobody is moved
  /// by that before `xét bổ sung`.
  func refusedSince(_ applicant: Int, in round: DecidedRound) -> [String] {
    guard let reason = round.enrolmentStatus(of: applicant).flatMap({ LeavingReason(rawValue: $0) }) else {
      return []
    }
    let text = lowerFirst(reasonText(ReasonCode(reason), in: language))
    return [
      say(
        "Từ khi có kết quả này, trường đã báo: em \(text). Chỗ này được xét cho em khác khi có lệnh xét bổ sung hoặc khi đợt được mở lại; nếu ghi nhầm, trường gửi lại bảng xác nhận nhập học với trạng thái đúng trước khi đó.",
        "Since this result the school has said: \(text). The place goes to others by the order of a supplementary round, or when the round is opened again; if that is a mistake, the school sends the right status before."
      )
    ]
  }

  /// A wish for a school that the child has declined: its score, and that alone.
  func declined(_ wish: WishExplanation) -> [String] {
    var lines: [String] = []
    if isScored(wish) { lines.append(say("Điểm xét ", "Score ") + scoreText(wish) + ".") }
    lines += wish.parts.map { "- " + part($0) } + uncounted(wish.uncounted)
    lines.append(conclude(wish, isAdmitted: false))
    return lines
  }

  /// What comes of it if the school takes back that the child has declined it; nothing where it keeps a place
  /// elsewhere.
  func takenBack(
    _ wish: WishExplanation, _ applicant: Int, hasPlace: Bool, in round: DecidedRound
  ) -> [String] {
    let tables = round.tables
    let stays = hasPlace && tables.round.afterPublication == .keep && tables.state.isOfficial
    guard !wish.isKeptElsewhere, !stays else { return [] }
    var back = ""
    if tables.state.isOfficial {
      back = say(" khi đợt được mở lại", " when the round is opened again")
    } else if tables.fixed.contains(tables.programs[wish.program].school) {
      back = say(" khi kết quả của trường được mở lại", " when the school's result is opened again")
    } else if round.left[Int32(applicant)] != nil {
      back = say(
        " (hoặc giữ nguyên chỗ, nếu chưa lần chốt nào xét chỗ ấy cho em khác)",
        " (or keeps its place, if no result has given that to others yet)")
    }
    return [
      say(
        "Nếu ghi nhầm: trường gửi lại bảng xác nhận nhập học với trạng thái đúng thì em lại được xét\(back).",
        "If that is a mistake: once the school sends the right status, the child counts\(back)."
      )
    ]
  }

  /// What would have made the wish eligible; nil where nothing could.
  private func needed(_ reason: ReasonCode, _ wish: WishExplanation, _ plan: ProgramPlan) -> String? {
    switch reason {
    case .wishNotTaken:
      let numbers = plan.wishes.map { wishName($0, like: wish) }.joined(separator: ", ")
      return say(
        "Cần: chọn ở \(numbers); nơi này chỉ nhận các nguyện vọng đó.", "Needed: to be chosen as \(numbers).")
    case .wrongGroup:
      return plan.special
        ? say("Cần: ghi ở các cột NV chuyên.", "Needed: to stand in the columns NV chuyên.")
        : say(
          "Cần: ghi ở các cột NV1, NV2…, không phải NV chuyên.", "Needed: to stand in the columns NV1, NV2…")
    case .noConversion:
      return say(
        "Cần: bảng quy đổi của đợt có kết quả này của em. Gia đình hãy báo Sở; nếu kết quả ghi sai thì báo trường cuối cấp.",
        "Needed: a conversion table of the round that has this result. Tell the department; if the result is wrong, the source school."
      )
    case .missingMark, .absent:
      return say(
        "Cần: có đủ mọi kết quả dùng để tính điểm nêu trên. Gia đình hãy hỏi trường cuối cấp hoặc nơi tổ chức thi.",
        "Needed: every result above that the score is made of. Ask the source school, or who held the examination."
      )
    case .failingMark:
      return say("Cần: không kết quả nào ở mức điểm liệt.", "Needed: no result at or below its failing mark.")
    case .violation:
      return say(
        "Cần: dự thi không vi phạm quy chế.", "Needed: an examination without a breach of its rules.")
    case .withdrawn:
      return say(
        "Cần: hồ sơ không bị rút; muốn được xét, gia đình phải nộp lại khi đợt còn nhận hồ sơ.",
        "Needed: an application that stands; it can be made again while the round is open.")
    case .noProgramScore:
      return say("Cần: được trường chấm điểm xét.", "Needed: points given by the school.")
    case .belowMinimum:
      guard let minimum = plan.minimum, let lacking = try? minimum.minus(wish.score) else { return nil }
      return say("Cần: thêm \(text(lacking)) điểm để đạt điểm sàn.", "Needed: \(text(lacking)) more points.")
    default: return nil
    }
  }

  /// A wish that competed and is decided.
  func conclude(_ wish: WishExplanation, isAdmitted: Bool) -> String {
    if isAdmitted { return say("Kết quả: trúng tuyển ở nguyện vọng này.", "Result: admitted here.") }
    if let gap = wish.gap, wish.reason != .tiedOut, wish.reason != .schoolDeclined, wish.unseated == nil {
      let needed =
        if gap != .zero {
          say("cần thêm \(text(gap)) điểm ", "\(text(gap)) more points were needed ")
            // A given cut-off is enough; beside the last one in, later criteria decide.
            + (wish.givenCutoff == nil
              ? say("mới bằng người trúng tuyển cuối cùng", "to equal the last one in")
              : say("để đạt điểm chuẩn", "to reach the cut-off"))
        } else {
          decisive(wish) ?? say("kém ở tiêu chí sau đó", "a later criterion decides")
        }
      let waiting = wish.waitingPlace.map {
        say("đứng thứ \($0) trong danh sách chờ", "place \($0) on the waiting list")
      }
      return say("Kết quả: chưa trúng tuyển, ", "Result: not admitted, ")
        + [needed, waiting ?? beyondReserve(wish)].compactMap { $0 }.joined(separator: "; ") + "."
        + since(wish)
    }
    if let reason = wish.reason, reason.isOfLeaving {
      return say("Kết quả: ", "Result: ") + lowerFirst(reasonText(reason, in: language)) + "."
    }
    if wish.reason == .leftElsewhere, wish.isBeforePlaceLeft {
      return say(
        "Kết quả: không xét lại ở đây. Khi em được chỗ ở nguyện vọng sau, em chưa trúng tuyển ở đây; vì sao thì xem kết quả chính thức đã công bố khi đó. Em đã rời chỗ nên lần này không được xét lại.",
        "Result: not decided again here. When the child got its place by a later wish it was not admitted here; the official result of then says why. It has left that place, and so is not decided again."
      )
    }
    if wish.reason == .leftElsewhere {
      return say("Kết quả: không xét ở đây. ", "Result: not decided here. ")
        + reasonText(.leftElsewhere, in: language) + "."
    }
    if wish.reason == .otherWish {
      guard !wish.isKeptElsewhere else {
        return say(
          "Kết quả: không xét lại ở đây, em được giữ chỗ ở nguyện vọng khác theo kết quả chính thức đã công bố trước.",
          "Result: not decided again here; the child is kept at another wish by an official result published before."
        )
      }
      return say(
        "Kết quả: không xét ở đây, em đã trúng tuyển ở nguyện vọng khác.",
        "Result: not decided here; the child was admitted at another wish.")
    }
    let filled = full(wish).map { say("chưa trúng tuyển vì ", "not admitted: ") + $0 }
    var reason = wish.reason.map { reasonText($0, nobody(before: wish), in: language) } ?? ""
    if wish.unseated != nil, let gap = wish.gap, gap != .zero {
      reason +=
        wish.unseated == .groupOut
        ? say(
          "; cần thêm \(text(gap)) điểm mới bằng các em đó", "; \(text(gap)) more points would equal them")
        : say(
          "; cần thêm \(text(gap)) điểm mới bằng em xếp cuối trong số đó",
          "; \(text(gap)) more points would equal the last of them")
    }
    let standing =
      wish.waitingPlace.map {
        say("thứ \($0) trong danh sách chờ", "place \($0) on the waiting list")
      } ?? beyondReserve(wish)
    return say("Kết quả: ", "Result: ")
      + (filled ?? say("chưa trúng tuyển. ", "not admitted. ") + reason) + (standing.map { " (\($0))" } ?? "")
      + "." + since(wish)
  }

  /// Why those who came in later are no measure; empty where none did.
  private func since(_ wish: WishExplanation) -> String {
    guard wish.isOfBefore else { return "" }
    guard wish.isKeptElsewhere else {
      return say(
        " Em đã có chỗ ở nguyện vọng khác và đã rời chỗ đó nên không xét lại ở đây.",
        " The child had a place by another wish and has left it, so it is not decided again here.")
    }
    return say(
      " Từ đó em được giữ chỗ ở nguyện vọng khác nên không xét lại ở đây.",
      " Since then the child is kept at another wish, and is not decided again here.")
  }

  private func beyondReserve(_ wish: WishExplanation) -> String? {
    wish.reservePassed.map { beyondReserveText($0, in: language) }
  }

  /// Why nobody stands before a wish who is admitted; nil where somebody does.
  private func nobody(before wish: WishExplanation) -> Shortfall? {
    guard let unseated = wish.unseated.map(Shortfall.unseated) else { return nil }
    return wish.seats.map { .part($0.row, unseated) } ?? unseated
  }

  /// The first criterion after the score in which the child and the last one in differ.
  private func decisive(_ wish: WishExplanation) -> String? {
    let last = wish.lastKey.isEmpty ? wish.cutoffKey : wish.lastKey
    guard let (own, other) = zip(wish.key, last).first(where: { $0 != $1 }) else { return nil }
    let equal = isScored(wish) ? say("điểm xét bằng nhau, ", "the scores are equal, ") : ""
    switch (own, other) {
    case (.tieBreak(let field, let value, let descends), .tieBreak(_, let needed, _)):
      let isDay = if case .day = needed { true } else { false }
      let rule =
        switch (descends, isDay) {
        case (true, false): say("lớn hơn được xét trước", "the larger comes first")
        case (false, false): say("nhỏ hơn được xét trước", "the smaller comes first")
        case (true, true): say("ngày muộn hơn được xét trước", "the later day comes first")
        case (false, true): say("ngày sớm hơn được xét trước", "the earlier day comes first")
        }
      return equal
        + say(
          "xét tiếp \(field): em \(content(value)), người trúng tuyển cuối cùng \(content(needed)) (\(rule))",
          "then \(field): \(content(value)), of the last one in \(content(needed)) (\(rule))")
    case (.tieBreakByWish(let number, _), .tieBreakByWish(let needed, _)):
      let (own, other) = (wishName(number, like: wish), wishName(needed, like: wish))
      return equal
        + say(
          "xét tiếp thứ tự nguyện vọng: em \(own), người trúng tuyển cuối cùng \(other)",
          "then the order of wishes: \(own), of the last one in \(other)")
    case (.ruling(let own), .ruling(let last)):
      let (own, last) = (text(own), text(last))
      return say(
        "bằng nhau ở mọi tiêu chí nên hội đồng xét; về em: \(own); về người trúng tuyển cuối cùng: \(last)",
        "equal in every criterion, so the council decides; of the child: \(own); of the last one in: \(last)")
    case (.draw(_, let own), .draw(_, let last)):
      return say(
        "bằng nhau ở mọi tiêu chí nên phải bốc thăm: em thứ \(own), người trúng tuyển cuối cùng thứ \(last) (số nhỏ hơn được xét trước)",
        "equal in every criterion, so the lottery decides: place \(own), of the last one in \(last) (the smaller comes first)"
      )
    default: return nil
    }
  }

  /// Who took all seats, where that is decided before any score.
  private func full(_ wish: WishExplanation) -> String? {
    guard wish.unseated == nil, [.belowCutoff, .categoryFull, .reservedForOthers].contains(wish.reason),
      let (own, last) = zip(wish.key, wish.lastKey).first(where: { $0 != $1 })
    else { return nil }
    switch (own, last) {
    case (.direct(false), .direct(true)):
      return say("đã đủ chỉ tiêu với diện tuyển thẳng", "direct admissions filled all seats")
    case (.tier(let own), .tier(let last)):
      return say(
        "đã đủ chỉ tiêu với các em \(last > 1 ? "từ tuyến 1 đến tuyến" : "thuộc tuyến") \(last), em thuộc tuyến \(own)",
        "tiers up to \(last) filled all seats, the child is of tier \(own)")
    case (.wishNumber(let number), .wishNumber(let lastNumber)):
      let (own, last) = (wishName(number, like: wish), wishName(lastNumber, like: wish))
      return say(
        "đã đủ chỉ tiêu với người chọn nơi này ở \(last), được xét trước \(own); muốn được xét cùng lượt phải chọn ở \(last)",
        "those who put it as \(last) filled all seats; they come before \(own)")
    default: return nil
    }
  }
}
