public import TableSchema
public import Tables

extension ReceiptContent {
  /// A sheet that gave no table: what was looked for, and what was found.
  public struct Sought: Hashable, Sendable {
    /// Its name; blank for a CSV.
    public var sheet: String
    /// What people call the kind of table that it comes nearest to; blank for none.
    public var name: String
    /// The columns that such a table must have.
    public var needed: [String]
    /// The sheet row that was taken for its header, the lower one of two; 0 for none.
    public var row: Int
    /// That of the header's first line, where it has two; otherwise the same.
    public var firstRow: Int
    /// What stands in those rows, column by column.
    public var found: [String]
    /// What there resembles a column of a kind, where no header was found.
    public var resembling: [Resemblance] = []

    /// A label, and the column that it may be meant for.
    public struct Resemblance: Hashable, Sendable {
      /// As it was written.
      public var label: String
      /// As it should be.
      public var title: String
    }

    /// A sheet whose header was found, without a column that its kind needs.
    public init(_ grid: Grid, headerRow: Int, schema: Schema?, schemas: SchemaSet) {
      self.init(grid, row: headerRow)
      if let header = schemas.headerLabels(of: grid), header.rows.upperBound == headerRow {
        firstRow = header.rows.lowerBound
        found = header.labels.prefix(Sought.mostLabels).map(Sought.shown)
      }
      name = schema?.title ?? ""
      needed = schema?.neededLabels ?? []
    }

    /// A sheet in which no header was found: of the first rows, the one with most texts, and the kind that it is
    /// most like.
    public init(_ grid: Grid, schemas: [Schema]) {
      var best = (row: 0, texts: 1)
      for (index, row) in grid.rows.enumerated() {
        guard row.number <= 30 else { break }
        let texts = grid.cellRange(ofRow: index).count { grid.cells[$0].kind == .text }
        if texts > best.texts { best = (Int(row.number), texts) }
      }
      self.init(grid, row: best.row)
      var most = 1
      for schema in schemas {
        let likeness = schema.likeness(of: found)
        let labels = likeness.known + likeness.resembling.count
        guard labels > most || (labels == most && labels > 1 && schema.kind == .roster) else { continue }
        most = labels
        needed = schema.neededLabels
        name = schema.title
        resembling = likeness.resembling.map { Resemblance(label: $0.label, title: $0.title) }
      }
    }

    private init(_ grid: Grid, row: Int) {
      sheet = grid.name
      name = ""
      needed = []
      self.row = row
      firstRow = row
      found = []
      guard let index = grid.rows.firstIndex(where: { $0.number == row }) else { return }
      found = labels(grid, index)
      // The upper line of two that nobody knows: several texts right above.
      guard index > 0, Int(grid.rows[index - 1].number) == row - 1 else { return }
      let upper = labels(grid, index - 1)
      guard upper.count > 2 else { return }
      firstRow = row - 1
      found = Array((upper + found).prefix(Sought.mostLabels))
    }

    private func labels(_ grid: Grid, _ row: Int) -> [String] {
      grid.cellRange(ofRow: row).prefix(Sought.mostLabels).map {
        Sought.shown(grid.string(of: grid.cells[$0]))
      }
      .filter { !$0.isEmpty }
    }

    private static func shown(_ label: String) -> String {
      let text = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return text.count > 40 ? text.prefix(39) + "…" : text
    }

    /// A sheet may be as wide as it likes.
    private static let mostLabels = 60
  }
}

extension Schema {
  /// The columns that such a table must have.
  fileprivate var neededLabels: [String] {
    fields.filter { $0.constraints.required && $0.use == .stored }.map(\.title)
  }
}
