public import Placement
public import Rounds

/// The fixed words of printed lists: titles, notices, closing lines and
/// signature blocks, as Vietnamese offices write them (the order of a document
/// follows Decree 30/2020/NĐ-CP, Appendix I).
public struct ListWording: Sendable {
  /// Of everything that these words say.
  public var language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  // MARK: Above and below every list

  /// The national title, above the motto.
  public var nation: String { say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM") }
  /// Below the national title.
  public var motto: String { say("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness") }
  /// The decision that the list belongs to, its number to be written by hand.
  public var decision: String {
    say(
      "(Kèm theo Quyết định số ……/QĐ-…… ngày …… tháng …… năm ……)",
      "(Attached to Decision No. ……/QĐ-…… of …… / …… / ……)")
  }
  /// Until a list is official.
  public var provisional: String { say("DỰ KIẾN – CHƯA CÔNG BỐ", "PROVISIONAL – NOT PUBLISHED") }
  /// On every list that is not for posting.
  public var internalUse: String {
    say("NỘI BỘ – có dữ liệu cá nhân trẻ em", "INTERNAL – contains personal data of children")
  }
  /// Of a department that did not list itself.
  public var department: String { say("Sở Giáo dục và Đào tạo", "Department of Education") }
  /// The sheet of applicants whom no source school knows.
  public var unknownToSource: String { say("Không có ở trường cuối cấp", "Unknown to any school") }
  /// The title above it.
  public var unknownToSourceTitle: String {
    say(
      "DANH SÁCH HỌC SINH ĐĂNG KÝ DỰ TUYỂN KHÔNG CÓ TRONG DANH SÁCH CỦA TRƯỜNG CUỐI CẤP",
      "APPLICANTS WHOM NO SOURCE SCHOOL LISTS")
  }
  /// A program without a name of its own, where the school's would say nothing.
  public var ordinaryProgram: String { say("Lớp thường", "Ordinary classes") }
  /// Before the page number at the foot of a page.
  public var page: String { say("Trang", "Page") }
  /// Who made the list.
  public var clerk: String { say("NGƯỜI LẬP BIỂU", "PREPARED BY") }
  /// Who answers for the list.
  public func head(of role: Unit.Role) -> String {
    switch role {
    case .school: say("HIỆU TRƯỞNG", "PRINCIPAL")
    case .department: say("GIÁM ĐỐC", "DIRECTOR")
    case .authority, .portal, .finance: say("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT")
    }
  }
  /// Below who signs.
  public var signHere: String { say("(Ký, ghi rõ họ tên)", "(Signature and full name)") }

  /// `Cần Giuộc, ngày …… tháng …… năm ……`
  public func placeAndDate(_ place: String) -> String {
    say(
      (place.isEmpty ? "……………" : place) + ", ngày …… tháng …… năm ……",
      (place.isEmpty ? "……………" : place) + ", …… / …… / ……")
  }

  /// `Danh sách này có 280 học sinh, trong đó nữ 143 học sinh.`
  public func closing(count: Int, female: Int) -> String {
    say(
      "Danh sách này có \(count) học sinh, trong đó nữ \(female) học sinh.",
      "This list has \(count) children, \(female) of them girls.")
  }

  /// `LỚP 10 NĂM HỌC 2022-2023`, or the round's name where no grade is declared.
  public func campaign(grade: String, round: String, schoolYear: String) -> String {
    let what = grade.isEmpty ? round : grade
    return say("\(what) NĂM HỌC \(schoolYear)", "\(what), SCHOOL YEAR \(schoolYear)").uppercased()
  }

  /// `NV1`, `NV chuyên 2`.
  public func wish(number: Int, special: Bool) -> String {
    special ? say("NV chuyên \(number)", "Special wish \(number)") : say("NV\(number)", "Wish \(number)")
  }

  /// Of a child that was assigned, in place of its wish.
  public var assigned: String { say("Phân bổ", "Assigned") }

  /// By what paper a child was assigned, and why.
  public func assigned(document: String, reason: String) -> String {
    say("Phân bổ theo văn bản \(document): \(reason)", "Assigned by \(document): \(reason)")
  }

  /// Below the summary: how its numbers and cut-offs are to be read.
  public func summaryNotes(withCutoffs: Bool) -> [String] {
    let notes = [
      say(
        "Số liệu trong bảng tính theo lượt: học sinh có nhiều nguyện vọng được đếm ở từng chương trình.",
        "The table counts applications: a child with several wishes counts in each program."),
      say(
        "Điểm chuẩn để trống: không ai đủ điều kiện bị loại vì hết chỉ tiêu; dấu - : không ai trúng tuyển bằng nguyện vọng đó.",
        "A blank cut-off: nobody eligible was turned away; a dash: nobody was admitted by that wish."),
    ]
    return withCutoffs ? notes : [notes[0]]
  }
  /// Below the summary: one line that sums the round up.
  public func totals(
    applicants: Int, quota: Int, admitted: Int, waiting: Int, notAdmitted: Int, ineligible: Int, held: Int
  ) -> String {
    say(
      "Toàn đợt có \(applicants) học sinh đăng ký, \(quota) chỉ tiêu: \(admitted) trúng tuyển, "
        + "\(waiting) chờ xét bổ sung, \(notAdmitted) không trúng tuyển, "
        + "\(ineligible) không đủ điều kiện, \(held) đang giữ lại.",
      "The round has \(applicants) applicants and \(quota) seats: \(admitted) admitted, \(waiting) waiting, "
        + "\(notAdmitted) not admitted, \(ineligible) ineligible, \(held) held.")
  }

  // MARK: Titles

  /// The lists (contract.md 5).
  public enum List: String, Sendable, CaseIterable {
    case registered, admitted, waiting, refused, classList, results, notApplied, summary, fees, unconfirmed
  }

  /// What stands above the list.
  public func title(_ list: List) -> String {
    switch list {
    case .registered: say("DANH SÁCH HỌC SINH ĐĂNG KÝ DỰ TUYỂN", "APPLICANTS")
    case .admitted: say("DANH SÁCH HỌC SINH TRÚNG TUYỂN", "ADMITTED CHILDREN")
    case .waiting: say("DANH SÁCH HỌC SINH CHỜ XÉT BỔ SUNG", "WAITING LIST")
    case .refused: say("DANH SÁCH HỌC SINH KHÔNG TRÚNG TUYỂN", "CHILDREN NOT ADMITTED")
    case .classList: say("DANH SÁCH LỚP", "CLASS LIST")
    case .results: say("KẾT QUẢ TUYỂN SINH CỦA HỌC SINH", "RESULTS OF OUR CHILDREN")
    case .unconfirmed:
      say("DANH SÁCH HỌC SINH TRÚNG TUYỂN CHƯA XÁC NHẬN NHẬP HỌC", "ADMITTED CHILDREN WHO HAVE NOT CONFIRMED")
    case .notApplied: say("DANH SÁCH HỌC SINH CHƯA ĐĂNG KÝ DỰ TUYỂN", "CHILDREN WHO HAVE NOT APPLIED")
    case .summary: say("TỔNG HỢP KẾT QUẢ TUYỂN SINH", "SUMMARY OF THE ROUND")
    case .fees: say("KHOẢN THU", "FEES")
    }
  }

  /// The sheet's name.
  public func sheet(_ list: List) -> String {
    switch list {
    case .registered: say("Đăng ký", "Applicants")
    case .admitted: say("Trúng tuyển", "Admitted")
    case .waiting: say("Chờ xét bổ sung", "Waiting")
    case .refused: say("Không trúng tuyển", "Not admitted")
    case .classList: say("Lớp", "Class")
    case .results: say("Kết quả", "Results")
    case .unconfirmed: say("Chưa xác nhận", "Not confirmed")
    case .notApplied: say("Chưa đăng ký", "Not applied")
    case .summary: say("Tổng hợp", "Summary")
    case .fees: say("Khoản thu", "Fees")
    }
  }

  /// `LỚP 10A1` above a class list.
  public func classTitle(_ name: String) -> String { say("LỚP \(name)", "CLASS \(name)").uppercased() }
  /// Below it; empty where there is no teacher.
  public func teacher(_ name: String) -> String {
    name.isEmpty ? "" : say("Giáo viên chủ nhiệm: \(name)", "Teacher: \(name)")
  }
  /// Likewise.
  public func room(_ name: String) -> String {
    name.isEmpty ? "" : say("Phòng học: \(name)", "Room: \(name)")
  }
  /// Likewise.
  public func shift(_ name: String) -> String {
    name.isEmpty ? "" : say("Buổi học: \(name)", "Shift: \(name)")
  }
  /// The sheet of children without a class.
  public var withoutClass: String { say("Chưa xếp lớp", "Without class") }
}

/// Why an admitted child has no class.
public func unplacedText(_ reason: UnplacedReason, in language: Language) -> String {
  switch (reason, language) {
  case (.full, .vi): "Các lớp phù hợp đã đủ sĩ số"
  case (.full, .en): "Every class that fits is full"
  case (.noClassFits, .vi): "Không có lớp phù hợp với tổ hợp, ngoại ngữ hoặc bán trú đã chọn"
  case (.noClassFits, .en): "No class has the combo, language or boarding chosen"
  }
}
