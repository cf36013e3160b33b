/// Seats of a program that are given by one order of keys: all of them, or with
/// reservations those of one row, or the open ones.
struct SeatPart {
  let program: Int
  /// The row of the program's reservations; nil for open seats.
  var row: Int?
  /// How many, without those of kept children.
  var seats: Int
  /// Wishes whose applicants sit there, without the kept.
  var seated: ArraySlice<Standing>
  /// Eligible wishes whose applicants were not taken here: turned away from the
  /// program in the phase of their place, or seated by a later part.
  var outside: ArraySlice<Standing>
  /// Those turned away whose place is in a later phase.
  var outsideEarlier: ArraySlice<Standing>
  /// The wish whose key is recorded as the cut-off, or −1.
  var cutoff: Int32
}

extension Recount {
  /// The parts of all programs, one program after another.
  func parts(_ view: SeatingView, _ outcome: Outcome) -> [SeatPart] {
    input.programs.indices.flatMap { program in
      var whole = SeatPart(
        program: program, seats: seatsLeft[program], seated: view.seated(program),
        outside: view.turnedAway(program), outsideEarlier: view.turnedAwayEarlier(program),
        cutoff: outcome.cutoff[program])
      guard !input.programs[program].reservations.isEmpty else { return [whole] }
      whole.outside = notCapped(whole.outside, of: program, view)
      whole.outsideEarlier = notCapped(whole.outsideEarlier, of: program, view)
      return parted(whole, view, outcome)
    }
  }

  /// The `dành riêng` rows of a program in order, and what they leave open.
  private func parted(_ whole: SeatPart, _ view: SeatingView, _ outcome: Outcome) -> [SeatPart] {
    let rows = input.programs[whole.program].reservations
    let cutoffs = outcome.reservationCutoffs[Int32(whole.program)] ?? []
    let kept = keptRows(of: whole.program)
    var parts: [SeatPart] = []
    var open = whole
    open.seats = input.programs[whole.program].quota - kept.count { $0 == nil }
    for (row, reservation) in rows.enumerated() where reservation.kind == .reserved {
      var part = whole
      part.row = row
      part.seats = max(0, reservation.seats - kept.count { $0 == row })
      part.cutoff = row < cutoffs.count ? cutoffs[row] : -1
      part.seated = whole.seated.filter { view.row(of: $0.wish, self) == row }[...]
      part.outsideEarlier = whole.outsideEarlier.filter { belongs($0.wish, to: reservation) }[...]
      part.outside =
        (open.seated + whole.outside).filter {
          belongs($0.wish, to: reservation) && view.row(of: $0.wish, self) != row
        }[...]
      open.seated.removeAll { view.row(of: $0.wish, self) == row }
      parts.append(part)
      let isFull = view.hasCutoffs && part.cutoff >= 0
      open.seats -=
        isFull || part.seats == 0
        ? reservation.seats : min(reservation.seats, reservation.seats - part.seats + part.seated.count)
    }
    open.seats = max(0, open.seats)
    return parts + [open]
  }

  /// By kept child of the program: the row whose seat it keeps, nil for an open seat.
  private func keptRows(of program: Int) -> [Int?] {
    input.kept.indices.filter { input.keeper(of: $0) == program }.map { input.keptRow(of: $0) }
  }

  /// Of wishes turned away, those that no `tối đa` row refused: a row refuses
  /// whoever stands behind all of its category that are seated, if these fill
  /// it, or a group of equals before or beside did not fit in.
  private func notCapped(
    _ wishes: ArraySlice<Standing>, of program: Int, _ view: SeatingView
  ) -> ArraySlice<Standing> {
    var left = wishes
    for cap in input.programs[program].reservations where cap.kind == .atMost {
      let seats = capSeats(cap, of: program)
      let inside = view.seated(program).filter { belongs($0.wish, to: cap) }[...]
      let last = worst(inside) ?? 0
      let behind = (view.turnedAway(program) + view.turnedAwayEarlier(program))
        .filter { belongs($0.wish, to: cap) && $0.rank > last }
      // The first rank that is refused.
      var first: Int32? = inside.count >= seats ? 0 : nil
      if first == nil, !view.groupsStayIn {
        let groups = Dictionary(grouping: behind, by: \.rank)
        first = groups.filter { $0.value.count + inside.count > seats }.keys.min()
      }
      guard let first else { continue }
      let refused = Set(behind.lazy.filter { $0.rank >= first }.map(\.wish))
      left.removeAll { refused.contains($0.wish) }
    }
    return left
  }

  /// The seats of a `tối đa` row without those of kept children of its category.
  func capSeats(_ cap: Reservation, of program: Int) -> Int {
    let kept = input.kept.indices.filter { child in
      input.keeper(of: child) == program
        && input.wishes(of: child).contains {
          Int(input.wishProgram[$0]) == program && isMember($0, cap.category)
        }
    }
    return max(0, cap.seats - kept.count)
  }

  /// The wish is of a child of the row's category.
  func belongs(_ wish: Int32, to row: Reservation) -> Bool { isMember(Int(wish), row.category) }

  private func isMember(_ wish: Int, _ category: Reservation.Category) -> Bool {
    let child = input.applicant(ofWish: wish)
    return switch category {
    case .tier(let tier): self.tier(wish, of: child) == tier
    case .sourceSchool(let school):
      !input.residences.isEmpty && input.residences[child].sourceSchool == school
    case .claim(let code):
      !input.claims.isEmpty && input.claimSets[Int(input.claims[child])].contains(code)
    }
  }
}
