import Rounds
import Tables

/// What a child claims, where that is not what its score has of it.
extension TerminalWording {
  /// A line for each thing that adds less than it is worth.
  func uncounted(_ claims: [UncountedClaims]) -> [String] {
    claims.map { told in
      switch told {
      case .unverified(let names):
        say(
          "Em khai diện \(list(names)), nhưng đợt này chỉ tính diện đã được thẩm định; diện này chưa được công nhận nên không được tính.",
          "The child claims \(list(names)), but only what was verified counts in this round; that was not, so it does not count."
        )
      case .noneAdded(let names):
        say(
          "Nơi này không cộng điểm ưu tiên, khuyến khích, nên diện \(list(names)) của em không được cộng điểm.",
          "No points for priority or incentive are added here, so \(list(names)) adds none.")
      case .capped(let name, let points, let cap):
        say(
          "Diện \(name) được \(text(points)) điểm ưu tiên, nhưng đợt này chỉ cộng nhiều nhất \(text(cap)) điểm.",
          "\(name) gives \(text(points)) priority points, but no more than \(text(cap)) are added in this round."
        )
      }
    }
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
