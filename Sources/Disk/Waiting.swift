/// What a process that lives for months waits for: a hint that a folder
/// changed, the time, or the order to stop.
public protocol Waiting: AnyObject {
  /// Whether somebody asked the process to end.
  var mustStop: Bool { get }
  /// Asks for hints about the names in a folder; false if none can be had.
  func watch(_ folder: Handle) -> Bool
  /// Returns after the time, or sooner at a hint or an order to stop. All hints
  /// that came before it returns are used up: whoever looks next misses nothing.
  func wait(nanoseconds: Int64)
}
