public import Tables

/// The fixed sentences of a receipt.
public struct ReceiptWording: Sendable {
  private let language: Language

  /// The sentences in a language.
  public init(_ language: Language) { self.language = language }

  private func say(vi: String, en: String) -> String {
    switch language {
    case .vi: vi
    case .en: en
    }
  }

  /// The first line: whether the file is kept, and whether anything must be
  /// sent again.
  public func verdict(_ outcome: ReceiptOutcome, heldRows: Int) -> String {
    switch outcome {
    case .accepted:
      say(
        vi: "ĐÃ NHẬN ĐỦ. Tệp đã được lưu và có hiệu lực. Không phải gửi lại gì.",
        en: "ACCEPTED. The file is kept and in force. Nothing needs to be sent again.")
    case .partly:
      say(
        vi: "ĐÃ NHẬN MỘT PHẦN. Tệp đã được lưu; còn \(heldRows) dòng bị giữ lại. "
          + "Hãy sửa các ô tô đỏ ở những trang sau rồi gửi lại chính tệp này.",
        en: "PARTLY ACCEPTED. The file is kept; \(heldRows) of its rows are held. "
          + "Correct the red cells on the next sheets and send this very file again.")
    case .held:
      say(
        vi: "CHỜ XÁC NHẬN. Tệp đã được lưu nhưng chưa có hiệu lực. "
          + "Hãy đọc những điều ghi dưới đây: cần gửi lại hoặc xác nhận.",
        en: "WAITING FOR CONFIRMATION. The file is kept but not yet in force. "
          + "Read what is said below: it must be sent again or confirmed.")
    case .refused:
      say(
        vi: "TỪ CHỐI. Tệp không dùng được và không có hiệu lực. Hãy sửa những điều ghi dưới đây rồi gửi lại.",
        en:
          "REFUSED. The file cannot be used and is not in force. Correct what is said below and send it again."
      )
    }
  }

  /// The name of the receipt's own sheet.
  public var sheetName: String { say(vi: "Biên nhận", en: "Receipt") }
  /// The name of the sender's sheet where the file, a CSV, has none.
  public var unnamedSheet: String { say(vi: "Bảng đã gửi", en: "Table sent") }
  /// Before the file's name.
  public var file: String { say(vi: "Tệp đã gửi", en: "File sent") }
  /// Before the time.
  public var received: String { say(vi: "Nhận lúc", en: "Received") }
  /// Before the round.
  public var round: String { say(vi: "Đợt tuyển sinh", en: "Round") }
  /// Before the hash.
  public var hash: String { say(vi: "Dấu vân tay (SHA-256)", en: "Fingerprint (SHA-256)") }
  /// Before the tables.
  public var read: String { say(vi: "Đã đọc được", en: "What was read") }
  /// Instead of the tables.
  public var nothingRead: String { say(vi: "Không đọc được bảng nào.", en: "No table could be read.") }
  /// Before the changes.
  public var changed: String { say(vi: "Thay đổi so với bản trước", en: "Changes to the version before") }
  /// The word before page numbers.
  public var page: String { say(vi: "Trang", en: "Page") }
  /// The footer's warning about personal data.
  public var confidential: String {
    say(vi: "NỘI BỘ – có dữ liệu cá nhân trẻ em", en: "INTERNAL – personal data of children")
  }

  /// What was read of a table.
  public func table(name: String, sheet: String, rows: Int, accepted: Int, held: Int) -> String {
    let place = sheet.isEmpty ? "" : say(vi: " (trang tính “\(sheet)”)", en: " (sheet “\(sheet)”)")
    if accepted == 0, held == 0, rows > 0 {
      return say(
        vi: "\(name)\(place): \(rows) dòng; chưa dòng nào có hiệu lực.",
        en: "\(name)\(place): \(rows) rows; none is in force.")
    }
    return say(
      vi: "\(name)\(place): \(rows) dòng; nhận \(accepted), giữ lại \(held).",
      en: "\(name)\(place): \(rows) rows; \(accepted) accepted, \(held) held.")
  }

  /// What a table changed.
  public func changes(name: String, added: Int, removed: Int, altered: Int) -> String {
    if added == 0, removed == 0, altered == 0 {
      return say(vi: "\(name): không có gì thay đổi.", en: "\(name): nothing changed.")
    }
    return say(
      vi: "\(name): thêm \(added), bỏ \(removed), sửa \(altered).",
      en: "\(name): \(added) added, \(removed) removed, \(altered) altered.")
  }

  /// Where a finding about a whole row stands.
  public func row(_ number: Int) -> String { say(vi: "dòng \(number)", en: "row \(number)") }

  /// Above the list of findings.
  ///
  /// - Parameter areMarked: the sender's sheets follow; otherwise the file itself comes back beside the receipt.
  public func findings(_ count: Int, areMarked: Bool) -> String {
    if count == 0 {
      return say(vi: "Không có điều gì cần sửa hay lưu ý.", en: "Nothing to correct or to note.")
    }
    guard areMarked else {
      return say(
        vi: "Những điều cần sửa và cần biết (\(count)). Tệp gốc được trả lại bên cạnh biên nhận này.",
        en: "What to correct and to know (\(count)). The file itself comes back beside this receipt.")
    }
    return say(
      vi:
        "Những điều cần sửa và cần biết (\(count)). Các ô được tô màu và ghi chú tại chỗ ở những trang sau.",
      en: "What to correct and to know (\(count)). The cells are coloured and noted on the next sheets.")
  }

  /// Below the list, where it leaves out some.
  public func rest(_ count: Int) -> String {
    say(
      vi: "Còn \(count) điều nữa không ghi ở đây; các ô của chúng vẫn được tô màu ở những trang sau.",
      en: "\(count) more are not listed here; their cells are coloured on the next sheets all the same.")
  }

  /// How grave a finding is.
  public func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: say(vi: "Phải sửa", en: "Correct")
    case .repair: say(vi: "Đã tự sửa", en: "Repaired")
    case .note: say(vi: "Lưu ý", en: "Note")
    }
  }

  /// The headers of the list of findings: severity, sheet, cell, column, value,
  /// sentence. None is a label that a table knows, so that the receipt's own
  /// sheet is never read as one.
  public var findingLabels: [String] {
    switch language {
    case .vi: ["Mức độ", "Trang tính", "Vị trí ô", "Ở cột", "Giá trị đã gửi", "Cần biết và cần làm"]
    case .en: ["Severity", "Sheet", "Cell", "In column", "Value sent", "What to know and to do"]
    }
  }
}
