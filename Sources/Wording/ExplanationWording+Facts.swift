import Admission
import Rounds
import Tables

/// What keeps a child out besides a score, with the child's own facts beside what is asked.
extension TerminalWording {
  /// The numbers and names in the sentence about why a wish does not compete.
  func shortfall(_ wish: WishExplanation, _ plan: ProgramPlan) -> Shortfall? {
    switch (wish.reason, wish.unmet) {
    case (.belowMinimum, _): plan.minimum.map { .score(own: text(wish.score), cutoff: text($0)) }
    case (.wishNotTaken, _): .takes(plan.wishes.map { wishName($0, like: wish) })
    case (_, .age(let born?, _)): .born(born.text, from: plan.bornFrom?.text, to: plan.bornTo?.text)
    case (_, .papers(let papers)): .papers(papers.names)
    default: nil
    }
  }

  /// What is told after that sentence, and what would have been needed.
  func unmet(_ unmet: WishExplanation.Unmet, _ plan: ProgramPlan) -> [String] {
    switch unmet {
    case .age(let born, let exempt): [neededAge(born, exempt, plan)].compactMap { $0 }
    case .zone(let zone): residence(zone) + areas(zone)
    case .papers(let papers): noted(papers) + [neededPapers(papers)]
    }
  }

  private func neededAge(_ born: Day?, _ exempt: [String], _ plan: ProgramPlan) -> String? {
    guard let days = bornText(from: plan.bornFrom?.text, to: plan.bornTo?.text, in: language) else {
      return nil
    }
    let needed =
      born == nil
      ? say("ngày sinh ghi rõ, \(days)", "a birth date, \(days)")
      : say("ngày sinh trong khoảng đó", "a birth date among these")
    let names = exempt.joined(separator: ", ")
    return names.isEmpty
      ? say("Cần: \(needed).", "Needed: \(needed).")
      : say(
        "Cần: \(needed), hoặc thuộc diện được lệch tuổi: \(names).",
        "Needed: \(needed), or a claim that frees from it: \(names).")
  }

  private func residence(_ zone: ZoneFacts) -> [String] {
    let unknown = say("chưa ghi", "not given")
    func place(_ residence: ZoneFacts.Residence) -> String {
      let parts = [residence.hamlet, residence.commune].filter { !$0.isEmpty }
      return parts.isEmpty ? unknown : parts.joined(separator: ", ")
    }
    let school = zone.sourceSchool.isEmpty ? unknown : zone.sourceSchool
    return [
      say(
        "Của em – thường trú: \(place(zone.permanent)); nơi ở hiện tại: \(place(zone.current)); trường cuối cấp: \(school).",
        "The child's – permanent residence: \(place(zone.permanent)); current: \(place(zone.current)); source school: \(school)."
      )
    ]
  }

  /// So many areas are listed.
  private static let listed = 8

  private func areas(_ zone: ZoneFacts) -> [String] {
    guard !zone.areas.isEmpty else {
      return [
        say(
          "Nơi này xét theo tuyến nhưng chưa khai địa bàn nào, nên chưa em nào đủ điều kiện.",
          "This program is zoned and has no zones yet, so nobody is eligible.")
      ]
    }
    var lines = [say("Nơi này nhận:", "Taken here are:")]
    lines += zone.areas.prefix(TerminalWording.listed).map { "- " + area($0) }
    let more = zone.areas.count - TerminalWording.listed
    if more > 0 { lines.append(say("- và \(more) địa bàn khác", "- and \(more) more areas")) }
    let needed = say(
      "Cần: thuộc một trong các địa bàn đó, hoặc được trường cuối cấp ghi nơi này là trường đúng tuyến.",
      "Needed: to belong to one of these, or to be routed here by the source school.")
    return lines + [needed]
  }

  private func area(_ area: ZoneFacts.Area) -> String {
    var parts: [String] = []
    if !area.commune.isEmpty || !area.hamlets.isEmpty {
      let hamlets = area.hamlets.joined(separator: ", ")
      let place =
        area.commune.isEmpty
        ? hamlets : hamlets.isEmpty ? area.commune : "\(area.commune) (\(hamlets))"
      parts.append(residence(area.basis) + place)
    }
    if !area.sourceSchool.isEmpty {
      parts.append(say("học sinh của \(area.sourceSchool)", "leavers of \(area.sourceSchool)"))
    }
    if parts.isEmpty { parts.append(say("mọi em", "everybody")) }
    return say("tuyến \(area.tier): ", "tier \(area.tier): ") + parts.joined(separator: say(" và ", " and "))
  }

  private func residence(_ basis: ZoneFacts.Basis) -> String {
    switch basis {
    case .permanent: say("thường trú ở ", "permanent residence in ")
    case .current: say("nơi ở hiện tại ở ", "living in ")
    case .both: say("thường trú và đang ở ", "permanent residence in, and living in, ")
    case .either, .sourceSchool: say("thường trú hoặc đang ở ", "permanent residence in, or living in, ")
    }
  }

  private func noted(_ papers: LackingPapers) -> [String] {
    guard let last = papers.note.last else { return [] }
    // A note that is a sentence has its own end.
    let note = papers.note + (".!?…".contains(last) ? "" : ".")
    return [say("Trường ghi: \(note)", "The school notes: \(note)")]
  }

  private func neededPapers(_ papers: LackingPapers) -> String {
    let names = papers.names.joined(separator: ", ")
    return names.isEmpty
      ? say(
        "Cần: nộp đủ hồ sơ bắt buộc và được trường duyệt đạt.",
        "Needed: the required documents, passed by the school.")
      : say(
        "Cần: nộp bổ sung \(names) và được trường duyệt đạt.",
        "Needed: \(names), passed by the school.")
  }

  /// What the council concluded of a child.
  func text(_ ruling: CouncilRuling?) -> String {
    guard let ruling else { return say("hội đồng không có kết luận riêng", "no ruling of the council") }
    let word =
      switch ruling.ruling {
      case .admit(order: let order?): say("nhận, thứ tự \(order)", "admit, number \(order)")
      case .admit(order: nil): say("nhận", "admit")
      case .refuse: say("không nhận", "refuse")
      }
    let reason = ruling.reason.isEmpty ? "" : ", " + ruling.reason
    return say(
      "hội đồng kết luận \(word) (biên bản số \(ruling.minutes)\(reason))",
      "the council rules: \(word) (minutes no. \(ruling.minutes)\(reason))")
  }
}
