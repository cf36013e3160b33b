/// Some records of a text file have more fields than the header, blank ones at the end.
func surplusSentence(_ facts: [String: String], in language: Language) -> String {
  let rows = facts["rows"] ?? ""
  return language.say(
    "Có \(rows) dòng nhiều ô hơn dòng tiêu đề, ô thừa ở cuối để trống (đây là dòng đầu tiên). Nếu một số có dấu phẩy (ví dụ 8,5) bị tách thành hai ô thì các giá trị sau đó đã lệch cột: hãy đặt số đó trong ngoặc kép rồi gửi lại. Nếu không, không cần sửa.",
    "\(rows) rows have more cells than the header, blank ones at the end (this is the first). If a number with a comma (8,5) was parted into two cells, all behind it has shifted: put it in quotes and send the file again. If not, nothing needs mending."
  )
}

/// A record of a text file has more fields than the header, and something stands in them.
func raggedSentence(_ value: String, in language: Language) -> String {
  language.say(
    "Dòng này có nhiều ô hơn dòng tiêu đề (thừa \(value)), có thể do dấu phân cách nằm trong một ô. Hãy lưu lại dạng Excel (.xlsx), hoặc đặt ô đó trong ngoặc kép; nếu là một cột riêng, hãy ghi tên cột.",
    "The row has more cells than the header (\(value) is left over): perhaps a separator stands within a value. Save the table as .xlsx, or put that value in quotes; if it is a column of its own, give it a label."
  )
}

/// The numbers of a column are parted at their comma in all records; `value` is the first of them.
func partedSentence(_ value: String, _ facts: [String: String], in language: Language) -> String {
  let (label, part) = (facts["label"] ?? "", facts["other"] ?? "")
  return language.say(
    "Ở mọi dòng, số có dấu phẩy trong cột này (dòng đầu là \(value)) đã bị tách thành hai ô, nên các cột sau đó lệch đi (cột «\(label)» thành «\(part)»); bảng chưa được nhận. Hãy lưu lại dạng Excel (.xlsx), hoặc đặt các số đó trong ngoặc kép, rồi gửi lại.",
    "In all rows the number with a comma in this column (the first is \(value)) was parted into two cells, and all columns behind it have shifted («\(label)» has «\(part)»): the table is not taken. Save it as .xlsx, or put these numbers in quotes, and send it again."
  )
}
