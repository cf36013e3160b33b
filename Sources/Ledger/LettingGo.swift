import Disk
import Tables

/// Removing the names of files that were taken. Between a look and a removal
/// somebody may put another file there, so the name is first moved aside,
/// and removed only if it is the version that we kept.
extension Ledger {
  static let prefix = "gone-"

  /// Whether the name is gone from the Inbox, or holds something newer; false
  /// if it cannot be removed and is still what was taken.
  func letGo(_ arrival: Received, by rules: IntakeRules) throws -> Bool {
    let name = arrival.path.name
    let aside = FileName(Ledger.prefix + String(arrival.seq))
    do {
      let home = try disk.openFolder(at: arrival.path.folders, in: places.inbox)
      guard try isKept(name, in: home, as: arrival) else { return true }
      // First, or a mark that outlived its file would speak of the next one.
      _ = try removeMark(name.mark, in: arrival.path.folders)
      let moved: Void? = try nilIf(.otherDevice) {
        try disk.rename(name, in: home, to: aside, in: places.temporary)
      }
      if moved == nil { return try remove(name, of: arrival, from: home, by: rules) }
      guard try disk.status(of: aside, in: places.temporary).identity.isSameContent(as: arrival.identity)
      else {
        try putBack(aside, of: arrival, into: home)
        return true
      }
      switch try isBeingWritten(aside) {
      case false?: try disk.removeFile(aside, in: places.temporary)
      case true?: try putBack(aside, of: arrival, into: home)
      // It rests until the next opening (``Resting``).
      case nil: break
      }
      return true
    } catch let error as DiskError where error.code == .notFound {
      return true
    } catch let error as DiskError where error.code != .exhausted {
      // The sender's side refuses: nothing is lost, the name is known and tried again.
      return false
    }
  }

  /// On another file system a name cannot be moved aside: it is looked at again and removed at once. Where somebody
  /// has it open for writing it stays, known as taken, and what he writes makes another file of it.
  private func remove(
    _ name: FileName, of arrival: Received, from home: Handle, by rules: IntakeRules
  ) throws -> Bool {
    switch disk.isBeingWritten(try disk.openFile(name, in: home)) {
    case false?: break
    case true?: return false
    // Where nothing may be removed there is nothing to wait for.
    case nil: guard try disk.mayWrite(into: home), hasRested(arrival, by: rules) else { return false }
    }
    guard try isKept(name, in: home, as: arrival) else { return true }
    try disk.removeFile(name, in: home)
    return true
  }

  /// Whether that is the version that was kept. Where another name of the same file has gone since, that has changed
  /// its inode: then its bytes tell.
  private func isKept(_ name: FileName, in home: Handle, as arrival: Received) throws -> Bool {
    let seen = try disk.status(of: name, in: home).identity
    if seen == arrival.identity { return true }
    guard arrival.hasOtherNames, seen.isSameContent(as: arrival.identity) else { return false }
    return SHA256.hex(try disk.readAll(try disk.openFile(name, in: home))) == arrival.hash
  }

  /// Whether somebody opened a file for writing while it still had its name, and has it open: what he writes
  /// would be nowhere. Nobody can come to it by now.
  private func isBeingWritten(_ aside: FileName) throws -> Bool? {
    disk.isBeingWritten(try disk.openFile(aside, in: places.temporary))
  }

  /// Removes the mark of a file that was taken, if it is a mark and nothing else: it has no byte to be lost.
  /// Whether it is gone.
  func removeMark(_ mark: FileName, in folders: [FileName]) throws -> Bool {
    do {
      let home = try disk.openFolder(at: folders, in: places.inbox)
      let status = try disk.status(of: mark, in: home)
      guard status.kind == .file, status.size == 0 else { return false }
      try disk.removeFile(mark, in: home)
      return true
    } catch let error as DiskError where error.code == .notFound {
      return true
    } catch let error as DiskError where error.code != .exhausted {
      return false
    }
  }

  /// Finishes what was interrupted while a name was aside: removed if its bytes are those that
  /// were kept, else put back; and removes every other temporary file.
  func clearTemporary(inboxAccess: Access) throws {
    resting = Resting(inboxAccess: inboxAccess, lastSeq: memory.lastSeq)
    defer { resting.since = disk.uptime() }
    for name in try disk.names(in: places.temporary) {
      guard name.hasPrefix(Ledger.prefix) else {
        // A network folder may keep what somebody still has open.
        _ = try nilIf(.busy, .notFound) { try disk.removeTree(name, in: places.temporary) }
        continue
      }
      guard let seq = Int(String(name.escaped.dropFirst(Ledger.prefix.count))),
        let arrival = memory.arrival(seq)
      else {
        try layAside(name)
        continue
      }
      try finish(name, of: arrival, hasRested: false)
    }
  }

  /// Lets a name go that is aside if its bytes are those that were kept, else puts it back. Where nobody tells who
  /// writes it, it has to rest first. One that cannot be read or put back, or has gone, stops none of the others:
  /// it waits for the next opening.
  func finish(_ name: FileName, of arrival: Received, hasRested: Bool) throws {
    let home: Handle?
    do {
      home = try finishUnsynced(name, of: arrival, hasRested: hasRested)
    } catch LedgerError.notAFolder {
      return noteUnreturned(arrival)
    } catch let error as DiskError where error.code != .exhausted && error.code != .full {
      if error.code != .notFound { noteUnreturned(arrival) }
      return
    }
    if let home { try syncPutBack(into: home) }
  }

  private func noteUnreturned(_ arrival: Received) {
    let note = Note.cannotComeBack(seq: arrival.seq, unit: arrival.destination.unit)
    if !notes.contains(note) { notes.append(note) }
  }

  /// The folder that it was put back into, if it was.
  private func finishUnsynced(_ name: FileName, of arrival: Received, hasRested: Bool) throws -> Handle? {
    let status = try disk.status(of: name, in: places.temporary)
    // Whoever put another file there, or what is none, may have put one of any size: only one of ours is read.
    if status.kind == .file, status.size == arrival.size {
      // What its sender has closed to us meanwhile waits until he opens it.
      let file = try disk.openFile(name, in: places.temporary)
      let isWritten = disk.isBeingWritten(file)
      if isWritten != true, SHA256.hex(try disk.readAll(file)) == arrival.hash {
        if isWritten == nil && !hasRested {
          resting.asides.append((name, arrival))
        } else {
          try disk.removeFile(name, in: places.temporary)
        }
        return nil
      }
    }
    let home = try disk.ensureFolder(
      path: arrival.path.folders, in: places.inbox, below: [Places.inboxName], access: resting.inboxAccess)
    try putBackUnsynced(name, of: arrival, into: home)
    return home
  }

  /// Keeps a file that nobody tells of any more, the journal having been lost: a person is to look at it.
  private func layAside(_ name: FileName) throws {
    let folder = try disk.ensureFolder(Rebuilding.folder, in: places.ledger).handle
    for number in 1... {
      let kept = number == 1 ? name : FileName(name.bytes + Array("-\(number)".utf8))
      let moved: Void? = try nilIf(.exists) {
        try disk.rename(name, in: places.temporary, to: kept, in: folder)
      }
      if moved != nil { return try disk.sync(folder) }
    }
  }

  /// Gives a newer file its name again, or the first free one with the seq in front if that is taken already.
  private func putBack(_ aside: FileName, of arrival: Received, into home: Handle) throws {
    try putBackUnsynced(aside, of: arrival, into: home)
    try syncPutBack(into: home)
  }

  private func syncPutBack(into home: Handle) throws {
    try disk.sync(home)
    try disk.sync(places.temporary)
  }

  private func putBackUnsynced(_ aside: FileName, of arrival: Received, into home: Handle) throws {
    var back: Void?
    if !arrival.isNameless {
      back = try nilIf(.exists) {
        try disk.rename(aside, in: places.temporary, to: arrival.path.name, in: home)
      }
    }
    var number = 1
    while back == nil {
      let front = number == 1 ? "\(arrival.seq)-" : "\(arrival.seq)-\(number)-"
      let other = FileName(Array(front.utf8) + arrival.path.name.bytes.prefix(200))
      back = try nilIf(.exists) { try disk.rename(aside, in: places.temporary, to: other, in: home) }
      number += 1
    }
  }
}
