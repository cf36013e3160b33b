import Foundation
import Tables

/// Rounds drawn from a seed, with everything that decides: scores of two kinds, direct admissions,
/// zones, phases, specialised wishes, waiting lists that end, applications twice, rows with errors.
struct DrawnRound {
  let code: String
  let method: String
  let ties: String
  /// Seats for some, and caps where a lottery allows them.
  let reserves: Bool
  private var random: SeededRandom

  static let methods = [
    "Xét đồng thời các NV", "Xét hết NV1 mới đến NV2", "NV sau phải cao hơn NV1", "Theo điểm chuẩn cho trước",
  ]
  static let policies = ["Lấy cả nhóm", "Không lấy cả nhóm", "Bốc thăm", "Để hội đồng xét"]

  init(_ code: String, method: String, ties: String, reserves: Bool = false, seed: UInt64) {
    self.code = code
    self.reserves = reserves
    self.method = method
    self.ties = ties
    random = SeededRandom(seed: seed)
  }

  /// Every method with every policy.
  static var all: [DrawnRound] {
    var rounds: [DrawnRound] = []
    for method in methods {
      for policy in policies {
        let number = rounds.count
        rounds.append(
          DrawnRound("d\(number)", method: method, ties: policy, seed: UInt64(number) &* 77 &+ 5))
      }
    }
    return rounds
  }

  /// Every method that has seats with every policy, seats of each kind being for some.
  static var reserving: [DrawnRound] {
    var rounds: [DrawnRound] = []
    for method in methods.prefix(3) {
      for policy in policies {
        let number = rounds.count
        rounds.append(
          DrawnRound(
            "c\(number)", method: method, ties: policy, reserves: true, seed: UInt64(number) &* 31 &+ 9))
      }
    }
    return rounds
  }

  mutating func drop(in season: Season) throws {
    try season.drop(
      "so/\(code)/don-vi.csv", "Mã đơn vị,Tên đơn vị,Vai trò,Cấp học", "S1,THPT Một,Trường,THPT",
      "S2,THPT Hai,Trường,THPT", "S3,THPT Ba,Trường,THPT", "T1,THCS Nguồn,Trường,THCS",
      "cong,Cổng,Cổng dịch vụ công,")
    try season.drop(
      "so/\(code)/dot.csv",
      "Mã đợt,Tên đợt,Năm học,Cấp học,Lớp tuyển,Ngày mở,Ngày đóng,Số nguyện vọng,Cách xét,Bằng điểm,"
        + "Khóa số bốc thăm,Số khởi tạo bốc thăm,Chênh lệch,Trần điểm ưu tiên",
      "\(code),Đợt \(code),2026-2027,THPT,Lớp 10,01/06/2020,31/12/2099,3,\(method),\(ties),"
        + (ties == "Bốc thăm" ? "khoa,1234" : ",") + "," + (method.hasPrefix("NV sau") ? "0;1;2" : "") + ",2")
    try season.drop(
      "so/\(code)/chi-tieu.csv",
      "Mã trường,Mã chương trình,Chỉ tiêu,Nhóm nguyện vọng,Nhận nguyện vọng,Điểm sàn,Xét theo tuyến,"
        + "Sinh từ ngày,Sinh đến ngày,Diện được lệch tuổi,Thứ tự xét,Số chờ xét bổ sung",
      "S1,,\(random.within(4...6)),,,,,,,,2,4", "S1,chuyen,2,chuyên,,,,,,,1,1",
      "S2,,\(random.within(5...12)),,,,có,,,,2,2",
      "S3,,\(random.within(4...8)),,1;2,18,,01/01/2011,31/12/2011,KT,2,3")
    try season.drop(
      "so/\(code)/cach-tinh.csv", "Cột điểm,Hệ số,Bảng quy đổi,Điểm liệt,Mã chương trình", "Toán,2,,1,",
      "Ngữ văn,1,,,", "Học lực 9 + Hạnh kiểm 9,1,hb,,", "Toán,\"1,5\",,,chuyen", "Toán 9,\"0,25\",,,chuyen")
    try season.drop(
      "so/\(code)/quy-doi.csv", "Tên bảng,Giá trị 1,Giá trị 2,Điểm", "hb,Giỏi,Tốt,2", "hb,Khá,Tốt,1",
      "hb,Giỏi,Khá,\"1,5\"")
    try season.drop(
      "so/\(code)/uu-tien.csv", "Mã diện,Tên diện,Loại,Điểm cộng", "TT,Tuyển thẳng,tuyển thẳng,",
      "UT1,Ưu tiên một,ưu tiên,3", "UT2,Ưu tiên hai,ưu tiên,1", "KK,Khuyến khích,khuyến khích,\"0,5\"",
      "KT,Khuyết tật,ưu tiên,0")
    try season.drop(
      "so/\(code)/phu.csv", "Thứ tự,Tiêu chí,Chiều,Mã trường",
      // Nothing parts most of those equal at S1 and S2 where the council is to.
      ties == DrawnRound.policies[3] ? "1,Nguyện vọng,tăng," : "1,Ngày sinh,tăng,", "1,Toán 9,giảm,S3",
      "2,Nguyện vọng,tăng,S3")
    try season.drop(
      "so/\(code)/tuyen.csv", "Căn cứ,Xã/Phường,Trường cuối cấp,Mã trường,Tuyến", "thường trú,Xã A,,S2,1",
      "nơi ở hiện tại,Xã B,,S2,2", "trường cuối cấp,,T1,S2,3")
    if reserves {
      let caps = ["S2,,Tuyến,1,3,tối đa,", "S2,,Tuyến,3,1,dành riêng,", "S3,,Trường cuối cấp,T1,2,tối đa,"]
      let claims = [
        "S2,,Tuyến,2,3,dành riêng,", "S2,,Diện,UT2,1,dành riêng,", "S3,,Trường cuối cấp,T1,2,dành riêng,",
      ]
      try season.drop(
        "so/\(code)/danh-rieng.csv",
        ([
          "Mã trường,Mã chương trình,Loại đối tượng,Giá trị,Số chỗ,Loại,Thứ tự", "S1,,Diện,KK,1,dành riêng,2",
          "S1,,Diện,UT1,2,dành riêng,1", "S1,chuyen,Diện,UT2,1,dành riêng,",
        ] + (ties == DrawnRound.policies[2] ? caps : claims)).joined(separator: "\r\n"))
    }
    if method == DrawnRound.methods[3] {
      let places = [("S1", ""), ("S1", "chuyen"), ("S2", ""), ("S3", "")]
      let rows = places.flatMap { school, program in
        (1...3).map { "\(school),\(program),\($0),\(program.isEmpty ? 16 + $0 : 8)" }
      }
      try season.drop(
        "so/\(code)/chuan.csv",
        (["Mã trường,Mã chương trình,Nguyện vọng,Điểm chuẩn"] + rows).joined(separator: "\r\n"))
    }
    try dropChildren(in: season)
  }

  private mutating func dropChildren(in season: Season) throws {
    var applications = [
      "Mã hồ sơ,Họ và tên,Ngày sinh,NV1,NV2,NV3,NV chuyên 1,Diện ưu tiên,Xã/Phường thường trú,Xã/Phường nơi ở,"
        + "Rút hồ sơ,Ngày nộp"
    ]
    var again = [applications[0]]
    var records = ["Mã hồ sơ,Họ và tên,Ngày sinh,Lớp,Học lực 9,Hạnh kiểm 9,Toán 9,Trường đúng tuyến"]
    var marks = ["Mã hồ sơ,Toán,Ngữ văn,Vắng,Vi phạm"]
    for number in 1...40 {
      let id = (number < 10 ? "H0" : "H") + String(number)
      let name = "Lê Thị An"
      let born =
        number == 5 ? "31/02/2011" : random.chance(75) ? "0\(random.within(1...3))/02/2011" : "01/02/2009"
      let application = wishes(id, name, born)
      applications.append(application + ",01/06/2026")
      if random.chance(10) { again.append(wishes(id, name, born) + ",0\(random.within(1...2))/06/2026") }
      let learning = ["Giỏi", "Khá"][random.below(2)]
      let conduct = ["Tốt", "Tốt", "Tốt", "Khá"][random.below(4)]
      let missing = random.chance(5)
      records.append(
        "\(id),\(name),\(born),9A,\(missing ? "" : learning),\(conduct),\(random.within(6...8)),"
          + (random.chance(10) ? "S2" : ""))
      if !random.chance(5) {
        let absent = random.chance(4) ? "Toán" : ""
        marks.append(
          "\(id),\(random.chance(6) ? 1 : random.within(5...6)),\(random.within(5...6)),\(absent),"
            + (random.chance(4) ? "x" : ""))
      }
    }
    // One child at two schools, two children under one identifier, one child twice: completing itself, or
    // contradicting itself.
    let name = "Lê Thị An,01/02/2011"
    for id in ["H41", "H42", "H43", "H44"] {
      applications.append("\(id),\(name),S1,S2,S3,,,Xã A,Xã A,,01/06/2026")
    }
    // One that no school of the zone sends.
    applications.append("H45,\(name),S2,,,,TT,Xã C,Xã C,,01/06/2026")
    again.append("H42,Trần Văn Bình,01/02/2011,S1,S2,S3,,,Xã A,Xã A,,03/06/2026")
    records += ["H41,\(name),9A,Giỏi,Tốt,8,", "H43,\(name),,,,,", "H43,\(name),9A,Giỏi,Tốt,8,"]
    records += ["H44,\(name),9A,Giỏi,Tốt,9,", "H44,\(name),9A,Giỏi,Tốt,5,"]
    try season.drop(
      "S2/\(code)/hoc-sinh-cu.csv", "Mã hồ sơ,Họ và tên,Ngày sinh,Lớp,Trường cuối cấp\r\nH41,\(name),9B,S2")
    try season.drop("cong/\(code)/ho-so.csv", applications.joined(separator: "\r\n"))
    try season.drop("S1/\(code)/nop-tai-truong.csv", again.joined(separator: "\r\n"))
    try season.drop("T1/\(code)/9A.csv", records.joined(separator: "\r\n"))
    try season.drop("so/\(code)/diem-thi.csv", marks.joined(separator: "\r\n"))
  }

  private mutating func wishes(_ id: String, _ name: String, _ born: String) -> String {
    var schools = ["S1", "S2", "S3"]
    random.shuffle(&schools)
    let claims = ["", "", "", "", "UT1", "UT2;KK", "KK", "KT", "TT"][random.below(9)]
    let special = random.chance(35) ? "S1/chuyen" : random.chance(3) ? "S3" : ""
    let places = ["Xã A", "Xã B", "Xã C"]
    return [
      id, name, born, schools[0], random.chance(80) ? schools[1] : "", random.chance(50) ? schools[2] : "",
      special, claims, places[random.below(3)], places[random.below(3)], random.chance(4) ? "x" : "",
    ].joined(separator: ",")
  }
}
