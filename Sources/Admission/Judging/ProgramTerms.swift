import Tables

/// What judging asks of a program, without references: made once, read for
/// every wish.
struct ProgramTerms {
  let special: Bool
  let zoned: Bool
  let noPriority: Bool
  /// The school scores its applicants itself.
  let ownScores: Bool
  let limitsAge: Bool
  let bornFrom: Int32
  let bornTo: Int32
  /// ``Exact/raw``; `Int64.min` for none.
  let minimum: Int64
  /// −1 for no scoring at all.
  let recipe: Int
  /// The recipe reads the examination.
  let usesExam: Bool
  /// −1 for none.
  let priorityTable: Int
  /// Bit k: wish number k is taken.
  private let taken: UInt64

  init(_ program: Program, of input: Input, ownScores: Bool) {
    special = program.special
    zoned = program.zoned
    noPriority = program.noPriority
    self.ownScores = ownScores
    limitsAge = program.bornFrom != nil || program.bornTo != nil
    bornFrom = program.bornFrom?.number ?? .min
    bornTo = program.bornTo?.number ?? .max
    minimum = program.minimum?.raw ?? .min
    recipe = program.recipe ?? -1
    usesExam = program.recipe.map { input.recipes[$0].usesExam } ?? false
    priorityTable = program.priorityTable ?? -1
    taken =
      program.acceptedWishes.map { numbers in
        numbers.reduce(0) { bits, number in (0..<64).contains(number) ? bits | 1 << number : bits }
      } ?? .max
  }

  func takes(wish number: UInt8) -> Bool { number < 64 && taken >> number & 1 == 1 }
}
