public import Tables

/// The rules that a round declares (tables.md, rounds).
public struct Rules: Sendable {
  /// `Cách xét`.
  public enum Method: Sendable {
    /// `Xét đồng thời các NV`.
    case simultaneous
    /// `Xét hết NV1 mới đến NV2`.
    case sequential
    /// `NV sau phải cao hơn NV1`.
    case margin
    /// `Theo điểm chuẩn cho trước`.
    case given
  }

  /// `Bằng điểm`: what becomes of equal keys at the last seat.
  public enum TiePolicy: Sendable {
    /// `Lấy cả nhóm`.
    case allIn
    /// `Không lấy cả nhóm`.
    case allOut
    /// `Bốc thăm`; without a draw, as ``council``.
    case lottery
    /// `Để hội đồng xét`.
    case council
  }

  /// How wishes of different numbers compare.
  public var method: Method
  /// How equal keys are treated.
  public var tiePolicy: TiePolicy
  /// `margins[k − 1]` for wish k; missing is 0; none for specialised wishes.
  public var margins: [Exact]
  /// The most that priority points may give; nil for no limit.
  public var priorityCap: Exact?

  /// The rules of a round.
  public init(
    method: Method, tiePolicy: TiePolicy, margins: [Exact] = [], priorityCap: Exact? = nil
  ) {
    self.method = method
    self.tiePolicy = tiePolicy
    self.margins = margins
    self.priorityCap = priorityCap
  }
}
