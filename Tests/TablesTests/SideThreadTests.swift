import Synchronization
import Tables
import Testing

@Suite struct SideThreadTests {
  private final class Notes: Sendable {
    let numbers = Mutex<[Int]>([])
    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
  }

  @Test func whatIsGivenIsDoneInItsOrder() throws {
    let thread = try #require(SideThread())
    let notes = Notes()
    for number in 0..<1_000 { thread.add { notes.add(number) } }
    thread.finish()
    #expect(notes.numbers.withLock { $0 } == Array(0..<1_000))
  }
}
