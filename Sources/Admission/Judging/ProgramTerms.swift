import Tables

/// What judging asks of a program, without references: made once, read for
/// every wish.
struct ProgramTerms: Hashable {
  let special: Bool
  let zoned: Bool
  /// The school scores its applicants itself.
  let ownScores: Bool
  let reviewsDocuments: Bool
  let limitsAge: Bool
  let bornFrom: Int32
  let bornTo: Int32
  /// ``Exact/raw``; `Int64.min` for none.
  let minimum: Int64
  /// Which of the ways of scoring it has.
  let way: Int
  /// Bit k: wish number k is taken.
  private let taken: UInt64

  init(_ program: Program, way: Int, ownScores: Bool) {
    special = program.special
    zoned = program.zoned
    self.ownScores = ownScores
    reviewsDocuments = program.reviewsDocuments
    limitsAge = program.bornFrom != nil || program.bornTo != nil
    bornFrom = program.bornFrom?.number ?? .min
    bornTo = program.bornTo?.number ?? .max
    minimum = program.minimum?.raw ?? .min
    self.way = way
    taken =
      program.acceptedWishes.map { numbers in
        numbers.reduce(0) { bits, number in (0..<64).contains(number) ? bits | 1 << number : bits }
      } ?? .max
  }

  /// Nothing of the program itself matters: where terms are the same, so is what is found of a child.
  var looksAtChildAlone: Bool { !ownScores && !zoned && !limitsAge && !reviewsDocuments }

  func takes(wish number: UInt8) -> Bool { number < 64 && taken &>> UInt64(number) & 1 == 1 }
}
