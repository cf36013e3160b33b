import Rounds
import TableSchema
import Tables
import Wording

/// Which workbooks a unit gets for a round, and which tables each of them holds.
struct FormPlan {
  /// A workbook by the beginning of its name and its kinds.
  struct Book: Hashable {
    var title: FormWording.Book
    var kinds: [TableKind]
  }

  /// In the order of their names; three at most, one for the department. A kind that the unit may not
  /// send, or that no schema describes, is not in them.
  static func books(for unit: Unit, admits: Bool, schemas: SchemaSet) -> [Book] {
    let wanted: [(FormWording.Book, [TableKind])] =
      switch unit.role {
      case .department:
        [
          (
            .setup,
            [
              .rounds, .units, .programs, .reservations, .zones, .scoring, .conversions, .priorities,
              .tieBreaks, .cutoffs, .documents, .forms,
            ]
          )
        ]
      case .authority:
        [
          (.seats, [.programs, .reservations, .zones, .documents]), (.roster, [.roster]),
          (.rulings, [.verified, .rulings, .assignments, .orders]),
        ]
      case .school where admits:
        [
          (.roster, [.roster]),
          (.admission, [.programScores, .documents, .classes, .classRules]),
          (.fees, [.fees]),
        ]
      case .school, .portal: [(.roster, [.roster])]
      case .finance: [(.fees, [.fees]), (.codes, [.studentCodes])]
      }
    return wanted.compactMap { title, wanted in
      let kinds = wanted.filter { schemas[$0]?.allows(unit.role) ?? false }
      return kinds.isEmpty ? nil : Book(title: title, kinds: kinds)
    }
  }
}
