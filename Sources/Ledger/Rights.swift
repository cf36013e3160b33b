public import Disk
import Tables

/// Whom the folders of units belong to, and who else can come to them.
extension Ledger {
  /// Lets the members of units' groups pass through Inbox and Outbox to their own folders; they see no other
  /// name on the way.
  public func letGroupsThrough() throws {
    for folder in [places.inbox, places.outbox] {
      let mode = try disk.status(of: folder).mode
      if mode & 0o001 == 0 { try disk.setAccess(mode | 0o001, group: nil, of: folder) }
    }
  }

  /// Gives the folders of a unit to its group where they are another's, because the settings named it later: in
  /// the Inbox the folders alone, in the Outbox with all that is in them.
  public func give(_ unit: FileName, inbox: Access, outbox: Access) throws {
    for (place, access, withFiles) in [(places.inbox, inbox, false), (places.outbox, outbox, true)] {
      guard let group = access.group, let status = try disk.statusIfAny(of: unit, in: place),
        status.kind == .folder, status.group != group
      else { continue }
      let home = try disk.openFolder(unit, in: place)
      try give(all: home, to: group, access, withFiles: withFiles)
      // Last: until here the next pass does it again.
      try disk.setAccess(access.folder, group: group, of: home)
    }
  }

  private func give(all folder: Handle, to group: UInt32, _ access: Access, withFiles: Bool) throws {
    for name in try disk.names(in: folder) {
      // What somebody else made there is his to give, and what has gone needs nothing.
      _ = try nilIf(.denied, .notFound) {
        let status = try disk.status(of: name, in: folder)
        if status.kind == .folder {
          let inner = try disk.openFolder(name, in: folder)
          try give(all: inner, to: group, access, withFiles: withFiles)
          try disk.setAccess(access.folder, group: group, of: inner)
        } else if status.kind == .file, withFiles {
          try disk.setAccess(status.mode, group: group, of: try disk.openFile(name, in: folder))
        }
      }
    }
  }
}

extension Places {
  /// What everybody on the machine can read or write of the folders that people use: one note for each.
  ///
  /// - Parameter units: the folders in the Outbox, and their permission bits.
  func openToAll(outbox units: [(unit: FileName, mode: UInt32)], on disk: any Disk) throws -> [Ledger.Note] {
    var readable: [String] = []
    var writable: [String] = []
    func look(_ name: @autoclosure () -> String, _ mode: UInt32, canBeReached: Bool) {
      if mode & 0o004 != 0, canBeReached { readable.append(name()) }
      // Where the sticky bit is set nobody can touch what is another's.
      if mode & 0o002 != 0, mode & 0o1000 == 0 { writable.append(name()) }
    }
    for (place, units) in [(inbox, try folders(of: inbox, on: disk)), (outbox, units)] {
      let mode = try disk.status(of: place).mode
      look(place.name.escaped, mode, canBeReached: true)
      for (unit, own) in units {
        look(place.name.escaped + "/" + unit.escaped, own, canBeReached: mode & 0o001 != 0)
      }
    }
    var notes: [Ledger.Note] = []
    if let first = readable.first { notes.append(.worldReadable(folder: first, others: readable.count - 1)) }
    if let first = writable.first { notes.append(.worldWritable(folder: first, others: writable.count - 1)) }
    return notes
  }

  private func folders(of place: Handle, on disk: any Disk) throws -> [(unit: FileName, mode: UInt32)] {
    let names = try disk.entries(in: place).filter { $0.kind == nil || $0.kind == .folder }.map(\.name)
    let units = inParallel(names, jobs: disk.lanes, stretch: 64) { unit in
      Result { (unit, try disk.statusIfAny(of: unit, in: place)) }
    }
    return try units.compactMap { unit in
      guard case (let name, let status?) = try unit.get(), status.kind == .folder else { return nil }
      return (name, status.mode)
    }
  }
}
