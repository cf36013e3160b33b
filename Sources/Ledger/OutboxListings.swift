import Disk
import Tables

/// Which folders lay in those of units in the Outbox when these were last looked into, on the shelf. A folder that
/// is the same version still has the same names: the kernel changes its times with every name that comes or goes.
/// It is listed again unless that is certain: after a start of the machine, where other machines may change it, and
/// if it had just been changed when it was looked into, because a later change could have the same time then.
struct OutboxListings {
  /// What lies in the folder of a unit.
  struct Listing: Equatable {
    /// The version of the folder that was listed.
    var identity: Identity
    var folders: [FileName]
  }

  /// What a look found.
  struct Found {
    var status: FileStatus
    var listing: Listing
    /// What was being made there.
    var unfinished: [FileName] = []
  }

  private static let name = "outbox"
  /// How it is written; another number for another form.
  private static let form = "1 "
  private let boot: String
  /// The wall clock at the look, by which the kernel gives a folder its times; nil where they tell nothing.
  private let now: Int64?
  /// The file system of the Outbox: what is mounted in it may be another machine's.
  private let device: UInt64?
  private var listings: [FileName: Listing] = [:]

  /// What the last look left, as far as it holds.
  init(of outbox: Handle, from shelf: Shelf) {
    boot = shelf.disk.boot()
    device = try? shelf.disk.status(of: outbox).identity.device
    now = boot.isEmpty || device == nil || shelf.disk.isRemote(outbox) ? nil : shelf.disk.now()
    guard now != nil, let bytes = shelf.get(OutboxListings.name) else { return }
    listings = (try? OutboxListings.read(bytes, since: boot)) ?? [:]
  }

  /// What is in a unit's folder, and who may come to it; nil if it is none.
  func look(into unit: FolderEntry, in outbox: Handle, on disk: any Disk) throws -> Found? {
    guard !unit.name.hasPrefix(makingPrefix), unit.kind == nil || unit.kind == .folder else { return nil }
    // What is closed to us is told by whoever has something to give there.
    let found: Found?? = try nilIf(.denied) {
      let status = try disk.status(of: unit.name, in: outbox)
      guard status.kind == .folder else { return nil }
      if let known = listings[unit.name], known.identity == status.identity {
        return Found(status: status, listing: known)
      }
      var found = Found(status: status, listing: Listing(identity: status.identity, folders: []))
      for entry in try disk.entries(in: try disk.openFolder(unit.name, in: outbox)) {
        if entry.name.hasPrefix(makingPrefix) {
          found.unfinished.append(entry.name)
        } else if entry.kind == .folder {
          found.listing.folders.append(entry.name)
        }
      }
      return found
    }
    return found ?? nil
  }

  /// Leaves to the next look what was found.
  func save(_ found: [FileName: Listing], on shelf: Shelf) {
    guard let now else { return }
    let kept = found.filter {
      $0.value.identity.device == device
        && $0.value.identity.changed / 1_000_000_000 < now - OutboxListings.secondsApart
    }
    guard kept != listings else { return }
    var writer = ByteWriter()
    writer.add(OutboxListings.form + boot)
    let sorted = kept.sorted { $0.key < $1.key }
    writer.add(numbers: sorted.flatMap { $0.value.identity.numbers })
    writer.add(sorted) { writer, listing in
      writer.add(listing.key.bytes)
      writer.add(listing.value.folders) { $0.add($1.bytes) }
    }
    shelf.put(writer.bytes, as: OutboxListings.name)
  }

  /// No file system that is not another machine's tells times less exactly.
  private static let secondsApart: Int64 = 2

  private static func read(
    _ bytes: [UInt8], since boot: String
  ) throws(ByteReader.Misfit) -> [FileName: Listing] {
    var reader = ByteReader(bytes)
    guard try reader.text() == form + boot else { return [:] }
    let numbers = try reader.numbers(Int64.self)
    let units = try reader.items { reader throws(ByteReader.Misfit) in
      (
        FileName(try reader.raw()),
        try reader.items { reader throws(ByteReader.Misfit) in FileName(try reader.raw()) }
      )
    }
    guard reader.isAtEnd, numbers.count == Identity.numberCount * units.count else {
      throw ByteReader.Misfit()
    }
    var found: [FileName: Listing] = [:]
    found.reserveCapacity(units.count)
    for (index, unit) in units.enumerated() {
      found[unit.0] = Listing(identity: Identity(numbers[(Identity.numberCount * index)...]), folders: unit.1)
    }
    return found
  }
}
