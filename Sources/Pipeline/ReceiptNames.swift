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

private func shortForm(_ file: String) -> String {
  var stem = file
  if let dot = file.lastIndex(of: "."), dot != file.startIndex { stem = String(file[..<dot]) }
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

extension ArrivalOutcome.Result {
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
