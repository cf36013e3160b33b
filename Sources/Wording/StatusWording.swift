public import Admission

/// What a status is called.
public func statusName(_ status: Status, in language: Language) -> String {
  let say = language.say
  return switch status {
  case .admitted: say("Trúng tuyển", "Admitted")
  case .waiting: say("Chờ xét bổ sung", "Waiting")
  case .notAdmitted: say("Không trúng tuyển", "Not admitted")
  case .ineligible: say("Không đủ điều kiện", "Ineligible")
  case .held: say("Đang giữ lại", "Held")
  }
}
