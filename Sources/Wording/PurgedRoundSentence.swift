/// A file for a round of which retention has removed what it was decided from.
func purgedRoundSentence(_ facts: [String: String], in language: Language) -> String {
  let round = facts["round"] ?? ""
  let state = stateText(facts["state"] ?? "", in: language)
  return language.say(
    "Đợt «\(round)» \(state) và dữ liệu của đợt đã được xóa theo thời hạn lưu giữ, nên đợt không mở lại được; tệp không được dùng. Nếu vẫn cần xét, hãy liên hệ Sở để có đợt mới.",
    "The round «\(round)» is \(state), and what it was decided from was removed, its time being over: it cannot be reopened, and this is not used. If it still has to be decided, ask the department for a new round."
  )
}

extension TerminalWording {
  /// A round of which retention has removed what it was decided from: its official result stands.
  public func roundPurged(_ round: String) -> String {
    say(
      "dữ liệu của đợt đã được xóa theo thời hạn lưu giữ (retention.finalizedDays) nên không xét lại được; kết quả chính thức giữ nguyên trong các danh sách chinh-thuc-… ở thư mục «\(round)» của từng đơn vị trong Outbox",
      "what it was decided from was removed, its time being over (retention.finalizedDays), and it cannot be decided again; the official result stands in the lists chinh-thuc-… in the folder «\(round)» of each unit in the Outbox"
    )
  }
}
