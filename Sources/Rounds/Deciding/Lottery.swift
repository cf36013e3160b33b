import Tables

/// Tickets and draws (contract.md 4, Ticket): anyone who knows the published
/// tickets and the seed can draw again, and nobody can find an identifier.
public struct Lottery: Sendable {
  /// How many hex digits of the digest a ticket has.
  static let ticketDigits = 12
  private static let drawBytes = 32
  /// The hex digits of each ticket, one after the other.
  private var tickets: [UInt8] = []
  /// The bytes of each draw, one after the other; none while there is no seed.
  private var draws: [UInt8] = []
  /// By applicant: the order of the draws, smaller first; equal draws are equal.
  private(set) var order: [Int32]?

  /// Nobody has a ticket.
  init() {}

  init(_ cohort: Cohort, key: String, seed: String) {
    tickets.reserveCapacity(cohort.count * Lottery.ticketDigits)
    let secret = Array(key.utf8) + [UInt8(ascii: "\n")]
    let open = Array(seed.utf8) + [UInt8(ascii: "\n")]
    for applicant in 0..<cohort.count {
      let digest = SHA256.hash(secret + cohort.strongestIdentifier(of: applicant))
      let ticket = Array(hexText(digest.prefix(Lottery.ticketDigits / 2)).utf8)
      tickets += ticket
      if !seed.isEmpty { draws += SHA256.hash(open + ticket) }
    }
    if !seed.isEmpty { order = ranks(count: cohort.count) }
  }

  /// The ticket of an applicant; empty where no lottery is declared.
  public func ticket(_ applicant: Int) -> String {
    String(decoding: ticketBytes(applicant), as: UTF8.self)
  }

  /// The draw of an applicant in hex; empty while there is no seed.
  public func draw(_ applicant: Int) -> String { hexText(drawBytes(applicant)) }

  /// The place of an applicant among the draws, from 1; nil while there is no seed.
  public func place(_ applicant: Int) -> Int? { order.map { Int($0[applicant]) + 1 } }

  /// The same as bytes, for writers of many.
  public func ticketBytes(_ applicant: Int) -> ArraySlice<UInt8> {
    guard !tickets.isEmpty else { return [] }
    return tickets[(applicant * Lottery.ticketDigits)..<((applicant + 1) * Lottery.ticketDigits)]
  }

  private func drawBytes(_ applicant: Int) -> ArraySlice<UInt8> {
    guard !draws.isEmpty else { return [] }
    return draws[(applicant * Lottery.drawBytes)..<((applicant + 1) * Lottery.drawBytes)]
  }

  private func ranks(count: Int) -> [Int32] {
    let sorted = (0..<count).sorted { drawBytes($0).lexicographicallyPrecedes(drawBytes($1)) }
    var ranks = [Int32](repeating: 0, count: count)
    for (position, applicant) in sorted.enumerated() where position > 0 {
      let before = sorted[position - 1]
      let same = drawBytes(before).elementsEqual(drawBytes(applicant))
      ranks[applicant] = same ? ranks[before] : Int32(position)
    }
    return ranks
  }
}
