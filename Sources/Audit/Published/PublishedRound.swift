import Tables

/// The tables of a published folder of the department, as values.
struct PublishedRound {
  static let resultFile = "ket-qua.csv"
  static let explanationFile = "giai-trinh.csv"
  static let cutoffFile = "diem-chuan.csv"
  static let drawFile = "boc-tham.csv"
  static let statementFile = "kiem-chung.json"
  /// What a child is called that has no place and was eligible for one.
  static let competing = ["waiting", "not-admitted", "held"]

  let rules: PublishedRules
  /// In the order of `ket-qua.csv`.
  var children: [Child] = []
  /// In the order of `giai-trinh.csv`.
  var wishes: [Wish] = []
  var cutoffs: [CutoffLine] = []
  /// Nil where there is no `boc-tham.csv`.
  var draws: [DrawLine]?

  /// A row of `ket-qua.csv`.
  struct Child {
    var line: Int
    /// personalId, moetId, examNo, applicationNo.
    var ids: [String]
    var name: String
    /// Nil where it is not known.
    var born: Day?
    var sourceSchool: String
    var status: String
    var school: String
    var program: String
    var wish: String
    var score: String
    var tier: String
    var rank: String
    var ticket: String
    var reason: String
    /// Its rows in ``PublishedRound/wishes``, in order.
    var wishes: [Int] = []

    /// A place without a wish was given by assignment, over and above.
    var isAssigned: Bool { status == "admitted" && wish.isEmpty && !school.isEmpty }

    /// Why it has left the place that it had: a code; empty if it has not.
    func left(in round: PublishedRound) -> String { wishes.first.map { round.wishes[$0].left } ?? "" }
  }

  /// A row of `giai-trinh.csv`.
  struct Wish {
    var line: Int
    /// −1 for nobody in `ket-qua.csv`.
    var child: Int
    /// A position in the rules' programs.
    var program: Int
    var number: Int
    var special: Bool
    var verdict: String
    var direct = false
    var tier: Int?
    /// Nil where the verdict comes before the score.
    var score: Exact?
    var margin = Exact.zero
    /// As they are written.
    var ties: [String] = []
    var draw: Int?
    var rank: Int?
    var waiting: Int?
    var admitted: Bool
    /// The seat is kept from an earlier result, whatever the key.
    var kept: Bool
    /// Of a place that is not decided: `out` if tied groups stay out, `in` if they come in, `documents`
    /// if the seat is kept until they are reviewed; empty for none.
    var undecided: String
    /// Compared in the newest run of the rules; before `xét bổ sung` all are.
    var takesPart: Bool
    /// The rows of the program's reservations that the child belongs to, from 1.
    var rows: [Int] = []
    /// On which of them it sits, 0 for an open seat; nil where it does not sit, or there are none.
    var seat: Int?
    /// The same if a tied group comes in.
    var seatIn: Int?
    /// Whose cut-off it was compared with, likewise; nil where none is written.
    var cutoffRow: Int?
    /// Why the child has left the place that it had: a code; empty if it has not.
    var left = ""
    /// The child has declined the school since, and so does not wait there.
    var isDeclined: Bool { declining == "1" }
    /// `1`, or how it had declined it when it was decided: `declined`, `absent`; empty if it has not.
    var declining = ""
    /// What the council concluded, and the number of its minutes; empty for nothing.
    var ruling = ""
    var minutes = ""
    /// Of the score; nil where it is blank.
    var priority: Exact?
    var incentive: Exact?
    /// As it is written.
    var marginText = ""
    /// The cells of the own key, and of the cut-off, as they are written.
    var own = ""
    var against = ""
    /// The key, larger first; empty if not eligible.
    var key: [Int64] = []
    /// The key of the cut-off that it was compared with; empty where there is none.
    var cutoff: [Int64] = []
    /// The score of a given cut-off.
    var given: Exact?

    /// Who had a place and has left it in `xét bổ sung` competed for it, and has a rank.
    var isEligible: Bool { verdict == "eligible" || (verdict == "school-declined" && rank != nil) }
  }

  /// A row of `diem-chuan.csv`.
  struct CutoffLine: Equatable {
    var line: Int
    /// A position in the rules' programs.
    var program: Int
    var wish: Int
    var quota: String
    var applicants: String
    var admitted: String
    var cutoff: String
    var tier: String
    var last: String
  }

  /// A row of `boc-tham.csv`.
  struct DrawLine {
    var line: Int
    var ticket: String
    var draw: String
    var order: Int
  }

  /// `SCHOOL/PROGRAM` of a wish.
  func path(_ wish: Wish) -> String { rules.programs[wish.program].path }

  /// A fault seen in a row of `giai-trinh.csv`.
  func fault(_ property: AuditProperty, _ wish: Int, says: String = "", expected: String = "") -> Fault {
    Fault(
      property, PublishedRound.explanationFile, line: wishes[wish].line, about: path(wishes[wish]),
      says: says,
      expected: expected)
  }
}

/// Whether one key stands before another: compared from left to right, larger first.
func stands(_ a: [Int64], before b: [Int64]) -> Bool {
  for (x, y) in zip(a, b) where x != y { return x > y }
  return false
}
