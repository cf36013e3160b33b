import Disk

/// What `body` returns, or nil if the disk refuses it for one of these reasons.
func nilIf<Value>(_ reasons: DiskError.Code..., body: () throws -> Value) throws -> Value? {
  do {
    return try body()
  } catch let error as DiskError where reasons.contains(error.code) {
    return nil
  }
}
