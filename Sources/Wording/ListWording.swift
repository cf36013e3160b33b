/// The fixed words of printed lists: titles, notices, closing lines and
/// signature blocks, as Vietnamese offices write them (the order of a document
/// follows Decree 30/2020/NĐ-CP, Appendix I).
public struct ListWording: Sendable {
  /// The language of what schools and offices read.
  public var language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  private func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

  // MARK: Above and below every list

  /// The national title, first line.
  public var nation: String { say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM") }
  /// The national title, second line.
  public var motto: String { say("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness") }
  /// The decision that a list belongs to, with blanks to fill in.
  public var decision: String {
    say(
      "(Kèm theo Quyết định số ……/QĐ-…… ngày …… tháng …… năm ……)",
      "(Attached to Decision No. ……/QĐ-…… of …… / …… / ……)")
  }
  /// On every list until it is official.
  public var provisional: String { say("DỰ KIẾN – CHƯA CÔNG BỐ", "PROVISIONAL – NOT PUBLISHED") }
  /// On every list that is not for posting.
  public var internalUse: String {
    say("NỘI BỘ – có dữ liệu cá nhân trẻ em", "INTERNAL – contains personal data of children")
  }
  /// Of a department that did not list itself.
  public var department: String { say("Sở Giáo dục và Đào tạo", "Department of Education") }
  /// The sheet of applicants whom no source school knows.
  public var unknownToSource: String { say("Không có ở trường cuối cấp", "Unknown to any school") }
  /// Before the page number at the foot of a page.
  public var page: String { say("Trang", "Page") }
  /// Left signature block.
  public var clerk: String { say("NGƯỜI LẬP BIỂU", "PREPARED BY") }
  /// Right signature block.
  public var headOfSchool: String { say("HIỆU TRƯỞNG", "PRINCIPAL") }
  /// Below either.
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

  /// One line that sums a round up.
  public func totals(applicants: Int, quota: Int, admitted: Int, waiting: Int) -> String {
    say(
      "\(applicants) học sinh đăng ký, \(quota) chỉ tiêu, \(admitted) trúng tuyển, \(waiting) chờ xét bổ sung",
      "\(applicants) applicants, \(quota) seats, \(admitted) admitted, \(waiting) waiting")
  }

  // MARK: Titles

  /// The lists that are printed.
  public enum List: String, Sendable, CaseIterable {
    case registered, admitted, waiting, refused, classList, results, notApplied, summary, fees
  }

  /// In capitals above the list.
  public func title(_ list: List) -> String {
    switch list {
    case .registered: say("DANH SÁCH HỌC SINH ĐĂNG KÝ DỰ TUYỂN", "APPLICANTS")
    case .admitted: say("DANH SÁCH HỌC SINH TRÚNG TUYỂN", "ADMITTED CHILDREN")
    case .waiting: say("DANH SÁCH HỌC SINH CHỜ XÉT BỔ SUNG", "WAITING LIST")
    case .refused: say("DANH SÁCH HỌC SINH KHÔNG TRÚNG TUYỂN", "CHILDREN NOT ADMITTED")
    case .classList: say("DANH SÁCH LỚP", "CLASS LIST")
    case .results: say("KẾT QUẢ TUYỂN SINH CỦA HỌC SINH", "RESULTS OF OUR CHILDREN")
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
    case .notApplied: say("Chưa đăng ký", "Not applied")
    case .summary: say("Tổng hợp", "Summary")
    case .fees: say("Khoản thu", "Fees")
    }
  }

  /// `LỚP 10A1` above a class list.
  public func classTitle(_ name: String) -> String { say("LỚP \(name)", "CLASS \(name)") }
  /// Below the title of a class list.
  public func teacher(_ name: String) -> String { say("Giáo viên chủ nhiệm: \(name)", "Teacher: \(name)") }
  /// Beside the teacher.
  public func room(_ name: String) -> String { say("Phòng học: \(name)", "Room: \(name)") }
  /// The sheet of children without a class.
  public var withoutClass: String { say("Chưa xếp lớp", "Without class") }

  // MARK: Columns

  /// The columns of printed lists.
  public enum Label: String, Sendable, CaseIterable {
    case number, personalId, moetId, examNo, applicationNo, fullName, familyName, givenName, birthDate, gender
    case ethnicity, birthPlace, sourceSchool, sourceClass, wish, score, tier, rank, waitingPlace, program,
      className
    case reason, status, admittedTo, guardian, phone, address, note, female
    case school, quota, applicants, admitted, waiting, refused, ineligible, held, seatsLeft, cutoff
    case studentCode, feeCode, feeName, period, unitPrice, quantity, discount, amount, due, transferText
    case missing, priorities, combo, language
  }

  /// The column's header.
  public func label(_ label: Label) -> String {
    switch label {
    case .number: say("STT", "No.")
    case .personalId: say("Số định danh cá nhân", "Personal id")
    case .moetId: say("Mã định danh Bộ GD&ĐT", "Ministry id")
    case .examNo: say("Số báo danh", "Exam no.")
    case .applicationNo: say("Mã hồ sơ", "Application no.")
    case .fullName: say("Họ và tên", "Full name")
    case .familyName: say("Họ và tên đệm", "Family and middle names")
    case .givenName: say("Tên", "Given name")
    case .birthDate: say("Ngày sinh", "Birth date")
    case .gender: say("Giới tính", "Gender")
    case .ethnicity: say("Dân tộc", "Ethnicity")
    case .birthPlace: say("Nơi sinh", "Birth place")
    case .sourceSchool: say("Trường cuối cấp", "Source school")
    case .sourceClass: say("Lớp", "Class")
    case .wish: say("Nguyện vọng", "Wish")
    case .score: say("Điểm xét", "Score")
    case .tier: say("Tuyến", "Tier")
    case .rank: say("Xếp hạng", "Rank")
    case .waitingPlace: say("Thứ tự chờ", "Place in line")
    case .program: say("Chương trình", "Program")
    case .className: say("Lớp", "Class")
    case .reason: say("Lý do", "Reason")
    case .status: say("Kết quả", "Result")
    case .admittedTo: say("Trúng tuyển vào", "Admitted to")
    case .guardian: say("Người giám hộ", "Guardian")
    case .phone: say("Điện thoại", "Phone")
    case .address: say("Nơi thường trú", "Address")
    case .note: say("Ghi chú", "Note")
    case .female: say("Nữ", "Girls")
    case .school: say("Trường", "School")
    case .quota: say("Chỉ tiêu", "Quota")
    case .applicants: say("Đăng ký", "Applicants")
    case .admitted: say("Trúng tuyển", "Admitted")
    case .waiting: say("Chờ xét bổ sung", "Waiting")
    case .refused: say("Không trúng tuyển", "Not admitted")
    case .ineligible: say("Không đủ điều kiện", "Ineligible")
    case .held: say("Đang giữ lại", "Held")
    case .seatsLeft: say("Còn chỗ", "Seats left")
    case .cutoff: say("Điểm chuẩn", "Cut-off")
    case .studentCode: say("Mã học sinh", "Student code")
    case .feeCode: say("Mã khoản thu", "Fee code")
    case .feeName: say("Tên khoản thu", "Fee")
    case .period: say("Kỳ thu", "Period")
    case .unitPrice: say("Đơn giá", "Unit price")
    case .quantity: say("Số lượng", "Quantity")
    case .discount: say("Miễn giảm", "Reduction")
    case .amount: say("Số phải thu", "Amount due")
    case .due: say("Hạn nộp", "Due")
    case .transferText: say("Nội dung chuyển khoản", "Transfer text")
    case .missing: say("Còn thiếu", "Missing")
    case .priorities: say("Diện ưu tiên", "Priorities")
    case .combo: say("Tổ hợp", "Combo")
    case .language: say("Ngoại ngữ học", "Language")
    }
  }

  /// `Giới tính` of a boy.
  public var male: String { say("Nam", "Male") }
  /// `Giới tính` of a girl.
  public var femaleWord: String { say("Nữ", "Female") }
  /// Before the sums below a summary.
  public var total: String { say("Tổng cộng", "Total") }
}
