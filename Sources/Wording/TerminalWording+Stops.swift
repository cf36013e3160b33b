public import Rounds

/// What stops a command, or the whole program, and what to do about it.
extension TerminalWording {
  /// A round that is not declared, with those that are.
  public func noSuchRound(_ round: String, known: [String]) -> String {
    let list = known.isEmpty ? say("chưa có đợt nào.", "none yet.") : known.joined(separator: ", ")
    return say(
      "Không có đợt «\(round)». Các đợt hiện có: \(list)", "There is no round «\(round)». Rounds: \(list)")
  }
  /// The round was declared, and its row is held.
  public func heldRound(_ round: String) -> String {
    say(
      "Đợt «\(round)» đã được khai báo nhưng dòng đó còn lỗi. Hãy sửa rồi gửi lại bảng Đợt tuyển sinh:",
      "The round «\(round)» was declared, and its row has an error. Correct it and send the rounds table again:"
    )
  }
  /// An id that no applicant of the round has.
  public func noSuchPerson(_ id: String) -> String {
    say("Không có học sinh mang mã «\(id)» trong đợt này.", "No applicant of this round has the id «\(id)».")
  }
  /// An id of several applicants, with the column of each in which it stands.
  public func severalPersons(_ id: String, _ labels: [String]) -> String {
    let columns = labels.map { "«\($0)»" }.joined(separator: ", ")
    return say(
      "Mã «\(id)» là của \(labels.count) học sinh (ở các cột \(columns)). Hãy dùng một mã khác của em cần xem, như số định danh cá nhân.",
      "\(labels.count) applicants have the id «\(id)» (in the columns \(columns)). Use another id of the one you mean, such as the personal id."
    )
  }
  /// Somebody with a record, who has not applied.
  public func noApplication(_ id: String) -> String {
    say(
      "Học sinh mang mã «\(id)» có trong danh sách trường cuối cấp gửi nhưng chưa đăng ký nguyện vọng nào trong đợt này (xem chua-dang-ky.xlsx).",
      "The child with the id «\(id)» has a record from its source school and has not applied in this round (see chua-dang-ky.xlsx)."
    )
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
  /// No room left; how many bytes are missing, where that is known.
  public func diskFull(needs bytes: Int64?) -> String {
    guard let bytes else {
      return say(
        "Ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi chạy lại; không có gì bị mất.",
        "The disk is full. Make room and run again; nothing is lost.")
    }
    let megabytes = max(1, (bytes + 999_999) / 1_000_000)
    return say(
      "Ổ đĩa đã đầy: còn thiếu khoảng \(megabytes) MB. Hãy giải phóng dung lượng rồi chạy lại; không có gì bị mất.",
      "The disk is full: about \(megabytes) MB are missing. Make room and run again; nothing is lost.")
  }
  /// A folder may not be given to the group that the settings name: what was refused.
  public func cannotGiveGroup(_ what: String) -> String {
    say(
      "Không giao được thư mục cho nhóm ghi ở «groups» trong Schemas/settings.json (\(what)). Người chạy chương trình phải là chủ thư mục và thuộc nhóm đó.",
      "A folder cannot be given to the group that «groups» of Schemas/settings.json names (\(what)). Whoever runs the program must own the folder and belong to that group."
    )
  }
  /// The Inbox or the Outbox is a link.
  public func folderIsLink(_ name: String) -> String {
    say(
      "\(name) là một liên kết (link) tới nơi khác, nên không dùng được. Hãy gắn thư mục dùng chung vào đúng chỗ này (mount, hoặc mount --bind) thay cho liên kết.",
      "\(name) is a link to somewhere else and cannot be used. Mount the share at this place instead (mount, or mount --bind)."
    )
  }
  /// The system lends no more of something: what it refused.
  public func exhausted(_ what: String) -> String {
    say(
      "Máy không cho mở thêm tệp hoặc không đủ bộ nhớ lúc này (\(what)); không phải lỗi ổ đĩa, và không có gì bị mất. Hãy chạy lại sau, hoặc nâng giới hạn số tệp được mở cùng lúc (ulimit -n; với systemd: LimitNOFILE).",
      "The machine lets us open no more files, or has no memory left, for now (\(what)); the disk is well and nothing is lost. Run again later, or raise the number of files that may be open at once (ulimit -n; for systemd: LimitNOFILE)."
    )
  }
  /// No right to write where results appear: what was refused.
  public func cannotWrite(_ what: String) -> String {
    say(
      "Không có quyền ghi vào Outbox hoặc Inbox (\(what)). Hãy cho người chạy chương trình quyền ghi vào hai thư mục này và các thư mục con, và xem ổ đĩa có bị gắn chỉ đọc không. Tệp đã nhận vẫn còn; lượt sau sẽ trao biên nhận và công bố tiếp.",
      "There is no right to write into Outbox or Inbox (\(what)). Let whoever runs the program write into both and the folders in them, and see that the disk is not mounted read-only. What was taken is kept; the next pass gives the receipts and goes on publishing."
    )
  }
  /// No right to something else, most of all to what is in `.ledger`: what was refused.
  public func lacksRights(_ what: String) -> String {
    say(
      "Không có quyền đọc hoặc ghi (\(what)); không phải lỗi ổ đĩa. Hãy chạy bằng đúng tài khoản là chủ của thư mục .ledger. Nếu đã có lần chạy bằng sudo hay tài khoản khác, hãy giao lại .ledger và mọi thứ bên trong cho tài khoản ấy (chown -R); cũng hãy xem ổ đĩa có bị gắn chỉ đọc không.",
      "There is no right to read or write (\(what)); the disk is well. Run as the user who owns the folder .ledger. If somebody ran it with sudo or as another user, give .ledger and all in it back to that user (chown -R); see too that the disk is not mounted read-only."
    )
  }
  /// Kept bytes, but no journal of them.
  public var ledgerLost: String {
    say(
      "Mất sổ nhật ký: trong .ledger có dữ liệu mà không có nhật ký. Hãy khôi phục .ledger từ bản sao lưu, hoặc gõ ./run.sh recover.",
      "The journal is lost: .ledger has data and no journal. Restore .ledger from a backup, or run ./run.sh recover."
    )
  }
  /// The end of the journal is missing: its copy, receipts or these published lists tell of more.
  public func ledgerShortened(lists: [String]) -> String {
    if !lists.isEmpty { return listsUnknown(lists) }
    return say(
      "Sổ nhật ký thiếu phần cuối: bản sao của nó, biên nhận hoặc danh sách đã công bố trong Outbox cho biết nhiều hơn. Chưa có gì bị sửa hay xóa. Hãy khôi phục .ledger từ bản sao lưu, hoặc gõ ./run.sh recover.",
      "The end of the journal is missing: its copy, or the receipts or published lists in the Outbox, tell of more. Nothing was changed or removed. Restore .ledger from a backup, or run ./run.sh recover."
    )
  }
  /// Published lists, from the workspace on, that the journal does not know.
  private func listsUnknown(_ lists: [String]) -> String {
    let named = someLists(lists)
    return say(
      "Sổ nhật ký không biết \(lists.count) thư mục danh sách trong Outbox: \(named). Nếu thư mục ấy được chép từ nơi khác vào đây, hãy dời nó khỏi Outbox rồi chạy lại. Nếu không phải, sổ nhật ký thiếu phần cuối: hãy khôi phục .ledger từ bản sao lưu, hoặc gõ ./run.sh recover. Chưa có gì bị sửa hay xóa.",
      "The journal does not know \(lists.count) folders of lists in the Outbox: \(named). If this folder was copied here from elsewhere, move it out of Outbox and run again. If not, the end of the journal is missing: restore .ledger from a backup, or run ./run.sh recover. Nothing was changed or removed."
    )
  }
  /// The same, where what is asked is answered nevertheless.
  public func answersWithout(lists: [String]) -> String {
    let named = someLists(lists)
    return say(
      "Lưu ý: sổ nhật ký không biết \(lists.count) thư mục danh sách trong Outbox (\(named)), nên kết quả sau đây chỉ theo những gì sổ biết. Nếu thư mục ấy được chép từ nơi khác vào đây, hãy dời nó khỏi Outbox.",
      "Note: the journal does not know \(lists.count) folders of lists in the Outbox (\(named)): what follows is as far as it knows. If this folder was copied here from elsewhere, move it out of Outbox."
    )
  }
  private func someLists(_ lists: [String]) -> String {
    lists.prefix(3).map { "«\($0)»" }.joined(separator: ", ") + (lists.count > 3 ? ", …" : "")
  }
  /// The journal is there, and the folder with the contents is not.
  public var contentsLost: String {
    say(
      "Mất thư mục .ledger/objects, nơi cất nội dung các tệp đã nhận. Chưa có gì bị sửa hay xóa. Hãy khôi phục .ledger từ bản sao lưu, hoặc gõ ./run.sh recover để biết những tệp nào phải gửi lại.",
      "The folder .ledger/objects, which keeps what was received, is gone. Nothing was changed or removed. Restore .ledger from a backup, or run ./run.sh recover to learn which files must be sent again."
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
  /// A file or a link stands where a folder belongs.
  public func notAFolder(_ path: String) -> String {
    say(
      "«\(path)» phải là thư mục nhưng đang là một tệp hoặc liên kết. Hãy dời nó đi chỗ khác rồi chạy lại; thư mục sẽ được tạo.",
      "«\(path)» has to be a folder and is a file or a link. Move it away and run again: the folder will be made."
    )
  }
  /// The same, of a unit that is left out for it.
  public func leftOut(_ path: String) -> String {
    if path.hasSuffix("/" + TaskWording.fileName) {
      return say(
        "«\(path)» phải là tệp do chương trình ghi nhưng đang là một thư mục: đơn vị này chưa nhận được gì, các đơn vị khác vẫn tiếp tục. Hãy dời nó đi chỗ khác; lượt chạy sau sẽ gửi đủ.",
        "«\(path)» has to be a file that the program writes and is a folder: this unit is given nothing yet, all others go on. Move it away: the next pass gives what is due."
      )
    }
    if path.hasPrefix("Inbox/") {
      return say(
        "«\(path)» phải là thư mục mà chương trình đọc và ghi được, nhưng đang là một tệp, một liên kết, hoặc thiếu quyền: đơn vị này chưa có đủ thư mục để gửi tệp; biên nhận và danh sách vẫn được gửi cho đơn vị. Hãy dời nó đi chỗ khác hoặc sửa quyền; lượt chạy sau sẽ tạo đủ.",
        "«\(path)» has to be a folder that the program may read and write, and is a file, a link, or closed to it: this unit has not all the folders to send files into; its receipts and lists are given. Move it away or mend the rights: the next pass makes what is missing."
      )
    }
    return say(
      "«\(path)» phải là thư mục mà chương trình đọc và ghi được, nhưng đang là một tệp, một liên kết, hoặc thiếu quyền: đơn vị này chưa nhận được gì, các đơn vị khác vẫn tiếp tục. Hãy dời nó đi chỗ khác hoặc sửa quyền; lượt chạy sau sẽ gửi đủ.",
      "«\(path)» has to be a folder that the program may read and write, and is a file, a link, or closed to it: this unit is given nothing yet, all others go on. Move it away or mend its rights: the next pass gives what is due."
    )
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
  ///
  /// - Parameter awaitsDraw: some of them wait for a lottery that has no seed yet.
  public func peopleHeld(_ count: Int, awaitsDraw: Bool) -> String {
    guard !awaitsDraw else {
      return say(
        "Còn \(count) hồ sơ đang giữ lại, và có em bằng nhau đang chờ bốc thăm. Hãy khóa nhận hồ sơ, gửi thao tác «bốc thăm» với số khởi tạo rồi chốt; hoặc chấp nhận bằng --accept-held.",
        "\(count) people are still held, and some who are equal wait for a lottery. Close the round, send the order «bốc thăm» with its seed and then finalize; or accept it with --accept-held."
      )
    }
    return say(
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
