/// The choosers of a program with reservations, while the cut-offs of its parts
/// rise (contract.md 4, Reservations). A part is a row of the reservations or,
/// last, the open seats.
struct ReservedSeats {
  /// A child who chose the program.
  private struct Chooser {
    var child: Int32
    var wish: Int32
    var rank: Int32
    /// The rows of its categories.
    var rows: [Int32]
    /// The part that seats it; −1 for none.
    var part: Int32 = -1
  }

  private let rows: [Reservation]
  private let quota: Int
  /// By row, seats taken by kept children: those seated by it, or for `tối đa` those of its category.
  private var kept: [Int]
  private var keptOpen = 0
  private var choosers: [Chooser] = []
  /// By part: the largest rank that it accepts.
  private var limits: [Int32] = []
  /// By part: a wish whose key is its cut-off, or −1.
  private(set) var cutoffs: [Int32] = []

  init(_ program: Program) {
    rows = program.reservations
    quota = program.quota
    kept = rows.map { _ in 0 }
  }

  private var open: Int { rows.count }

  /// A kept child takes a seat of the row that seated it, or an open one.
  mutating func keep(onRow row: Int?, of rows: [Int32]) {
    if let row { kept[row] += 1 } else { keptOpen += 1 }
    for row in rows where self.rows[Int(row)].kind == .atMost { kept[Int(row)] += 1 }
  }

  /// Nobody has chosen yet, and no part has a cut-off.
  mutating func clear() {
    choosers = []
    limits = (0...rows.count).map { _ in .max }
    cutoffs = limits.map { _ in -1 }
    // Parts without seats accept nobody from the start.
    _ = seat(.stayOut)
  }

  private func seats(_ row: Int) -> Int { max(0, rows[row].seats - kept[row]) }

  /// The child chooses the program if it is acceptable: to every `tối đa` row of
  /// its categories, and to one `dành riêng` row of them or the open seats.
  mutating func take(_ child: Int, _ wish: Int32, rank: Int32, rows own: [Int32]) -> Bool {
    var isAccepted = rank <= limits[open]
    for row in own.map(Int.init) {
      switch rows[row].kind {
      case .atMost: if rank > limits[row] { return false }
      case .reserved: if rank <= limits[row] { isAccepted = true }
      }
    }
    guard isAccepted else { return false }
    choosers.append(Chooser(child: Int32(truncatingIfNeeded: child), wish: wish, rank: rank, rows: own))
    return true
  }

  /// Seats those who chose, part by part, and tells whom that leaves without a seat.
  mutating func seat(_ groups: GroupTreatment) -> [Int32] {
    choosers.sort { $0.rank < $1.rank }
    // By row: those of its category, the best first.
    var members: [[Int]] = rows.map { _ in [] }
    for (index, chooser) in choosers.enumerated() {
      choosers[index].part = -1
      for row in chooser.rows { members[Int(row)].append(index) }
    }
    var isOut = choosers.map { _ in false }
    for row in rows.indices where rows[row].kind == .atMost {
      raise(row, members[row], seats(row), groups)
      for index in members[row] where choosers[index].rank > limits[row] { isOut[index] = true }
    }
    var openSeats = quota - keptOpen
    for row in rows.indices where rows[row].kind == .reserved {
      let free = members[row].filter { !isOut[$0] && choosers[$0].part < 0 }
      raise(row, free, seats(row), groups)
      var seated = kept[row]
      for index in free where choosers[index].rank <= limits[row] {
        choosers[index].part = Int32(truncatingIfNeeded: row)
        seated += 1
      }
      openSeats -= limits[row] < .max ? rows[row].seats : min(rows[row].seats, seated)
    }
    let free = choosers.indices.filter { !isOut[$0] && choosers[$0].part < 0 }
    raise(open, free, max(0, openSeats), groups)
    for index in free where choosers[index].rank <= limits[open] {
      choosers[index].part = Int32(truncatingIfNeeded: open)
    }
    let turnedAway = choosers.filter { $0.part < 0 }.map(\.child)
    choosers.removeAll { $0.part < 0 }
    return turnedAway
  }

  /// Raises the cut-off of a part where those it still accepts are more than
  /// its seats. Without seats it accepts nobody from now on.
  private mutating func raise(_ part: Int, _ candidates: [Int], _ seats: Int, _ groups: GroupTreatment) {
    guard seats > 0 else {
      (limits[part], cutoffs[part]) = (0, -1)
      return
    }
    let accepted = candidates.filter { choosers[$0].rank <= limits[part] }
    guard accepted.count > seats else { return }
    let last = choosers[accepted[groups == .stayOut ? seats : seats - 1]]
    limits[part] = groups == .stayOut ? last.rank - 1 : last.rank
    cutoffs[part] = last.wish
  }

  /// The parts that had no seat to give: they accept nobody, and have no cut-off.
  var withoutSeats: [Int] { limits.indices.filter { limits[$0] == 0 && cutoffs[$0] < 0 } }

  /// Those seated by rows: the child, and which row.
  var seatsOnRows: [(child: Int32, row: Int32)] {
    choosers.filter { $0.part < Int32(truncatingIfNeeded: open) }.map { ($0.child, $0.part) }
  }
}
