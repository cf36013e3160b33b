/// Rows that are hidden and were read: how many there are in a sheet, and which.
func hiddenRowsSentence(_ facts: [String: String], in language: Language) -> String {
  let rows = facts["rows"] ?? ""
  guard !rows.isEmpty, rows != "1" else {
    return language.say(
      "Dòng này đang bị ẩn hoặc lọc vẫn được tính là dữ liệu. Nếu không muốn gửi, hãy xóa hẳn.",
      "This row is hidden or filtered, and was read as data. Delete it if it is not to be sent.")
  }
  let list = facts["list"].map { language.say(" (dòng \($0))", " (rows \($0))") } ?? ""
  return language.say(
    "\(rows) dòng đang bị ẩn hoặc lọc\(list) vẫn được tính là dữ liệu. Nếu không muốn gửi các dòng đó, hãy xóa hẳn.",
    "\(rows) hidden or filtered rows\(list) were read as data. Delete those that are not to be sent.")
}
