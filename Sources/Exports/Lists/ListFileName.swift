import Wording

extension ListWording.List {
  /// The file's name in a published folder (contract.md 5).
  var fileName: String {
    switch self {
    case .registered: "danh-sach-dang-ky.xlsx"
    case .admitted: "danh-sach-trung-tuyen.xlsx"
    case .waiting: "danh-sach-cho-xet-bo-sung.xlsx"
    case .refused: "danh-sach-khong-trung-tuyen.xlsx"
    case .classList: "danh-sach-lop.xlsx"
    case .results: "ket-qua-hoc-sinh.xlsx"
    case .notApplied: "chua-dang-ky.xlsx"
    case .summary: "tong-hop.xlsx"
    case .unconfirmed: "chua-xac-nhan.xlsx"
    case .fees: "tai-chinh/khoan-thu.xlsx"
    }
  }
}
