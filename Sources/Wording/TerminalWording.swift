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
  /// A ready-made setup that is not there.
  public func noSuchProfile(_ name: String, known: [String]) -> String {
    say(
      "Không có bộ thiết lập mẫu «\(name)». Có: \(known.joined(separator: ", ")).",
      "There is no ready-made setup «\(name)». There are: \(known.joined(separator: ", ")).")
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
  func hint(_ suggestion: String?) -> String {
    suggestion.map { say(" Có phải là «\($0)»?", " Did you mean «\($0)»?") } ?? ""
  }

  /// What `help` prints: each command that is built, and only those.
  public var usage: String {
    say(
      """
      Cách dùng: ./run.sh [LỆNH] [THAM SỐ] [TÙY CHỌN]

        run                  nhận và xử lý một lượt các tệp trong Inbox (mặc định)
        watch                theo dõi Inbox và xử lý ngay khi có tệp mới, cho đến khi bị dừng
        check TỆP…           xem trước biên nhận của tệp  [--unit ĐƠN-VỊ] [--round ĐỢT]
                             chỉ theo một Table Schema của bạn  [--schema TỆP.json]
        status               tình trạng các tệp, các đợt; ai đã gửi gì
        finalize ĐỢT         chốt đợt và công bố danh sách chính thức  [--accept-held]
        reopen ĐỢT           mở lại đợt
        explain ĐỢT MÃ       vì sao học sinh có kết quả này, theo từng nguyện vọng
        verify THƯ-MỤC       kiểm lại một thư mục đã công bố, từ chính nó và từ sổ nhận
        diff THƯ-MỤC THƯ-MỤC ai thay đổi giữa hai kết quả đã công bố, vì sao  [--names]
        simulate ĐỢT         nếu khác đi thì sao  [--quota TRƯỜNG/CHƯƠNG-TRÌNH=N] [--method …] [--ties …]
                             [--margin "0;1;2"] [--without TỆP] [--reopened] [--names]
        template LOẠI        biểu mẫu trống để điền  [--output TỆP]
        sample [THƯ-MỤC]     tạo một tỉnh giả định để thử  [--seed N] [--children N]
                             hoặc một bộ thiết lập mẫu: --profile xet-tuyen-hoc-ba, ha-noi-2025, hcm,
                             tay-ninh-2025, lop-1, lop-6-ptdtnt, mn
        cells TỆP            mọi ô đọc được, dạng JSON  [--sheet N]
        purge                xóa những gì đã quá thời hạn lưu giữ (Schemas/settings.json)
        recover              dựng lại sổ nhật ký từ những gì chứng minh được
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
        watch                passes over the Inbox for as long as it lives
        check FILE…          what the receipt would say  [--unit UNIT] [--round ROUND]
                             by a Table Schema of yours alone  [--schema FILE.json]
        status               every file, every round, who has sent what
        finalize ROUND       finalize a round and publish its official lists  [--accept-held]
        reopen ROUND         reopen a round
        explain ROUND ID     why a child has this result, wish by wish
        verify FOLDER        check a published folder, from its own files and the ledger's inputs
        diff FOLDER FOLDER   who moved between two published results, and why  [--names]
        simulate ROUND       what if  [--quota SCHOOL/PROGRAM=N] [--method …] [--ties …]
                             [--margin "0;1;2"] [--without FILE] [--reopened] [--names]
        template KIND        a blank workbook to fill in  [--output FILE]
        sample [FOLDER]      a made-up province to try things on  [--seed N] [--children N]
                             or a ready-made setup: --profile xet-tuyen-hoc-ba, ha-noi-2025, hcm,
                             tay-ninh-2025, lop-1, lop-6-ptdtnt, mn
        cells FILE           every cell as read, as JSON  [--sheet N]
        purge                remove what has outlived its time (Schemas/settings.json)
        recover              put the journal together again from what can be proved
        bench                measure the speed  [--size N]
        schemas              print the guide to the tables (Schemas/README.md)
        demo                 make .demo/ and carry a made-up season through it  [--seed N] [--children N]
        help                 this page

      Common options: --workspace DIR  --lang vi|en  --json  --quiet  --jobs N  --wait
      Exit status: 0 all well; 1 something was refused or held; 2 could not run; 75 try again later.
      """)
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
