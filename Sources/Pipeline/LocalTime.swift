import Foundation
import Tables

/// A journal's time (`2025-06-01T08:30:00Z`) as people of a time zone read a
/// clock: `15:30 01/06/2025`; unchanged if it is not such a time.
func localTime(_ utc: String, in zone: TimeZone) -> String {
  guard let date = try? Date(utc, strategy: .iso8601) else { return utc }
  let seconds = Int(date.timeIntervalSince1970) + zone.secondsFromGMT(for: date)
  let day = localDay(seconds: seconds)
  let minutes = (seconds - Int(day.number) * 86_400) / 60
  return "\(two(minutes / 60)):\(two(minutes % 60)) \(day.text)"
}

/// A journal's time in a time zone, for programs: `2025-06-01T15:30:00+07:00`; unchanged if it is not such a time.
func zonedTime(_ utc: String, in zone: TimeZone) -> String {
  guard let date = try? Date(utc, strategy: .iso8601) else { return utc }
  let offset = zone.secondsFromGMT(for: date)
  let local = Date(timeInterval: TimeInterval(offset), since: date).formatted(.iso8601)
  let minutes = abs(offset) / 60
  return local.replacing("Z", with: "") + (offset < 0 ? "-" : "+")
    + "\(two(minutes / 60)):\(two(minutes % 60))"
}

private func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

/// The day of a journal's time in a time zone; nil if it is not such a time.
func localDay(_ utc: String, in zone: TimeZone) -> Day? {
  guard let date = try? Date(utc, strategy: .iso8601) else { return nil }
  return today(Int64(date.timeIntervalSince1970), in: zone)
}

/// The day of a moment (seconds since 1970) in a time zone.
func today(_ now: Int64, in zone: TimeZone) -> Day {
  localDay(seconds: Int(now) + zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(now))))
}

private func localDay(seconds: Int) -> Day {
  Day(number: Int32(clamping: Int((Double(seconds) / 86_400).rounded(.down))))
}
