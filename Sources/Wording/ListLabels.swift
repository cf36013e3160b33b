extension ListWording {
  /// The columns of lists.
  public enum Label: String, Sendable, CaseIterable {
    case number, personalId, moetId, examNo, applicationNo, fullName, birthDate, gender
    case sourceSchool, sourceClass, formerClass, phone, address, priorities
    case program, wish, tier, score, rank, waitingPlace, className, status, admittedTo, reason
    case school, quota, applicants, admitted, female, seatsLeft, waiting, refused, ineligible, held, cutoff
    case studentCode, feeCode, feeName, period, unitPrice, quantity, discount, amount, due, transferText, note
  }

  /// What the header says.
  public func label(_ label: Label) -> String {
    switch label {
    case .number: say("STT", "No.")
    case .personalId: say("Số định danh cá nhân", "Personal id")
    case .moetId: say("Mã định danh Bộ GD&ĐT", "Ministry id")
    case .examNo: say("Số báo danh", "Exam no.")
    case .applicationNo: say("Mã hồ sơ", "Application no.")
    case .fullName: say("Họ và tên", "Full name")
    case .birthDate: say("Ngày sinh", "Birth date")
    case .gender: say("Giới tính", "Gender")
    case .sourceSchool: say("Trường cuối cấp", "Source school")
    case .sourceClass: say("Lớp", "Class")
    case .formerClass: say("Lớp cũ", "Former class")
    case .phone: say("Điện thoại", "Phone")
    case .address: say("Nơi thường trú", "Address")
    case .priorities: say("Diện ưu tiên", "Priorities")
    case .program: say("Chương trình", "Program")
    case .wish: say("Nguyện vọng", "Wish")
    case .tier: say("Tuyến", "Tier")
    case .score: say("Điểm xét", "Score")
    case .rank: say("Xếp hạng", "Rank")
    case .waitingPlace: say("Thứ tự chờ", "Place in line")
    case .className: say("Xếp vào lớp", "Class")
    case .status: say("Kết quả", "Result")
    case .admittedTo: say("Trúng tuyển vào", "Admitted to")
    case .reason: say("Lý do", "Reason")
    case .school: say("Trường", "School")
    case .quota: say("Chỉ tiêu", "Quota")
    case .applicants: say("Lượt đăng ký", "Applications")
    case .admitted: say("Trúng tuyển", "Admitted")
    case .female: say("Trong đó nữ", "Girls")
    case .seatsLeft: say("Còn chỗ", "Seats left")
    case .waiting: say("Chờ xét bổ sung", "Waiting")
    case .refused: say("Không trúng tuyển", "Not admitted")
    case .ineligible: say("Không đủ điều kiện", "Ineligible")
    case .held: say("Đang giữ lại", "Held")
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
    case .note: say("Ghi chú", "Note")
    }
  }

  /// A boy.
  public var male: String { say("Nam", "Male") }
  /// A girl.
  public var female: String { say("Nữ", "Female") }
}
