public import Admission
import Rounds
public import Sheets
import Tables

/// The rows of `giai-trinh.csv`, applicant by applicant: whatever stands in many
/// of them is made once, and rows of different applicants can be written at the same time.
public struct ExplanationRows: Sendable {
  private let input: Input
  private let outcome: Outcome
  private let about: About
  /// By program: what matters of it here.
  private let asked: [Asked]
  /// By program: the codes of its school and of itself.
  private let places: CSVCellList
  /// By number of ordinary wishes, and after them of specialised ones: the number and the group.
  private let numbers: CSVCellList
  private let eligible = ExplanationRows.cells { $0.word("eligible") }
  private let blankKey = ExplanationRows.cells { csv in for _ in 0..<8 { csv.blank() } }
  /// What stands in the columns about parts of seats where there are none.
  private let blankParts = ExplanationRows.cells { csv in for _ in 0..<4 { csv.blank() } }
  /// By program, for the newest run of the rules and then for the one before: the key of the cut-off,
  /// blank where nobody was turned away, and what stands in the columns about parts.
  private let keys: CSVCellList

  /// What matters of a program, without references.
  private struct Asked {
    var zoned: Bool
    /// -1 for none.
    var tieChain: Int32
    var hasParts: Bool
  }

  /// What rows say besides numbers of the decision.
  public struct About: Sendable {
    /// By program: the codes of its school and of itself.
    public var programs: [(school: String, program: String)]
    /// Writes the four identifiers of an applicant.
    public var identifiers: @Sendable (_ applicant: Int, _ row: inout CSVRow) -> Void
    /// The place of an applicant among the draws, from 1; nil without a draw.
    public var drawn: @Sendable (_ applicant: Int) -> Int?
    /// By field of the input: its numbers are days.
    public var fieldsAreDays: [Bool]
    /// By program: a wish whose key is the cut-off, or −1; of the newest run of the rules, and of the one before.
    public var cutoffs: (newest: [Int32], before: [Int32])
    /// By wish: whether it took part in the newest run; empty where all did.
    public var takesPart: [Bool]
    /// By program: some of its seats are for some; empty where this is so nowhere.
    public var hasParts: [Bool] = []
    /// Of an eligible wish at such a program: the part of the seats through which it competed (its row; nil
    /// for the open ones), and a wish whose key is the cut-off there, or −1.
    public var part: @Sendable (_ wish: Int, _ applicant: Int) -> (row: Int?, cutoff: Int32)? = { _, _ in nil
    }
    /// The rows of such a program that the applicant belongs to.
    public var rows: @Sendable (_ wish: Int, _ applicant: Int) -> [Int] = { _, _ in [] }

    /// Why an applicant has left the place that it had; nil where it has not.
    public var left: @Sendable (_ applicant: Int) -> String? = { _ in nil }

    /// The verdict of a wish as it is told, and how the child has declined the school, empty where it has not; nil
    /// where no child has.
    public var declined: (@Sendable (_ wish: Int, _ applicant: Int) -> (verdict: Verdict, how: String))?

    /// Some rulings of the council part somebody.
    public var hasMinutes = false
    /// Of one about an applicant at a program: the number of its minutes; empty where there is none.
    public var minutes: @Sendable (_ applicant: Int, _ program: Int) -> String = { _, _ in "" }

    /// Of a round that was decided once.
    public init(
      programs: [(school: String, program: String)], fieldsAreDays: [Bool], cutoff: [Int32],
      identifiers: @escaping @Sendable (_ applicant: Int, _ row: inout CSVRow) -> Void,
      drawn: @escaping @Sendable (_ applicant: Int) -> Int?
    ) {
      self.programs = programs
      self.fieldsAreDays = fieldsAreDays
      self.identifiers = identifiers
      self.drawn = drawn
      cutoffs = (cutoff, cutoff)
      takesPart = []
    }
  }

  /// The rows of a decided round.
  public init(_ input: Input, _ outcome: Outcome, _ about: About) {
    self.input = input
    self.outcome = outcome
    self.about = about
    asked = input.programs.indices.map { number in
      let hasParts = !about.hasParts.isEmpty && about.hasParts[number] && input.rules.method != .given
      return Asked(
        zoned: input.programs[number].zoned,
        tieChain: Int32(truncatingIfNeeded: input.programs[number].tieChain ?? -1), hasParts: hasParts)
    }
    places = CSVCellList(
      about.programs.map { names in
        ExplanationRows.cells {
          $0.text(names.school)
          $0.text(names.program)
        }
      })
    numbers = CSVCellList(
      (0..<2 * ExplanationRows.numbersOfWishes).map { number in
        ExplanationRows.cells {
          $0.integer(Int64(number % ExplanationRows.numbersOfWishes))
          $0.integer(number < ExplanationRows.numbersOfWishes ? 0 : 1)
        }
      })
    keys = ExplanationRows.keys(input, outcome, about)
  }

  private static let numbersOfWishes = Int(UInt8.max) + 1

  /// The rows of some applicants, as a piece of the file.
  public func rows(of applicants: Range<Int>) -> CSVWriter {
    var csv = CSVWriter(piece: true)
    var row = CSVRow()
    let start = row.mark
    let (programs, numbers, special) = (
      input.wishProgram.span, input.wishNumber.span, input.wishSpecial.span
    )
    for applicant in applicants where !input.wishes(of: applicant).isEmpty {
      about.identifiers(applicant, &row)
      let who = row.mark
      var child = child(applicant)
      for wish in input.wishes(of: applicant) {
        let program = Int(programs[wish])
        row.put(places, at: program)
        row.put(
          self.numbers, at: Int(numbers[wish]) + (special[wish] ? ExplanationRows.numbersOfWishes : 0))
        let declined = about.declined?(wish, applicant)
        let verdict = declined?.verdict ?? outcome.verdict[wish]
        if verdict == .eligible { row.put(eligible) } else { row.text(verdict.rawValue) }
        if verdict.hasScore {
          writeKey(of: wish, asked[program], &child, to: &row)
        } else {
          row.put(blankKey)
        }
        row.positive(outcome.rank[wish])
        row.positive(outcome.waitingPlace[wish])
        writeState(of: wish, child, to: &row)
        let tookPart = about.takesPart.isEmpty || about.takesPart[wish]
        row.flag(tookPart)
        if input.rulings.isEmpty { row.blank() } else { writeRuling(of: applicant, program, to: &row) }
        if asked[program].hasParts {
          writeSeats(ofWish: wish, applicant, to: &row)
        } else if input.rules.method == .given {
          writeGiven(wish, to: &row)
        } else {
          row.put(keys, at: tookPart ? program : asked.count + program)
        }
        if let left = child.left { row.text(left) } else { row.blank() }
        if about.hasMinutes { row.text(about.minutes(applicant, program)) } else { row.blank() }
        if let how = declined?.how, !how.isEmpty { row.text(how) } else { row.blank() }
        row.end(in: &csv, keeping: who)
      }
      row.cut(to: start)
    }
    return csv
  }

  /// What is the same in all rows of an applicant.
  private struct Child {
    let number: Int
    let draw: Int?
    let left: String?
    let place: Int
    let isKept: Bool
    let tied: Outcome.TiedPlaces?
    let awaited: Int32?
    /// What a tie chain compares of it, where it does not depend on the wish.
    var ties: (chain: Int32, cells: CSVCells)?
  }

  private func child(_ applicant: Int) -> Child {
    let key = Int32(truncatingIfNeeded: applicant)
    return Child(
      number: applicant, draw: about.drawn(applicant), left: about.left(applicant),
      place: Int(outcome.place[applicant]), isKept: input.keeper(of: applicant) != nil,
      tied: outcome.tiedPlaces.isEmpty ? nil : outcome.tiedPlaces[key],
      awaited: outcome.unreviewed.isEmpty ? nil : outcome.unreviewed[key])
  }

  /// The key of an eligible wish; of one that is not, and reaches a score, that.
  private func writeKey(of wish: Int, _ asked: Asked, _ child: inout Child, to row: inout CSVRow) {
    row.flag(outcome.direct[wish])
    row.positive(asked.zoned ? outcome.tier[wish] : 0)
    row.decimal(Exact(raw: outcome.score[wish]))
    row.decimal(Exact(raw: outcome.priority[wish]))
    row.decimal(Exact(raw: outcome.incentive[wish]))
    row.decimal(input.rules.method == .margin ? input.margin(ofWish: wish) : .zero)
    if asked.tieChain < 0 {
      row.blank()
    } else if let ties = child.ties, ties.chain == asked.tieChain {
      row.put(ties.cells)
    } else {
      let made = ExplanationRows.cells { csv in
        csv.text(ExplanationRows.tieTexts(of: wish, child.number, input, about))
      }
      let isOfWish = input.tieChains[Int(asked.tieChain)].contains { $0.source == .wishNumber }
      child.ties = isOfWish ? nil : (asked.tieChain, made)
      row.put(made)
    }
    if let draw = child.draw { row.integer(Int64(draw)) } else { row.blank() }
  }

  /// Whether it is the child's place, whether it keeps it, and what is undecided about it.
  private func writeState(of wish: Int, _ child: Child, to row: inout CSVRow) {
    row.flag(child.place == wish)
    row.flag(child.place == wish && child.isKept)
    if let tied = child.tied, Int(tied.groupOut) == wish {
      row.text("out")
    } else if let tied = child.tied, Int(tied.groupIn) == wish {
      row.text("in")
    } else if let awaited = child.awaited, Int(awaited) == wish {
      row.text("documents")
    } else {
      row.blank()
    }
  }

  /// What the council concluded of an applicant at a program.
  private func writeRuling(of applicant: Int, _ program: Int, to row: inout CSVRow) {
    row.text(ExplanationRows.ruling(of: applicant, program, input))
  }

  /// The cut-off of the part of the seats through which a wish competed, and which part that is.
  private func writeSeats(ofWish wish: Int, _ applicant: Int, to row: inout CSVRow) {
    let number = Int32(truncatingIfNeeded: applicant)
    let isEligible = outcome.verdict[wish] == .eligible
    let part = isEligible ? about.part(wish, applicant) : nil
    if let part, part.cutoff >= 0 {
      row.put(ExplanationRows.cutoffKey(Int(part.cutoff), input, outcome, about))
    } else {
      row.put(blankKey)
    }
    let isKept = input.keeper(of: applicant) != nil && Int(outcome.place[applicant]) == wish
    let rows = isEligible || isKept ? about.rows(wish, applicant) : []
    row.text(rows.map { String($0 + 1) }.joined(separator: ";"))
    let tied = outcome.tiedPlaces[number]
    let decided = outcome.unreviewed[number] ?? outcome.place[applicant]
    let readings =
      [(tied?.groupOut ?? decided, outcome.reservedSeats[number])]
      + (input.isCouncil ? [(tied?.groupIn ?? decided, outcome.reservedSeatsGroupIn[number])] : [])
    for (place, seat) in readings {
      if Int(place) == wish { row.integer(Int64((seat ?? -1) + 1)) } else { row.blank() }
    }
    if readings.count == 1 { row.blank() }
    if let part, part.cutoff >= 0 { row.integer(Int64((part.row ?? -1) + 1)) } else { row.blank() }
  }

  /// A cut-off that was given is a score and nothing else.
  private func writeGiven(_ wish: Int, to row: inout CSVRow) {
    let given = input.programs[Int(input.wishProgram[wish])].givenCutoffs[Int(input.wishNumber[wish])]
    for cell in 0..<8 {
      if cell == 3, let given { row.decimal(given) } else { row.blank() }
    }
    row.put(blankParts)
  }
}

extension CSVRow {
  /// A number from 1, or a blank.
  fileprivate mutating func positive(_ number: Int32) {
    if number > 0 { integer(Int64(number)) } else { blank() }
  }
}
