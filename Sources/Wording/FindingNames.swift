import TableSchema
import Tables

// What people call what tables refer to, and tables themselves.

/// What a column refers to.
func referenceName(_ kind: String, in language: Language) -> String {
  let say = language.say
  return switch Field.Reference(rawValue: kind) {
  case .school: say("trường", "school")
  case .unit, .member: say("trường hoặc đơn vị", "school or unit")
  case .program: say("chương trình", "program")
  case .priority: say("diện ưu tiên", "priority")
  case .conversion: say("bảng quy đổi", "conversion table")
  case .field: say("cột điểm", "field")
  case .round: say("đợt tuyển sinh", "round")
  case .wish: say("nguyện vọng", "wish")
  case .combo: say("tổ hợp", "combo")
  case .class: say("lớp", "class")
  case .document: say("hồ sơ đính kèm", "document")
  case nil: say("mục", "entry")
  }
}

/// How something that is not there is to be written.
func referenceRemedy(_ kind: String, in language: Language) -> String {
  let say = language.say
  return switch Field.Reference(rawValue: kind) {
  case .school, .unit, .member, .program, .wish:
    say(
      "Hãy ghi đúng mã hoặc tên, như trong danh sách chọn của biểu mẫu.",
      "Write its code or name, as the form offers it.")
  case .priority, .document, .conversion:
    say(
      "Hãy ghi đúng mã hoặc tên đã khai báo cho đợt.", "Write its code or name as the round declares it.")
  case .field: say("Hãy ghi đúng tên cột.", "Write the column's label.")
  case .round: say("Hãy ghi đúng mã đợt.", "Write the round's code.")
  case .combo, .class: say("Hãy ghi đúng tên đã khai báo.", "Write its name as it is declared.")
  case nil: say("Hãy ghi đúng mã hoặc tên.", "Write its code or name.")
  }
}

/// What a cell names is declared in a row that has an error itself, or in a table that waits.
func awaitedSentence(_ kind: String, _ value: String, in language: Language) -> String {
  let say = language.say
  let (row, table, declared) =
    switch Field.Reference(rawValue: kind) {
    case .school, .unit, .member: (say("đơn vị", ""), say("bảng Đơn vị", "units"), "")
    case .conversion: (say("quy đổi", ""), say("Bảng quy đổi", "conversions"), "")
    case .priority: (say("diện", ""), say("bảng Diện tuyển thẳng, ưu tiên, khuyến khích", "priorities"), "")
    case .document: (say("hồ sơ", ""), say("bảng Danh mục hồ sơ", "documents"), "")
    default: (say("chỉ tiêu", ""), say("bảng Chỉ tiêu", "seats"), say("", "the seats of "))
    }
  return say(
    "Dòng khai \(row) mà \(value) nhắc đến còn ô phải sửa, hoặc \(table) đang chờ xác nhận. Không phải sửa ô này; hãy chờ (hoặc gửi) \(table) đã sửa, dòng sẽ được xét lại và có biên nhận mới.",
    "The row that declares \(declared)\(value) has cells to correct, or its table waits to be confirmed. This cell need not be changed: send the corrected table of \(table), or wait for it, and for another receipt."
  )
}

/// What people call a kind of table.
func tableName(_ kind: String, in language: Language) -> String {
  let say = language.say
  return switch TableKind(rawValue: kind) {
  case .rounds: say("Đợt tuyển sinh", "rounds")
  case .units: say("Đơn vị", "units")
  case .scoring: say("Cách tính điểm", "scoring")
  case .conversions: say("Bảng quy đổi", "conversions")
  case .priorities: say("Diện tuyển thẳng, ưu tiên, khuyến khích", "priorities")
  case .tieBreaks: say("Tiêu chí phụ", "tie-breaks")
  case .cutoffs: say("Điểm chuẩn cho trước", "cut-offs")
  case .forms: say("Biểu mẫu hồ sơ", "forms")
  case .scores: say("Điểm bài thi", "scores")
  case .programs: say("Chỉ tiêu", "programs")
  case .reservations: say("Chỉ tiêu theo đối tượng", "reservations")
  case .zones: say("Phân tuyến", "zones")
  case .documents: say("Danh mục hồ sơ", "documents")
  case .verified: say("Diện đã thẩm định", "verified priorities")
  case .rulings: say("Kết luận của hội đồng", "rulings of the council")
  case .assignments: say("Phân bổ, điều chuyển", "assignments")
  case .roster: say("Danh sách học sinh", "roster")
  case .programScores: say("Điểm do trường chấm", "scores given by schools")
  case .decisions: say("Kết quả duyệt hồ sơ", "document decisions")
  case .enrolments: say("Xác nhận nhập học", "enrolments")
  case .classes: say("Kế hoạch lớp", "classes")
  case .classRules: say("Cách xếp lớp", "class rules")
  case .studentCodes: say("Mã học sinh", "student codes")
  case .fees: say("Khoản thu", "fees")
  case .orders: say("Thao tác đợt", "orders")
  case nil: say("bảng", "table")
  }
}
