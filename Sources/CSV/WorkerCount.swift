import Glibc

/// How many threads read a file.
package enum WorkerCount {
  /// One for each processor that is online, at most four: reading and taking turns at the file is
  /// the smaller part of the work, but more threads than that wait for it.
  package static let ofThisMachine = max(1, min(4, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
}
