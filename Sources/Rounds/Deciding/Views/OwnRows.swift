import TableSchema
import Tables

extension DecidedRound {
  /// By applicant: a number that is another one as soon as anything is that rows about it say, rosters and what
  /// else it is judged by. In two results it tells whose rows are the same.
  public var ownRows: [UInt64] {
    var sums = [UInt64](repeating: 0, count: cohort.count)
    let applicants = ApplicantLookup(cohort)
    for kind in [TableKind.roster, .scores, .programScores, .verified, .decisions] {
      for layer in tables.layers[kind] ?? [] {
        let content = RowContent(layer.table)
        for (row, applicant) in applicants.rows(of: layer) {
          sums[Int(applicant)] &+= KeyMixer.mixed(content.signature(row))
        }
      }
    }
    return sums
  }
}
