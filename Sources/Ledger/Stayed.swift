import Disk
import Tables

/// Arrivals whose names could not be removed, each with the version that its file is known as since: other rights
/// or another number of its device make no new file of one whose bytes are those that were kept.
struct Stayed {
  private static let name = "stayed"
  private var versions: [Int: Identity] = [:]

  /// Only a help: whatever cannot be read did not stay.
  init(from shelf: Shelf?) {
    guard let bytes = shelf?.get(Stayed.name), let found = try? Stayed.versions(bytes) else { return }
    versions = found
  }

  private static func versions(_ bytes: [UInt8]) throws(ByteReader.Misfit) -> [Int: Identity] {
    var reader = ByteReader(bytes)
    return Dictionary(try reader.items(Stayed.read)) { $1 }
  }

  private static func read(_ reader: inout ByteReader) throws(ByteReader.Misfit) -> (Int, Identity) {
    let seq = try reader.number()
    var numbers: [Int64] = []
    for _ in 0..<Identity.numberCount { numbers.append(Int64(try reader.number())) }
    return (seq, Identity(numbers[...]))
  }

  /// Notes which are still there, and leaves that to the next process as far as the disk lets us.
  mutating func note(_ found: [Int: Identity], on shelf: Shelf) {
    guard found != versions else { return }
    versions = found
    var writer = ByteWriter()
    writer.add(found.sorted { $0.key < $1.key }) { writer, stayed in
      writer.add(stayed.key)
      for number in stayed.value.numbers { writer.add(Int(number)) }
    }
    shelf.put(writer.bytes, as: Stayed.name)
  }

  /// Whether a file that lies where an arrival stayed is still the same. `hash` is asked where that is not certain.
  func isStill(_ arrival: Received, _ identity: Identity, hash: () throws -> String) throws -> Bool {
    guard let version = versions[arrival.seq], version.inode == identity.inode,
      version.size == identity.size, version.modified == identity.modified
    else { return false }
    if version == identity { return true }
    return try hash() == arrival.hash
  }
}
