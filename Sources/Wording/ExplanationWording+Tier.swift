import Rounds

/// What gave a child its tier at a zoned program.
extension TerminalWording {
  /// `Tuyến 1: theo nơi thường trú – Tổ 3, Phường Một.`; nil where there is no tier.
  func tierBasis(_ wish: WishExplanation) -> String? {
    guard let tier = wish.tier, let basis = wish.tierBasis else { return nil }
    let place = [basis.hamlet, basis.commune].filter { !$0.isEmpty }.joined(separator: ", ")
    let alone = basis.basis == .sourceSchool
    let school =
      basis.sourceSchool.isEmpty || alone
      ? "" : say("; trường cuối cấp – ", "; the source school – ") + basis.sourceSchool
    let by =
      switch basis.basis {
      case .permanent: say("theo nơi thường trú – ", "by the permanent residence – ") + place + school
      case .current: say("theo nơi ở hiện tại – ", "by the current residence – ") + place + school
      case .both:
        say(
          "theo nơi thường trú và nơi ở hiện tại – ", "by the permanent and the current residence – ")
          + place + school
      case .sourceSchool: say("theo trường cuối cấp – ", "by the source school – ") + basis.sourceSchool
      case .route:
        say(
          "trường cuối cấp ghi nơi này là trường đúng tuyến của em",
          "the source school names this as the child's own")
      case .everybody: say("nơi này nhận mọi em", "everybody is taken here")
      }
    return say("Tuyến \(tier): ", "Tier \(tier): ") + by + "."
  }
}
