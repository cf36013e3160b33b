/// Points by wish, in little room: they come from few rows of a table, so a
/// wish carries only a number among the distinct ones.
public struct PointsByWish: Sendable {
  /// 0 stands for no points.
  private var distinct: [Int64] = [0]
  private var numbers: [UInt8]
  /// The points themselves, once there are more distinct ones than numbers.
  private var plain: [Int64] = []

  /// No points anywhere.
  public init(count: Int) { numbers = Array(repeating: 0, count: count) }

  /// The points at a wish (``Exact/raw``).
  public subscript(wish: Int) -> Int64 {
    get { plain.isEmpty ? distinct[Int(numbers[wish])] : plain[wish] }
    set {
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
