public import Tables

extension ReceiptWording {
  // MARK: What to do

  /// Above the steps.
  public var whatToDo: String { say("Việc cần làm", "What to do") }

  /// How a file is corrected and sent again.
  ///
  /// - Parameters:
  ///   - areMarked: the sender's sheets follow; otherwise the file itself comes back beside the receipt.
  ///   - areColumnsMissing: a sheet lacks a column that it needs.
  ///   - folder: where it is to be sent to; blank where that is not known.
  public func steps(areMarked: Bool, areColumnsMissing: Bool, folder: String) -> [String] {
    let place = folder.isEmpty ? say("thư mục đã gửi trước đó", "the folder it was sent to before") : folder
    guard areMarked else {
      return [
        say(
          "Sửa tệp gốc theo những điều ghi dưới đây, rồi lưu dạng Excel (.xlsx) hoặc CSV.",
          "Correct the original file as said below, and save it as Excel (.xlsx) or CSV."),
        say("Chép tệp đã sửa vào \(place).", "Copy the corrected file into \(place)."),
      ]
    }
    let columns = say(
      "Ở trang sau, thêm cột còn thiếu, hoặc đổi lại tên cột cho đúng nếu cột đã có dưới tên khác.",
      "On the next sheet, add the missing column, or give it its right name if it is there under another.")
    return (areColumnsMissing ? [columns] : []) + [
      say(
        "Sửa các ô màu đỏ ở những trang sau; bấm vào cột «Vị trí ô» của bảng dưới đây để đến đúng ô. Ô màu vàng đã được tự sửa, ô màu xanh chỉ để lưu ý: không phải làm gì.",
        "Correct the red cells on the next sheets; click on «Cell» in the list below to get there. Yellow cells were mended, blue ones are only noted: nothing needs to be done about them."
      ),
      say(
        "Lưu chính tệp này. Không phải đổi tên, không phải xóa trang «\(sheetName)».",
        "Save this very file. It needs no other name, and the sheet «\(sheetName)» may stay."),
      say("Chép tệp vào \(place).", "Copy it into \(place)."),
    ]
  }

  // MARK: What was looked for

  /// Before what a refused sheet should have had.
  public var lookedFor: String { say("Đã tìm", "Looked for") }
  /// Before what it has.
  public var found: String { say("Đã thấy", "Found") }

  /// What a sheet that gave no table should have had.
  ///
  /// - Parameter name: what people call the kind of table that it comes nearest to; blank for none.
  public func lookedFor(name: String, sheet: String, _ needed: [String]) -> String {
    let place = sheet.isEmpty ? "" : say("Trang «\(sheet)»: ", "Sheet «\(sheet)»: ")
    guard !name.isEmpty else {
      return place
        + say(
          "một dòng tiêu đề có từ hai tên cột của biểu mẫu trở lên, trong 30 dòng đầu.",
          "a header row with at least two labels of a template, within the first 30 rows.")
    }
    let labels = needed.map { "«\($0)»" }.joined(separator: ", ")
    return place
      + (needed.isEmpty
        ? say("bảng «\(name)».", "a table «\(name)».")
        : say(
          "bảng «\(name)», bắt buộc có các cột \(labels).",
          "a table «\(name)», which must have the columns \(labels)."))
  }

  /// What a sheet that gave no table has.
  public func found(rows: ClosedRange<Int>, _ labels: [String]) -> String {
    guard !labels.isEmpty else {
      return say("không có dòng nào giống tiêu đề.", "no row that resembles a header.")
    }
    let list = labels.map { "«\($0)»" }.joined(separator: ", ")
    let place =
      rows.count == 1
      ? say("dòng \(rows.lowerBound)", "row \(rows.lowerBound)")
      : rows.count == 2
        ? say(
          "dòng \(rows.lowerBound) và \(rows.upperBound)", "rows \(rows.lowerBound) and \(rows.upperBound)")
        : say(
          "dòng \(rows.lowerBound) đến \(rows.upperBound)", "rows \(rows.lowerBound) to \(rows.upperBound)")
    return place + ": " + list + "."
  }

  /// What of it resembles a column, and what to do: asked, never used.
  public func resembling(_ pairs: [(label: String, title: String)]) -> String {
    let list = pairs.map { label, title in
      say("Có cột «\(label)»: có phải là «\(title)»?", "There is «\(label)»: is it «\(title)»?")
    }
    return list.joined(separator: " ")
      + say(" Nếu phải, hãy sửa tên cột rồi gửi lại.", " If so, correct the label and send it again.")
  }

  // MARK: Counts

  /// What the colour of a weight asks for.
  public func meaning(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: say("ô màu đỏ, cần sửa.", "red cells, to be corrected.")
    case .repair: say("ô màu vàng, không phải làm gì.", "yellow cells, nothing to do.")
    case .note: say("ô màu xanh, nên xem lại.", "blue cells, worth a look.")
    }
  }

  /// So many findings.
  public func places(_ count: Int) -> String {
    say("\(count) chỗ", count == 1 ? "1 place" : "\(count) places")
  }

  /// How many of them are in a column.
  public func share(_ label: String, _ count: Int) -> String { "\(label): \(count)" }

  /// A column without a label, by its letters.
  public func column(_ letters: String) -> String { say("cột \(letters)", "column \(letters)") }
  /// Findings about rows rather than cells.
  public var wholeRows: String { say("cả dòng", "whole rows") }
  /// Findings about the table or the file.
  public var wholeTable: String { say("cả bảng", "the whole table") }

  // MARK: Notes on cells

  /// How a note on a cell begins: how grave it is, and of what was mended the text before and after.
  public func note(_ severity: Finding.Severity, value: String, repaired: String?) -> String {
    guard let repaired else { return self.severity(severity) + ": " }
    return self.severity(severity)
      + say(
        "\nTrước: \(value)\nSau: \(repaired)\n", "\nBefore: \(value)\nAfter: \(repaired)\n")
  }
}
