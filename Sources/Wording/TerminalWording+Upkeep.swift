/// What `purge` and `recover` say.
extension TerminalWording {
  /// What was removed, in numbers.
  public func purged(refused: Int, finalized: Int, outbox: Int) -> String {
    guard refused + finalized + outbox > 0 else {
      return say("Không có gì quá thời hạn lưu giữ.", "Nothing has outlived its time.")
    }
    return say(
      "Đã xóa theo thời hạn lưu giữ: \(refused) tệp bị từ chối, \(finalized) tệp của đợt đã chốt, \(outbox) mục trong Outbox.",
      "Removed, their time being over: \(refused) refused files, \(finalized) files of finalized rounds, \(outbox) entries of the Outbox."
    )
  }
  /// A place in the Outbox or in `.ledger/recovered`, from the workspace on, where something is still to be removed.
  public func notRemoved(_ path: String) -> String {
    say(
      "«\(path)»: đã quá thời hạn lưu giữ nhưng chưa xóa được, vì chương trình không có quyền hoặc có người đang mở tệp ở đó. Hãy sửa quyền, đóng tệp; lần dọn sau sẽ xóa.",
      "«\(path)»: its time is over and it could not be removed, because the program has no right to or somebody has a file open there. Mend the rights, close the file: the next purge removes it."
    )
  }
  /// What a removal cannot do.
  public var unlinked: String {
    say(
      "Lưu ý: xóa tệp không xóa sạch dấu vết trên ổ SSD; nên dùng ổ đĩa mã hóa. Bản sao lưu cần được xóa riêng.",
      "Note: removing files does not erase them from an SSD; use an encrypted volume. Backups are to be cleared separately."
    )
  }
  /// How much of the journal stands.
  public func journalProven(_ entries: Int, rebuilt: Bool) -> String {
    rebuilt
      ? say(
        "Đã dựng lại sổ nhật ký: \(entries) dòng được chứng minh.",
        "The journal was put together again: \(entries) entries are proven.")
      : say("Sổ nhật ký nguyên vẹn: \(entries) dòng.", "The journal is whole: \(entries) entries.")
  }
  /// Lines that were left out, and the name in `.ledger` under which the old journal is kept.
  public func linesUnproven(_ lines: Int, keptAs: String) -> String {
    say(
      "\(lines) dòng không chứng minh được và không được dùng; bản cũ giữ ở .ledger/\(keptAs).",
      "\(lines) lines are not proven and not used; the old journal is kept as .ledger/\(keptAs).")
  }
  /// Files of which only their receipts tell.
  public func arrivalsLost(_ count: Int) -> String {
    say(
      "Sổ nhật ký thiếu phần cuối: biên nhận trong Outbox nói về \(count) tệp mà sổ không còn biết. Các tệp sau được đánh số tiếp sau chúng.",
      "The end of the journal is missing: receipts in the Outbox tell of \(count) files that it does not know any more. Later files are numbered after them."
    )
  }
  /// Lists that so many units have, below their folders in the Outbox (`lop10/chinh-thuc-01`).
  public func listsLost(_ list: String, units: Int) -> String {
    say(
      "«\(list)» của \(units) đơn vị trong Outbox: danh sách đã công bố mà sổ nhật ký không còn biết. Nếu có bản sao lưu .ledger mới hơn, hãy khôi phục bản đó; nếu không, hãy gửi lại các thao tác đã làm sau bản sao lưu (chốt, xét bổ sung): danh sách mới mang số tiếp theo, danh sách cũ vẫn giữ nguyên.",
      "«\(list)» of \(units) units in the Outbox was published, and the journal does not know it any more. Restore a newer backup of .ledger if there is one; if not, give again the orders that came after the backup (chốt, xét bổ sung): new lists have the next number, and the old ones stay."
    )
  }
  /// One of them.
  public func arrivalLost(seq: Int, unit: String, file: String) -> String {
    say(
      "Tệp số \(seq) «\(file)» của \(unit): hãy nhờ đơn vị gửi lại.",
      "File \(seq) «\(file)» of \(unit): have it sent again.")
  }
  /// The Inbox or the Outbox is another folder than before.
  public func folderMoved(_ name: String) -> String {
    say(
      "\(name) là thư mục khác trước đây; từ nay dùng thư mục hiện có.",
      "\(name) is another folder than before; the one that is there counts from now on.")
  }
  /// Bytes that no entry tells of, where they lie, and what a receipt knows of them.
  public func orphan(_ path: String, unit: String?, file: String?) -> String {
    if let unit, let file {
      return say(
        "Không chứng minh được cách gửi: «\(file)» của \(unit). Nội dung ở \(path); hãy xem rồi chép lại vào Inbox/\(unit)/.",
        "How it was sent is not proven: «\(file)» of \(unit). Its bytes are at \(path): look, and copy it into Inbox/\(unit)/ again."
      )
    }
    return say(
      "Không chứng minh được ai gửi: nội dung ở \(path). Hãy xem và chép lại vào Inbox của đúng đơn vị.",
      "Who sent it is not proven: its bytes are at \(path). Look, and copy it into the Inbox of the right unit."
    )
  }
  /// A file that was taken and is not there any more.
  public func contentLost(seq: Int, unit: String, file: String, folder: String, damaged: Bool) -> String {
    let what = damaged ? say("đã hỏng", "damaged") : say("đã mất", "gone")
    return say(
      "Tệp số \(seq) «\(file)» của \(unit): nội dung cất giữ \(what). Nhờ đơn vị gửi lại đúng tệp đó vào thư mục cũ, \(folder), hoặc khôi phục .ledger từ bản sao lưu.",
      "File \(seq) «\(file)» of \(unit): its kept bytes are \(what). Have the same file sent again into the same folder, \(folder), or restore .ledger from a backup."
    )
  }
  /// Everything was proved.
  public var nothingLost: String { say("Không mất gì.", "Nothing is lost.") }
}
