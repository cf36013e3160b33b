/// A value for each wish, parallel to ``Input/wishProgram``. It takes no room as
/// long as every wish has the usual one: few rounds have zones, or direct
/// admissions, or children who cannot compete.
public struct ByWish<Value: Hashable & Sendable>: Sendable {
  @usableFromInline let usual: Value?
  /// How many wishes there are.
  public let count: Int
  /// Empty while all are usual.
  @usableFromInline var values: [Value] = []

  /// The usual value everywhere.
  init(usual: Value, count: Int) {
    self.usual = usual
    self.count = count
  }

  /// The values of stretches of wishes, one after another; their usual value is the same.
  init(joining parts: [ByWish]) {
    usual = parts.first?.usual
    count = parts.reduce(0) { $0 + $1.count }
    guard parts.contains(where: { !$0.values.isEmpty }) else { return }
    if parts.count == 1 {
      values = parts[0].values
      return
    }
    values.reserveCapacity(count)
    for part in parts {
      if part.values.isEmpty, let usual {
        values.append(contentsOf: repeatElement(usual, count: part.count))
      } else {
        values.append(contentsOf: part.values)
      }
    }
  }

  /// Every wish has the usual value.
  var isUsual: Bool { usual != nil && values.isEmpty }

  /// The value of a wish.
  @inlinable
  public subscript(wish: Int) -> Value {
    get {
      if let usual, values.isEmpty { return usual }
      return values[wish]
    }
    set {
      if let usual, values.isEmpty {
        guard newValue != usual else { return }
        values = Array(repeating: usual, count: count)
      }
      values[wish] = newValue
    }
  }
}

extension ByWish: ExpressibleByArrayLiteral, Equatable {
  /// Values written down one by one.
  public init(arrayLiteral values: Value...) {
    usual = nil
    count = values.count
    self.values = values
  }

  /// The same values, however they are kept.
  public static func == (a: ByWish, b: ByWish) -> Bool {
    a.count == b.count && (0..<a.count).allSatisfy { a[$0] == b[$0] }
  }
}
