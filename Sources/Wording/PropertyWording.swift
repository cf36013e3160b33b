public import Admission
public import Placement

/// What a property of a result promises, in one sentence.
public func propertySentence(_ property: Property, in language: Language) -> String {
  let say = language.say
  return switch property {
  case .quota:
    say(
      "Không chương trình nào nhận quá chỉ tiêu; chỉ vượt khi quy định lấy cả nhóm bằng nhau ở chỗ cuối cùng.",
      "No program seats more than its quota, except by keeping those equal to the last one where the rules say so."
    )
  case .eligibility:
    say(
      "Ai trúng tuyển cũng đủ điều kiện, với điểm và tuyến tính đúng quy định; ai bị loại đều có lý do đúng.",
      "Whoever is seated is eligible, with the score and tier that the rules give; every refusal names a reason that holds."
    )
  case .nobodyPassedOver:
    say(
      "Không ai bị bỏ qua: không có người xếp sau được nhận, không có chỗ bỏ trống, khi người xếp trước còn muốn vào.",
      "Nobody is passed over: no one behind is seated, and no seat stays free, while someone before wants it."
    )
  case .cutoffs:
    say(
      "Điểm chuẩn tách đúng người trúng tuyển với người không trúng tuyển.",
      "The cut-offs part those seated from those turned away.")
  case .ties:
    say(
      "Những người bằng nhau hoàn toàn được xử lý như nhau, theo đúng quy định của đợt.",
      "Those exactly equal are treated alike, as the round's rules say.")
  case .reservations:
    say(
      "Chỗ dành riêng thuộc đúng đối tượng; không đối tượng nào vượt số chỗ tối đa.",
      "Reserved seats go to their categories, and no category has more than it may.")
  case .phases:
    say(
      "Không ai được nhận ở lượt xét sau mà lẽ ra đã được nhận ở lượt trước.",
      "Nobody is seated in a later phase who could have been seated in an earlier one.")
  case .onePlace:
    say(
      "Mỗi học sinh có nhiều nhất một chỗ, đúng một nguyện vọng của mình.",
      "Nobody has two places, or a place that was not wished for.")
  case .everyoneAccounted:
    say(
      "Học sinh nào cũng có đúng một kết quả, phù hợp với phần còn lại.",
      "Every applicant has one status, and it follows from the rest.")
  case .waitingLists:
    say(
      "Danh sách chờ xếp đúng thứ tự và không sót ai; em đã từ chối trường thì không đứng ở đó.",
      "Those who wait stand in the right order, and nobody is left out but who has declined the school.")
  case .ranks:
    say("Thứ hạng theo đúng thứ tự xét.", "Ranks follow the order of the keys.")
  }
}

/// What is counted when a property is checked.
///
/// - Parameter isCouncil: ties are left to the council, so that seats are given twice: with the tied
///   groups out, and with them in.
public func propertySubject(_ property: Property, isCouncil: Bool, in language: Language) -> String {
  let subject = propertySubject(property, in: language)
  let isTwice: Set<Property> = [.quota, .nobodyPassedOver, .ties, .reservations, .phases]
  guard isCouncil, isTwice.contains(property) else { return subject }
  return subject
    + language.say(
      ", tính cả hai lần xét: không lấy và lấy cả nhóm bằng điểm",
      ", in both decisions: with tied groups out, and with them in")
}

private func propertySubject(_ property: Property, in language: Language) -> String {
  let say = language.say
  return switch property {
  case .quota: say("chương trình", "programs")
  case .eligibility: say("nguyện vọng", "wishes")
  case .nobodyPassedOver: say("nguyện vọng không được nhận", "wishes turned away")
  case .cutoffs: say("nguyện vọng được nhận và không được nhận", "wishes seated and turned away")
  case .ties:
    say("nguyện vọng không được nhận và học sinh chờ hội đồng", "wishes turned away, and applicants tied")
  case .reservations:
    say("chỗ ở chương trình có chỉ tiêu theo đối tượng", "seats of programs with reservations")
  case .phases: say("nguyện vọng ở các lượt xét trước", "wishes in earlier phases")
  case .onePlace, .everyoneAccounted: say("học sinh", "applicants")
  case .waitingLists, .ranks: say("nguyện vọng đủ điều kiện", "eligible wishes")
  }
}

/// What a property of the class lists promises, in one sentence.
public func propertySentence(_ property: PlacementProperty, in language: Language) -> String {
  let say = language.say
  return switch property {
  case .everyoneAccountedFor:
    say(
      "Học sinh nào cũng có đúng một lớp, hoặc được nêu tên với lý do chưa có lớp.",
      "Everybody has one class, or is named with the reason why not.")
  case .withinCapacity: say("Không lớp nào vượt sĩ số tối đa.", "No class is above its capacity.")
  case .choicesRespected:
    say(
      "Không ai học lớp có ngoại ngữ hoặc tổ hợp mình không chọn, hay lớp không nhận diện bán trú của mình.",
      "Nobody sits in a class of a language or combo not chosen, or that its boarding excludes.")
  case .combosByScore:
    say(
      "Chỗ ở tổ hợp được chọn trước thuộc về người có điểm cao hơn.",
      "Seats of a combo ranked higher go to the higher scores.")
  case .noSeatWasted:
    say(
      "Không ai thiếu lớp khi còn có thể xếp chỗ trong tổ hợp của mình.",
      "Nobody is without a class while moving others within their combos would make room.")
  case .evenSizes:
    say(
      "Sĩ số các lớp chênh nhau nhiều nhất một, trong phạm vi sĩ số và lựa chọn cho phép.",
      "Class sizes differ by at most one, as far as capacities and choices allow.")
  case .modeKept:
    say("Xếp đúng cách mà trường đã chọn.", "The classes follow the mode that the school chose.")
  }
}

/// What is counted when a property of the class lists is checked.
public func propertySubject(_ property: PlacementProperty, in language: Language) -> String {
  let say = language.say
  return switch property {
  case .everyoneAccountedFor, .choicesRespected, .combosByScore: say("học sinh", "children")
  case .noSeatWasted: say("học sinh chưa có lớp", "children without a class")
  case .withinCapacity, .evenSizes, .modeKept: say("lớp", "classes")
  }
}
