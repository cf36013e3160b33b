import Admission
import Rounds

/// Texts that stand in many rows of a CSV, as bytes made once.
struct EncodedTexts {
  /// By program: the codes of its school and of itself.
  let schools: [ArraySlice<UInt8>]
  let programs: [ArraySlice<UInt8>]
  /// By class of ``DecidedRound/classes``.
  private let classes: [ArraySlice<UInt8>]
  private let classOf: [Int32]

  init(_ round: DecidedRound) {
    schools = round.tables.programs.map { ArraySlice($0.school.utf8) }
    programs = round.tables.programs.map { ArraySlice($0.program.utf8) }
    classes = round.classes.classes.map { ArraySlice($0.name.utf8) }
    classOf = round.classes.classOf
  }

  /// The name of an applicant's class; empty for none.
  func className(_ applicant: Int) -> ArraySlice<UInt8> {
    classOf[applicant] < 0 ? [] : classes[Int(classOf[applicant])]
  }
}

/// The codes of an enumeration as bytes made once.
struct EncodedCodes<Code: CaseIterable & RawRepresentable & Hashable> where Code.RawValue == String {
  private let bytes: [Code: ArraySlice<UInt8>]

  init() {
    bytes = Dictionary(uniqueKeysWithValues: Code.allCases.map { ($0, ArraySlice($0.rawValue.utf8)) })
  }

  subscript(code: Code) -> ArraySlice<UInt8> { bytes[code] ?? [] }
}
