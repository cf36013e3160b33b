import Tables

/// Seconds since 1970 as `2025-06-01T08:30:00Z`.
func utcText(_ seconds: Int64) -> String {
  let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
  let offset: Int64 = second < 0 ? 1 : 0
  let clock = second + offset * 86_400
  func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
  let day = Day(number: Int32(clamping: days - offset))
  return "\(day.iso)T\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60))Z"
}
