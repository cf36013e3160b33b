public import Disk

/// The folder that everything happens in, and the project that lends its
/// Schemas to a workspace without any.
public struct Workspace: Sendable {
  public var disk: any Disk
  public var root: FileName
  public var home: FileName
  /// How many files are read at the same time.
  public var jobs: Int

  public init(_ disk: any Disk, root: FileName, home: FileName, jobs: Int) {
    self.disk = disk
    self.root = root
    self.home = home
    self.jobs = max(1, jobs)
  }
}
