import Admission
public import Tables

/// Of what a child claims, what adds nothing to the score of a wish, or less than it is worth: with names as people
/// call them.
public enum UncountedClaims: Hashable, Sendable {
  /// In this round only what was verified counts, and these claims were not.
  case unverified([String])
  /// The program adds no points for priority or incentive, which these claims would give.
  case noneAdded([String])
  /// The claim that gives most priority gives these points, and no more than the cap counts.
  case capped(String, points: Exact, cap: Exact)

  /// It may decide where no score counts, too.
  public var isUnverified: Bool {
    if case .unverified = self { true } else { false }
  }
}

extension DecidedRound {
  /// Told where claimed and counted differ.
  ///
  /// - Parameter declared: the rows of the priorities that stand for the program.
  func uncountedClaims(of applicant: Int, _ program: Int, _ declared: [SetupRow]) -> [UncountedClaims] {
    let list = cohort.column("priorities").bytes(applicant)
    let (claimed, counted) = (codes(list), codes(verified.counted(cohort.persons[applicant], claimed: list)))
    func rows(_ codes: [String]) -> [SetupRow] { declared.filter { codes.contains($0.text("code")) } }
    func names(_ rows: [SetupRow]) -> [String] { rows.map { $0.text("name") } }
    var told: [UncountedClaims] = []
    let unverified = rows(claimed.filter { !counted.contains($0) })
    if !unverified.isEmpty { told.append(.unverified(names(unverified))) }
    let asked = input.programs[program]
    let hasOwnScores = input.programScores[Int32(program)] != nil
    guard asked.recipe != nil || hasOwnScores else { return told }
    let giving = rows(counted).filter { row in
      row.choice("kind") != "direct" && row.exact("points").map { $0 > .zero } == true
    }
    guard !asked.noPriority, !hasOwnScores else {
      return giving.isEmpty ? told : told + [.noneAdded(names(giving))]
    }
    let priorities = giving.filter { $0.choice("kind") != "incentive" }
    guard let cap = input.rules.priorityCap, let most = priorities.compactMap({ $0.exact("points") }).max(),
      most > cap, let row = priorities.first(where: { $0.exact("points") == most })
    else { return told }
    return told + [.capped(row.text("name"), points: most, cap: cap)]
  }

  private func codes(_ list: ArraySlice<UInt8>) -> [String] {
    listParts(list).map { String(decoding: $0, as: UTF8.self) }
  }
}
