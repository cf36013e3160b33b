/// Who chooses a slot: the last child who came, and whether others had come before. Mostly
/// none had, and then that is known without a look at the child, which lies anywhere.
struct SlotChoosers: BitwiseCopyable, Sendable {
  /// Twice the child, and 1 more where others came before it; −1 for nobody.
  private let code: Int32

  /// Nobody.
  static let none = SlotChoosers(code: -1)

  private init(code: Int32) { self.code = code }

  /// A child that comes after those who are there.
  @inline(__always)
  init(_ child: Int32, after others: SlotChoosers) { code = child << 1 | (others.isEmpty ? 0 : 1) }

  var isEmpty: Bool { code < 0 }

  /// −1 for nobody.
  var last: Int32 { code >> 1 }

  /// Somebody came before the last one.
  var areSeveral: Bool { code >= 0 && code & 1 == 1 }
}
