/// Every finding that a person can cause. Codes are Frictionless's where it has
/// one, and one for each constraint. The facts that a sentence needs are named
/// after the code.
public enum FindingCode: String, Sendable, CaseIterable {
  // MARK: The file

  /// The bytes are not what a reader can read: damaged, or cut off. Facts: detail
  /// (``FileDamage``), part and line (may be missing).
  case formatError = "format-error"
  /// The text's encoding could not be told. Facts: encoding, line, part (each may be missing).
  case encodingError = "encoding-error"
  /// A format we know and do not read. Facts: format (`xls`: of Excel 95 or older, `ods`, `pdf`, `image`, `archive`, …).
  case unsupportedFormat = "unsupported-format"
  /// The workbook is encrypted.
  case passwordProtected = "password-protected"
  /// Nothing in it: zero bytes, or no cell.
  case emptyFile = "empty-file"
  /// Over one of the limits. Facts: limit (``FileLimit``), maximum.
  case tooLarge = "too-large"
  /// A DOCTYPE or an entity in an XML part. Facts: part.
  case forbiddenContent = "forbidden-content"
  /// The program was killed twice while it read the file, which is set aside.
  case deadlyContent = "deadly-content"
  /// It looks cut off: the last quote or the last record is unfinished. Facts: reason (``FileCut``), part
  /// (each may be missing).
  case unfinished = "unfinished"
  /// A quoted value of several lines that may be rows of the table.
  case rowsInACell = "rows-in-a-cell"

  // MARK: The table

  /// No sheet has a header that we know.
  case noTable = "no-table"
  /// A table that is known for what it is, and not read yet. Facts: kind (``UnreadTable``).
  case unreadTable = "unread-table"
  /// A sheet without a header that we know was left out. Facts: content (``SheetContent``, where
  /// it is known).
  case sheetIgnored = "sheet-ignored"
  /// A hidden sheet was left out.
  case hiddenSheet = "hidden-sheet"
  /// A required column is missing. Facts: label; kind, suggestion, beside (`table`, at the first of a sheet beside
  /// others that were read; each may be missing).
  case missingLabel = "missing-label"
  /// Two columns for one key that disagree on a row. Facts: other, otherValue, otherCell (of the other column its
  /// label, and what stands there and where; the cell may be missing); at (instead, of a
  /// label that stands twice: the cell of the first); says (the other value, where the place of a date says one
  /// of the two); flag (instead, of crosses that stand under both: the word of the other); person (the label of a column about another person left of it) and whose (the words for
  /// somebody whose it may be; of several `;` parts them), lists (`beside`, where two lists of persons stand side by side; each may be missing).
  case duplicateLabel = "duplicate-label"
  /// The row of labels is blank.
  case blankHeader = "blank-header"
  /// No label is one of the schema's. Facts: labels (some that are).
  case unmatchedHeader = "unmatched-header"
  /// A label that the schema does not allow. Facts: suggestion (may be missing).
  case extraLabel = "extra-label"
  /// A column without a label. Facts: label (which it should be); of a table of ours, which leaves it out,
  /// count (of its cells; the value is the first) instead.
  case blankLabel = "blank-label"
  /// Another label than the schema has here. Facts: label.
  case incorrectLabel = "incorrect-label"
  /// What the schema asks for cannot be checked. Facts: constraint; pattern (one that is in another language of
  /// patterns, or too large; may be missing).
  case unsupportedConstraint = "unsupported-constraint"
  /// A sheet that was not checked: a schema is of one table. Facts: checked (the sheet that was).
  case otherSheet = "other-sheet"
  /// A column we do not know was left out. Facts: suggestion, sample (what stands first in it; each may be missing).
  case unknownLabel = "unknown-label"
  /// A name seems to stand in two columns, of which nothing says so: the table is refused. The value stands first
  /// in the second column. Facts: label and other (of the first column: its label, and what stands first in it),
  /// parts (the labels that the two should have).
  case splitName = "split-name"
  /// More rows are held than settings allow: the table is refused. Facts: held, rows, share; undeclared
  /// (``Undeclared/round``, where that is all that is wrong).
  case tooManyErrors = "too-many-errors"
  /// The folder is no unit's: its files wait. Facts: none.
  case unknownUnit = "unknown-unit"
  /// The sender may not send this kind. Facts: kind, role.
  case notAllowed = "not-allowed"
  /// The round could not be told. Facts: candidates.
  case roundUnclear = "round-unclear"
  /// A round that does not exist. Facts: suggestion (may be missing), or declared where the row that
  /// declares it is held.
  case unknownRound = "unknown-round"
  /// The folder names one round and the row another. Facts: folder.
  case roundDiffers = "round-differs"
  /// Two files of one pass would replace one another. Facts: other (the other file's name).
  case twoVersions = "two-versions"
  /// A replacement would remove too many. Facts: removed, inForce, unit (`people` or `rows`).
  case wouldRemove = "would-remove"
  /// A sheet of the same kind was not read, so nobody is removed by the others of the file: what they do not name stays
  /// as it was sent before. Facts: kept (how many), sheets (those that were not read), unit (`people` or `rows`).
  case keptUnread = "kept-unread"
  /// A sheet of the same kind was not read, and the table was to take the place of everything: it is refused, and what
  /// stands stays. Said at the first sheet that was read. Facts: sheets (those that were not read).
  case partialReplacement = "partial-replacement"
  /// The same bytes are in force already. Facts: received, seq.
  case alreadyReceived = "already-received"
  /// What was kept of the same bytes had been lost, and they have brought it back. Facts: received, seq.
  case keptAgain = "kept-again"
  /// The round is closed or finalized: held until it is reopened. Facts: round, state, purged (of a round
  /// that cannot be opened again).
  case roundClosed = "round-closed"
  /// Rows hidden by a filter were read as data. At the first. Facts: rows (how many), list (`13, 20–25`).
  case hiddenRows = "hidden-rows"
  /// Header only.
  case noRows = "no-rows"
  /// A row between others that is no row of data but a heading of those below it, or a remark: left out.
  /// Facts: reason (`prefilled`: only what may be filled in before anybody is, such as a class; `example`,
  /// `below-example`), count (of such rows, where there are several; each may be missing).
  case headingRow = "heading-row"
  /// A row that numbers the columns was left out. Facts: count (of such rows, where there are several), reason (`data`:
  /// it can be read, and is taken for a row of data; each may be missing).
  case columnNumbers = "column-numbers"
  /// A row of data below the signatures, which end a list.
  case belowSignature = "below-signature"
  /// A row stands below the labels once more, and there they stand in another order. Facts: otherRow.
  case belowOtherLabels = "below-other-labels"
  /// Rows of data above the labels. At the first. Facts: rows (how many), list, headerRow, otherRow (labels over them).
  case aboveLabels = "above-labels"

  // MARK: The row and the cell

  /// The value is not of the column's type. Facts: type; items (of a list: the type of its items); reason
  /// (``TypeFault``; may be missing); suggestion (of ``TypeFault/bareNumber``); label (of
  /// ``TypeFault/absence``); example (a value that would be; of a type of the standard).
  case typeError = "type-error"
  /// A required value is missing.
  case required
  /// A blank where another column leads one to expect a value; it counts as none. Facts: label (of the other
  /// column), words (what stands there).
  case expectedValue = "expected-value"
  /// Not one of the words allowed. Facts: words, suggestion (may be missing).
  case enumeration = "enum"
  /// Not of the form asked for. Facts: form; reason (`reserved` for a name that is one of ours).
  case pattern
  /// Below the least allowed. Facts: minimum.
  case minimum
  /// Above the most allowed. Facts: maximum.
  case maximum
  /// Not above the bound. Facts: minimum.
  case exclusiveMinimum = "exclusive-minimum"
  /// Not below the bound. Facts: maximum.
  case exclusiveMaximum = "exclusive-maximum"
  /// Not one of the schema's categories. Facts: words, suggestion (may be missing).
  case categories
  /// Blank rows between others. Facts: rows.
  case blankRow = "blank-row"
  /// A value beyond the last label. Facts: reason (`ragged`: more cells than the header; `parted`: in all rows, by a comma:
  /// label, other (what is right of it); may be missing). As a note, of blanks at the end of records: rows.
  case extraCell = "extra-cell"
  /// A record of a text file ends before this column. Facts: count (how many it has); as a note, rows (that do).
  case missingCell = "missing-cell"
  /// The primary key is blank, or stands twice. Facts: reason (`blank`) or otherRow.
  case primaryKey = "primary-key"
  /// Shorter than allowed. Facts: minimum; of (`items`, where it is not characters that count; may be missing).
  case minLength = "min-length"
  /// Longer than allowed. Facts: maximum; of, likewise.
  case maxLength = "max-length"
  /// An error value of the spreadsheet program.
  case errorCell = "error-cell"
  /// A formula without a value. Facts: reason (`text`, where the formula itself is a text; may be missing).
  case formulaWithoutValue = "formula-without-value"
  /// A value in cells that are merged into one, where it cannot be each row's: at the first cell; holds all rows of
  /// it. Facts: range (`D2:D9`).
  case mergedCells = "merged-cells"
  /// Digits were lost to scientific notation.
  case digitsLost = "digits-lost"
  /// Letters were lost when the file was saved: question marks stand in their places. Of a whole text
  /// file, where its encoding has no such letters.
  case lettersLost = "letters-lost"
  /// More marks on one letter than any has: a damaged text, of which only the first marks are shown.
  case runOfMarks = "run-of-marks"
  /// Text that looks as if it were in an old encoding, and nothing proves it: each cell. Facts: encoding
  /// (``OldEncoding``), sample (what it may be); count (of the column, at its first cell).
  case oldEncoding = "old-encoding"
  /// The same key twice in one table. Facts: otherRow, otherSheet (where it is another one), key (its parts,
  /// where it has several).
  case uniqueError = "unique-error"
  /// A school, program, priority, table or field that nobody has declared. Facts: kind; suggestion, undeclared
  /// (``Undeclared``; each may be missing); labels (instead, by a schema's foreign key: the columns where it should stand); of (`roster`, of a
  /// column that a roster should have; may be missing).
  case foreignKey = "foreign-key"
  /// A name that fits several. Facts: kind, candidates.
  case ambiguousName = "ambiguous-name"
  /// A row about another school than the sender. Facts: school.
  case otherSchool = "other-school"
  /// A row about a child that neither leaves nor wishes for the sender.
  case notOurChild = "not-our-child"
  /// No identifier where one is needed.
  case personMissing = "person-missing"
  /// Two identifiers name two people. Facts: other.
  case personDisagrees = "person-disagrees"
  /// Another row with this identifier gives another name, birth date or gender. Facts: unit, otherRow; of a
  /// row of the same sender instead of the unit: file, sheet (each may be missing).
  case sharedIdentifier = "shared-identifier"
  /// A wish number beyond the round's. Facts: maximum.
  case wishNumber = "wish-number"
  /// A bare school that has several programs. Facts: candidates.
  case wishUnclear = "wish-unclear"
  /// The same child twice in a file or between files. Facts: unit, otherRow; of a row of the same sender
  /// instead of the unit: file, sheet (each may be missing).
  case duplicateRow = "duplicate-row"
  /// Two applications of one child with different wishes, and nothing decides. Facts: as of
  /// ``duplicateRow``.
  case differentWishes = "different-wishes"
  /// An order that cannot be carried out. Facts: reason.
  case orderRefused = "order-refused"

  // MARK: Repairs

  /// A name was taken for its code. Facts: code.
  case nameForCode = "name-for-code"
  /// A leading zero that a spreadsheet dropped was put back. Facts: repaired.
  case leadingZero = "leading-zero"
  /// Text was composed to NFC, which nobody sees, or `Ð` replaced by `Đ`: each cell. Facts: repaired;
  /// letter (of a letter that was replaced); count (of the column, at its first cell).
  case recomposed
  /// Text in an old encoding, or read in a wrong one, was brought to Unicode: each cell, as everybody sees
  /// the difference. Facts: encoding (``OldEncoding``), repaired; count (of the column, at its first cell).
  case converted
  /// Each row was a line of a CSV in one cell, and was cut into cells.
  case linesParted = "lines-parted"
  /// A text file was brought to UTF-8 from another encoding. Facts: encoding (``OldEncoding``).
  case transcoded
  /// Characters that nobody sees were taken out, or spaces of another kind made common ones: each cell.
  /// Facts: repaired; count (of the column, at its first cell).
  case hiddenCharacters = "hidden-characters"
  /// Read as it was meant: in a workbook a number stored as text, or an identifier as number; an identifier whose
  /// digits stand in groups; a date in words; each cell. Facts: repaired; count (of the column, at its first cell).
  case reread
  /// Cells merged downwards are each row's: each cell but the first. Facts: repaired, range (`D2:D9`); count (of the
  /// column, at its first cell).
  case mergedFilled = "merged-filled"
  /// NV1 was filled in by the zone. Facts: wish.
  case wishFilled = "wish-filled"
  /// An application number was given by us. Facts: applicationNo.
  case numberGiven = "number-given"

  // MARK: Notes

  /// The id's birth year or century differs from the birth date.
  case idBirthDate = "id-birth-date"
  /// The id's gender digit differs from the gender.
  case idGender = "id-gender"
  /// The age is unusual for the grade. Facts: age, grade.
  case ageGrade = "age-grade"
  /// A commune that no zone names. Facts: suggestion (may be missing).
  case unknownCommune = "unknown-commune"
  /// An ethnicity that is not in the list. Facts: suggestion (may be missing).
  case unknownEthnicity = "unknown-ethnicity"
  /// No export profile is called so: the unit's imports are written by the default. Facts: known,
  /// suggestion (may be missing).
  case unknownProfile = "unknown-profile"
  /// A place of birth that names no province of old or new. Facts: suggestion (may be missing).
  case unknownProvince = "unknown-province"
  /// Days and months of a column may have changed places. Facts: count (of cells that may be wrong), sample (what
  /// says so), reason (`texts` where it is the column's texts; may be missing).
  case monthFirst = "month-first"
  /// Another row has the same name and birth date and no other gender, and one of the two no id. Facts: as of
  /// ``duplicateRow``.
  case alikeWithoutId = "alike-without-id"
  /// A number of another length than almost all others in its column. Facts: length (theirs).
  case lengthOutlier = "length-outlier"
  /// An average far from the marks that it is made of. Facts: parts, mean (theirs).
  case averageParts = "average-parts"
  /// A row about somebody who is not (yet) an applicant.
  case notApplicant = "not-applicant"
  /// No list has a number of the row, and an older one of its sender, in whose place it stands, gave one that a
  /// roster has. Facts: as of ``duplicateRow``.
  case namedBefore = "named-before"
  /// A child is assigned a place and has one by the decision: it keeps that.
  case assignmentIdle = "assignment-idle"
  /// The council's conclusion about a child whom nobody equals: it parts nobody, and is not used. Facts:
  /// reason (`no-council`, where the round leaves nothing to the council; may be missing).
  case rulingIdle = "ruling-idle"
  /// `xét bổ sung`: children of these schools lost their places, not having confirmed. Facts: schools.
  case unconfirmedLeft = "unconfirmed-left"
  /// `xét bổ sung`: schools that have not said who confirmed keep their unconfirmed children. Facts: schools.
  case unconfirmedKept = "unconfirmed-kept"
  /// `xét bổ sung` gave seats to children on the waiting lists of programs where others wait for the
  /// council. Facts: programs.
  case tiesPassed = "ties-passed"
  /// Name, birth date or school here differ from the roster's. Facts: other.
  case personDiffers = "person-differs"
  /// The same program twice in one list of wishes: the later was dropped.
  case wishRepeated = "wish-repeated"
  /// Another sender's row stands before this one (facts: unit), or a newer one of its own (newer; as of
  /// ``duplicateRow``).
  case overruled
  /// Another sender has sent this key too; this row stands before theirs. Facts: unit.
  case overrules

  // MARK: Setup

  /// Setup of a round that stops it. Facts: reason.
  case setup
  /// Setup that is unusual and stops nothing. Facts: reason.
  case setupUnusual = "setup-unusual"
}
