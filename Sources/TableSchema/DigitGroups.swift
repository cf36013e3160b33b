/// The twelve digits of a personal id that was written in groups: `080 207 000050`, `080.207.000.050`,
/// `080-207-000050`; nil unless one kind of sign parts them into groups that people write, and they begin as an id does:
/// with the code of a province and the digit of a century.
///
/// No telephone is one, nor the number of a row before an id, nor what a program writes of a number. `084` is a province
/// and the country's code: before what may be a mobile telephone only the groups of an id are one.
func ungroupedId(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  let count = 12
  guard text.count > count, text.count < 4 * count, let first = text.firstIndex(where: { !isDigit($0) }),
    let separator = separators.first(where: { text[first...].starts(with: $0) })
  else { return nil }
  var digits: [UInt8] = []
  var groups = [0]
  var index = 0
  while index < text.count {
    if isDigit(text[index]) {
      digits.append(text[index])
      groups[groups.count - 1] += 1
      index += 1
    } else if groups.last != 0, text[index...].starts(with: separator) {
      groups.append(0)
      index += separator.count
    } else {
      return nil
    }
  }
  guard digits.count == count, writtenGroups.contains(groups) else { return nil }
  // `080207.000050`
  if groups.count == 2, separator == [UInt8(ascii: ".")] { return nil }
  let values = digits.prefix(4).map { Int($0 - UInt8(ascii: "0")) }
  let province = values[0] * 100 + values[1] * 10 + values[2]
  guard (1...96).contains(province), values[3] <= 3 else { return nil }
  // `084-912-345-678` is none by its century.
  if province == 84, groups[0] == 3, values[3] == 3, ![[3, 3, 6], [3, 1, 2, 6]].contains(groups) {
    return nil
  }
  return digits
}

/// Province and birth, then the number; threes, fours or halves.
private let writtenGroups = [[3, 3, 6], [3, 1, 2, 6], [3, 9], [3, 3, 3, 3], [4, 4, 4], [6, 6]]

/// What parts the groups: also a space that keeps a line together, and the dash between two numbers.
private let separators = [" ", "\u{A0}", ".", "-", "\u{2013}"].map { Array($0.utf8) }
