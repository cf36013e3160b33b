public import Rounds

/// What stops a command, or the whole program, and what to do about it.
extension TerminalWording {
  /// A round that is not declared, with those that are.
  public func noSuchRound(_ round: String, known: [String]) -> String {
    let list = known.isEmpty ? say("chưa có đợt nào.", "none yet.") : known.joined(separator: ", ")
    return say(
      "Không có đợt «\(round)». Các đợt hiện có: \(list)", "There is no round «\(round)». Rounds: \(list)")
  }
  /// An id that no applicant of the round has.
  public func noSuchPerson(_ id: String) -> String {
    say("Không có học sinh mang mã «\(id)» trong đợt này.", "No applicant of this round has the id «\(id)».")
  }
  /// A table that is not there, with those that are.
  public func noSuchKind(_ kind: String, known: [String], suggestion: String?) -> String {
    let list = known.joined(separator: ", ")
    return say("Không có biểu mẫu «\(kind)».", "There is no table «\(kind)».") + hint(suggestion)
      + say(" Các loại: \(list)", " Kinds: \(list)")
  }
  /// Another pass holds the lock: who.
  public func busy(_ holder: String) -> String {
    say(
      "Một lượt chạy khác đang làm việc (\(holder)). Hãy thử lại sau, hoặc thêm --wait.",
      "Another pass is running (\(holder)). Try again later, or add --wait.")
  }
  /// No room left.
  public var diskFull: String {
    say(
      "Ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi chạy lại; không có gì bị mất.",
      "The disk is full. Make room and run again; nothing is lost.")
  }
  /// Kept bytes, but no journal of them.
  public var ledgerLost: String {
    say(
      "Mất sổ nhật ký: trong .ledger có dữ liệu mà không có nhật ký. Hãy khôi phục .ledger từ bản sao lưu, hoặc gõ ./run.sh recover.",
      "The journal is lost: .ledger has data and no journal. Restore .ledger from a backup, or run ./run.sh recover."
    )
  }
  /// The lock file was removed under the running pass.
  public var lockLost: String {
    say(
      "Có người đã xóa tệp khóa của .ledger khi đang chạy. Lượt chạy dừng lại; hãy chạy lại.",
      "Somebody removed the lock of .ledger. The pass stopped: run it again.")
  }
  /// Kept bytes that are not what their hash says.
  public func objectDamaged(_ hash: String) -> String {
    say(
      "Dữ liệu đã cất giữ bị hỏng (\(hash)…). Hãy khôi phục .ledger từ bản sao lưu.",
      "Kept data is damaged (\(hash)…). Restore .ledger from a backup.")
  }
  /// A folder of the Outbox that somebody else made or changed.
  public func nameTaken(_ path: String) -> String {
    say(
      "Outbox đã có «\(path)» với nội dung khác; không ghi đè. Hãy dời nó đi rồi chạy lại.",
      "Outbox has other content at «\(path)» already; nothing is overwritten. Move it away and run again.")
  }
  /// The journal's last line was cut off and has been removed.
  public func tornJournal(bytes: Int) -> String {
    say(
      "Dòng cuối của nhật ký ghi dở (\(bytes) byte) đã được bỏ; việc dở dang được làm lại.",
      "The journal's last line was cut off (\(bytes) bytes) and removed; what it was about is done again.")
  }
  /// What became of a file.
  public func outcome(_ outcome: ReceiptOutcome) -> String {
    switch outcome {
    case .accepted: say("nhận đủ", "taken")
    case .partly: say("nhận một phần", "taken in part")
    case .held: say("chờ xác nhận", "held")
    case .refused: say("từ chối", "refused")
    }
  }
  /// A setup error, with the file it stands in.
  public func setupError(file: String, _ sentence: String) -> String {
    file.isEmpty ? sentence : "«\(file)»: \(sentence)"
  }
  /// `finalize` refused because people are held.
  public func peopleHeld(_ count: Int) -> String {
    say(
      "Còn \(count) hồ sơ đang giữ lại. Hãy xử lý, hoặc chấp nhận bằng --accept-held.",
      "\(count) people are still held. Settle them, or accept it with --accept-held.")
  }
  /// `finalize` or `reopen` refused, and what to do.
  public func orderRefused(_ refusal: OrderRefusal) -> String { refusalSentence(refusal, in: language) }
  /// A line of the journal that cannot be what was written.
  public func ledgerDamaged(line: Int) -> String {
    say(
      "Sổ nhật ký hỏng ở dòng \(line). Không tự đoán; hãy gõ ./run.sh recover để dựng lại từ những gì chứng minh được.",
      "The journal is damaged at line \(line). Nothing is guessed: ./run.sh recover puts together what can be proved."
    )
  }
  /// The ledger's folder is open to others.
  public var ledgerOpen: String {
    say(
      "Thư mục .ledger đang mở cho người khác đọc. Hãy đặt lại quyền: chmod 700 .ledger",
      "The folder .ledger is open to others. Close it: chmod 700 .ledger")
  }
  /// The journal speaks a version that this program does not know.
  public var ledgerNewer: String {
    say("Sổ nhật ký do phiên bản mới hơn ghi.", "The journal was written by a newer version.")
  }
  /// The Inbox or the Outbox is not the folder it was.
  public func folderReplaced(_ name: String) -> String {
    say(
      "Thư mục \(name) đã mất hoặc bị thay bằng thư mục khác. Hãy gắn lại đúng thư mục rồi chạy lại; nếu đã chuyển máy, gõ ./run.sh recover.",
      "The folder \(name) is missing or was replaced. Put the right one back and run again; if everything was moved, run ./run.sh recover."
    )
  }
  /// The kernel refused something: what and where.
  public func diskTrouble(_ what: String) -> String {
    say(
      "Lỗi đĩa: \(what). Lượt chạy dừng lại; hãy kiểm tra ổ đĩa rồi chạy lại.",
      "Disk trouble: \(what). The pass stopped.")
  }
  /// A file or folder named on the command line that cannot be opened.
  public func cannotOpen(_ path: String) -> String {
    say("Không mở được «\(path)».", "«\(path)» cannot be opened.")
  }
  /// A file that was to be written and is there already.
  public func alreadyThere(_ path: String) -> String {
    say("Đã có «\(path)»; không ghi đè.", "«\(path)» is there already; nothing is overwritten.")
  }
}
