import Admission
import Tables

/// The wishes of all applicants, for ``Input``.
struct WishLists {
  private(set) var start: [Int32] = [0]
  private(set) var programs: [Int32] = []
  private(set) var numbers: [UInt8] = []
  private(set) var special: [Bool] = []

  /// - Parameter kept: by applicant, the program that keeps it, or −1; empty for nobody. Where
  ///   the list no longer names it, it stands in front.
  init(_ cohort: Cohort, _ directory: ProgramDirectory, kept: [Int32]) {
    let columns = cohort.layers.map { WishColumns($0.table) }
    start.reserveCapacity(cohort.count + 1)
    for applicant in 0..<cohort.count {
      let first = programs.count
      if let program = cohort.filled[Int32(applicant)] {
        append(program, 1, directory.plans[Int(program)].special)
      } else {
        let ref = cohort.applications[applicant]
        let layer = Int(ref.layer)
        take(columns[layer], ref.row, directory)
      }
      if !kept.isEmpty, kept[applicant] >= 0, !programs[first...].contains(kept[applicant]) {
        programs.insert(kept[applicant], at: first)
        numbers.insert(1, at: first)
        special.insert(directory.plans[Int(kept[applicant])].special, at: first)
      }
      start.append(Int32(programs.count))
    }
  }

  private mutating func append(_ program: Int32, _ number: UInt8, _ special: Bool) {
    programs.append(program)
    numbers.append(number)
    self.special.append(special)
  }

  /// The wishes of a row. A wish that names no program holds its row, and a program that is named
  /// again was told as a note when the row was judged: both are left out.
  private mutating func take(_ columns: WishColumns, _ row: Int32, _ directory: ProgramDirectory) {
    let first = programs.count
    for entry in columns.entries where !entry.texts.isBlank(Int(row)) {
      let program = directory.program(entry.texts[Int(row)])
      guard program >= 0 else { continue }
      let again = (first..<programs.count).contains {
        programs[$0] == program && special[$0] == entry.special
      }
      if !again { append(program, entry.number, entry.special) }
    }
  }
}

/// The numbers of the wishes that name each program.
struct WishNumbers {
  private let start: [Int32]
  private let applicants: [Int32]
  private let numbers: [UInt8]

  /// Of a program named in both groups of wishes the number in its own group counts.
  init(_ lists: WishLists, _ plans: [ProgramPlan]) {
    var start = [Int32](repeating: 0, count: plans.count + 1)
    for program in lists.programs { start[Int(program) + 1] += 1 }
    for program in plans.indices { start[program + 1] += start[program] }
    var next = start
    var applicants = [Int32](repeating: 0, count: lists.programs.count)
    var numbers = [UInt8](repeating: 0, count: lists.programs.count)
    for own in [false, true] {
      for applicant in 0..<(lists.start.count - 1) {
        for wish in Int(lists.start[applicant])..<Int(lists.start[applicant + 1]) {
          let program = Int(lists.programs[wish])
          guard (lists.special[wish] == plans[program].special) == own else { continue }
          applicants[Int(next[program])] = Int32(applicant)
          numbers[Int(next[program])] = lists.numbers[wish]
          next[program] += 1
        }
      }
    }
    self.start = start
    self.applicants = applicants
    self.numbers = numbers
  }

  /// Who names a program, and by which number; the last one of a child counts.
  func numbers(ofProgram program: Int) -> [(applicant: Int32, number: UInt8)] {
    guard start.indices.contains(program + 1) else { return [] }
    return (Int(start[program])..<Int(start[program + 1])).map { (applicants[$0], numbers[$0]) }
  }
}
