/// How many there will be in a whole of which `count` were met in the first `part`: the rest is probably as dense. A
/// little more than that, so that there is room for all.
public func expectedCount(_ count: Int, in part: Int, of whole: Int) -> Int {
  count * (whole / max(part, 1) + 1) / 16 * 17
}
