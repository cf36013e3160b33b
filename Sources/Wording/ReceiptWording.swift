public import Tables

/// The fixed sentences of a receipt.
public struct ReceiptWording: Sendable {
  private let language: Language

  /// The sentences in a language.
  public init(_ language: Language) { self.language = language }

  func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  /// The first line: whether the file is kept, and whether anything must be
  /// sent again.
  public func verdict(_ outcome: ReceiptOutcome, heldRows: Int, need: ReceiptNeed) -> String {
    if need == .fill {
      return say(
        "CHƯA CÓ DÒNG NÀO. Tệp đã được lưu nhưng chưa có dữ liệu để nhận. Hãy điền dưới dòng tiêu đề rồi gửi lại.",
        "NO ROWS YET. The file is kept, but there is nothing in it to take. Fill it in below the header and send it again."
      )
    }
    return kept(outcome, heldRows) + " " + sendAgain(outcome, need)
  }

  private func kept(_ outcome: ReceiptOutcome, _ heldRows: Int) -> String {
    switch outcome {
    case .accepted:
      say("ĐÃ NHẬN ĐỦ. Tệp đã được lưu và có hiệu lực.", "ACCEPTED. The file is kept and in force.")
    case .partly where heldRows > 0:
      say(
        "ĐÃ NHẬN MỘT PHẦN. Tệp đã được lưu; còn \(heldRows) dòng bị giữ lại.",
        "PARTLY ACCEPTED. The file is kept; \(heldRows) of its rows are held.")
    case .partly:
      say(
        "ĐÃ NHẬN MỘT PHẦN. Tệp đã được lưu; còn một phần chưa được dùng.",
        "PARTLY ACCEPTED. The file is kept; a part of it is not used.")
    case .held:
      say(
        "CHỜ XÁC NHẬN. Tệp đã được lưu nhưng chưa có hiệu lực.",
        "WAITING FOR CONFIRMATION. The file is kept but not yet in force.")
    case .refused:
      say(
        "TỪ CHỐI. Tệp chưa dùng được, không có hiệu lực.", "REFUSED. The file is not used and not in force.")
    }
  }

  private func sendAgain(_ outcome: ReceiptOutcome, _ need: ReceiptNeed) -> String {
    switch need {
    case .nothing, .fill: say("Không phải gửi lại gì.", "Nothing needs to be sent again.")
    case .waiting:
      say(
        "Không phải gửi lại: tệp sẽ có hiệu lực khi hết lý do nêu dưới đây.",
        "It need not be sent again: it comes in force when the reason below is gone.")
    case .confirm:
      say(
        "Hãy đọc lý do ngay dưới đây: cần xác nhận hoặc gửi lại.",
        "Read the reason right below: it must be confirmed, or sent again.")
    case .correct where outcome == .partly:
      say(
        "Hãy sửa các ô tô đỏ ở những trang sau rồi gửi lại chính tệp này.",
        "Correct the red cells on the next sheets and send this very file again.")
    case .correct:
      say(
        "Hãy sửa những điều ghi dưới đây rồi gửi lại.", "Correct what is said below and send it again.")
    }
  }

  /// The name of the receipt's own sheet.
  public var sheetName: String { say("Biên nhận", "Receipt") }
  /// The name of the sender's sheet where the file, a CSV, has none.
  public var unnamedSheet: String { say("Bảng đã gửi", "Table sent") }
  /// Before the file's name.
  public var file: String { say("Tệp đã gửi", "File sent") }
  /// Before the time.
  public var received: String { say("Nhận lúc", "Received") }
  /// Before the round.
  public var round: String { say("Đợt tuyển sinh", "Round") }
  /// Before the hash.
  public var hash: String { say("Dấu vân tay (SHA-256)", "Fingerprint (SHA-256)") }
  /// Before the tables.
  public var read: String { say("Đã đọc được", "What was read") }
  /// Instead of the tables.
  public var nothingRead: String { say("Không đọc được bảng nào.", "No table could be read.") }
  /// Before the changes.
  public var changed: String { say("Thay đổi so với bản trước", "Changes to the version before") }
  /// The word before page numbers.
  public var page: String { say("Trang", "Page") }
  /// The footer's warning about personal data.
  public var confidential: String {
    say("NỘI BỘ – có dữ liệu cá nhân trẻ em", "INTERNAL – personal data of children")
  }

  /// What was read of a table.
  public func table(name: String, sheet: String, rows: Int, accepted: Int, held: Int) -> String {
    let place = sheet.isEmpty ? "" : say(" (trang tính “\(sheet)”)", " (sheet “\(sheet)”)")
    if rows == 0 {
      return say("\(name)\(place): không đọc được dòng nào.", "\(name)\(place): no row was read.")
    }
    if accepted == 0, held == 0 {
      return say(
        "\(name)\(place): \(rows) dòng; chưa dòng nào có hiệu lực.",
        "\(name)\(place): \(rows) rows; none is in force.")
    }
    return say(
      "\(name)\(place): \(rows) dòng; nhận \(accepted), giữ lại \(held).",
      "\(name)\(place): \(rows) rows; \(accepted) accepted, \(held) held.")
  }

  /// What a table changed.
  public func changes(name: String, added: Int, removed: Int, altered: Int) -> String {
    if added == 0, removed == 0, altered == 0 {
      return say("\(name): không có gì thay đổi.", "\(name): nothing changed.")
    }
    return say(
      "\(name): thêm \(added), bỏ \(removed), sửa \(altered).",
      "\(name): \(added) added, \(removed) removed, \(altered) altered.")
  }

  /// Where a finding about a whole row stands.
  public func row(_ number: Int) -> String { say("dòng \(number)", "row \(number)") }

  /// Above the list of findings.
  ///
  /// - Parameter areMarked: the sender's sheets follow; otherwise the file itself comes back beside the receipt.
  public func findings(_ count: Int, areMarked: Bool) -> String {
    if count == 0 {
      return say("Không có điều gì cần sửa hay lưu ý.", "Nothing to correct or to note.")
    }
    guard areMarked else {
      return say(
        "Những điều cần sửa và cần biết (\(count)). Tệp gốc được trả lại bên cạnh biên nhận này.",
        "What to correct and to know (\(count)). The file itself comes back beside this receipt.")
    }
    return say(
      "Những điều cần sửa và cần biết (\(count)). Các ô được tô màu và ghi chú tại chỗ ở những trang sau.",
      "What to correct and to know (\(count)). The cells are coloured and noted on the next sheets.")
  }

  /// Below the list, where it leaves out some.
  public func rest(_ count: Int) -> String {
    say(
      "Còn \(count) điều nữa không ghi ở đây; các ô của chúng vẫn được tô màu ở những trang sau.",
      "\(count) more are not listed here; their cells are coloured on the next sheets all the same.")
  }

  /// How grave a finding is.
  public func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: say("Phải sửa", "Correct")
    case .repair: say("Đã tự sửa", "Repaired")
    case .note: say("Lưu ý", "Note")
    }
  }

  /// The headers of the list of findings: severity, sheet, cell, column, value, what it was mended to,
  /// sentence. None is a label that a table knows, so that the receipt's own
  /// sheet is never read as one.
  public var findingLabels: [String] {
    switch language {
    case .vi:
      ["Mức độ", "Ở trang", "Vị trí ô", "Ở cột", "Giá trị đã gửi", "Đã hiểu là", "Cần biết và cần làm"]
    case .en:
      ["Severity", "On sheet", "Cell", "In column", "Value sent", "Taken for", "What to know and to do"]
    }
  }
}
