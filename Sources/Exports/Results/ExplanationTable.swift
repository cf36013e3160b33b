import Admission
import Rounds
import Sheets
import TableSchema
import Tables

extension RoundContent {
  /// `giai-trinh.csv`: a row for each person and wish, in codes and numbers:
  /// `verdict` says `eligible` or why not; then the parts of the key (`score`
  /// before its `margin`, of it `priority` and `incentive`; `ties` joined by `;`;
  /// `draw` as the order in `boc-tham.csv`), the rank, the place on the waiting
  /// list, whether it is the child's place, whether it keeps it from an earlier
  /// result, what is undecided about it (`out`: the place if a tied group stays
  /// out, `in`: if it comes in, `documents`: the seat is kept until they are
  /// reviewed), whether it took part in the newest run of the rules (`part`), what
  /// the council concluded (an order, `admit` or `refuse`), and the key of the
  /// cut-off that it was compared with, blank where nobody was turned away.
  /// Where some seats are for some: the rows of the reservations, by their number
  /// in `kiem-chung.json`, that the child belongs to (`rows`); the one on whose
  /// seat it is (`seat`, and `seatIn` if a tied group comes in), `0` for an open
  /// seat; and the one whose cut-off it was compared with (`cutoffRow`, likewise).
  /// Last, why the child has left the place that it had (`declined`, `absent`,
  /// `unconfirmed`).
  func explanationTable() -> OutputFile {
    let (input, outcome) = (round.input, round.outcome)
    let texts = EncodedTexts(round)
    let verdicts = EncodedCodes<Verdict>()
    let keys = cutoffKeys(round.seats)
    let keysBefore = round.seatsBefore.map(cutoffKeys) ?? keys
    var csv = CSVWriter(guardsFormulas: true)
    for label in [
      "personalId", "moetId", "examNo", "applicationNo", "school", "program", "wish", "special", "verdict",
      "direct", "tier", "score", "priority", "incentive", "margin", "ties", "draw", "rank", "waiting",
      "admitted", "kept", "undecided", "part", "ruling", "cutoffDirect", "cutoffTier", "cutoffWish",
      "cutoffScore",
      "cutoffMargin",
      "cutoffTies", "cutoffDraw", "cutoffRuling", "rows", "seat", "seatIn", "cutoffRow", "left",
    ] { csv.text(label) }
    csv.endRow()
    for applicant in 0..<round.cohort.count {
      let isKept = input.keeper(of: applicant) != nil
      let tied = outcome.tiedPlaces[Int32(truncatingIfNeeded: applicant)]
      let awaited = outcome.unreviewed[Int32(truncatingIfNeeded: applicant)]
      let reason = round.left[Int32(truncatingIfNeeded: applicant)]
      for wish in input.wishes(of: applicant) {
        let program = Int(input.wishProgram[wish])
        for kind in Schema.identifierKeys.indices { csv.text(round.cohort.identifier(kind, of: applicant)) }
        csv.text(texts.schools[program])
        csv.text(texts.programs[program])
        csv.integer(Int64(input.wishNumber[wish]))
        csv.integer(input.wishSpecial[wish] ? 1 : 0)
        csv.text(verdicts[outcome.verdict[wish]])
        writeKey(of: wish, applicant, to: &csv)
        csv.positive(outcome.rank[wish])
        csv.positive(outcome.waitingPlace[wish])
        let isPlace = Int(outcome.place[applicant]) == wish
        csv.integer(isPlace ? 1 : 0)
        csv.integer(isPlace && isKept ? 1 : 0)
        if let tied, Int(tied.groupOut) == wish {
          csv.word("out")
        } else if let tied, Int(tied.groupIn) == wish {
          csv.word("in")
        } else if let awaited, Int(awaited) == wish {
          csv.word("documents")
        } else {
          csv.blank()
        }
        let tookPart = round.takesPart.isEmpty || round.takesPart[wish]
        csv.integer(tookPart ? 1 : 0)
        csv.text(ruling(of: applicant, program))
        if round.reservations[program].isEmpty || input.rules.method == .given {
          writeCutoff((tookPart ? keys : keysBefore)[program], ofWish: wish, to: &csv)
          for _ in 0..<4 { csv.blank() }
        } else {
          writeSeats(ofWish: wish, applicant, to: &csv)
        }
        if let reason { csv.text(reason.rawValue) } else { csv.blank() }
        csv.endRow()
      }
    }
    return OutputFile("giai-trinh.csv", csv)
  }

  /// The key of an eligible wish; of one below the minimum its score; of others nothing.
  private func writeKey(of wish: Int, _ applicant: Int, to csv: inout CSVWriter) {
    let (outcome, verdict) = (round.outcome, round.outcome.verdict[wish])
    let program = round.input.programs[Int(round.input.wishProgram[wish])]
    guard verdict == .eligible || verdict == .belowMinimum else {
      for _ in 0..<8 { csv.blank() }
      return
    }
    csv.integer(outcome.direct[wish] ? 1 : 0)
    csv.positive(program.zoned ? outcome.tier[wish] : 0)
    csv.decimal(Exact(raw: outcome.score[wish]))
    csv.decimal(Exact(raw: outcome.priority[wish]))
    csv.decimal(Exact(raw: outcome.incentive[wish]))
    csv.decimal(round.margin(ofWish: wish))
    if program.tieChain == nil { csv.blank() } else { csv.text(ties(of: wish, applicant)) }
    if let place = round.lottery.place(applicant) { csv.integer(Int64(place)) } else { csv.blank() }
  }

  /// What the council concluded of an applicant at a program.
  private func ruling(of applicant: Int, _ program: Int) -> String {
    let program = Int32(truncatingIfNeeded: program)
    switch round.input.rulings[program]?[Int32(truncatingIfNeeded: applicant)] {
    case .admit(let order?): return String(order)
    case .admit(nil): return "admit"
    case .refuse: return "refuse"
    case nil: return ""
    }
  }

  /// The tie values, a missing one blank.
  private func ties(of wish: Int, _ applicant: Int) -> String {
    let program = round.input.programs[Int(round.input.wishProgram[wish])]
    let chain = program.tieChain.map { round.input.tieChains[$0] } ?? []
    return chain.map { criterion in
      switch criterion.source {
      case .wishNumber: return String(round.input.wishNumber[wish])
      case .field(let field):
        let value = round.input.fields[field][applicant]
        return value <= FieldValue.unconvertible ? "" : round.tieText(value, criterion)
      }
    }.joined(separator: ";")
  }

  /// The parts of a program's cut-off as they are written in each of its rows.
  private struct CutoffKey {
    var cells: [ArraySlice<UInt8>]
  }

  /// By program; nil where nobody was turned away.
  private func cutoffKeys(_ seats: SeatFacts) -> [CutoffKey?] { seats.cutoff.map { cutoffKey($0) } }

  private func cutoffKey(_ wish: Int32) -> CutoffKey? {
    guard wish >= 0 else { return nil }
    let (wish, outcome) = (Int(wish), round.outcome)
    let applicant = round.input.applicant(ofWish: wish)
    let isZoned = round.plan(ofWish: wish).zoned
    let cells = [
      outcome.direct[wish] ? "1" : "0", isZoned ? String(outcome.tier[wish]) : "",
      String(round.input.wishNumber[wish]), Exact(raw: outcome.score[wish]).text,
      round.margin(ofWish: wish).text, ties(of: wish, applicant),
      round.lottery.place(applicant).map { String($0) } ?? "",
      ruling(of: applicant, Int(round.input.wishProgram[wish])),
    ]
    return CutoffKey(cells: cells.map { ArraySlice($0.utf8) })
  }

  /// The cut-off of the part of the seats through which a wish competed, and which part that is.
  private func writeSeats(ofWish wish: Int, _ applicant: Int, to csv: inout CSVWriter) {
    let (number, outcome) = (Int32(truncatingIfNeeded: applicant), round.outcome)
    let isEligible = outcome.verdict[wish] == .eligible
    let part = isEligible ? round.seatPart(ofWish: wish, of: applicant) : nil
    writeCutoff(part.flatMap { cutoffKey($0.cutoff) }, ofWish: wish, to: &csv)
    let isKept = round.input.keeper(of: applicant) != nil && Int(outcome.place[applicant]) == wish
    let rows = isEligible || isKept ? round.reservationRows(ofWish: wish, of: applicant) : []
    csv.text(rows.map { String($0 + 1) }.joined(separator: ";"))
    let tied = outcome.tiedPlaces[number]
    let decided = outcome.unreviewed[number] ?? outcome.place[applicant]
    let readings =
      [(tied?.groupOut ?? decided, outcome.reservedSeats[number])]
      + (round.input.isCouncil ? [(tied?.groupIn ?? decided, outcome.reservedSeatsGroupIn[number])] : [])
    for (place, row) in readings {
      if Int(place) == wish { csv.integer(Int64((row ?? -1) + 1)) } else { csv.blank() }
    }
    if readings.count == 1 { csv.blank() }
    if let part, part.cutoff >= 0 { csv.integer(Int64((part.row ?? -1) + 1)) } else { csv.blank() }
  }

  private func writeCutoff(_ key: CutoffKey?, ofWish wish: Int, to csv: inout CSVWriter) {
    if let key {
      for cell in key.cells { csv.text(cell) }
      return
    }
    // A cut-off that was given is a score and nothing else.
    let program = round.input.programs[Int(round.input.wishProgram[wish])]
    let given =
      round.input.rules.method == .given ? program.givenCutoffs[Int(round.input.wishNumber[wish])] : nil
    for cell in 0..<8 {
      if cell == 3, let given { csv.decimal(given) } else { csv.blank() }
    }
  }
}
