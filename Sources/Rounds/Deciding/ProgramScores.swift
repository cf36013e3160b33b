import Tables

/// Points that schools gave their applicants themselves, for ``Input``.
struct ProgramScores {
  private(set) var ofProgram: [Int32: [Int32: Exact]] = [:]

  /// A row that is held names its program all the same: nobody else is eligible there.
  init(_ layers: [Layer], _ directory: ProgramDirectory, _ applicants: ApplicantLookup) {
    for layer in layers {
      let schools = layer.table.column("school")?.texts
      let programs = layer.table.column("program")?.texts
      let points = layer.table.column("points")
      let program = { (row: Int) -> Int32 in
        directory.program((schools?[row] ?? []) + [UInt8(ascii: "/")] + (programs?[row] ?? []))
      }
      for row in layer.rows where layer.table.held[Int(row)] {
        let program = program(Int(row))
        if program >= 0, ofProgram[program] == nil { ofProgram[program] = [:] }
      }
      for (row, applicant) in applicants.rows(of: layer) {
        let program = program(row)
        guard program >= 0, let points = points?.number(row) else { continue }
        ofProgram[program, default: [:]][applicant] = Exact(raw: points)
      }
    }
  }
}
