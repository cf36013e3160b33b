/// A moment in universal time that is the next day here: nobody can tell which of the two was meant.
func otherDaySentence(_ value: String, _ written: String, _ here: String, in language: Language) -> String {
  language.say(
    "\(value) ghi theo giờ quốc tế: ở đó là ngày \(written), ở Việt Nam đã là ngày \(here). Hãy ghi lại ngày đúng dạng ngày/tháng/năm.",
    "\(value) is in universal time: \(written) there, and \(here) in Vietnam. Write the right one as day/month/year."
  )
}
