import Tables

/// A value on the logical level of Table Schema: what a cell means, however it is written.
enum StandardValue: Hashable, Sendable {
  case text(String)
  case number(DecimalNumber)
  case notANumber
  case infinity(negative: Bool)
  case flag(Bool)
  /// Days since 1 January 1970.
  case date(Int)
  case time(Moment)
  case moment(Moment)
  /// A month of a year, counted from January of the year 0.
  case month(Int)
  case duration(TimeSpan)
  case json(JSONValue)
  case list([StandardValue])

  /// What a comparison came to.
  enum Order { case smaller, equal, larger }

  /// Nil where the two cannot be compared, as `NaN` with anything.
  func order(to other: StandardValue) -> Order? {
    switch (self, other) {
    case (.number(let a), .number(let b)): Self.order(a, b)
    case (.infinity(let a), .infinity(let b)): a == b ? .equal : a ? .smaller : .larger
    case (.infinity(let negative), .number): negative ? .smaller : .larger
    case (.number, .infinity(let negative)): negative ? .larger : .smaller
    case (.date(let a), .date(let b)), (.month(let a), .month(let b)): Self.order(a, b)
    case (.time(let a), .time(let b)), (.moment(let a), .moment(let b)): a.order(to: b)
    case (.duration(let a), .duration(let b)): a.order(to: b)
    default: nil
    }
  }

  static func order<Value: Comparable>(_ a: Value, _ b: Value) -> Order {
    a < b ? .smaller : a == b ? .equal : .larger
  }

  /// It has items, or members, and no characters.
  var isStructure: Bool {
    switch self {
    case .list, .json: true
    default: false
    }
  }

  /// Characters of a text, items of a list, members of an object.
  var length: Int? {
    switch self {
    case .text(let text): text.unicodeScalars.count
    case .list(let items): items.count
    case .json(.array(let items)): items.count
    case .json(.object(let members)): members.count
    default: nil
    }
  }
}
