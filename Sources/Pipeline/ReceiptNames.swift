import Ledger
import Rounds
import Tables
import Wording

/// The name of a receipt (contract.md 5): `000017-danh-sach-9a1-nhan-mot-phan`.
///
/// The sender's own name is never used as it is: folded, only letters, digits
/// and hyphens, at most 40 of them, its extension left out. A later receipt for
/// the same arrival has its number behind the name.
func receiptName(seq: Int, file: String, revision: Int, outcome: ReceiptOutcome) -> String {
  let digits = String(seq)
  let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  return [padded, shortForm(file), revision > 1 ? String(revision) : "", outcome.rawValue].filter {
    !$0.isEmpty
  }
  .joined(separator: "-")
}

/// The number of the arrival that a receipt for programs is for, by its name (`000017-9a1-nhan.json`); nil for a
/// name that no receipt has, such as a person's file that begins with a date.
func receiptNumber(_ name: String) -> Int? {
  let ending = ".json"
  guard name.hasSuffix(ending), let number = arrivalNumber(name) else { return nil }
  let stem = name.dropLast(ending.count)
  let isPlain = stem.utf8.allSatisfy { byte in
    byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
  let tellsOutcome = ReceiptOutcome.allCases.contains { stem.hasSuffix("-" + $0.rawValue) }
  return isPlain && tellsOutcome ? number : nil
}

/// What follows the name of a receipt in that of the sender's own file, which came back because it gave no
/// table; then its true type.
let returnedEnding = "-goc."

private func shortForm(_ file: String) -> String {
  var stem = file
  if let dot = file.lastIndex(of: "."), dot != file.startIndex { stem = String(file[..<dot]) }
  stem = nameOfSender(stem)
  var short = ""
  for byte in folded(stem.utf8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      short.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      if !short.isEmpty, !short.hasSuffix("-") { short.append("-") }
    }
    if short.utf8.count == 40 { break }
  }
  while short.hasSuffix("-") { short.removeLast() }
  return short
}

/// Of a receipt that comes back corrected, the name that it was given for: `000017-9a1-nhan-mot-phan` is
/// `9a1` again.
private func nameOfSender(_ stem: String) -> String {
  let number = stem.prefix { $0.isASCII && $0.isNumber }
  guard number.count >= 6, stem.dropFirst(number.count).first == "-" else { return stem }
  let name = stem.dropFirst(number.count + 1)
  // The longer word first: one ends like the other.
  for outcome in ReceiptOutcome.allCases.sorted(by: { $0.rawValue.count > $1.rawValue.count }) {
    let ending = "-" + outcome.rawValue
    guard name.hasSuffix(ending), name.count > ending.count else { continue }
    return String(name.dropLast(ending.count))
  }
  return stem
}

extension ArrivalOutcome.Result {
  /// What a receipt of that word said.
  init(_ receipt: ReceiptOutcome) {
    self =
      switch receipt {
      case .accepted: .taken
      case .partly: .partly
      case .held: .pending
      case .refused: .refused
      }
  }

  /// The word of the receipt.
  var receipt: ReceiptOutcome {
    switch self {
    case .taken: .accepted
    case .partly: .partly
    case .pending: .held
    case .refused: .refused
    }
  }
}
