/// The digits of an identifier that was written in groups: `080 207 000050`, `080.207.000.050`, `080-207-000050`; nil
/// unless they are as many as its pattern asks for, with one kind of sign between them and nothing else.
///
/// What a program writes of a number is none, however many digits it has: `80207000050.0`, `123.456.789.012`.
func ungrouped(_ text: UnsafeBufferPointer<UInt8>, digits count: Int) -> [UInt8]? {
  let isDigit = { (byte: UInt8) in byte &- UInt8(ascii: "0") < 10 }
  guard text.count > count, text.count < 3 * count, let separator = text.first(where: { !isDigit($0) }),
    " .-".utf8.contains(separator)
  else { return nil }
  let groups = text.split(separator: separator, omittingEmptySubsequences: separator == UInt8(ascii: " "))
  guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
    groups.reduce(0, { $0 + $1.count }) == count
  else { return nil }
  if separator == UInt8(ascii: "."), groups.count == 2 { return nil }
  let areThousands =
    separator != UInt8(ascii: "-") && text[0] != UInt8(ascii: "0") && groups[0].count <= 3
    && groups.dropFirst().allSatisfy { $0.count == 3 }
  return areThousands ? nil : Array(groups.joined())
}
