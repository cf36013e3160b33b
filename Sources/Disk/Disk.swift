/// Everything that touches the world: folders, files, locks and clocks.
///
/// A value, so that a test can hand over a disk that fails, dies or forgets.
/// Names are single components; a name with `/` or NUL, and `.` and `..`, are
/// refused. Interrupted calls are repeated, short reads and writes continued;
/// nothing else is tried twice.
public protocol Disk: Sendable {
  // MARK: Folders

  /// Opens a folder by its path, following links: for the workspace alone.
  func openFolder(path: FileName) throws(DiskError) -> Handle
  /// Opens a folder; a link is refused.
  func openFolder(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle
  /// What is in a folder without `.` and `..`, in byte order of the names. A handle is asked by one task
  /// at a time.
  func entries(in folder: Handle) throws(DiskError) -> [FolderEntry]
  /// Makes a folder with mode 0700.
  func makeFolder(_ name: FileName, in folder: Handle) throws(DiskError)

  // MARK: Files

  /// Opens for reading, without following a link and without waiting for a pipe.
  func openFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle
  /// Makes a new file with mode 0600 for writing; fails if the name is taken.
  func createFile(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle
  /// Opens for reading and appending; makes it with mode 0600 if it is missing.
  func openLog(_ name: FileName, in folder: Handle) throws(DiskError) -> Handle
  /// Up to `count` bytes from `offset`; fewer only at the end of the file.
  func read(_ file: Handle, at offset: Int64, count: Int) throws(DiskError) -> [UInt8]
  /// Writes all bytes after those written before.
  func write(_ bytes: ArraySlice<UInt8>, to file: Handle) throws(DiskError)
  /// Claims the space for `size` bytes, where the file system can.
  func reserve(_ size: Int64, for file: Handle) throws(DiskError)
  func cut(_ file: Handle, to size: Int64) throws(DiskError)

  // MARK: Durability

  /// Returns when a file, or the names in a folder, will survive a crash. After a failure
  /// nothing is known: it must not be asked again for the same handle.
  func sync(_ handle: Handle) throws(DiskError)
  /// The same for everything on the file system that holds `handle`.
  func syncFileSystem(of handle: Handle) throws(DiskError)

  // MARK: Names

  /// What stands under a name; a link is not followed.
  func status(of name: FileName, in folder: Handle) throws(DiskError) -> FileStatus
  func status(of handle: Handle) throws(DiskError) -> FileStatus
  /// Gives a file a second name; fails if that is taken.
  func link(_ name: FileName, in folder: Handle, as newName: FileName, in newFolder: Handle) throws(DiskError)
  /// Renames a file or folder; fails if the new name is taken.
  func rename(_ name: FileName, in folder: Handle, to newName: FileName, in newFolder: Handle)
    throws(DiskError)
  /// Renames a file over whatever file has the new name.
  func replace(_ newName: FileName, in newFolder: Handle, by name: FileName, in folder: Handle)
    throws(DiskError)
  func removeFile(_ name: FileName, in folder: Handle) throws(DiskError)
  func removeFolder(_ name: FileName, in folder: Handle) throws(DiskError)
  /// Sets the permission bits, and the group if one is given.
  func setAccess(_ mode: UInt32, group: UInt32?, of handle: Handle) throws(DiskError)

  // MARK: The machine

  /// Takes the exclusive lock of a file; false if another handle has it. It ends with the handle.
  func lock(_ file: Handle) throws(DiskError) -> Bool
  /// Whether one may make and remove names in a folder, as far as that is told without doing so: false if it is
  /// refused for certain.
  func mayWrite(into folder: Handle) throws(DiskError) -> Bool
  /// Bytes that we may still write.
  func freeSpace(_ handle: Handle) throws(DiskError) -> Int64
  /// Whether some process of this machine has the file open for writing; nil where that cannot be told.
  func isBeingWritten(_ file: Handle) -> Bool?
  /// Whether other machines may change what lies there, without a word to this one.
  func isRemote(_ handle: Handle) -> Bool
  /// What the file system is called that holds it, by a name that outlives a start of the machine; nil where
  /// none is known.
  func fileSystem(of handle: Handle) -> String?
  /// The number of the group of that name, nil if there is none.
  func groupNumber(of name: String) -> UInt32?
  /// Nanoseconds that only grow, suspension included, since the start that ``boot`` names.
  func uptime() -> Int64
  /// This start of the machine; empty if it cannot be told.
  func boot() -> String
  /// Seconds since 1970 by the wall clock: to be shown, and to tell what a file system calls just now; never for
  /// how long something takes.
  func now() -> Int64
  func sleep(nanoseconds: Int64)
  /// Appends ``crashStamp`` to a file, open for writing, if the process ends by a fault of its own from
  /// now on, and not because somebody else ends it; nil: to none.
  func stampCrashes(on file: Handle?)
  var processNumber: Int32 { get }
  /// So many bytes that nobody can guess.
  func random(_ count: Int) -> [UInt8]
  /// How many threads may ask it at the same time with profit.
  var lanes: Int { get }
}

/// What a process leaves that ends by a fault of its own (``Disk/stampCrashes(on:)``): `!`.
public let crashStamp: UInt8 = 0x21
