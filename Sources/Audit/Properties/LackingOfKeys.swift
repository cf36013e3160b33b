import Tables

extension PublishedRound {
  /// What a wish lacks to the last one in; nil where the keys do not tell it in one number.
  ///
  /// - Parameters:
  ///   - parting: what parts them where their scores are the same.
  ///   - isCutoff: a score is published as the cut-off of the wish.
  func lacking(
    _ wish: Wish, behind last: Wish, parting: () -> ToldReason.Parting,
    isCutoff: (Exact) -> Bool = { _ in true }
  ) -> ToldReason.Part? {
    if last.direct != wish.direct { return last.direct ? .direct : nil }
    let (tier, lastTier) = (wish.tier ?? 1, last.tier ?? 1)
    if tier != lastTier { return tier > lastTier ? .tier(own: tier, last: lastTier) : nil }
    if rules.method == .sequential, wish.number != last.number {
      return wish.number > last.number ? .nobodyAtWish : nil
    }
    guard rules.programs[wish.program].scored else {
      return last.kept ? nil : .parted(score: nil, by: parting())
    }
    guard let own = wish.score, let needed = try? last.score?.minus(last.margin).plus(wish.margin),
      own <= needed
    else { return nil }
    if own < needed {
      return isCutoff(needed) ? .score(own: own, cutoff: needed) : .needed(own: own, needed: needed)
    }
    // A kept child's key parts nobody.
    guard !last.kept else { return nil }
    return isCutoff(needed) ? .parted(score: own, by: parting()) : .equal(score: own, by: parting())
  }
}
