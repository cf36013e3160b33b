import Tables
public import Wording

/// What a unit still owes, which of its files have errors, and where its newest lists are.
public struct TaskList: Hashable, Sendable {
  /// The unit's name.
  public var unit: String
  /// In the order of rounds.
  public var owed: [Owed] = []
  /// In the order of arrival.
  public var files: [File] = []
  /// In the Inbox, and not taken until the unit does something; in the order of their places.
  public var notTaken: [NotTaken] = []
  /// In the order of rounds.
  public var lists: [Lists] = []

  /// Of a unit that owes nothing and has nothing.
  public init(unit: String) { self.unit = unit }

  /// Something owed.
  public struct Owed: Hashable, Sendable {
    /// What people call the round.
    public var round: String
    /// What is to be done.
    public var task: TaskWording.Task
    /// The last day, as people write it; blank for none.
    public var by: String
    /// Where a form for it is, or the lists to look at; blank for none.
    public var place: String

    /// Something owed for a round.
    public init(round: String, task: TaskWording.Task, by: String = "", place: String = "") {
      self.round = round
      self.task = task
      self.by = by
      self.place = place
    }
  }

  /// A file that is not wholly in force.
  public struct File: Hashable, Sendable {
    /// What people call its rounds.
    public var rounds: [String]
    /// Its name, as it was sent.
    public var name: String
    /// What became of it.
    public var outcome: ReceiptOutcome
    /// What is to be corrected in it.
    public var errors: Int
    /// Nothing is: it waits for what the round is still to declare.
    public var waits = false
    /// The same unit is to declare it.
    public var isOwn = false
    /// Its receipt, from the workspace on; blank while it waits with its round, without one.
    public var receipt: String

    /// A file and its receipt.
    public init(rounds: [String], name: String, outcome: ReceiptOutcome, errors: Int, receipt: String) {
      self.rounds = rounds
      self.name = name
      self.outcome = outcome
      self.errors = errors
      self.receipt = receipt
    }
  }

  /// A file that is not taken until its unit does something.
  public struct NotTaken: Hashable, Sendable {
    /// Where it lies, from the workspace on.
    public var path: String
    /// Why.
    public var why: TaskWording.NotTaken

    /// A file, and why it is not taken.
    public init(path: String, why: TaskWording.NotTaken) {
      self.path = path
      self.why = why
    }
  }

  /// The newest lists of a round.
  public struct Lists: Hashable, Sendable {
    /// What people call the round.
    public var round: String
    /// Official rather than provisional.
    public var official: Bool
    /// Which of them.
    public var number: Int
    /// Where, from the workspace on.
    public var folder: String

    /// Lists in a folder.
    public init(round: String, official: Bool, number: Int, folder: String) {
      self.round = round
      self.official = official
      self.number = number
      self.folder = folder
    }
  }

  /// Stands for what the workbook shows in a language, in the words of one version of the program.
  public func digest(in language: Language, version: String) -> String {
    let words = TaskWording(language)
    var text = "\(version)\n\(language.rawValue)\n\(unit)\n"
    for row in rows(words).flatMap(\.rows) { text += row.joined(separator: "\t") + "\n" }
    return String(SHA256.hex(Array(text.utf8)).prefix(16))
  }

  /// A part of the sheet: its heading, its labels, its rows.
  struct Section {
    var heading: String
    var labels: [String]
    var rows: [[String]]
  }

  func rows(_ words: TaskWording) -> [Section] {
    [
      Section(
        heading: words.owed(owed.count), labels: words.owedLabels,
        rows: owed.map { [$0.round, words.task($0.task), $0.by, $0.place] }),
      Section(
        heading: words.files(files.count + notTaken.count), labels: words.fileLabels,
        rows: files.map {
          [
            $0.rounds.joined(separator: "; "), $0.name,
            $0.receipt.isEmpty
              ? words.kept : words.state($0.outcome, errors: $0.errors, waits: $0.waits, isOwn: $0.isOwn),
            $0.receipt,
          ]
        } + notTaken.map { ["", $0.path, words.notTaken($0.why), ""] }),
      Section(
        heading: words.lists(lists.count), labels: words.listLabels,
        rows: lists.map {
          [$0.round, words.lists(official: $0.official), words.number($0.number), $0.folder]
        }),
    ]
  }
}
