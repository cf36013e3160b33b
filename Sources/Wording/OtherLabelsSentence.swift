/// A row of data below labels in another order than those of its table.
func belowOtherLabelsSentence(_ facts: [String: String], in language: Language) -> String {
  let row = facts["otherRow"] ?? ""
  return language.say(
    "Dòng này đứng dưới một dòng tiêu đề khác (dòng \(row)), có các cột theo thứ tự khác với đầu bảng, nên chưa được nhận. Hãy chuyển danh sách ấy sang một trang riêng rồi gửi lại.",
    "This row stands below another row of labels (row \(row)), whose columns stand in another order than those of the table: it is not taken. Move that list to a sheet of its own and send it again."
  )
}

/// Rows of data above the labels of their table: of a list above it, or of its own.
func aboveLabelsSentence(_ facts: [String: String], isError: Bool, in language: Language) -> String {
  let (count, list, header) = (facts["rows"] ?? "", facts["list"] ?? "", facts["headerRow"] ?? "")
  let labels = facts["otherRow"] ?? ""
  return switch (labels.isEmpty, isError) {
  case (true, true):
    language.say(
      "Có \(count) dòng (\(list)) trông như dữ liệu nhưng đứng phía trên dòng tiêu đề (dòng \(header)), có thể do khi sắp xếp, dòng tiêu đề đã bị xếp lẫn vào dữ liệu. Để không bỏ sót các dòng ấy, bảng chưa được nhận. Hãy chuyển dòng tiêu đề lên trên các dòng ấy (hoặc xóa các dòng ấy, nếu không phải dữ liệu) rồi gửi lại.",
      "\(count) rows (\(list)) look like data and stand above the labels (row \(header)): perhaps these were sorted among the rows. So that none of them is left out, the table is not taken. Move the labels above these rows (or remove them, if they are no data) and send it again."
    )
  case (true, false):
    language.say(
      "Có \(count) dòng (\(list)) đứng phía trên dòng tiêu đề (dòng \(header)) nên không được đọc. Nếu đó là dữ liệu, hãy chuyển dòng tiêu đề lên trên các dòng ấy rồi gửi lại; nếu không, không cần sửa.",
      "\(count) rows (\(list)) stand above the labels (row \(header)) and were not read. If they are data, move the labels above them and send it again; if not, nothing needs mending."
    )
  case (false, false):
    language.say(
      "Có \(count) dòng (\(list)) nằm dưới một dòng tiêu đề khác (dòng \(labels)), phía trên bảng này, nên không được đọc. Nếu đó là dữ liệu cần gửi, hãy đưa vào bảng này, dưới dòng tiêu đề (dòng \(header)), rồi gửi lại; nếu không, không cần sửa.",
      "\(count) rows (\(list)) stand below other labels (row \(labels)), above this table, and were not read. If they are to be sent, put them into this table, below its labels (row \(header)), and send it again; if not, nothing needs mending."
    )
  case (false, true):
    language.say(
      "Trang có nhiều bảng: \(count) dòng (\(list)) nằm dưới dòng tiêu đề khác (dòng \(labels)), phía trên dòng tiêu đề của bảng này (dòng \(header)). Để không bỏ sót các dòng ấy, chưa bảng nào được nhận. Hãy gộp thành một bảng dưới một dòng tiêu đề, hoặc lưu dạng Excel, mỗi bảng một trang; nếu bảng trên chỉ để tham khảo thì xóa đi; rồi gửi lại.",
      "There are several tables here: \(count) rows (\(list)) stand below other labels (row \(labels)), above those of this table (row \(header)). So that none of them is left out, no table is taken. Put them together below one row of labels, or save them as .xlsx, each on a sheet of its own; if the upper one is only to be looked at, remove it; then send it again."
    )
  }
}
