/// A moment by another clock, for which it is another day than here: nobody can tell which of the two was meant.
func otherDaySentence(_ value: String, _ written: String, _ here: String, in language: Language) -> String {
  language.say(
    "\(value) ghi theo giờ quốc tế hoặc múi giờ khác: theo giờ đó là ngày \(written), theo giờ Việt Nam là ngày \(here). Hãy ghi lại ngày đúng dạng ngày/tháng/năm.",
    "\(value) is in universal time or that of another zone: \(written) there, and \(here) in Vietnam. Write the right one as day/month/year."
  )
}
