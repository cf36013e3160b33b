import Audit

/// Which rules are others, and from what to what they changed where that is one value.
extension ChangeWording {
  /// In brackets after «the rules changed»; nothing where none is named.
  func which(_ changes: [RuleChange]) -> String {
    changes.isEmpty ? "" : " (" + changes.map(text).joined(separator: "; ") + ")"
  }

  private func text(_ change: RuleChange) -> String {
    let name = name(of: change.rule)
    guard let before = value(change.before, of: change.rule), let now = value(change.now, of: change.rule)
    else { return name }
    return say("\(name) từ \(before) thành \(now)", "\(name) from \(before) to \(now)")
  }

  private func name(of rule: RuleChange.Rule) -> String {
    switch rule {
    case .method: say("cách xét", "the method")
    case .ties: say("cách xử lý khi bằng điểm", "what becomes of ties")
    case .margins: say("chênh lệch giữa các nguyện vọng", "the margins")
    case .priorityCap: say("mức trần điểm ưu tiên", "the cap on priority")
    case .phase: say("thứ tự xét", "the phase")
    case .reserve: say("số chờ xét bổ sung", "how many may wait")
    case .tieBreaks: say("tiêu chí phụ", "the tie-breaks")
    case .reservations: say("chỗ dành riêng hoặc tối đa", "the reserved seats or caps")
    case .special: say("chọn ở nhóm NV chuyên", "chosen as NV chuyên")
    case .zoned: say("xét theo tuyến", "zones")
    case .scored: say("xét theo điểm", "scores")
    case .noPriority: say("không cộng điểm ưu tiên", "no priority points")
    case .wishes: say("nguyện vọng được nhận", "the wishes taken")
    case .minimum: say("điểm sàn", "the minimum score")
    case .bornFrom: say("sinh từ ngày", "born from")
    case .bornTo: say("sinh đến ngày", "born up to")
    case .ageExempt: say("diện được lệch tuổi", "who may deviate in age")
    case .documents: say("yêu cầu duyệt hồ sơ", "documents to be reviewed")
    case .verifiedOnly: say("chỉ tính diện đã thẩm định", "only verified claims count")
    case .scoring: say("cách tính điểm", "how the score is made")
    case .conversions: say("bảng quy đổi", "the conversions")
    case .priorities: say("diện tuyển thẳng, ưu tiên, khuyến khích", "the priorities and incentives")
    case .zones: say("phân tuyến", "the zones")
    case .papers: say("danh mục hồ sơ phải nộp", "the documents required")
    }
  }

  /// Nil where it is more than one value.
  private func value(_ text: String, of rule: RuleChange.Rule) -> String? {
    switch rule {
    case .tieBreaks, .reservations, .ageExempt, .scoring, .conversions, .priorities, .zones, .papers:
      return nil
    case .method: return method(text)
    case .ties: return ties(text)
    case .special, .zoned, .scored, .noPriority, .documents, .verifiedOnly:
      return text == "true" ? say("có", "yes") : say("không", "no")
    case .wishes:
      return text.isEmpty
        ? say("tất cả", "all")
        : text.split(separator: ";").map { "NV\($0)" }.joined(separator: ", ")
    case .reserve where text.isEmpty: return say("không giới hạn", "no limit")
    case .margins, .priorityCap, .phase, .reserve, .minimum, .bornFrom, .bornTo: return given(text)
    }
  }

  private func method(_ code: String) -> String {
    switch PublishedRules.Method(rawValue: code) {
    case .simultaneous: say("«Xét đồng thời»", "all wishes together")
    case .sequential: say("«Xét hết NV1 mới đến NV2»", "one wish after the other")
    case .margin: say("«Chênh lệch»", "margins")
    case .given: say("«Theo điểm chuẩn cho trước»", "given cut-offs")
    case nil: code
    }
  }

  private func ties(_ code: String) -> String {
    switch PublishedRules.TiePolicy(rawValue: code) {
    case .allIn: say("«Lấy cả nhóm»", "the whole group in")
    case .allOut: say("«Không lấy cả nhóm»", "the whole group out")
    case .lottery: say("«Bốc thăm»", "a lottery")
    case .council: say("«Để hội đồng xét»", "left to the council")
    case nil: code
    }
  }
}
