/// What the council concluded, as small whole numbers: 0 for the best.
struct RulingCodes {
  private let rulings: [Int32: [Int32: Ruling]]
  private let codes: [Int64: UInt64]

  /// None where the council does not decide.
  init(_ input: Input) {
    rulings = input.isCouncil ? input.rulings.filter { !$0.value.isEmpty } : [:]
    let used = rulings.values.flatMap { $0.values.map(Ruling.code) }
    let inOrder = Set(used + [Ruling.code(nil)]).sorted()
    codes = Dictionary(uniqueKeysWithValues: zip(inOrder, 0...))
  }

  var isEmpty: Bool { rulings.isEmpty }
  var largest: UInt64 { UInt64(truncatingIfNeeded: codes.count - 1) }

  /// Something was concluded about somebody at the program.
  func has(_ program: Int) -> Bool { !isEmpty && rulings[Int32(truncatingIfNeeded: program)] != nil }

  func code(of applicant: Int, at program: Int32) -> UInt64 {
    codes[Ruling.code(rulings[program]?[Int32(truncatingIfNeeded: applicant)])] ?? largest
  }
}
