import Disk
import Foundation
import Pipeline

/// A command and what it works on.
struct Command {
  let arguments: Arguments
  let terminal: Terminal
  let workspace: Workspace
  /// The folder that `--workspace` names.
  let place: String

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    self.arguments = arguments
    self.terminal = terminal
    let home =
      ProcessInfo.processInfo.environment["TUYENSINH_HOME"] ?? FileManager.default.currentDirectoryPath
    place = arguments.values["workspace"] ?? home
    let root = arguments.command == "demo" ? place + "/.demo" : place
    let disk = POSIXDisk()
    if (try? disk.openFolder(path: FileName(place))) == nil { throw FileProblem.cannotOpen(place) }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    workspace = Workspace(
      disk, root: FileName(root), home: FileName(home),
      jobs: try arguments.number("jobs", in: 1...256, standard: cores))
  }

  func carryOut() throws -> Program.Status {
    switch arguments.command {
    case "check": try check()
    case "watch": try watch(until: StopSignals())
    case "status": try status()
    case "finalize": try finalize()
    case "reopen": try reopen()
    case "explain": try explain()
    case "verify": try verify()
    case "diff": try diff()
    case "simulate": try simulate()
    case "template": try template()
    case "sample": try sample()
    case "cells": try cells()
    case "bench": try bench()
    case "purge": try purge()
    case "recover": try recover()
    case "schemas": try schemas()
    case "demo": try demo()
    default: try run()
    }
  }
}
