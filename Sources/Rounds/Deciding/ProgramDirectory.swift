import Tables

/// The programs of a round by the codes that rows write, and numbers for their schools.
struct ProgramDirectory: Sendable {
  let plans: [ProgramPlan]
  private var paths = Interner()
  private var ofPath: [Int32] = []
  private var codes = Interner()
  /// By program: the number of its school.
  private(set) var schools: [Int32] = []

  init(_ plans: [ProgramPlan]) {
    self.plans = plans
    for (index, plan) in plans.enumerated() {
      if Int(paths.number(ArraySlice(plan.path.utf8))) == ofPath.count { ofPath.append(Int32(index)) }
      schools.append(codes.number(ArraySlice(plan.school.utf8)))
    }
  }

  /// The program of `SCHOOL/PROGRAM`, or −1.
  func program(_ path: ArraySlice<UInt8>) -> Int32 {
    let number = paths.find(path)
    return number < 0 ? -1 : ofPath[Int(number)]
  }

  func program(_ path: String) -> Int32 { program(ArraySlice(path.utf8)) }

  func program(school: String, program: String) -> Int32 { self.program(school + "/" + program) }

  /// The number of a school that has programs in this round, or −1.
  func school(_ code: String) -> Int32 { codes.find(ArraySlice(code.utf8)) }

  /// The programs of a list joined by `;`.
  func programs(_ list: ArraySlice<UInt8>) -> [Int32] {
    listParts(list).map { program($0) }.filter { $0 >= 0 }
  }
}
