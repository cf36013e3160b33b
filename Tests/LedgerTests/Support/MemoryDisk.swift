import Disk
import Glibc

/// A disk in memory with two views: what a process sees, and what would be
/// left after the power fails. Only `sync` carries one into the other.
final class MemoryDisk: Disk, @unchecked Sendable {
  final class Node {
    let number: UInt64
    let kind: FileStatus.Kind
    var bytes: [UInt8] = []
    var names: [FileName: Node] = [:]
    var mode: UInt32
    var group: UInt32 = 0
    /// Nil for that of the whole disk.
    var device: UInt64?
    var modified: Int64
    var changed: Int64
    var links = 1
    var lockedBy: Int32?
    /// What a power failure leaves.
    var durableBytes: [UInt8] = []
    var durableNames: [FileName: Node] = [:]
    var durableChanged: Int64

    init(_ number: UInt64, _ kind: FileStatus.Kind, time: Int64) {
      self.number = number
      self.kind = kind
      mode = kind == .folder ? 0o700 : 0o600
      modified = time
      changed = time
      durableChanged = time
    }
  }

  let root: Node
  private var drops: [(folder: Node, name: FileName, file: Node)] = []
  private var open: [Int32: Node] = [:]
  private var lastDescriptor: Int32 = 0
  private var lastNumber: UInt64 = 1
  private(set) var clock: Int64 = 1_000_000_000
  /// Called before each operation with its name: a test's hook to interfere.
  var before: ((String, FileName) -> Void)?

  /// Seconds since 1970, for people to read.
  var wallClock: () -> Int64 = { 1_748_766_600 }
  /// Whether it says that it is a network folder.
  var liesElsewhere = false
  /// Names of files that it says somebody writes.
  var beingWritten: Set<FileName> = []
  /// Bytes that it says are free.
  var free: Int64 = .max
  /// The number of its device, and what its file system is called.
  var device: UInt64 = 1
  var systemName: String?

  init() { root = Node(1, .folder, time: 1) }

  /// How many handles are open: none may leak.
  var openHandles: Int { open.count }
  /// How many were open at once.
  private(set) var mostHandles = 0

  func tick() -> Int64 {
    clock += 1000
    return clock
  }

  func advance(by nanoseconds: Int64) { clock += nanoseconds }

  func node(_ handle: Handle) throws(DiskError) -> Node {
    guard let node = open[handle.descriptor] else { throw DiskError("fd", number: EBADF, name: handle.name) }
    return node
  }

  func handle(_ node: Node, _ name: FileName) -> Handle {
    lastDescriptor += 1
    open[lastDescriptor] = node
    mostHandles = max(mostHandles, open.count)
    return Handle(lastDescriptor, name: name) { [self] descriptor in
      if let node = open.removeValue(forKey: descriptor), node.lockedBy == descriptor { node.lockedBy = nil }
    }
  }

  func make(_ kind: FileStatus.Kind) -> Node {
    lastNumber += 1
    return Node(lastNumber, kind, time: tick())
  }

  func find(_ name: FileName, in folder: Handle, _ call: String) throws(DiskError) -> Node {
    before?(call, name)
    guard let node = try self.node(folder).names[name] else {
      throw DiskError(call, number: ENOENT, name: name)
    }
    return node
  }

  /// The disk after a power failure: whatever was not synced is kept, dropped
  /// or cut, as `choose` says (0 drop, 1 keep, 2 cut).
  func afterPowerFailure(choose: () -> Int) {
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
  func drop(_ path: String, _ text: String) {
    let parts = path.split(separator: "/").map { FileName(String($0)) }
    var folder = root
    for part in parts.dropLast() {
      let next = folder.names[part] ?? make(.folder)
      folder.names[part] = next
      folder.durableNames[part] = next
      folder = next
    }
    guard let name = parts.last else { return }
    let file = make(.file)
    // What somebody writes over his own file before it is taken is nobody's any more.
    drops.removeAll { $0.folder === folder && $0.name == name && folder.names[name] === $0.file }
    drops.append((folder, name, file))
    file.bytes = Array(text.utf8)
    file.durableBytes = file.bytes
    folder.names[name] = file
    folder.durableNames[name] = file
  }

  /// The contents that senders have dropped, as they left them.
  var sent: [[UInt8]] { drops.map(\.file.bytes) }

  /// All files below a path, by their path.
  func files(below path: String) -> [String: [UInt8]] {
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
  func file(_ path: String) -> Node? {
    path.split(separator: "/").reduce(root) { $0?.names[FileName(String($1))] }
  }
}
