public import Disk
import Rounds
import TableSchema

/// The folder that everything happens in, and the project that lends its
/// Schemas to a workspace without any.
public struct Workspace: Sendable {
  /// The file system it lies on.
  public var disk: any Disk
  /// The folder itself.
  public var root: FileName
  /// The project's folder.
  public var home: FileName
  /// How many files are read at the same time.
  public var jobs: Int
  /// What decides a round from its tables, on so many threads.
  var decider: @Sendable (RoundTables, SchemaSet, Int) -> RoundResult = { tables, schemas, jobs in
    Rounds.decide(tables, schemas: schemas, jobs: jobs)
  }

  /// A workspace; nothing is opened yet, and `jobs` below 1 counts as 1.
  public init(_ disk: any Disk, root: FileName, home: FileName, jobs: Int) {
    self.disk = disk
    self.root = root
    self.home = home
    self.jobs = max(1, jobs)
  }

  /// Decides a round as it stands: what is official of it stands too. Of what is left of a round whose time was over
  /// nothing is decided.
  func decide(_ tables: RoundTables, _ schemas: SchemaSet) -> RoundResult {
    tables.isPurged ? .notReady([.purged], []) : result(of: tables, schemas).asSettled(tables)
  }

  /// Decides a round as it was, or would be.
  func result(of tables: RoundTables, _ schemas: SchemaSet) -> RoundResult { decider(tables, schemas, jobs) }
}
