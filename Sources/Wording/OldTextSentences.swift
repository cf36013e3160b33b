/// A text that may be in an old encoding; of the first of a column how many there are. `hint` asks what it may be.
func oldTextSentence(
  _ value: String, _ facts: [String: String], _ hint: String, in language: Language
) -> String {
  let encoding = encodingText(facts["encoding"] ?? "", in: language)
  guard let count = facts["count"], !count.isEmpty else {
    return language.say(
      "Ô này trông như chữ \(encoding): \(value).\(hint) Hãy chuyển sang Unicode rồi gửi lại.",
      "This cell looks like \(encoding): \(value).\(hint) Convert it to Unicode and send the file again.")
  }
  return language.say(
    "Cột này có \(count) ô trông như chữ \(encoding): \(value).\(hint) Hãy chuyển sang Unicode (ví dụ bằng UniKey) rồi gửi lại.",
    "\(count) cells of this column look like \(encoding): \(value).\(hint) Convert them to Unicode and send the file again."
  )
}
