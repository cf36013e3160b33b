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
  /// By program: the codes of its school and of itself.
  private let places: [CSVCells]
  /// By number, for ordinary wishes and for specialised ones: the number and the group.
  private let numbers: (ordinary: [CSVCells], special: [CSVCells])
  private let eligible = cells { $0.word("eligible") }
  private let blankKey = cells { csv in for _ in 0..<8 { csv.blank() } }
  /// What stands in the columns about parts of seats where there are none.
  private let blankParts = cells { csv in for _ in 0..<4 { csv.blank() } }
  /// By program, for each of ``About/cutoffs``; nil where nobody was turned away.
  private var keys: [[CSVCells?]] = []

  /// What rows say besides numbers of the decision.
  public struct About: Sendable {
    /// By program: the codes of its school and of itself.
    public var programs: [(school: String, program: String)]
    /// Writes the four identifiers of an applicant.
    public var identifiers: @Sendable (_ applicant: Int, _ csv: inout CSVWriter) -> Void
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

    /// Of a round that was decided once.
    public init(
      programs: [(school: String, program: String)], fieldsAreDays: [Bool], cutoff: [Int32],
      identifiers: @escaping @Sendable (_ applicant: Int, _ csv: inout CSVWriter) -> Void,
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
    places = about.programs.map { names in
      cells {
        $0.text(names.school)
        $0.text(names.program)
      }
    }
    func numbers(_ isSpecial: Bool) -> [CSVCells] {
      (0...Int(UInt8.max)).map { number in
        cells {
          $0.integer(Int64(number))
          $0.integer(isSpecial ? 1 : 0)
        }
      }
    }
    self.numbers = (numbers(false), numbers(true))
    keys = [about.cutoffs.newest, about.cutoffs.before].map { wishes in
      wishes.map { $0 < 0 ? nil : cutoffKey(Int($0)) }
    }
  }

  /// The rows of some applicants, as a piece of the file.
  public func rows(of applicants: Range<Int>) -> CSVWriter {
    var csv = CSVWriter(piece: true)
    for applicant in applicants where !input.wishes(of: applicant).isEmpty {
      let who = cells { about.identifiers(applicant, &$0) }
      let draw = about.drawn(applicant)
      let left = about.left(applicant)
      var ties: TieCells?
      for wish in input.wishes(of: applicant) {
        let program = Int(input.wishProgram[wish])
        let number = Int(input.wishNumber[wish])
        csv.put(who)
        csv.put(places[program])
        csv.put(input.wishSpecial[wish] ? numbers.special[number] : numbers.ordinary[number])
        let verdict = outcome.verdict[wish]
        if verdict == .eligible { csv.put(eligible) } else { csv.text(verdict.rawValue) }
        if verdict == .eligible || verdict == .belowMinimum {
          writeKey(of: wish, applicant, draw, &ties, to: &csv)
        } else {
          csv.put(blankKey)
        }
        csv.positive(outcome.rank[wish])
        csv.positive(outcome.waitingPlace[wish])
        writeState(of: wish, applicant, to: &csv)
        let tookPart = about.takesPart.isEmpty || about.takesPart[wish]
        csv.integer(tookPart ? 1 : 0)
        writeRuling(of: applicant, program, to: &csv)
        if about.hasParts.isEmpty || !about.hasParts[program] || input.rules.method == .given {
          if let key = keys[tookPart ? 0 : 1][program] { csv.put(key) } else { writeGiven(wish, to: &csv) }
          csv.put(blankParts)
        } else {
          writeSeats(ofWish: wish, applicant, to: &csv)
        }
        if let left { csv.text(left) } else { csv.blank() }
        csv.endRow()
      }
    }
    return csv
  }

  /// What a tie chain compares of the last applicant, where it does not depend on the wish.
  private typealias TieCells = (chain: Int, cells: CSVCells)

  /// The key of an eligible wish; of one below the minimum its score.
  private func writeKey(
    of wish: Int, _ applicant: Int, _ draw: Int?, _ ties: inout TieCells?, to csv: inout CSVWriter
  ) {
    let program = input.programs[Int(input.wishProgram[wish])]
    csv.integer(outcome.direct[wish] ? 1 : 0)
    csv.positive(program.zoned ? outcome.tier[wish] : 0)
    csv.decimal(Exact(raw: outcome.score[wish]))
    csv.decimal(Exact(raw: outcome.priority[wish]))
    csv.decimal(Exact(raw: outcome.incentive[wish]))
    csv.decimal(input.margin(ofWish: wish))
    if let chain = program.tieChain {
      if let ties, ties.chain == chain {
        csv.put(ties.cells)
      } else {
        let made = cells { $0.text(tieTexts(of: wish, applicant)) }
        let isOfWish = input.tieChains[chain].contains { $0.source == .wishNumber }
        ties = isOfWish ? nil : (chain, made)
        csv.put(made)
      }
    } else {
      csv.blank()
    }
    if let draw { csv.integer(Int64(draw)) } else { csv.blank() }
  }

  /// Whether it is the child's place, whether it keeps it, and what is undecided about it.
  private func writeState(of wish: Int, _ applicant: Int, to csv: inout CSVWriter) {
    let isPlace = Int(outcome.place[applicant]) == wish
    csv.integer(isPlace ? 1 : 0)
    csv.integer(isPlace && input.keeper(of: applicant) != nil ? 1 : 0)
    guard !outcome.tiedPlaces.isEmpty || !outcome.unreviewed.isEmpty else { return csv.blank() }
    let tied = outcome.tiedPlaces[Int32(truncatingIfNeeded: applicant)]
    let awaited = outcome.unreviewed[Int32(truncatingIfNeeded: applicant)]
    if let tied, Int(tied.groupOut) == wish {
      csv.word("out")
    } else if let tied, Int(tied.groupIn) == wish {
      csv.word("in")
    } else if let awaited, Int(awaited) == wish {
      csv.word("documents")
    } else {
      csv.blank()
    }
  }

  /// What the council concluded of an applicant at a program.
  private func writeRuling(of applicant: Int, _ program: Int, to csv: inout CSVWriter) {
    guard !input.rulings.isEmpty else { return csv.blank() }
    switch input.rulings[Int32(truncatingIfNeeded: program)]?[Int32(truncatingIfNeeded: applicant)] {
    case .admit(let order?): csv.integer(Int64(order))
    case .admit(nil): csv.word("admit")
    case .refuse: csv.word("refuse")
    case nil: csv.blank()
    }
  }

  /// The cut-off of the part of the seats through which a wish competed, and which part that is.
  private func writeSeats(ofWish wish: Int, _ applicant: Int, to csv: inout CSVWriter) {
    let number = Int32(truncatingIfNeeded: applicant)
    let isEligible = outcome.verdict[wish] == .eligible
    let part = isEligible ? about.part(wish, applicant) : nil
    if let part, part.cutoff >= 0 { csv.put(cutoffKey(Int(part.cutoff))) } else { csv.put(blankKey) }
    let isKept = input.keeper(of: applicant) != nil && Int(outcome.place[applicant]) == wish
    let rows = isEligible || isKept ? about.rows(wish, applicant) : []
    csv.text(rows.map { String($0 + 1) }.joined(separator: ";"))
    let tied = outcome.tiedPlaces[number]
    let decided = outcome.unreviewed[number] ?? outcome.place[applicant]
    let readings =
      [(tied?.groupOut ?? decided, outcome.reservedSeats[number])]
      + (input.isCouncil ? [(tied?.groupIn ?? decided, outcome.reservedSeatsGroupIn[number])] : [])
    for (place, row) in readings {
      if Int(place) == wish { csv.integer(Int64((row ?? -1) + 1)) } else { csv.blank() }
    }
    if readings.count == 1 { csv.blank() }
    if let part, part.cutoff >= 0 { csv.integer(Int64((part.row ?? -1) + 1)) } else { csv.blank() }
  }

  /// A cut-off that was given is a score and nothing else.
  private func writeGiven(_ wish: Int, to csv: inout CSVWriter) {
    let program = input.programs[Int(input.wishProgram[wish])]
    guard input.rules.method == .given, let given = program.givenCutoffs[Int(input.wishNumber[wish])] else {
      return csv.put(blankKey)
    }
    for cell in 0..<8 {
      if cell == 3 { csv.decimal(given) } else { csv.blank() }
    }
  }

  /// The parts of a cut-off as they are written in each row of its program.
  private func cutoffKey(_ wish: Int) -> CSVCells {
    let applicant = input.applicant(ofWish: wish)
    let program = Int(input.wishProgram[wish])
    return cells { csv in
      csv.integer(outcome.direct[wish] ? 1 : 0)
      csv.text(input.programs[program].zoned ? String(outcome.tier[wish]) : "")
      csv.integer(Int64(input.wishNumber[wish]))
      csv.text(Exact(raw: outcome.score[wish]).text)
      csv.text(input.margin(ofWish: wish).text)
      csv.text(tieTexts(of: wish, applicant))
      if let draw = about.drawn(applicant) { csv.integer(Int64(draw)) } else { csv.blank() }
      writeRuling(of: applicant, program, to: &csv)
    }
  }

  /// The tie values, a missing one blank.
  private func tieTexts(of wish: Int, _ applicant: Int) -> String {
    let program = input.programs[Int(input.wishProgram[wish])]
    let chain = program.tieChain.map { input.tieChains[$0] } ?? []
    return chain.map { criterion in
      switch criterion.source {
      case .wishNumber: return String(input.wishNumber[wish])
      case .field(let field):
        let value = input.fields[field][applicant]
        return value <= FieldValue.unconvertible ? "" : tieText(value, criterion, about.fieldsAreDays)
      }
    }.joined(separator: ";")
  }
}

/// Cells of a file that people open.
private func cells(_ write: (inout CSVWriter) -> Void) -> CSVCells {
  CSVWriter.cells(guardsFormulas: true, write)
}
