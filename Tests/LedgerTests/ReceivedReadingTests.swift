import Disk
import Foundation
import TestSupport
import Testing

@testable import Ledger

/// The quick way to read an arrival's entry says what the slow one does, or nothing.
@Suite struct ReceivedReadingTests {
  private func slowly(_ payload: [UInt8]) -> Received? {
    try? JSONDecoder().decode(Received.self, from: Data(payload))
  }

  private func any(_ chance: inout Chance) -> Received {
    func name() -> FileName {
      FileName((0..<(1 + chance.next(below: 9))).map { _ in UInt8(chance.next(below: 256)) })
    }
    let texts = ["so", "", "lop10", "Sở GD", "a/b", "\"", "\\", "é\u{301}", "\u{1F600}", "\t"]
    let numbers: [Int64] = [0, 1, -1, 9, 10, 1_748_766_600_123_456_789, .max, .min]
    func text() -> String { texts[chance.next(below: texts.count)] }
    func number() -> Int64 { numbers[chance.next(below: numbers.count)] }
    let modes: [IntakeRules.Mode] = [.whole, .addition, .replacement]
    // What was sealed says nothing of its name.
    let isSealed = chance.next(below: 2) == 0
    return Received(
      seq: Int(number()), pass: Int(number()),
      path: InboxPath((0..<chance.next(below: 4)).map { _ in name() }, isSealed ? "" : name()),
      destination: IntakeRules.Destination(
        unit: text(), round: chance.next(below: 2) == 0 ? nil : text(),
        mode: modes[chance.next(below: 3)]),
      hash: text(), size: number(), utc: "2025-06-01T08:30:00Z",
      hasOtherNames: chance.next(below: 2) == 0,
      identity: Identity(
        device: UInt64(bitPattern: number()), inode: UInt64(bitPattern: number()), size: number(),
        modified: number(), changed: number()), seal: isSealed ? "5ea1" : "")
  }

  @Test func whatWasWrittenIsReadQuickly() throws {
    var chance = Chance()
    var quick = 0
    for _ in 0..<500 {
      let file = any(&chance)
      let payload = try Entry.Draft(Received.kind, file).payload
      let read = Received(fastFrom: payload)
      #expect(read == nil || read == file, "\(chance)")
      #expect(slowly(payload) == file, "\(chance)")
      if read != nil { quick += 1 }
    }
    // Texts that JSON writes in another way than they are take the slow way.
    #expect(quick > 100, "\(chance)")
    let plain = Received(
      seq: 1, pass: 1, path: InboxPath(["so"], "Điểm.csv"), destination: .init(unit: "so"),
      hash: "ab",
      size: 3,
      utc: "", hasOtherNames: false,
      identity: Identity(device: 1, inode: 2, size: 3, modified: -4, changed: 5), seal: "")
    #expect(Received(fastFrom: try Entry.Draft(Received.kind, plain).payload) == plain)
  }

  @Test func nothingIsReadThatTheSlowWayRefusesOrReadsOtherwise() throws {
    var chance = Chance()
    for _ in 0..<40 {
      let payload = try Entry.Draft(Received.kind, any(&chance)).payload
      for index in payload.indices {
        var other = payload
        other[index] = UInt8(chance.next(below: 256))
        if let read = Received(fastFrom: other) {
          #expect(slowly(other) == read, "\(chance) \(index)")
        }
        #expect(Received(fastFrom: Array(payload[..<index])) == nil)
      }
      #expect(Received(fastFrom: payload + [0x20]) == nil)
    }
  }
}
