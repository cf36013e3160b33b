/// What was found of documents (contract.md 4, Documents where required).
struct DocumentReview {
  /// By program: whether they are reviewed there.
  private var reviews: [Bool]
  /// By program and person: `passed`, or the code of why not.
  private var found: [[Int: String]]

  /// - Parameter required: by program, the documents without which nobody is admitted.
  init(_ asked: AskedRound, _ gathered: Gathered, required: [[String]]) {
    reviews = asked.programs.map { program in
      asked.rows("programs").contains { row in
        !row.isHeld && row.code("school") == program.published.school.lowercased()
          && row.code("program") == program.published.program.lowercased() && row.number("documents") == 1
      }
    }
    found = asked.programs.map { _ in [:] }
    // What is said of all programs of a school first: what is said of one stands before it.
    let rows = asked.rows("decisions").filter { !$0.isHeld }
    for row in rows.filter({ $0.text("program").isEmpty }) + rows.filter({ !$0.text("program").isEmpty }) {
      guard let person = gathered.person(row.ids) else { continue }
      let missing = row.list("missing").map { $0.lowercased() }
      for (index, program) in asked.programs.enumerated() where reviews[index] {
        guard row.code("school") == program.published.school.lowercased(),
          row.text("program").isEmpty || row.code("program") == program.published.program.lowercased()
        else { continue }
        switch row.choice("status") {
        case "failed": found[index][person] = "documents-failed"
        case "lacking":
          let lacks = missing.contains { required[index].contains($0) }
          found[index][person] = lacks ? "documents-lacking" : "passed"
        default: found[index][person] = "passed"
        }
      }
    }
  }

  /// Why the documents refuse a child; nil if they do not, or are not reviewed yet.
  func refusal(of person: Int, at program: Int) -> String? {
    guard reviews[program], let found = found[program][person], found != "passed" else { return nil }
    return found
  }

  /// They are to be reviewed there, and are not yet.
  func isAwaited(of person: Int, at program: Int) -> Bool {
    reviews[program] && found[program][person] == nil
  }
}
