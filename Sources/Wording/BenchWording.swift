/// What the benchmark measures, in the order of the work.
public enum BenchStage: String, Codable, Sendable, CaseIterable {
  case writeLarge, writeLargePeer, readLarge, memoryLarge, readLargeText
  case read, validate, readAndValidate, readAndValidateParallel
  case stand, decide, match, check
  case writeDepartment, writeSchools, writeExplanations
  case matchCommonScore, matchOwnScores, checkMatch, explainMatch, matchGrowth, memoryMatch
  case readFiles, take, standStill

  /// Measured with files on the disk, after all others.
  public var isOnDisk: Bool { [.readFiles, .take, .standStill].contains(self) }
}

/// The words of the benchmark's table.
public struct BenchWording: Sendable {
  /// The language of the table, and of its numbers.
  public var language: Language

  /// In a language.
  public init(_ language: Language) { self.language = language }

  private func say(_ vi: String, _ en: String) -> String { language.say(vi, en) }

  /// The line above the table. `megabytes`: of the files; `memory`: before the first stage.
  public func title(children: Int, rosters: Int, megabytes: Double, jobs: Int, memory: Double) -> String {
    let (children, rosters) = (number(children), number(rosters))
    let (megabytes, memory) = (number(megabytes, places: 1), number(memory, places: 0))
    return say(
      "\(children) học sinh trong \(rosters) danh sách XLSX (\(megabytes) MB); \(jobs) luồng ở bước song song, xét tuyển, kiểm chứng và giải trình, "
        + "một luồng ở các bước khác; bộ nhớ trước khi đo \(memory) MB",
      "\(children) children in \(rosters) XLSX rosters (\(megabytes) MB); \(jobs) threads in the parallel stage, matches, checks and explanations, "
        + "one in all others; memory before measuring \(memory) MB")
  }

  /// How the large round is made up.
  public func largeRound(children: Int, wishes: Int, programs: Int, seats: Int) -> String {
    let ratio = number(Double(seats) / Double(max(children, 1)), places: 2)
    let (children, programs, seats) = (number(children), number(programs), number(seats))
    return say(
      "Xét tuyển toàn tỉnh: \(children) học sinh × \(wishes) nguyện vọng × \(programs) chương trình, \(seats) chỗ "
        + "chia đều (\(ratio) chỗ mỗi học sinh). Nguyện vọng: chương trình có số nhỏ hơn trong hai chương trình "
        + "bốc ngẫu nhiên. Điểm: tổng ba môn, mỗi môn là tổng hai lần gieo 0–5, bước 0,25; chương trình thứ n cùng "
        + "hệ số 1, hoặc môn thứ n mod 4 nhân đôi. Cứ 16 em có 3 em được cộng ưu tiên; bằng điểm thì bốc thăm.",
      "Large match: \(children) children × \(wishes) wishes × \(programs) programs, \(seats) seats spread evenly "
        + "(\(ratio) a child). A wish is the lower-numbered of two programs drawn. A score adds three marks, each "
        + "the sum of two throws of 0 to 5 in steps of 0.25; all count once, or at program n the mark n mod 4 "
        + "twice. Three children in 16 have priority points; a lottery parts the equal.")
  }

  /// The header of the table, one label a column.
  public var columns: [String] {
    switch language {
    case .vi:
      [
        "Bước", "Dòng", "MB", "Giây", "Dòng/giây", "MB/giây", "Tối thiểu (giây)", "Gấp", "Mức", "",
        "Bộ nhớ (MB)",
      ]
    case .en:
      ["Stage", "Rows", "MB", "Seconds", "Rows/s", "MB/s", "Bare (s)", "Ratio", "Bar", "", "Memory (MB)"]
    }
  }

  /// The name of a stage.
  public func name(_ stage: BenchStage) -> String {
    switch stage {
    case .writeLarge:
      say("Ghi một tệp XLSX lớn (bên cạnh libxlsxwriter)", "Write one large XLSX (beside libxlsxwriter)")
    case .writeLargePeer: say("  libxlsxwriter, bộ nhớ cố định", "  libxlsxwriter, constant memory")
    case .readLarge: say("Đọc và kiểm tra tệp XLSX lớn đó", "Read and validate that large XLSX")
    case .memoryLarge: say("  bộ nhớ dùng thêm khi đọc", "  memory on top while reading")
    case .readLargeText:
      say("Đọc và kiểm tra cùng bảng dạng CSV, một lõi", "Read and validate the same table as CSV, one core")
    case .read: say("Đọc XLSX: tệp → ô", "Read XLSX: bytes to cells")
    case .validate: say("Kiểm tra: ô → bảng", "Validate: cells to tables")
    case .readAndValidate: say("Đọc và kiểm tra", "Read and validate")
    case .readAndValidateParallel: say("Đọc và kiểm tra, song song", "Read and validate, in parallel")
    case .stand: say("Xác định bảng đang có hiệu lực", "Judge what stands in force")
    case .decide: say("Ghép hồ sơ, xét tuyển, kiểm chứng", "Merge people, decide, check")
    case .match: say("  trong đó: xét tuyển", "  of which: the match")
    case .check: say("  trong đó: kiểm chứng", "  of which: the check")
    case .writeDepartment: say("Ghi danh sách của Sở", "Write the department's lists")
    case .writeSchools: say("Ghi danh sách của các trường", "Write the schools' lists")
    case .writeExplanations:
      say("Giải trình từng nguyện vọng, ghi và băm", "Explain every wish, write and hash")
    case .matchCommonScore:
      say("Xét tuyển toàn tỉnh: một cách tính điểm", "Large match: one score for all programs")
    case .matchOwnScores:
      say("Xét tuyển toàn tỉnh: nhiều cách tính điểm", "Large match: scores differ by program")
    case .checkMatch: say("Kiểm chứng lượt sau cùng", "Check of the last one")
    case .explainMatch:
      say("Giải trình mọi nguyện vọng của lượt ấy", "Explain every wish of it")
    case .matchGrowth:
      say("Lượt ấy so với một phần trăm số học sinh", "The same beside a hundredth of the children")
    case .memoryMatch:
      say("  bộ nhớ dùng thêm cho cả hai lượt", "  memory on top for both rounds, their input included")
    case .readFiles:
      say(
        "3.000 tệp XLSX, mỗi tệp 500 dòng (20 tệp khác nhau): tệp → bảng",
        "3,000 XLSX files of 500 rows (20 different ones): files to tables")
    case .take: say("Nhận tệp: cất giữ và ghi nhật ký", "Take files: keep and journal them")
    case .standStill: say("Một lượt chạy không có tệp mới", "A pass that finds nothing new")
    }
  }

  /// Whether a stage keeps to its bar.
  public func verdict(_ holds: Bool) -> String { holds ? say("đạt", "ok") : say("vượt", "over") }

  /// A bar: at most so many times the bare cost, or so many seconds.
  public func bar(ratio: Double) -> String { "≤ \(number(ratio, places: ratio < 1 ? 2 : 1))×" }
  /// A bar in seconds.
  public func bar(seconds: Double) -> String { "≤ \(number(seconds, places: 1)) s" }

  /// A bar: at least so many rows a minute.
  public func bar(rowsPerMinute: Double) -> String {
    say("≥ \(number(rowsPerMinute, places: 0)) dòng/phút", "≥ \(number(rowsPerMinute, places: 0)) rows/min")
  }
  /// A bar: at least so many megabytes a second.
  public func bar(megabytesPerSecond: Double) -> String {
    say(
      "≥ \(number(megabytesPerSecond, places: 0)) MB/giây", "≥ \(number(megabytesPerSecond, places: 0)) MB/s")
  }
  /// A bar: at most so many megabytes more, and what was measured.
  public func bar(moreMegabytes: Double, measured: Double) -> String {
    "\(number(measured, places: 0)) ≤ \(number(moreMegabytes, places: 0)) MB"
  }

  /// What was written how: the level of packing, and the sizes of the files.
  public func packing(level: Int, bytes: Double, peer: Double?) -> String {
    let beside =
      peer.map { say("; của libxlsxwriter ", "; libxlsxwriter's ") + number($0, places: 1) + " MB" } ?? ""
    return say(
      "Tệp XLSX lớn: mức nén \(level), \(number(bytes, places: 1)) MB\(beside)",
      "Large XLSX: compression level \(level), \(number(bytes, places: 1)) MB\(beside)")
  }

  /// A file of the made-up province that gives no table by the schemas in use.
  public func unreadable(_ file: String) -> String {
    say(
      "Không đo được: tệp mẫu \(file) không đọc được theo Schemas đang dùng.",
      "Cannot measure: the sample's file \(file) gives no table by the Schemas in use.")
  }

  /// The made-up round cannot be decided by the schemas in use.
  public var undecided: String {
    say(
      "Không đo được: đợt mẫu không xét được theo Schemas đang dùng.",
      "Cannot measure: the sample's round cannot be decided by the Schemas in use.")
  }

  /// A number with its thousands parted.
  public func number(_ value: Int) -> String {
    let digits = String(value)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(say(".", ",")) }
      text.append(digit)
    }
    return text
  }

  /// A number that is not negative, rounded to so many decimals.
  public func number(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    guard value.isFinite, let scaled = Int(exactly: (value * Double(scale)).rounded()) else { return "-" }
    guard places > 0 else { return number(scaled) }
    let decimals = String(scaled % scale)
    return number(scaled / scale) + say(",", ".") + String(repeating: "0", count: places - decimals.count)
      + decimals
  }
}
