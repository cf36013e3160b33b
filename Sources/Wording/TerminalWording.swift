public import Rounds

/// What the program says on the terminal.
public struct TerminalWording: Sendable {
  /// The language of `--lang`.
  public var language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  // MARK: The command line

  /// A command that is not there, with the one it resembles.
  public func unknownCommand(_ word: String, suggestion: String?) -> String {
    say("Không có lệnh «\(word)».", "There is no command «\(word)».") + hint(suggestion) + " " + seeHelp
  }
  /// An option that the command does not take, with the one it resembles.
  public func unknownOption(_ word: String, suggestion: String?) -> String {
    say("Không có tùy chọn «\(word)» cho lệnh này.", "This command has no option «\(word)».")
      + hint(suggestion)
      + " " + seeHelp
  }
  /// An option at the end of the line.
  public func missingValue(_ option: String) -> String {
    say("Tùy chọn «\(option)» cần một giá trị.", "The option «\(option)» needs a value.")
  }
  /// A value that the option cannot mean.
  public func badValue(_ option: String, _ value: String) -> String {
    say(
      "Giá trị «\(value)» của «\(option)» không dùng được.",
      "The value «\(value)» of «\(option)» cannot be used.")
  }
  /// Too few or too many arguments.
  public func operands(_ command: String) -> String {
    let form = form(of: command)
    return say(
      "Lệnh «\(command)» thiếu hoặc thừa tham số. Cách dùng: \(form)",
      "«\(command)» takes other arguments. Usage: \(form)")
  }
  /// The line of the usage that tells how a command is written.
  private func form(of command: String) -> String {
    let line = usage.split(separator: "\n").first { $0.hasPrefix("  \(command) ") } ?? ""
    let parts = String(line).components(spaces: 2)
    return (["./run.sh " + (parts.first ?? command)] + parts.dropFirst(2)).joined(separator: " ")
  }
  private var seeHelp: String { say("Xem: ./run.sh help", "See: ./run.sh help") }
  private func hint(_ suggestion: String?) -> String {
    suggestion.map { say(" Có phải là «\($0)»?", " Did you mean «\($0)»?") } ?? ""
  }

  /// What `help` prints: each command that is built, and only those.
  public var usage: String {
    say(
      """
      Cách dùng: ./run.sh [LỆNH] [THAM SỐ] [TÙY CHỌN]

        run                  nhận và xử lý một lượt các tệp trong Inbox (mặc định)
        check TỆP…           xem trước biên nhận của tệp  [--unit ĐƠN-VỊ] [--round ĐỢT]
        status               tình trạng các tệp, các đợt; ai đã gửi gì
        finalize ĐỢT         chốt đợt và công bố danh sách chính thức  [--accept-held]
        reopen ĐỢT           mở lại đợt
        explain ĐỢT MÃ       vì sao học sinh có kết quả này, theo từng nguyện vọng
        template LOẠI        biểu mẫu trống để điền  [--output TỆP]
        sample [THƯ-MỤC]     tạo một tỉnh giả định để thử  [--seed N] [--children N]
        cells TỆP            mọi ô đọc được, dạng JSON  [--sheet N]
        bench                đo tốc độ  [--size N]
        schemas              in hướng dẫn các biểu mẫu (Schemas/README.md)
        demo                 tạo .demo/ và chạy trọn một mùa tuyển sinh giả định  [--seed N] [--children N]
        help                 trang này

      Tùy chọn chung: --workspace THƯ-MỤC  --lang vi|en  --json  --quiet  --jobs N  --wait
      Mã thoát: 0 tốt; 1 có tệp hoặc dòng bị từ chối, giữ lại; 2 không chạy được; 75 hãy thử lại sau.
      """,
      """
      Usage: ./run.sh [COMMAND] [ARGUMENTS] [OPTIONS]

        run                  one pass over the Inbox (the default)
        check FILE…          what the receipt would say  [--unit UNIT] [--round ROUND]
        status               every file, every round, who has sent what
        finalize ROUND       finalize a round and publish its official lists  [--accept-held]
        reopen ROUND         reopen a round
        explain ROUND ID     why a child has this result, wish by wish
        template KIND        a blank workbook to fill in  [--output FILE]
        sample [FOLDER]      a made-up province to try things on  [--seed N] [--children N]
        cells FILE           every cell as read, as JSON  [--sheet N]
        bench                measure the speed  [--size N]
        schemas              print the guide to the tables (Schemas/README.md)
        demo                 make .demo/ and carry a made-up season through it  [--seed N] [--children N]
        help                 this page

      Common options: --workspace DIR  --lang vi|en  --json  --quiet  --jobs N  --wait
      Exit status: 0 all well; 1 something was refused or held; 2 could not run; 75 try again later.
      """)
  }

  // MARK: A pass

  /// What the files of a pass came to, in numbers.
  public func filesLine(taken: Int, partly: Int, pending: Int, refused: Int) -> String {
    say(
      "Tệp: \(taken) nhận đủ, \(partly) nhận một phần, \(pending) chờ xác nhận, \(refused) từ chối.",
      "Files: \(taken) taken, \(partly) taken in part, \(pending) held, \(refused) refused.")
  }
  /// A pass that found nothing to take.
  public var nothingNew: String { say("Không có tệp mới.", "Nothing new.") }
  /// Above the names in the Inbox.
  public func inboxTitle(_ count: Int) -> String {
    count == 0 ? say("Inbox: trống.", "Inbox: empty.") : say("Inbox: \(count) tên.", "Inbox: \(count) names.")
  }
  /// Above the files that were taken.
  public func filesTitle(_ count: Int) -> String { say("Đã nhận \(count) tệp:", "\(count) files taken:") }
  /// Behind a file of which nothing stands any more.
  public var superseded: String { say("  (đã được thay thế)", "  (superseded)") }
  /// Who has sent a roster.
  public func sent(_ list: String) -> String { say("Đã gửi: \(list)", "Sent: \(list)") }
  /// Which schools have sent none.
  public func missing(_ list: String) -> String {
    say("Chưa gửi danh sách: \(list)", "No roster yet: \(list)")
  }
  /// A name in the Inbox and its state.
  public func inboxName(_ name: String, _ state: String) -> String { "  \(name): \(state)" }
  /// The state of a name in the Inbox, from its code.
  public func inboxState(_ state: String) -> String {
    switch state {
    case "ready": say("sẽ được nhận ở lượt tới", "will be taken by the next pass")
    case "settling":
      say(
        "đang chép hoặc đang mở, chờ lượt sau (settling)",
        "settling: being written or open, left for the next pass")
    case "taken":
      say("đã nhận, nhưng không xóa được khỏi Inbox", "taken, and could not be removed from the Inbox")
    case "unknown-unit":
      say("chưa có đơn vị mang mã này (unknown-unit)", "unknown-unit: waits until the unit is declared")
    case "unknown-round":
      say("chưa có đợt mang mã này (unknown-round)", "unknown-round: waits until the round is declared")
    case "unreadable": say("không đọc được, sẽ thử lại", "cannot be read, will be tried again")
    case "too-large": say("quá lớn, không nhận", "too large, not taken")
    case "ignored-hidden": say("bỏ qua: tên bắt đầu bằng dấu chấm", "ignored: its name begins with a dot")
    case "ignored-temporary", "ignored-owner": say("bỏ qua: tệp tạm", "ignored: a temporary file")
    case "ignored-system": say("bỏ qua: tệp của hệ thống", "ignored: left by a system")
    case "ignored-guide": say("bỏ qua: tờ hướng dẫn", "ignored: the guide")
    case "ignored-link": say("bỏ qua: liên kết, không phải tệp", "ignored: a link")
    case "ignored-not-a-file": say("bỏ qua: không phải tệp thường", "ignored: not a regular file")
    case "ignored-outside-unit":
      say("bỏ qua: nằm ngoài thư mục của các đơn vị", "ignored: outside the folders of the units")
    case "ignored-too-deep": say("bỏ qua: thư mục nằm quá sâu", "ignored: a folder too deep down")
    default: state
    }
  }
  /// A round, its name and its state.
  public func roundTitle(_ code: String, _ name: String, _ state: String) -> String {
    "\(code) – \(name) (\(stateName(state)))"
  }
  /// The state of a round, from its code.
  public func stateName(_ state: String) -> String {
    switch state {
    case "open": say("đang nhận hồ sơ", "open")
    case "closed": say("đã khóa nhận hồ sơ", "closed")
    case "finalized": say("đã chốt", "finalized")
    default: state
    }
  }
  /// What a decided round came to, in numbers.
  public func roundCounts(
    applicants: Int, seats: Int, admitted: Int, waiting: Int, notAdmitted: Int, ineligible: Int, held: Int
  ) -> String {
    say(
      "\(applicants) đăng ký, \(seats) chỉ tiêu: \(admitted) trúng tuyển, \(waiting) chờ xét bổ sung, \(notAdmitted) không trúng tuyển, \(ineligible) không đủ điều kiện, \(held) đang giữ lại",
      "\(applicants) applicants, \(seats) seats: \(admitted) admitted, \(waiting) waiting, \(notAdmitted) not admitted, \(ineligible) ineligible, \(held) held"
    )
  }
  /// A round without programs or applicants.
  public var roundNotReady: String {
    say("chưa đủ chỉ tiêu hoặc hồ sơ để xét", "not ready: no programs or no applicants")
  }
  /// A round that its setup stops.
  public func roundStopped(_ count: Int) -> String {
    say(
      "dừng: cấu hình có \(count) lỗi, chưa xét ai",
      "stopped: \(count) errors in its setup, nobody was ranked")
  }
  /// A round whose result is withheld: the numbers of the properties it fails.
  public func roundViolated(_ properties: String) -> String {
    say(
      "KHÔNG công bố: kết quả không qua được phép kiểm chứng \(properties)",
      "NOT published: the result fails the check of \(properties)")
  }
  /// A folder that appeared in the Outbox.
  public func published(_ folder: String) -> String { say("Đã công bố: \(folder)", "Published: \(folder)") }
  /// Above the folders worth opening.
  public var whereToLook: String { say("Xem kết quả:", "Where to look:") }
  /// A shared folder that everybody on the machine can read.
  public func worldReadable(_ folder: String) -> String {
    say(
      "Lưu ý: thư mục \(folder) cho mọi người đọc; nên giới hạn quyền (dữ liệu trẻ em).",
      "Note: \(folder) is readable by everybody; consider closing it (children's data).")
  }
  /// `status` before the first pass.
  public var newWorkspace: String {
    say("Thư mục làm việc mới: chưa có lượt chạy nào.", "A new workspace: nothing has been run yet.")
  }

  // MARK: What stops a command

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
      "Mất sổ nhật ký: trong .ledger có dữ liệu mà không có nhật ký. Hãy khôi phục .ledger từ bản sao lưu.",
      "The journal is lost: .ledger has data and no journal. Restore .ledger from a backup.")
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
  /// A table of a file, in rows.
  public func table(_ name: String, sheet: String, accepted: Int, held: Int) -> String {
    let place = sheet.isEmpty ? "" : " («\(sheet)»)"
    return say(
      "\(name)\(place): \(accepted) dòng dùng được, \(held) dòng bị giữ lại",
      "\(name)\(place): \(accepted) rows taken, \(held) held")
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
  /// What a pass is doing, beside the progress bar.
  public func step(_ step: String) -> String {
    switch step {
    case "reading": say("đọc tệp", "reading files")
    case "deciding": say("xét tuyển", "deciding rounds")
    case "receipts": say("ghi biên nhận", "writing receipts")
    case "publishing": say("ghi danh sách", "writing lists")
    default: step
    }
  }
  /// A line of the journal that cannot be what was written.
  public func ledgerDamaged(line: Int) -> String {
    say(
      "Sổ nhật ký hỏng ở dòng \(line). Không tự đoán; hãy khôi phục .ledger từ bản sao lưu.",
      "The journal is damaged at line \(line). Nothing is guessed: restore .ledger from a backup.")
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
      "Thư mục \(name) đã mất hoặc bị thay bằng thư mục khác. Hãy gắn lại đúng thư mục rồi chạy lại.",
      "The folder \(name) is missing or was replaced. Put the right one back and run again.")
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

extension String {
  /// The parts between runs of that many spaces or more.
  fileprivate func components(spaces: Int) -> [String] {
    var parts: [String] = []
    var run = spaces
    for character in self {
      if character == " " {
        run += 1
        continue
      }
      if run >= spaces {
        parts.append("")
      } else if run > 0 {
        parts[parts.count - 1].append(" ")
      }
      run = 0
      parts[parts.count - 1].append(character)
    }
    return parts
  }
}
