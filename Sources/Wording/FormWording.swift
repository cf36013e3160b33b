/// What the forms of a round say beside their tables.
public struct FormWording: Sendable {
  /// Of everything that these words say.
  public let language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  private func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  /// A workbook of forms.
  public enum Book: Sendable, CaseIterable {
    case setup, seats, roster, rulings, admission, fees, codes
  }

  /// `01-danh-sach-hoc-sinh.xlsx`, in every language: folders are shared.
  public func fileName(_ book: Book, number: Int) -> String {
    let stem =
      switch book {
      case .setup: "khai-bao-dot"
      case .seats: "chi-tieu-phan-tuyen"
      case .roster: "danh-sach-hoc-sinh"
      case .rulings: "ket-luan-dieu-chuyen"
      case .admission: "xet-tuyen-xep-lop"
      case .fees: "khoan-thu"
      case .codes: "ma-hoc-sinh"
      }
    return "0\(number)-\(stem).xlsx"
  }

  /// What people call a workbook.
  public func title(_ book: Book) -> String {
    switch book {
    case .setup: say("Khai báo đợt tuyển sinh", "Setup of a round")
    case .seats: say("Chỉ tiêu và phân tuyến", "Seats and zones")
    case .roster: say("Danh sách học sinh", "Roster")
    case .rulings: say("Kết luận và điều chuyển", "Rulings and assignments")
    case .admission: say("Xét tuyển và xếp lớp", "Admission and classes")
    case .fees: say("Khoản thu", "Fees")
    case .codes: say("Mã học sinh", "Student codes")
    }
  }

  /// The name of the sheet that explains the others.
  public var guide: String { say("Hướng dẫn", "Guide") }
  /// Above it.
  public var guideTitle: String { say("CÁCH ĐIỀN VÀ GỬI BIỂU MẪU NÀY", "HOW TO FILL IN AND SEND THIS FORM") }

  /// How a form is filled in and sent.
  public func steps(unit: String, round: String) -> [String] {
    [
      say(
        "Điền vào các trang trước, mỗi dòng một mục, ngay dưới dòng \(TemplateWording.exampleMark). Dòng \(TemplateWording.exampleMark) không được tính, có thể để lại.",
        "Fill in the sheets before this one, a row for each entry, below the row \(TemplateWording.exampleMark). That row does not count and may stay."
      ),
      say(
        "Cột có dấu (*) phải điền; cột không dùng thì để trống hoặc xóa đi. Ô có danh sách: bấm mũi tên cạnh ô để chọn tên, không cần nhớ mã.",
        "Columns marked (*) must be filled in; others may be left blank or deleted. Where a cell has a list, the arrow beside it offers the names."
      ),
      say(
        "Có thể dán cả bảng từ tệp khác: giữ nguyên tên các cột. Chú thích ở ô tên cột và bảng dưới đây cho biết cách điền từng cột.",
        "A whole table may be pasted from elsewhere: keep the labels. The notes on the labels and the list below say how each column is filled in."
      ),
      say(
        "Không xóa những dòng ghi sẵn ở đầu trang: nhờ đó biết tệp là của đợt nào, trường nào. Trang không dùng thì để trống.",
        "Keep the lines above the table: they say which round and school the file is for. A sheet that is not needed may stay empty."
      ),
      say(
        "Lưu tệp với tên tùy ý, rồi chép vào thư mục Inbox/\(unit)/\(round).",
        "Save the file under any name, and copy it into Inbox/\(unit)/\(round)."),
      say(
        "Biên nhận hiện ra trong Outbox/\(unit)/bien-nhan: dòng đầu cho biết tệp đã được nhận hay chưa và có phải gửi lại không.",
        "A receipt appears in Outbox/\(unit)/bien-nhan: its first line says whether the file is kept and must be sent again."
      ),
    ]
  }

  /// The headers of the list of columns: sheet, column, whether it must be filled in, how, an example.
  /// None is a label that a table knows.
  public var guideLabels: [String] {
    switch language {
    case .vi: ["Ở trang", "Tên của cột", "Có phải điền", "Cách điền", "Ví dụ"]
    case .en: ["On sheet", "Name of the column", "Must be filled", "How to fill it in", "Example"]
    }
  }
}
