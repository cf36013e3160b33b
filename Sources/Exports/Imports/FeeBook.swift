import Rounds
import Sheets
import Tables
import Wording

/// `tai-chinh/khoan-thu.xlsx`: what each admitted child of a school has to pay,
/// as cashless-payment systems import it: one header row, no totals, whole đồng.
///
/// Voluntary items are charged to nobody who did not choose them. Nil if the
/// school has no fees.
func feeBook(_ people: People, of school: Unit) -> OutputFile? {
  let round = people.round
  let words = people.words
  let fees = fees(of: school.code, in: round.tables)
  let admitted = people.byName(round.admitted(to: school.code))
  guard !fees.isEmpty, !admitted.isEmpty else { return nil }
  let labels: [(ListWording.Label, Double, ColumnSpec.Kind)] = [
    (.number, 6, .ordinal), (.studentCode, 16, .code), (.personalId, 16, .code), (.fullName, 28, .text),
    (.birthDate, 12, .date), (.className, 10, .code), (.feeCode, 14, .code), (.feeName, 28, .text), (.period, 14, .code),
    (.unitPrice, 12, .integer), (.quantity, 10, .integer), (.discount, 11, .integer), (.amount, 12, .integer),
    (.due, 12, .date), (.transferText, 40, .code), (.note, 14, .text),
  ]
  var rows: [[ListValue]] = []
  for applicant in admitted {
    guard let place = round.place(of: applicant) else { continue }
    let program = round.plan(ofWish: place).program
    for fee in fees where fee.applies(program: program, className: round.classes.name(of: applicant)) {
      let code = round.studentCodes[Int32(applicant)] ?? ""
      let name = round.cohort.names.fullName(applicant)
      rows.append([
        .ordinal, .text(code), .text(people.text("personalId", applicant)), .text(name),
        people.birthDay(applicant).map(ListValue.day) ?? .blank, .text(round.classes.name(of: applicant)), .text(fee.code),
        .text(fee.name), .text(fee.period), .whole(fee.amount), .whole(1), .whole(0), .whole(fee.amount),
        fee.due.map(ListValue.day) ?? .blank, .text(transferText(code, name, fee)), .blank,
      ])
    }
  }
  let columns = labels.map { ColumnSpec(words.label($0.0), width: $0.1, kind: $0.2) }
  let written = rows
  let sheet = SheetSpec(name: words.sheet(.fees), form: .flat, columns: columns) { sink in
    for row in written {
      for value in row { value.write(to: &sink) }
      sink.endRow()
    }
  }
  return OutputFile(ListWording.List.fees.fileName, BookSpec(title: words.title(.fees), sheets: [sheet]), rows: rows.count)
}

/// A row of fees in force.
private struct Fee {
  var program: String
  var className: String
  var code: String
  var name: String
  var period: String
  var amount: Int64
  var due: Day?

  /// Blank means all.
  func applies(program other: String, className otherClass: String) -> Bool {
    (program.isEmpty || program == other) && (className.isEmpty || className == otherClass)
  }
}

private func fees(of school: String, in tables: RoundTables) -> [Fee] {
  var fees: [Fee] = []
  for layer in tables.layers[.fees] ?? [] {
    let table = layer.table
    for row in layer.rows.map(Int.init) where !table.held[row] && table.text("school", row) == school {
      guard table.number("voluntary", row) != 1, let amount = table.number("amount", row) else { continue }
      fees.append(
        Fee(
          program: table.text("program", row), className: table.text("class", row), code: table.text("code", row),
          name: table.text("name", row), period: table.text("period", row), amount: amount,
          due: table.number("due", row).map { Day(number: Int32($0)) }))
    }
  }
  return fees
}

/// What a bank transfer says: plain capitals and digits, because banks strip the rest.
private func transferText(_ studentCode: String, _ name: String, _ fee: Fee) -> String {
  folded([studentCode, name, fee.code, fee.period].filter { !$0.isEmpty }.joined(separator: " ")).uppercased()
    .map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : " " }.joined()
    .split(separator: " ").joined(separator: " ")
}
