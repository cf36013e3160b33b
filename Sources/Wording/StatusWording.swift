public import Admission
public import Placement

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

/// Why an admitted child has no class.
public func unplacedText(_ reason: UnplacedReason, in language: Language) -> String {
  switch (reason, language) {
  case (.full, .vi): "Các lớp phù hợp đã đủ sĩ số"
  case (.full, .en): "Every class that fits is full"
  case (.noClassFits, .vi): "Không có lớp phù hợp với tổ hợp, ngoại ngữ hoặc bán trú đã chọn"
  case (.noClassFits, .en): "No class has the combo, language or boarding chosen"
  }
}
