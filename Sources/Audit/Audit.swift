/// The tables of a published folder of the department, as they lie there.
public struct PublishedTables: Sendable {
  /// `ket-qua.csv`.
  public var results: [UInt8]
  /// `giai-trinh.csv`.
  public var explanations: [UInt8]
  /// `diem-chuan.csv`.
  public var cutoffs: [UInt8]
  /// `boc-tham.csv`; nil for none.
  public var draws: [UInt8]?
  /// What `kiem-chung.json` says.
  public var rules: PublishedRules

  /// The tables of a folder.
  public init(
    results: [UInt8], explanations: [UInt8], cutoffs: [UInt8], draws: [UInt8]?, rules: PublishedRules
  ) {
    self.results = results
    self.explanations = explanations
    self.cutoffs = cutoffs
    self.draws = draws
    self.rules = rules
  }
}

/// Checks a published result from its own tables alone, and against a second
/// decision where there is one.
///
/// Nothing here is shared with the program that decided: the tables are read and
/// every property is counted again, slowly and plainly.
///
/// - Parameter texts: a reason in the words of the folder; one of them has to fit what it says.
public func audit(
  _ tables: PublishedTables, against second: SecondDecision? = nil, texts: (ToldReason) -> [ToldText]
) -> AuditReport {
  var report = AuditReport()
  let bytes = PublishedRound.Bytes(
    results: tables.results, explanations: tables.explanations, cutoffs: tables.cutoffs, draws: tables.draws)
  guard let round = PublishedRound(bytes, tables.rules, &report) else { return report }
  let readings = SeatReading.all(round)
  if readings.count == 2 {
    report.ofBothOutcomes = [.quota, .nobodyPassedOver, .ties, .reservations, .phases]
  }
  round.checkPeople(&report)
  round.checkParts(&report)
  round.checkDeclinedSchools(&report)
  round.checkAgreement(&report)
  round.checkCriteria(&report)
  round.checkQuota(readings, &report)
  round.checkEligibility(&report)
  round.checkVerdicts(&report)
  round.checkNobodyPassedOver(readings, &report)
  round.checkCutoffs(readings, &report)
  round.checkCutoffCells(&report)
  round.checkCutoffTable(readings, &report)
  round.checkTies(readings, &report)
  round.checkReservations(readings, &report)
  round.checkCategories(&report)
  round.checkClaims(&report)
  round.checkPhases(readings, &report)
  round.checkOnePlace(&report)
  round.checkEveryoneAccounted(&report)
  round.checkWaitingLists(&report)
  round.checkRanks(&report)
  round.checkLottery(&report)
  round.checkStatement(&report)
  round.checkReasons(readings, texts, &report)
  if let second { round.compare(with: second, &report) }
  return report
}
