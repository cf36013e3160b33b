import Foundation
import Tables
import Testing

@testable import Pipeline

@Suite struct LocalTimeTests {
  @Test func peopleReadTheClockOfTheWorkspace() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
    #expect(localTime("2025-06-01T08:30:00Z", in: zone) == "15:30 01/06/2025")
    #expect(localTime("2025-12-31T17:00:00Z", in: zone) == "00:00 01/01/2026")
    #expect(localTime("2025-06-01T00:00:59Z", in: .gmt) == "00:00 01/06/2025")
    #expect(localTime("yesterday", in: zone) == "yesterday")
  }

  @Test func programsReadTheSameMomentWithItsOffset() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
    #expect(zonedTime("2025-12-31T17:00:59Z", in: zone) == "2026-01-01T00:00:59+07:00")
    #expect(zonedTime("2025-06-01T00:00:00Z", in: .gmt) == "2025-06-01T00:00:00+00:00")
    let west = try #require(TimeZone(secondsFromGMT: -(3 * 3600 + 1800)))
    #expect(zonedTime("2025-06-01T00:00:00Z", in: west) == "2025-05-31T20:30:00-03:30")
    #expect(zonedTime("yesterday", in: zone) == "yesterday")
  }

  @Test func aDayEndsAtMidnightThere() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Bangkok"))
    // 17:00 UTC is midnight in Vietnam.
    #expect(today(1_748_797_199, in: zone).text == "01/06/2025")
    #expect(today(1_748_797_200, in: zone).text == "02/06/2025")
    #expect(today(-1, in: .gmt).text == "31/12/1969")
  }
}
