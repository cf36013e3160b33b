public import Tables

/// A row of `diem-chuan.csv` (contract.md 5): one program at one wish number.
public struct CutoffRow: Sendable {
  /// Position in ``Input/programs``.
  public var program: Int
  /// The wish number within its group.
  public var wish: Int
  /// The wish number is that of a column NV chuyên.
  public var special: Bool
  /// The program's quota.
  public var quota: Int
  /// All who named the program at that wish.
  public var applicants: Int
  /// Those admitted there at that wish, with those kept.
  public var admitted: Int
  /// What score it took.
  public var cutoff: Cutoff
  /// The last tier admitted at that wish without direct admission; nil where
  /// the program is not zoned or nobody was.
  public var tier: Int32?
  /// The key of the last one in; nil if nobody was admitted.
  public var last: LastIn?

  /// What score it took to be admitted.
  public enum Cutoff: Hashable, Sendable {
    /// No eligible child was turned away at that wish.
    case none
    /// Children were turned away, and none was admitted by its score.
    case all
    /// The lowest own score admitted in the last tier, or the cut-off given.
    case score(Exact)
  }

  /// What is published of the last one in: numbers, and nothing that names it.
  public struct LastIn: Hashable, Sendable {
    /// Nil where the program is not zoned.
    public var tier: Int32?
    /// The own score.
    public var score: Exact
    /// By criterion of the program's tie chain: the value of the field
    /// (``Input/fields``), nil where it is missing, or the number of the wish.
    public var ties: [Int64?]
  }
}

/// The rows of `diem-chuan.csv`: for each program each wish number that it
/// takes (where it takes all: up to the largest that anybody used in its group),
/// that has a cut-off given, or that somebody named it at, ascending.
///
/// An eligible child counts as turned away if it was considered there: it is
/// neither kept, nor has it left its place, nor is it seated at an earlier wish, nor seated in an earlier phase.
/// One whom a tie leaves to the council counts if it would be in both decisions,
/// one whose seat is kept until its documents are reviewed as if it sat there.
/// Wishes made in the other group's columns count nowhere.
///
/// - Parameter left: who has left a place of its own: nobody turned it away.
public func cutoffTable(
  _ input: Input, _ outcome: Outcome, without left: Set<Int32> = []
) -> [CutoffRow] {
  var figures = CutoffFigures(input, outcome, left)
  for applicant in 0..<input.applicantCount { figures.count(applicant) }
  return input.programs.indices.flatMap { program in
    figures.numbers(of: program).map { figures.row(program, wish: $0) }
  }
}

/// Counts for the table, by program and wish number.
private struct CutoffFigures {
  private struct Cell {
    var applicants = 0
    var admitted = 0
    var turnedAway = 0
    /// Of those admitted, the wish with the worst key; −1 for none.
    var lastIn: Int32 = -1
    /// Of those admitted without direct admission, the last tier; nil for none.
    var lastTier: Int32?
    /// The lowest score in that tier.
    var lowestScore: Int64 = 0
  }

  private let input: Input
  private let outcome: Outcome
  private let left: Set<Int32>
  private let widest: Int
  private var cells: [Cell]
  private var named: (ordinary: Int, special: Int) = (0, 0)

  init(_ input: Input, _ outcome: Outcome, _ left: Set<Int32>) {
    self.input = input
    self.outcome = outcome
    self.left = left
    widest = Int(input.wishNumber.max() ?? 0) + 1
    cells = Array(repeating: Cell(), count: input.programs.count * widest)
  }

  mutating func count(_ applicant: Int) {
    let competes =
      input.keeper(of: applicant) == nil && !left.contains(Int32(truncatingIfNeeded: applicant))
    let tied = outcome.tiedPlaces[Int32(truncatingIfNeeded: applicant)]
    let place = outcome.place[applicant]
    let awaited = outcome.unreviewed[Int32(truncatingIfNeeded: applicant)] ?? place
    for wish in input.wishes(of: applicant) {
      let program = Int(input.wishProgram[wish])
      let number = Int(input.wishNumber[wish])
      if input.wishSpecial[wish] {
        named.special = max(named.special, number)
      } else {
        named.ordinary = max(named.ordinary, number)
      }
      guard input.programs[program].special == input.wishSpecial[wish] else { continue }
      let index = program * widest + number
      cells[index].applicants += 1
      if Int(place) == wish {
        admit(wish, to: index)
      } else if competes, outcome.verdict[wish] == .eligible,
        wasConsidered(wish, of: program, place: tied?.groupOut ?? awaited),
        wasConsidered(wish, of: program, place: tied?.groupIn ?? awaited)
      {
        cells[index].turnedAway += 1
      }
    }
  }

  private mutating func admit(_ wish: Int, to index: Int) {
    cells[index].admitted += 1
    // A kept child may no longer be eligible; then it has no key.
    guard outcome.verdict[wish] == .eligible else { return }
    if isLater(wish, than: cells[index].lastIn) { cells[index].lastIn = Int32(truncatingIfNeeded: wish) }
    guard !outcome.direct[wish] else { return }
    let (tier, score) = (outcome.tier[wish], outcome.score[wish])
    if tier > cells[index].lastTier ?? .min {
      cells[index].lastTier = tier
      cells[index].lowestScore = score
    } else if tier == cells[index].lastTier {
      cells[index].lowestScore = min(cells[index].lowestScore, score)
    }
  }

  private func isLater(_ wish: Int, than last: Int32) -> Bool {
    last < 0 || outcome.rank[wish] > outcome.rank[Int(last)]
  }

  /// A child that ended at `place` (−1: nowhere) was considered at the wish and not taken.
  private func wasConsidered(_ wish: Int, of program: Int, place: Int32) -> Bool {
    guard wish != Int(place) else { return false }
    guard place >= 0 else { return true }
    let phase = input.programs[program].phase
    let placePhase = input.programs[Int(input.wishProgram[Int(place)])].phase
    guard input.rules.method != .given, phase != placePhase else { return wish < Int(place) }
    return phase < placePhase
  }

  /// The wish numbers that the program has a row for.
  func numbers(of program: Int) -> [Int] {
    let largest = input.programs[program].special ? named.special : named.ordinary
    let taken = input.programs[program].acceptedWishes ?? (largest < 1 ? [] : Array(1...largest))
    let namedAt = (0..<widest).filter { cells[program * widest + $0].applicants > 0 }
    return Set(taken + namedAt + input.programs[program].givenCutoffs.keys).sorted()
  }

  func row(_ program: Int, wish number: Int) -> CutoffRow {
    let asked = input.programs[program]
    let cell = (0..<widest).contains(number) ? cells[program * widest + number] : Cell()
    var cutoff = CutoffRow.Cutoff.none
    if input.rules.method == .given {
      cutoff = asked.givenCutoffs[number].map { .score($0) } ?? .none
    } else if cell.turnedAway > 0 {
      cutoff = cell.lastTier == nil ? .all : .score(Exact(raw: cell.lowestScore))
    }
    return CutoffRow(
      program: program, wish: number, special: asked.special, quota: asked.quota,
      applicants: cell.applicants, admitted: cell.admitted, cutoff: cutoff,
      tier: asked.zoned ? cell.lastTier : nil,
      last: cell.lastIn >= 0 ? lastIn(Int(cell.lastIn), of: asked) : nil)
  }

  private func lastIn(_ wish: Int, of program: Program) -> CutoffRow.LastIn {
    let applicant = input.applicant(ofWish: wish)
    let chain = program.tieChain.map { input.tieChains[$0] } ?? []
    return CutoffRow.LastIn(
      tier: program.zoned ? outcome.tier[wish] : nil, score: Exact(raw: outcome.score[wish]),
      ties: chain.map { criterion in
        switch criterion.source {
        case .wishNumber: return Int64(input.wishNumber[wish])
        case .field(let field):
          let value = input.fields[field][applicant]
          return value <= FieldValue.lastMark ? nil : value
        }
      })
  }
}
