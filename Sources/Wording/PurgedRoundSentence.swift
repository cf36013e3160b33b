/// A file for a round of which retention has removed what it was decided from.
func purgedRoundSentence(_ facts: [String: String], in language: Language) -> String {
  let round = facts["round"] ?? ""
  let state = stateText(facts["state"] ?? "", in: language)
  return language.say(
    "Đợt «\(round)» \(state) và dữ liệu của đợt đã được xóa theo thời hạn lưu giữ, nên đợt không mở lại được; tệp không được dùng. Nếu vẫn cần xét, hãy liên hệ Sở để có đợt mới.",
    "The round «\(round)» is \(state), and what it was decided from was removed, its time being over: it cannot be reopened, and this is not used. If it still has to be decided, ask the department for a new round."
  )
}
