import Foundation
import Glibc
import TestSupport

/// Who sends what, and how: whole and in pieces, under names of his own and under those of before, with marks
/// that come with a file, after it or before it.
final class RestlessSender {
  private let work: Workdir
  var chance = Chance()
  /// The contents that he has not overwritten himself.
  private(set) var dropped: [Data] = []
  private(set) var deeds: [String: Int] = [:]
  private var count = 0
  /// What he wrote last under a name.
  private var last: [URL: Data] = [:]

  init(_ work: Workdir) { self.work = work }

  private func content() -> Data {
    count += 1
    let rows = (0...chance.next(below: 30)).map {
      "A\(chance.next(below: 400)),\(chance.next(below: 10)),S\(1 + chance.next(below: 2)),Lê Thị An \($0),01/02/2011\r\n"
    }
    return Data(
      ("Mã hồ sơ,ĐTB 9,NV1,Họ và tên,Ngày sinh\r\n" + rows.joined() + "B\(count),5,S1,Lê,01/02/2011\r\n").utf8
    )
  }

  private func place(_ name: String) -> URL {
    work.path("Inbox/cong/r1/" + (chance.next(below: 2) == 0 ? "bo-sung/" : "") + name)
  }

  /// Under a name of before, every third time.
  private func place(of deed: String) -> URL {
    let known = last.keys.sorted { $0.path < $1.path }
    guard !known.isEmpty, chance.next(below: 3) == 0 else { return place("\(deed)-\(count).csv") }
    deeds["name of before", default: 0] += 1
    return known[chance.next(below: known.count)]
  }

  /// Something else will stand under the name: what is still there is nobody's any more.
  private func overwrite(_ url: URL, with bytes: Data) {
    if let before = last[url], (try? Data(contentsOf: url)) == before,
      let index = dropped.firstIndex(of: before)
    {
      dropped.remove(at: index)
    }
    last[url] = bytes
    dropped.append(bytes)
  }

  private static let names = [
    "copy", "slow", "pause", "rename", "truncate", "replace", "mark", "late mark", "old mark", "rubbish",
  ]

  /// One deed of a sender.
  func act() throws {
    let deed = RestlessSender.names[chance.next(below: RestlessSender.names.count)]
    deeds[deed, default: 0] += 1
    let url = place(of: deed.replacing(" ", with: "-"))
    let mark = url.appendingPathExtension("done")
    let bytes = content()
    switch deed {
    case "slow":
      overwrite(url, with: bytes)
      try write(bytes, to: url, pausing: 200_000)
    case "pause":
      // Longer than a file must have been the same; he has it open all the time.
      overwrite(url, with: bytes)
      let file = try handle(url)
      let half = (bytes.prefix(bytes.count / 2).lastIndex(of: 0x0A) ?? 0) + 1
      try file.write(contentsOf: bytes.prefix(half))
      usleep(UInt32(2_500_000 + chance.next(below: 2_000_000)))
      try file.write(contentsOf: bytes.dropFirst(half))
    case "rename":
      let hidden = url.deletingLastPathComponent().appendingPathComponent("1A2B3C\(10 + count % 89)")
      try bytes.write(to: hidden)
      overwrite(url, with: bytes)
      rename(hidden.path, url.path)
    case "truncate", "replace":
      // The first version may be taken or overwritten, as it happens.
      let first = content()
      overwrite(url, with: first)
      try handle(url).write(contentsOf: first)
      usleep(UInt32(chance.next(below: 3_000_000)))
      overwrite(url, with: bytes)
      if deed == "truncate" {
        try handle(url).write(contentsOf: bytes)
      } else {
        let beside = url.appendingPathExtension("tmp")
        try bytes.write(to: beside)
        rename(beside.path, url.path)
      }
    case "mark":
      overwrite(url, with: bytes)
      try handle(url).write(contentsOf: bytes)
      try Data().write(to: mark)
    case "late mark":
      // The file has been taken by then, and the next one is written while the mark may still be there.
      overwrite(url, with: bytes)
      try handle(url).write(contentsOf: bytes)
      usleep(UInt32(2_000_000 + chance.next(below: 3_000_000)))
      try Data().write(to: mark)
      try writeAnother(to: url)
    case "old mark":
      try Data().write(to: mark)
      usleep(UInt32(chance.next(below: 2_000_000)))
      overwrite(url, with: bytes)
      try write(bytes, to: url, pausing: 900_000)
    case "rubbish":
      let rubbish = Data((0..<2000).map { _ in UInt8(chance.next(below: 256)) })
      overwrite(url, with: rubbish)
      try rubbish.write(to: url)
    default:
      overwrite(url, with: bytes)
      try handle(url).write(contentsOf: bytes)
    }
  }

  private func writeAnother(to url: URL) throws {
    let next = content()
    overwrite(url, with: next)
    try write(next, to: url, pausing: 900_000)
  }

  private func write(_ bytes: Data, to url: URL, pausing: Int) throws {
    let file = try handle(url)
    for start in stride(from: 0, to: bytes.count, by: 300) {
      try file.write(contentsOf: bytes[start..<min(start + 300, bytes.count)])
      usleep(UInt32(chance.next(below: pausing)))
    }
  }

  private func handle(_ url: URL) throws -> FileHandle {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
