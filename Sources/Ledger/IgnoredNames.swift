import Disk

extension InboxItem.Ignored {
  /// Why a name is nobody's file, or nil if it may be one.
  init?(name: FileName, isInInbox: Bool) {
    let lower = name.bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    switch lower.first {
    case 0x7E where lower.starts(with: [0x7E, 0x24]): self = .owner
    case _ where InboxItem.Ignored.systems.contains(lower): self = .system
    case 0x72 where isInInbox && lower == InboxItem.Ignored.guideName: self = .guide
    case _ where InboxItem.Ignored.isTemporary(lower): self = .temporary
    case 0x2E: self = .hidden
    case _ where InboxItem.Ignored.ends(lower, with: InboxItem.Ignored.markBytes): self = .mark
    default: return nil
    }
  }

  private static let systems = ["thumbs.db", "desktop.ini", ".ds_store"].map { Array($0.utf8) }
  private static let guideName = Array("readme.md".utf8)

  /// `9A1.csv.done` says that `9A1.csv` is complete.
  static let markEnding = ".done"

  private static let markBytes = Array(markEnding.utf8)

  private static let endings = [".tmp", ".part", ".crdownload", ".filepart", ".camellock"].map {
    Array($0.utf8)
  }

  /// What Excel or a transfer calls a file while it works.
  private static func isTemporary(_ lower: [UInt8]) -> Bool {
    endings.contains { ends(lower, with: $0) } || isExcelTemporary(lower)
      || lower.starts(with: [0x2E, 0x69, 0x6E, 0x2E])
  }

  /// The last byte tells most names apart.
  private static func ends(_ name: [UInt8], with ending: [UInt8]) -> Bool {
    name.last == ending.last && name.suffix(ending.count) == ending[...]
  }

  /// Eight hexadecimal digits without an extension: Excel, while it saves.
  private static func isExcelTemporary(_ lower: [UInt8]) -> Bool {
    lower.count == 8 && lower.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
