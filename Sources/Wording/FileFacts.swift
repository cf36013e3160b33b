import Tables

// What the words are called that say what is wrong with a file as a whole, or with a sheet.

/// What is damaged, as the second half of a sentence.
func damageText(_ detail: String, in language: Language) -> String {
  let say = language.say
  return switch FileDamage(rawValue: detail) {
  case .container: say("tệp nén bị hỏng", "its container is damaged")
  case .packing:
    say(
      "có phần bên trong được nén theo cách Excel không dùng",
      "a part is packed in a way that Excel never uses")
  case .partName: say("tên phần bên trong chỉ ra ngoài tệp", "the name of a part leads out of the file")
  case .twoParts: say("có hai phần bên trong trùng tên", "two parts of it have one name")
  case .overlap: say("các phần bên trong chồng lên nhau", "parts of it lie over each other")
  case .behindEnd:
    say("có dữ liệu thừa phía sau phần cuối của tệp", "something stands behind the end of its container")
  case .size: say("kích thước phần bên trong khác với tệp ghi", "a part is not as long as the file says")
  case .checksum: say("nội dung bị sai lệch khi chép", "its content changed while it was copied")
  case .xml: say("nội dung bên trong bị hỏng", "a part of it is not valid")
  case .missingPart: say("thiếu phần bên trong", "a part of it is missing")
  case .records: say("dữ liệu bên trong bị hỏng hoặc thiếu", "a record inside it is damaged")
  case .address: say("địa chỉ ô bị sai", "a cell has no valid address")
  case .sharedText: say("bảng chữ bị hỏng", "its table of texts is damaged")
  case nil: say("tệp bị hỏng", "it is damaged")
  }
}

/// A file that is not the whole of it.
func cutSentence(_ reason: String, in language: Language) -> String {
  let say = language.say
  return switch FileCut(rawValue: reason) {
  case .zeros:
    say(
      "Tệp mới được dành chỗ, chưa chép xong: có đoạn chỉ toàn số 0 thay cho dữ liệu. Hãy chép lại cho đủ rồi gửi lại.",
      "The file has its place, but its copy did not finish: zeros stand where data should. Copy it again in full."
    )
  case .quote:
    say(
      "Dấu ngoặc kép mở ở ô này không được đóng trước khi sang dòng khác hay hết tệp: thừa dấu ngoặc kép, hoặc tệp thiếu phần cuối. Hãy sửa dấu ngoặc kép (dấu ngoặc kép bên trong ô phải viết hai lần) hoặc chép lại cho đủ rồi gửi lại.",
      "The quote that is opened here is not closed before other rows begin or the file ends: it is one too many, or the end of the file is missing. Correct the quote (one inside a value is written twice), or copy the file again in full."
    )
  case .page:
    say(
      "Tệp này là một trang web (HTML) không có phần kết thúc, có thể do bị cắt ngang. Hãy chép lại cho đủ rồi gửi lại; nếu vẫn vậy, hãy mở bằng Excel, xem có đủ dòng, lưu lại dạng .xlsx rồi gửi tệp đó.",
      "The file is a web page (HTML) without its end: perhaps it was cut off. Copy it again in full; if that does not help, open it in Excel, see that no row is missing, and send it saved as .xlsx."
    )
  case nil:
    say(
      "Tệp có vẻ bị cắt ngang (thiếu phần cuối). Hãy chép lại cho đủ rồi gửi lại.",
      "The file looks cut off (its end is missing). Copy it again in full.")
  }
}

/// Why a sheet gave no table.
func sheetIgnoredSentence(_ content: String, in language: Language) -> String {
  let say = language.say
  return switch SheetContent(rawValue: content) {
  case .chart:
    say(
      "Trang này là biểu đồ, không có bảng, nên được bỏ qua.",
      "The sheet is a chart, without a table: left out.")
  case .dialog:
    say(
      "Trang này là hộp thoại của Excel, không có bảng, nên được bỏ qua.",
      "The sheet is a dialog of Excel, without a table: left out.")
  case .macros:
    say(
      "Trang này chỉ có macro, không có bảng, nên được bỏ qua; macro không được chạy.",
      "The sheet has macros alone, without a table: left out, and nothing of it was run.")
  case .persons:
    say(
      "Trang này trông như một danh sách học sinh nhưng không có dòng tiêu đề quen thuộc nên chưa đọc được. Nếu là danh sách cần gửi, hãy ghi tên các cột ở dòng đầu; nếu không, hãy xóa trang này; rồi gửi lại.",
      "The sheet looks like a list of students and has no known header: it was not read. If it is a list to send, write the labels of its columns into its first row, else remove the sheet; and send it again."
    )
  case nil:
    say(
      "Trang này không có dòng tiêu đề quen thuộc nên được bỏ qua.",
      "No known header: the sheet was left out.")
  }
}

/// A table that is not read yet: nobody is asked to mend it.
func unreadTableSentence(_ kind: String, in language: Language) -> String {
  let say = language.say
  let name =
    switch UnreadTable(rawValue: kind) {
    case .classRequests: say("Đề nghị xếp lớp", "class requests")
    case .exemptions: say("Miễn giảm", "exemptions")
    case .feeChoices: say("Đăng ký khoản thu", "fee choices")
    case .schoolRounds: say("Đợt tuyển sinh của trường", "rounds of a school")
    case nil: say("khác", "of another kind")
    }
  return say(
    "Đây là bảng «\(name)», chương trình chưa xử lý loại bảng này nên chưa dùng đến. Bảng không có gì sai, không phải sửa hay gửi lại; hãy cứ làm việc này như hiện nay.",
    "This is a table «\(name)», which the program does not use yet. Nothing is wrong with it, and nothing needs to be sent again; do this as you do now."
  )
}

/// A format that is not read, and what to send instead.
func formatSentence(_ format: String, in language: Language) -> String {
  let say = language.say
  return switch format {
  case "pdf":
    say(
      "Tệp PDF không đọc được thành bảng. Hãy gửi tệp Excel (.xlsx) hoặc CSV gốc.",
      "A PDF is not read. Send the Excel (.xlsx) or CSV file that it was made from.")
  case "binary":
    say(
      "Tệp này không phải bảng tính hay văn bản CSV. Hãy gửi tệp Excel (.xlsx) hoặc CSV.",
      "This is neither a spreadsheet nor a CSV. Send an Excel (.xlsx) or CSV file.")
  case "page":
    say(
      "Đây là trang web không có bảng nào (có thể là trang đăng nhập hoặc báo lỗi). Hãy xuất lại danh sách ra Excel (.xlsx) rồi gửi tệp đó.",
      "This is a web page without a table, perhaps one to sign in on. Export the list again as .xlsx and send that."
    )
  case "image":
    say(
      "Tệp ảnh không đọc được thành bảng. Hãy gửi tệp Excel (.xlsx) hoặc CSV gốc.",
      "A picture is not read. Send the Excel (.xlsx) or CSV file that it was made from.")
  case "xls":
    say(
      "Đây là tệp của Excel 95 hoặc cũ hơn. Hãy mở bằng Excel, chọn «Lưu thành» dạng .xlsx rồi gửi lại.",
      "This is a workbook of Excel 95 or older. Open it in Excel, save as .xlsx and send it again.")
  case "ods":
    say(
      "Đây là bảng tính của LibreOffice (.ods). Hãy chọn «Lưu thành» dạng Excel (.xlsx) rồi gửi lại.",
      "This is a LibreOffice spreadsheet (.ods). Save it as .xlsx and send that.")
  case "numbers":
    say(
      "Đây là bảng tính Numbers của Apple. Hãy chọn «Xuất sang Excel» (.xlsx) rồi gửi lại.",
      "This is an Apple Numbers spreadsheet. Export it to Excel (.xlsx) and send that.")
  case "xlsb":
    say(
      "Đây là tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel, chọn «Lưu thành» dạng .xlsx rồi gửi lại.",
      "This is a binary workbook (.xlsb). Open it in Excel, save as .xlsx and send it again.")
  case "mht":
    say(
      "Đây là trang web lưu thành một tệp. Hãy mở bằng Excel, chọn «Lưu thành» dạng .xlsx rồi gửi lại.",
      "This is a web page saved as one file. Open it in Excel, save as .xlsx and send it again.")
  case "archive":
    say(
      "Đây là tệp nén. Hãy giải nén rồi gửi từng tệp .xlsx hoặc .csv.",
      "This is an archive. Unpack it and send each .xlsx or .csv file.")
  case "document":
    say(
      "Đây là tệp văn bản (Word). Hãy chép bảng sang Excel, lưu dạng .xlsx rồi gửi lại.",
      "This is a text document. Copy its table to Excel, save as .xlsx and send that.")
  default:
    say(
      "Không đọc được định dạng \(format). Hãy mở bằng Excel, chọn «Lưu thành» dạng .xlsx rồi gửi lại.",
      "The format \(format) is not read. Open it in Excel, save as .xlsx and send it again.")
  }
}
