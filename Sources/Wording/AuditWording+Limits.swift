extension AuditWording {
  /// There is no ledger here.
  public var noLedger: String {
    say(
      "Không có sổ nhận ở đây: chỉ kiểm được từ chính thư mục này.",
      "There is no ledger here: checked from the folder alone.")
  }
  /// The ledger here is not of whoever published the folder.
  public var otherLedger: String {
    say(
      "Sổ nhận ở đây chưa từng công bố đợt này, không phải sổ của nơi công bố: chỉ kiểm được từ chính thư mục này.",
      "The ledger here has published nothing of this round and is not the publisher's: checked from the folder alone."
    )
  }
  /// The folder holds lists and no tables.
  public var noTables: String {
    say(
      "Thư mục này không có bảng kết quả để tính lại; bảng nằm trong thư mục của Sở.",
      "This folder has no tables to count again; they are in the department's folder.")
  }
  /// Another version of the program made it.
  public var otherProgram: String {
    say(
      "Thư mục do phiên bản khác của chương trình lập: không so từng byte.",
      "Another version of the program made it: bytes are not compared.")
  }
  /// Inputs were purged.
  public var purged: String {
    say(
      "Một số tệp đầu vào đã được xóa theo thời hạn lưu giữ: không xét lại được từ sổ nhận.",
      "Some inputs were removed, their time being over: the round is not decided again from the ledger.")
  }
  /// The Schemas are not those of then.
  public var otherSchemas: String {
    say(
      "Thư mục Schemas đã thay đổi từ khi công bố: không xét lại được như lúc đó.",
      "The Schemas have changed since: the round is not decided again.")
  }
}
