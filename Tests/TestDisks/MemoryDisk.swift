package import Disk
import Glibc

/// A disk in memory with two views: what a process sees, and what would be
/// left after the power fails. Only `sync` carries one into the other.
package final class MemoryDisk: Disk, @unchecked Sendable {
  package final class Node {
    package let number: UInt64
    package let kind: FileStatus.Kind
    package var bytes: [UInt8] = []
    package var names: [FileName: Node] = [:]
    package var mode: UInt32
    package var group: UInt32 = 0
    /// Nil for that of the whole disk.
    package var device: UInt64?
    package var modified: Int64
    package var changed: Int64
    package var links = 1
    package var lockedBy: Int32?
    /// What a power failure leaves.
    package var durableBytes: [UInt8] = []
    package var durableNames: [FileName: Node] = [:]
    package var durableChanged: Int64

    package init(_ number: UInt64, _ kind: FileStatus.Kind, time: Int64) {
      self.number = number
      self.kind = kind
      mode = kind == .folder ? 0o700 : 0o600
      modified = time
      changed = time
      durableChanged = time
    }

    /// Without the names in it.
    init(copyOf other: Node) {
      number = other.number
      kind = other.kind
      bytes = other.bytes
      mode = other.mode
      group = other.group
      device = other.device
      modified = other.modified
      changed = other.changed
      links = other.links
      durableBytes = other.durableBytes
      durableChanged = other.durableChanged
    }
  }

  package let root: Node
  private var drops: [(folder: Node, name: FileName, file: Node)] = []
  private var open: [Int32: Node] = [:]
  private var lastDescriptor: Int32 = 0
  private var lastNumber: UInt64 = 1
  var lastRandom: UInt64 = 1
  package private(set) var clock: Int64 = 1_000_000_000
  /// Called before each operation with its name: a test's hook to interfere.
  package var before: ((String, FileName) -> Void)?

  /// Seconds since 1970, for people to read.
  package var wallClock: () -> Int64 = { 1_748_766_600 }
  /// A seed of the order in which it lists names, for a file system promises none; nil: by name.
  package var listing: UInt64?
  /// Whether it says that it is a network folder.
  package var liesElsewhere = false
  /// The devices that it says are network folders.
  package var remoteDevices: Set<UInt64> = []
  /// Names of files that it says somebody writes.
  package var beingWritten: Set<FileName> = []
  /// Whether it tells who writes a file.
  package var tellsWriters = true
  /// Bytes that it says are free.
  package var free: Int64 = .max
  /// The start of the machine: another after a power failure.
  package private(set) var starts = 1
  /// The number of its device, and what its file system is called.
  package var device: UInt64 = 1
  package var systemName: String?

  package init() { root = Node(1, .folder, time: 1) }

  /// The same disk in the same state, on which something else may happen; nobody has anything open there.
  package init(copyOf other: MemoryDisk) {
    var made: [UInt64: Node] = [:]
    func copy(_ node: Node) -> Node {
      if let known = made[node.number] { return known }
      let copied = Node(copyOf: node)
      made[node.number] = copied
      copied.names = node.names.mapValues(copy)
      copied.durableNames = node.durableNames.mapValues(copy)
      return copied
    }
    root = copy(other.root)
    drops = other.drops.map { (copy($0.folder), $0.name, copy($0.file)) }
    lastNumber = other.lastNumber
    lastRandom = other.lastRandom
    clock = other.clock
    wallClock = other.wallClock
    free = other.free
    tellsWriters = other.tellsWriters
    starts = other.starts
    device = other.device
    systemName = other.systemName
  }

  /// How many handles are open: none may leak.
  package var openHandles: Int { open.count }
  /// How many were open at once.
  package private(set) var mostHandles = 0

  package func tick() -> Int64 {
    clock += 1000
    return clock
  }

  package func advance(by nanoseconds: Int64) { clock += nanoseconds }

  package func node(_ handle: Handle) throws(DiskError) -> Node {
    guard let node = open[handle.descriptor] else { throw DiskError("fd", number: EBADF, name: handle.name) }
    return node
  }

  package func handle(_ node: Node, _ name: FileName) -> Handle {
    lastDescriptor += 1
    open[lastDescriptor] = node
    mostHandles = max(mostHandles, open.count)
    return Handle(lastDescriptor, name: name) { [self] descriptor in
      if let node = open.removeValue(forKey: descriptor), node.lockedBy == descriptor { node.lockedBy = nil }
    }
  }

  package func make(_ kind: FileStatus.Kind) -> Node {
    lastNumber += 1
    return Node(lastNumber, kind, time: tick())
  }

  package func find(_ name: FileName, in folder: Handle, _ call: String) throws(DiskError) -> Node {
    before?(call, name)
    guard let node = try self.node(folder).names[name] else {
      throw DiskError(call, number: ENOENT, name: name)
    }
    return node
  }

  /// The disk after a power failure: whatever was not synced is kept, dropped
  /// or cut, as `choose` says (0 drop, 1 keep, 2 cut).
  package func afterPowerFailure(choose: () -> Int) {
    starts += 1
    var seen: Set<UInt64> = []
    func settle(_ node: Node) {
      guard seen.insert(node.number).inserted else { return }
      node.lockedBy = nil
      node.changed = node.durableChanged
      if node.bytes != node.durableBytes {
        switch choose() {
        case 0: node.bytes = node.durableBytes
        case 1: break
        default: node.bytes = Array(node.bytes.prefix((node.bytes.count + node.durableBytes.count) / 2))
        }
        node.durableBytes = node.bytes
      }
      for name in Set(node.names.keys).union(node.durableNames.keys).sorted()
      where node.names[name] !== node.durableNames[name] && choose() == 0 {
        node.names[name] = node.durableNames[name]
      }
      for (name, child) in node.names.sorted(by: { $0.key < $1.key }) {
        // No file system has a folder in two places: a rename that is half durable is one or the other.
        if child.kind == .folder, seen.contains(child.number) {
          node.names[name] = nil
        } else {
          settle(child)
        }
      }
      node.durableNames = node.names
    }
    settle(root)
  }
}

// MARK: The tests' own view

extension MemoryDisk {
  /// Puts a file, durably, as a sender would; folders are made.
  package func drop(_ path: String, _ text: String) {
    guard let (folder, name) = place(path) else { return }
    // What somebody writes over his own file before it is taken is nobody's any more.
    drops.removeAll { $0.folder === folder && $0.name == name && folder.names[name] === $0.file }
    drops.append((folder, name, put(Array(text.utf8), as: name, in: folder)))
  }

  /// Puts a file, durably, that is nobody's sending; folders are made.
  package func put(_ path: String, _ bytes: [UInt8]) {
    guard let (folder, name) = place(path) else { return }
    _ = put(bytes, as: name, in: folder)
  }

  private func put(_ bytes: [UInt8], as name: FileName, in folder: Node) -> Node {
    let file = make(.file)
    file.bytes = bytes
    file.durableBytes = bytes
    link(file, as: name, in: folder)
    return file
  }

  private func place(_ path: String) -> (folder: Node, name: FileName)? {
    let parts = path.split(separator: "/").map { FileName(String($0)) }
    guard let name = parts.last else { return nil }
    var folder = root
    for part in parts.dropLast() {
      if let next = folder.names[part] {
        folder.durableNames[part] = next
        folder = next
      } else {
        let next = make(.folder)
        link(next, as: part, in: folder)
        folder = next
      }
    }
    return (folder, name)
  }

  /// Durably.
  private func link(_ node: Node, as name: FileName, in folder: Node) {
    folder.names[name] = node
    folder.durableNames[name] = node
    folder.changed = tick()
    folder.durableChanged = folder.changed
  }

  /// The contents that senders have dropped, as they left them.
  package var sent: [[UInt8]] { drops.map(\.file.bytes) }

  /// All files below a path, by their path.
  package func files(below path: String) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    func walk(_ node: Node, _ prefix: String) {
      for (name, child) in node.names {
        let path = prefix.isEmpty ? name.escaped : "\(prefix)/\(name.escaped)"
        if child.kind == .folder { walk(child, path) } else { found[path] = child.bytes }
      }
    }
    var node = root
    for part in path.split(separator: "/") {
      guard let next = node.names[FileName(String(part))] else { return [:] }
      node = next
    }
    walk(node, "")
    return found
  }

  /// The file at a path.
  package func file(_ path: String) -> Node? {
    path.split(separator: "/").reduce(root) { $0?.names[FileName(String($1))] }
  }
}
