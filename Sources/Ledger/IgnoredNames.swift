import Disk

extension InboxItem.Ignored {
  /// Why a name is nobody's file, or nil if it may be one.
  init?(name: FileName, isInInbox: Bool) {
    let lower = name.bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    let folded = FileName(lower)
    if folded.hasPrefix("~$") {
      self = .owner
    } else if folded == "thumbs.db" || folded == "desktop.ini" || folded == ".ds_store" {
      self = .system
    } else if isInInbox && folded == "readme.md" {
      self = .guide
    } else if InboxItem.Ignored.endings.contains(where: folded.hasSuffix)
      || InboxItem.Ignored.isExcelTemporary(lower)
      || folded.hasPrefix(".in.")
    {
      self = .temporary
    } else if folded.hasPrefix(".") {
      self = .hidden
    } else if folded.hasSuffix(InboxItem.Ignored.markEnding) {
      self = .mark
    } else {
      return nil
    }
  }

  /// `9A1.csv.done` says that `9A1.csv` is complete.
  static let markEnding = ".done"

  private static let endings = [".tmp", ".part", ".crdownload", ".filepart", ".camellock"]

  /// Eight hexadecimal digits without an extension: Excel, while it saves.
  private static func isExcelTemporary(_ lower: [UInt8]) -> Bool {
    lower.count == 8 && lower.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
