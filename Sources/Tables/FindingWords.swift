// The closed vocabularies of facts (see `FindingCode`): whoever finds writes their
// raw value into the fact, and whoever words it has a sentence for each.

/// What is damaged: the fact `detail` of ``FindingCode/formatError``.
public enum FileDamage: String, Sendable, CaseIterable {
  /// The container: its directory or a header.
  case container
  /// A part is packed in a way that no workbook is.
  case packing
  /// The name of a part leads out of the container.
  case partName = "part-name"
  /// Two parts have one name.
  case twoParts = "two-parts"
  /// Two parts lie over each other.
  case overlap
  /// Something stands behind the end of the container.
  case behindEnd = "behind-end"
  /// A part is longer or shorter than the container says.
  case size
  /// A part's content differs from its checksum.
  case checksum
  /// A part is not well-formed XML, or not the kind of part it should be.
  case xml
  /// A part that another one names is not there.
  case missingPart = "missing-part"
  /// A record of an old workbook is cut short, or not where it should be.
  case records
  /// A row, cell or range whose address no sheet has, or that stands twice.
  case address
  /// A cell names a shared text that does not exist.
  case sharedText = "shared-text"
}

/// What shows that a file is not the whole of it, where that is not a missing end: the fact `reason` of
/// ``FindingCode/unfinished``.
public enum FileCut: String, Sendable, CaseIterable {
  /// Zeros where its content should be: a copy that has its length already, and not all of its bytes.
  case zeros
  /// A quote that is opened here and never closed, or rows below, where another value is opened.
  case quote
  /// A page without its end. Some programs never write one.
  case page
}

/// What there was too much of: the fact `limit` of ``FindingCode/tooLarge``.
public enum FileLimit: String, Sendable, CaseIterable {
  /// Bytes of the file.
  case fileBytes
  /// Bytes of all its parts, and of one, inflated.
  case inflatedBytes, partBytes
  /// Parts of its container.
  case entries
  /// Cells that hold something.
  case cells
  /// Characters of one cell.
  case cellCharacters
  /// Elements open at once in an XML part.
  case xmlDepth
  /// Attributes of one element, and bytes of one tag or comment, of an XML part.
  case xmlAttributes, xmlTagBytes
  /// Records of a text file without a value, where a schema says that a blank is a text.
  case blankRecords
}

/// Why a value is not of its column's type: the fact `reason` of ``FindingCode/typeError``.
public enum TypeFault: String, Sendable, CaseIterable {
  /// A date whose year has two digits.
  case twoDigitYear = "two-digit-year"
  /// A date that the calendar does not have.
  case noSuchDay = "no-such-day"
  /// A moment by another clock that is another day here. Facts: written, suggestion (the two days).
  case otherDay = "other-day"
  /// A date of which only some parts are there.
  case incomplete
  /// A number with more decimals than allowed.
  case decimals
  /// A number beyond the range of ours.
  case tooLarge = "too-large"
  /// A date where a code or a text belongs: the spreadsheet program made one of it.
  case date
  /// A number where a date belongs, and no format that makes a date of it. Fact: suggestion (the date that
  /// it would be; may be missing).
  case bareNumber = "bare-number"
  /// A truth value where a code or a text belongs.
  case truth
  /// In the place of a mark, that somebody did not come. Fact: label (of the column: the subject).
  case absence
}

/// What a text was written in: the fact `encoding` of ``FindingCode/transcoded``,
/// ``FindingCode/converted`` and ``FindingCode/oldEncoding``.
public enum OldEncoding: String, Sendable, CaseIterable {
  case utf16 = "utf-16"
  case windows1258 = "windows-1258"
  case windows1252 = "windows-1252"
  /// TCVN3 (ABC), of the fonts `.Vn…`.
  case tcvn3
  /// VNI for Windows, of the fonts `VNI-…`.
  case vni
  /// UTF-8 that was read as Windows-1252.
  case mangled
  /// Characters as a page spells them: `&#7877;`, `&ecirc;`.
  case entities
}

/// What nobody has declared yet: the fact `undeclared` of ``FindingCode/foreignKey`` and, where that is
/// all that is wrong, of ``FindingCode/tooManyErrors``.
public enum Undeclared: String, Sendable, CaseIterable {
  /// Seats of the school that is named.
  case school
  /// Anything of this kind in the whole round: whoever names one of it cannot do otherwise.
  case round
  /// What is named was declared in a row that has an error, or in a table that waits or is refused: who names it
  /// has nothing to mend.
  case standing
}

/// A kind of table that people send and that this version does not read yet: the fact `kind` of
/// ``FindingCode/unreadTable``.
public enum UnreadTable: String, Sendable, CaseIterable {
  case classRequests, exemptions, feeChoices, schoolRounds
}

/// ``FindingCode/sheetIgnored``: what a sheet is that gives no table.
public enum SheetContent: String, Sendable, CaseIterable {
  case chart, dialog, macros
  /// It is a list of persons, and has no labels that we know.
  case persons
}
