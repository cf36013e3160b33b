/// Points by wish, in little room: they come from few rows of a table, so a
/// wish carries only a number among the distinct ones.
public struct PointsByWish: Sendable {
  /// 0 stands for no points.
  private var distinct: [Int64] = [0]
  private let count: Int
  /// Empty while there are no points at all.
  private var numbers: [UInt8] = []
  /// The points themselves, once there are more distinct ones than numbers.
  private var plain: [Int64] = []

  /// No points anywhere.
  public init(count: Int) { self.count = count }

  /// The points at a wish (``Exact/raw``).
  public subscript(wish: Int) -> Int64 {
    get {
      guard plain.isEmpty else { return plain[wish] }
      return numbers.isEmpty ? 0 : distinct[Int(numbers[wish])]
    }
    set {
      if numbers.isEmpty {
        guard newValue != 0 else { return }
        numbers = Array(repeating: 0, count: count)
      }
      if plain.isEmpty, let known = distinct.firstIndex(of: newValue) {
        numbers[wish] = UInt8(known)
      } else if plain.isEmpty, distinct.count <= UInt8.max {
        numbers[wish] = UInt8(distinct.count)
        distinct.append(newValue)
      } else {
        if plain.isEmpty { plain = numbers.map { distinct[Int($0)] } }
        plain[wish] = newValue
      }
    }
  }
}
