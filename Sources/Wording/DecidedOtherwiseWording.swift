/// That an official result stands though deciding once more gives another, and what to do.
///
/// - Parameters:
///   - count: of the children who would have other places, at programs or on their waiting lists.
///   - programs: some of the programs where.
public func decidedOtherwise(_ count: Int, _ programs: String, in language: Language) -> String {
  language.say(
    "Kết quả chính thức được giữ nguyên, đợt tạm dừng: xét lại từ các tệp đã nhận thì \(count) học sinh có kết quả hoặc thứ tự chờ khác (ở \(programs)). Thường là do bản chương trình hoặc Schemas đã thay (lúc chốt là gì, xem MANIFEST.json của danh sách chính thức), hoặc do một tệp gửi sau: bảng Đơn vị của đợt khác, danh sách không còn em đó. Hãy đưa về như lúc chốt; nếu muốn tính theo cách đọc mới thì mở lại đợt rồi chốt lại.",
    "The official result stands and the round waits: decided once more from the files received, \(count) children would have other results, or other places on waiting lists (at \(programs)). Mostly another build of the program or other Schemas are the cause (MANIFEST.json of the official lists names those of then), or a file sent since: the units of another round, a list without the child. Restore what it was; to count by the new reading, reopen the round and finalize it once more."
  )
}
