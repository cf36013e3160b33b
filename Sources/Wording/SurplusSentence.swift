/// Some records of a text file have more fields than the header, blank ones at the end.
func surplusSentence(_ facts: [String: String], in language: Language) -> String {
  let rows = facts["rows"] ?? ""
  return language.say(
    "Có \(rows) dòng nhiều ô hơn dòng tiêu đề, ô thừa ở cuối để trống (đây là dòng đầu tiên). Nếu một số có dấu phẩy (ví dụ 8,5) bị tách thành hai ô thì các giá trị sau đó đã lệch cột: hãy đặt số đó trong ngoặc kép rồi gửi lại. Nếu không, không cần sửa.",
    "\(rows) rows have more cells than the header, blank ones at the end (this is the first). If a number with a comma (8,5) was parted into two cells, all behind it has shifted: put it in quotes and send the file again. If not, nothing needs mending."
  )
}
