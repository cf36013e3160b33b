import TestDisks
import Testing

extension MemoryDisk {
  /// What must hold after any fault (``MemoryDisk/losses(workspace:except:)``).
  func checkConserved(
    _ what: String, except: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      losses(workspace: Scenario.workspace, except: except) == [], "\(what)", sourceLocation: sourceLocation)
  }
}
