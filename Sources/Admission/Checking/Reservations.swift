/// P6. Whoever sits on a `dành riêng` row is of its category; no `tối đa` row
/// has more of its category than its seats, but (with `Lấy cả nhóm`) for those
/// equal to the last one; and the seats of the rows and the open ones together
/// are no more than the quota; and exactly those parts are told to have no seat
/// to give that have none. That each row and the open seats hold the best of
/// those who may sit there is P1 and P3 to P5 of each part. Examined: wishes
/// seated, `tối đa` rows, and programs.
func checkReservations(_ recount: Recount, _ outcome: Outcome, _ views: [SeatingView]) -> PropertyReport {
  var report = PropertyReport(.reservations)
  let input = recount.input
  for view in views {
    let parts = Dictionary(grouping: view.parts, by: \.program)
    for (program, asked) in input.programs.enumerated() where !asked.reservations.isEmpty {
      if view.hasCutoffs {
        var empty = (parts[program] ?? []).filter { $0.seats == 0 }.map { $0.row ?? asked.reservations.count }
        for (row, cap) in asked.reservations.enumerated() where cap.kind == .atMost {
          if recount.capSeats(cap, of: program) == 0 { empty.append(row) }
        }
        report.examine(outcome.partsWithoutSeats[Int32(program)] == empty.sorted(), .init(program: program))
      }
      for wish in view.seated(program).map(\.wish) {
        let row = view.row(of: wish, recount)
        let right = row.map { row in
          asked.reservations.indices.contains(row) && asked.reservations[row].kind == .reserved
            && recount.belongs(wish, to: asked.reservations[row])
        }
        report.examine(right ?? true, recount.violation(Int(wish)))
      }
      for cap in asked.reservations where cap.kind == .atMost {
        let inside = view.seated(program).filter { recount.belongs($0.wish, to: cap) }[...]
        report.examine(
          recount.fit(
            inside, into: recount.capSeats(cap, of: program), groupsStayIn: view.groupsStayIn),
          .init(program: program))
      }
    }
    for (applicant, row) in view.rows.sorted(by: { $0.key < $1.key }) {
      let place = Int(view.place[Int(applicant)])
      let kept = input.keeper(of: Int(applicant)) != nil
      let right =
        place >= 0 && !input.programs[Int(input.wishProgram[place])].reservations.isEmpty
        && (!kept || input.keptRow(of: Int(applicant)) == row)
      report.examine(right, .init(applicant: Int(applicant)))
    }
  }
  return report
}
