/// Why a setup or an order does not stand, by its code; an unknown code is shown as it is.
func vietnameseReason(_ code: String) -> String { reasons[code]?.vi ?? code }

/// The same in English.
func englishReason(_ code: String) -> String { reasons[code]?.en ?? code }

/// The codes of `SetupReason`, `OrderRefusal` and of what speaks against `chốt`.
private let reasons: [String: (vi: String, en: String)] = [
  "unknown-field": ("không có bảng nào mang cột này", "no table in force carries this field"),
  "field-needs-conversion": (
    "cột này là chữ, cần bảng quy đổi", "the field holds words and needs a conversion table"
  ),
  "conversion-of-sum": (
    "bảng quy đổi chỉ dùng cho một cột hoặc một cặp cột", "a conversion takes one field or a pair"
  ),
  "wish-in-score": (
    "«Nguyện vọng» chỉ dùng làm tiêu chí phụ, không cộng vào điểm",
    "the wish can break ties and is no part of a score"
  ),
  "unknown-conversion": ("không có bảng quy đổi này", "there is no such conversion table"),
  "conversion-twice": (
    "bảng quy đổi ghi hai mức điểm cho cùng một giá trị",
    "the conversion table gives one value different points"
  ),
  "missing-cutoff": (
    "thiếu điểm chuẩn cho một nguyện vọng", "no cut-off is given for a wish that the program takes"
  ),
  "overflow": ("có số quá lớn, không tính được", "a number is too large to compute with"),
  "kept-program-gone": (
    "chương trình đang giữ học sinh đã trúng tuyển không còn",
    "a program that keeps admitted children is gone"
  ),
  "kept-child-gone": (
    "một học sinh đã trúng tuyển không còn trong danh sách nào",
    "an admitted child has no row in force any more"
  ),
  "unused-margins": ("có chênh lệch nhưng cách xét không dùng", "margins are given and the method uses none"),
  "unused-seed": (
    "có số bốc thăm nhưng đợt không bốc thăm", "a lottery key or seed is given and no lottery decides"
  ),
  "phases-skip": ("thứ tự xét bỏ trống một số", "the numbers of the phases skip some"),
  "quota-zero": ("chỉ tiêu bằng 0: không ai trúng tuyển", "the quota is 0: nobody is admitted"),
  "zoned-without-rows": (
    "xét theo tuyến nhưng không có dòng phân tuyến nào: không ai đủ điều kiện",
    "zoned, and no zone names it: nobody is eligible"
  ),
  "no-scoring": (
    "không có cách tính điểm: chỉ xét theo tuyến và tiêu chí phụ",
    "no scoring at all: zones and tie-breaks decide"
  ),
  "already-closed": ("đợt đã khóa nhận hồ sơ", "the round is closed already"),
  "already-finalized": ("đợt đã chốt", "the round is finalized already"),
  "not-closed": ("đợt đang mở", "the round is open"),
  "seed-stands": (
    "đã có số bốc thăm khác; muốn đổi phải mở lại đợt", "another seed stands until the round is reopened"
  ),
  "seed-missing": ("thiếu số khởi tạo bốc thăm", "the seed is missing"),
  "not-ready": ("đợt chưa có chỉ tiêu hoặc chưa có hồ sơ", "no programs or no applicants yet"),
  "setup-stopped": ("cấu hình đợt còn lỗi", "the round's setup has errors"),
  "property-violated": ("kết quả không qua được kiểm chứng", "the result fails its check"),
  "people-held": (
    "còn hồ sơ đang giữ lại; hãy xử lý hoặc ghi «có» ở cột Chấp nhận còn hồ sơ giữ lại",
    "people are still held; settle them or accept it in the order"
  ),
]
