public import Admission
public import Rounds

/// Why somebody has no place, or no place here, in a parent's words.
///
/// - Parameters:
///   - score: the child's own score as it is printed, where a score was compared.
///   - cutoff: the cut-off it was compared with.
public func reasonText(
  _ reason: ReasonCode, score: String? = nil, cutoff: String? = nil, in language: Language
) -> String {
  func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
  return switch reason {
  case .withdrawn: say("Đã rút hồ sơ", "The application was withdrawn")
  case .wishNotTaken: say("Chương trình không nhận nguyện vọng này", "The program does not take this wish")
  case .wrongGroup:
    say("Nguyện vọng ghi nhầm nhóm (chuyên hoặc thường)", "The wish stands in the wrong group of columns")
  case .age: say("Ngày sinh không thuộc độ tuổi tuyển", "Born outside the years admitted")
  case .outOfZone: say("Không thuộc tuyến tuyển sinh của trường", "Outside the school's zones")
  case .missingMark:
    say("Thiếu kết quả học tập hoặc điểm dùng để xét", "A mark needed for the score is missing")
  case .noConversion:
    say(
      "Kết quả học tập, rèn luyện không có trong bảng quy đổi",
      "The conversion table lacks the record's words")
  case .absent: say("Vắng thi", "Absent from a paper")
  case .failingMark: say("Có bài bị điểm liệt", "A mark at or below the failing mark")
  case .violation: say("Vi phạm quy chế thi", "Broke the rules of the examination")
  case .noProgramScore: say("Trường không chấm điểm xét cho hồ sơ này", "The school gave no points")
  case .belowMinimum: say("Điểm xét dưới mức tối thiểu", "Below the minimum score")
  case .belowCutoff: belowCutoff(score, cutoff, say)
  case .noSeats: say("Chương trình không có chỉ tiêu", "The program has no seats")
  case .otherWish: say("Đã trúng tuyển ở nguyện vọng khác", "Admitted at another wish")
  case .heldRow: say("Hồ sơ có lỗi đang chờ sửa", "A row of the application has an error")
  case .personDisagrees:
    say("Các mã định danh chỉ hai học sinh khác nhau", "The identifiers name two children")
  case .differentWishes:
    say("Hai hồ sơ có nguyện vọng khác nhau, chờ thống nhất", "Two applications with different wishes")
  case .twoSourceSchools:
    say("Hai trường cùng nhận là học sinh của mình", "Two schools name the child their own")
  case .tie:
    say("Bằng điểm ở chỗ cuối cùng, chờ hội đồng xét", "An exact tie at the last seat, left to the council")
  }
}

private func belowCutoff(_ score: String?, _ cutoff: String?, _ say: (String, String) -> String) -> String {
  guard let score, let cutoff else {
    return say("Xếp sau người trúng tuyển cuối cùng", "Behind the last one admitted")
  }
  guard score != cutoff else {
    return say(
      "Điểm xét \(score) bằng điểm chuẩn nhưng xếp sau theo tuyến hoặc tiêu chí phụ",
      "The score \(score) equals the cut-off; zone or tie-breaks decided")
  }
  return say("Điểm xét \(score), điểm chuẩn \(cutoff)", "Score \(score), cut-off \(cutoff)")
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
