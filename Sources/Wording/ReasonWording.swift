public import Admission

/// Why a wish cannot compete, in a parent's words; empty where it can.
public func reasonText(_ verdict: Verdict, in language: Language) -> String {
  func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
  return switch verdict {
  case .eligible: ""
  case .withdrawn: say("Đã rút hồ sơ", "The application was withdrawn")
  case .held: say("Hồ sơ đang được giữ lại để kiểm tra", "The application is held for checking")
  case .wishNotTaken: say("Chương trình không nhận nguyện vọng này", "The program does not take this wish")
  case .wrongGroup:
    say("Nguyện vọng ghi nhầm nhóm (chuyên hoặc thường)", "The wish stands in the wrong group of columns")
  case .age: say("Ngày sinh không thuộc độ tuổi tuyển", "Born outside the years admitted")
  case .outOfZone: say("Không thuộc tuyến tuyển sinh của trường", "Outside the school's zones")
  case .missingMark: say("Thiếu kết quả học tập hoặc điểm dùng để xét", "A mark needed for the score is missing")
  case .noConversion:
    say("Kết quả học tập, rèn luyện không có trong bảng quy đổi", "The conversion table lacks the record's words")
  case .absent: say("Vắng thi", "Absent from a paper")
  case .failingMark: say("Có bài bị điểm liệt", "A mark at or below the failing mark")
  case .violation: say("Vi phạm quy chế thi", "Broke the rules of the examination")
  case .noProgramScore: say("Trường không chấm điểm xét cho hồ sơ này", "The school gave no points")
  case .belowMinimum: say("Điểm xét dưới mức tối thiểu", "Below the minimum score")
  }
}

/// What a status is called.
public func statusName(_ status: Status, in language: Language) -> String {
  func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
  return switch status {
  case .admitted: say("Trúng tuyển", "Admitted")
  case .waiting: say("Chờ xét bổ sung", "Waiting")
  case .notAdmitted: say("Không trúng tuyển", "Not admitted")
  case .ineligible: say("Không đủ điều kiện", "Ineligible")
  case .held: say("Đang giữ lại", "Held")
  }
}
