extension Unicode.Scalar {
  /// Whether it is a capital letter. What Unicode says of it takes long to look
  /// up; of the letters that names are written in it is kept.
  public var isCapital: Bool {
    value < Unicode.Scalar.capitals.count ? Unicode.Scalar.capitals[Int(value)] : properties.isUppercase
  }

  /// By scalar, to the end of the Latin letters with marks.
  private static let capitals: [Bool] = (0..<0x2000 as Range<UInt32>).map {
    Unicode.Scalar($0)?.properties.isUppercase ?? false
  }
}
