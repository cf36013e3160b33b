import Exports
import Sheets
import TableSchema
import Tables
import Wording

/// `check FILE… --schema S.json`: by that Table Schema alone, whatever the workspace says.
extension Command {
  func checked(bySchema path: String) throws -> [ReceiptContent] {
    let schema = try StandardSchema(file: path, json: try content(of: path))
    return try arguments.operands.map { file in
      receipt(of: try content(of: file), name: String(file.split(separator: "/").last ?? ""), schema)
    }
  }

  private func receipt(of bytes: [UInt8], name: String, _ schema: StandardSchema) -> ReceiptContent {
    var receipt = ReceiptContent(
      file: name, sha256: SHA256.hex(bytes), received: "", outcome: .refused)
    do throws(ReadingError) {
      let workbook = try readWorkbook(bytes, firstRow: schema.fieldNames)
      receipt.findings = remarks(workbook.notes)
      check(workbook.grids.map(schema.inUnicode), schema, &receipt)
    } catch {
      receipt.findings = remarks([error.finding])
    }
    return receipt
  }

  /// A schema is of one table: the first sheet that anybody sees.
  private func check(_ grids: [Grid], _ schema: StandardSchema, _ receipt: inout ReceiptContent) {
    let filled = grids.filter { !$0.cells.isEmpty }
    guard let grid = filled.first(where: { $0.visibility == .visible }) else {
      receipt.findings += remarks([Finding(.emptyFile, .error)])
      return
    }
    let reading = schema.check(grid)
    receipt.findings += remarks(reading.findings)
    for other in filled where other.name != grid.name {
      let place = Finding.Place(sheet: other.name)
      let finding =
        other.visibility == .visible
        ? Finding(.otherSheet, .note, at: place, facts: ["checked": grid.name])
        : Finding(.hiddenSheet, .note, at: place)
      receipt.findings += remarks([finding])
    }
    receipt.grids = [grid]
    receipt.tables = [
      ReceiptContent.Table(
        name: grid.name.isEmpty ? receipt.file : grid.name, sheet: grid.name, rows: reading.rowNumbers.count,
        held: reading.held.count { $0 }, lastRow: Int(reading.rowNumbers.last ?? 1))
    ]
    let isFaultless = reading.findings.allSatisfy { $0.severity != .error }
    receipt.outcome = isFaultless ? .accepted : reading.isRefused ? .refused : .partly
  }

  private func remarks(_ findings: [Finding]) -> [ReceiptContent.Remark] {
    let language = terminal.words.language
    return findings.map {
      ReceiptContent.Remark(
        $0, message: sentence(for: $0, in: language), statement: statement(of: $0, in: language))
    }
  }
}
