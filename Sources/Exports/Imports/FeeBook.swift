import Rounds
import Sheets
import Tables
import Wording

extension RoundContent {
  /// `tai-chinh/khoan-thu.xlsx`: what each admitted child of a school has to pay,
  /// as cashless-payment systems import it: a row for each child and fee, whole
  /// đồng. Nil if nobody owes anything.
  func feeBook(admitted: [Int]) -> OutputFile? {
    var number: Int64 = 0
    let rows = names.sorted(admitted).flatMap { applicant in
      fees.charges(of: CollectionOfOne(applicant)).map { charge in
        number += 1
        return row(fees.fees[charge.fee], of: applicant, number: number)
      }
    }
    guard !rows.isEmpty else { return nil }
    let list = ListWording.List.fees
    return OutputFile(import: list.fileName, sheet: words.sheet(list), columns: feeColumns, rows: rows)
  }

  private var feeColumns: [ColumnSpec] {
    let columns: [(ListWording.Label, Double, ColumnSpec.Kind)] = [
      (.number, 6, .integer), (.studentCode, 16, .code), (.personalId, 22, .code), (.fullName, 28, .text),
      (.birthDate, 12, .date), (.className, 10, .code), (.feeCode, 14, .code), (.feeName, 28, .text),
      (.period, 14, .code), (.unitPrice, 12, .integer), (.quantity, 10, .integer), (.discount, 11, .integer),
      (.amount, 13, .integer), (.due, 12, .date), (.transferText, 40, .code), (.note, 14, .text),
    ]
    return columns.map { ColumnSpec(words.label($0.0), width: $0.1, kind: $0.2) }
  }

  private func row(_ fee: FeeLists.Fee, of applicant: Int, number: Int64) -> [ListValue] {
    let child = Child.applicant(applicant)
    let code = round.studentCodes[Int32(applicant)] ?? ""
    let name = children.fullName(child)
    return [
      .whole(number), .text(code), .text(children.identifier(0, child)), .text(name),
      ListValue(children.birthDate(child)), .text(round.classes.name(of: applicant)), .text(fee.code),
      .text(fee.name), .text(fee.period), .whole(fee.amount), .whole(1), .whole(0), .whole(fee.amount),
      ListValue(fee.due), .text(transferText([code, name, fee.code, fee.period])), .blank,
    ]
  }
}

/// What a bank transfer says: capitals without marks and digits, because banks strip the rest.
private func transferText(_ parts: [String]) -> String {
  let plain = folded(parts.joined(separator: " ")).uppercased()
  return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: " ")
}
