/// That an official result stands though deciding once more gives another, and what to do.
///
/// - Parameters:
///   - count: of the children who would have other places.
///   - programs: some of the programs where.
public func decidedOtherwise(_ count: Int, _ programs: String, in language: Language) -> String {
  language.say(
    "Kết quả chính thức được giữ nguyên, đợt tạm dừng: bản chương trình này hoặc Schemas hiện nay đọc các tệp đã nhận khác lúc chốt, nên \(count) học sinh sẽ có kết quả khác (\(programs)). Hãy dùng lại bản chương trình và Schemas như lúc chốt; nếu muốn tính theo cách đọc mới thì mở lại đợt rồi chốt lại.",
    "The official result stands and the round waits: this build of the program, or the Schemas as they are now, read the files otherwise than when it was finalized, and \(count) children would have other results (\(programs)). Use the program and the Schemas of then again; to count by the new reading, reopen the round and finalize it once more."
  )
}
