/// A district with its communes.
struct District {
  /// As the pilot's list names it; blank where the department runs the schools.
  let name: String
  /// The code of its authority; nil for none.
  let authority: String?
  /// The full name of its authority.
  let authorityName: String
  let communes: [String]
}

/// Where the made-up children live. Each commune has hamlets 1 to 4.
enum Places {
  static let districts: [District] = [
    District(
      name: "TP Tân An", authority: "PGD-TANAN", authorityName: "Phòng GD&ĐT thành phố Tân An",
      communes: ["Phường 1", "Phường 2", "Phường 3"]),
    District(
      name: "Châu Thành", authority: "PGD-CHAUTHANH", authorityName: "Phòng GD&ĐT huyện Châu Thành",
      communes: ["Xã Dương Xuân Hội", "Thị trấn Tầm Vu", "Xã Hiệp Thạnh"]),
    District(
      name: "Cần Giuộc", authority: "PGD-CANGIUOC", authorityName: "Phòng GD&ĐT huyện Cần Giuộc",
      communes: [
        "Thị trấn Cần Giuộc", "Xã Trường Bình", "Xã Tân Kim", "Xã Mỹ Lộc", "Xã Phước Lại", "Xã Long Hậu",
      ]),
    District(name: "", authority: nil, authorityName: "", communes: ["Xã Lương Hòa", "Xã Tân Hòa"]),
  ]

  static let hamletsPerCommune = 4

  /// Towns have quarters, the country has hamlets.
  static func hamlet(_ number: Int, of commune: String) -> String {
    commune.hasPrefix("Xã") ? "Ấp \(number)" : "Khu phố \(number)"
  }
}

/// A commune and a hamlet of it.
struct Home: Hashable {
  var district: Int
  var commune: String
  /// From 1.
  var hamlet: Int

  var hamletName: String { Places.hamlet(hamlet, of: commune) }
  var address: String { "\(hamletName), \(commune)" }
}
