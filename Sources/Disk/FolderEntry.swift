/// A name in a folder, and what the folder itself says of it.
public struct FolderEntry: Hashable, Sendable {
  /// As the folder holds it.
  public var name: FileName
  /// What stands under the name; nil where the file system keeps it elsewhere.
  public var kind: FileStatus.Kind?

  /// A name of that kind.
  public init(_ name: FileName, _ kind: FileStatus.Kind?) {
    self.name = name
    self.kind = kind
  }
}
