/// The reasons that hold against a wish; none for one that competes.
struct Reasons: OptionSet, BitwiseCopyable {
  let rawValue: UInt32

  static let withdrawn = Reasons(rawValue: 1 << 0)
  static let held = Reasons(rawValue: 1 << 1)
  static let wrongGroup = Reasons(rawValue: 1 << 2)
  static let wishNotTaken = Reasons(rawValue: 1 << 3)
  static let age = Reasons(rawValue: 1 << 4)
  static let outOfZone = Reasons(rawValue: 1 << 5)
  static let noProgramScore = Reasons(rawValue: 1 << 6)
  static let absent = Reasons(rawValue: 1 << 7)
  static let violation = Reasons(rawValue: 1 << 8)
  static let missingMark = Reasons(rawValue: 1 << 9)
  static let noConversion = Reasons(rawValue: 1 << 10)
  static let failingMark = Reasons(rawValue: 1 << 11)
  static let belowMinimum = Reasons(rawValue: 1 << 12)
  static let documentsLacking = Reasons(rawValue: 1 << 13)
  static let documentsFailed = Reasons(rawValue: 1 << 14)
  static let schoolDeclined = Reasons(rawValue: 1 << 15)
  static let leftElsewhere = Reasons(rawValue: 1 << 16)

  /// The verdict is true: its reason is among these, or there is none and it says so.
  func bear(out verdict: Verdict) -> Bool {
    switch verdict {
    case .eligible: isEmpty
    case .withdrawn: contains(.withdrawn)
    case .held: contains(.held)
    case .wrongGroup: contains(.wrongGroup)
    case .wishNotTaken: contains(.wishNotTaken)
    case .age: contains(.age)
    case .outOfZone: contains(.outOfZone)
    case .documentsLacking: contains(.documentsLacking)
    case .documentsFailed: contains(.documentsFailed)
    case .noProgramScore: contains(.noProgramScore)
    case .absent: contains(.absent)
    case .violation: contains(.violation)
    case .missingMark: contains(.missingMark)
    case .noConversion: contains(.noConversion)
    case .failingMark: contains(.failingMark)
    case .belowMinimum: contains(.belowMinimum)
    // Of what would be eligible alone.
    case .schoolDeclined: self == .schoolDeclined
    case .leftElsewhere: self == .leftElsewhere
    }
  }
}
