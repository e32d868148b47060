import CSV
import Glibc
import Quantities

/// A folder that receives finished files, each whole or not at all.
///
/// All files of a run are first written beside their targets under temporary names and flushed to
/// the disk; only when every one stands are they renamed. On any failure the old files stay as
/// they were and nothing is left over; what a killed run left is swept by the next one.
struct OutputFolder: Sendable {
  let path: String

  /// One finished file.
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
    /// Permission bits; personal data is for its owner only.
    var mode: mode_t = 0o644
  }

  /// Writes all files; gives their paths.
  func write(_ files: [File]) throws(Failure) -> [String] {
    try makeFolder()
    sweep()
    var seen: Set<String> = []
    for file in files where !seen.insert(file.name).inserted {
      throw Failure(
        .output, "两份文件的名字相同：\(file.name)；请给项目起不同的名称",
        "two files would be named \(file.name); give the projects different names")
    }
    let waiting = files.indices.map { index in
      (
        temporary: path + "/.anchang-\(getpid())-\(index).tmp",
        target: path + "/" + files[index].name
      )
    }
    for (_, target) in waiting where isFolder(target) {
      throw Failure(
        .output, "\(target) 是文件夹，不能写成文件", "\(target) is a folder, so it cannot be written")
    }
    do throws(Failure) {
      // The disk is waited for once, not once a file.
      let written = SideBySide.map(files.count, threads: OutputFolder.writers) { index in
        Result { () throws(Failure) in
          try write(
            files[index].bytes, to: waiting[index].temporary, mode: files[index].mode,
            shown: waiting[index].target)
        }
      }
      for result in written { try result.get() }
      // Until the system notes the new names down, the old files stand: as whole as the new ones.
      for (temporary, target) in waiting where rename(temporary, target) != 0 {
        throw problem("写不了", "cannot write", target)
      }
    } catch {
      for (temporary, _) in waiting { unlink(temporary) }
      throw error
    }
    return waiting.map(\.target)
  }

  /// Threads that write files at the same time.
  private static let writers = 4

  /// Makes the folder and those above it.
  private func makeFolder() throws(Failure) {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && !path.hasPrefix("/") ? String(part) : "/" + part
      if part.isEmpty || part == "." || part == ".." { continue }
      if mkdir(made, 0o755) != 0 && errno != EEXIST {
        throw problem("建不了文件夹", "cannot make the folder", made)
      }
    }
    guard isFolder(path) else {
      throw Failure(.output, "\(path) 不是文件夹", "\(path) is not a folder")
    }
  }

  /// Removes temporary files of runs that no longer live.
  private func sweep() {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(".anchang-"), name.hasSuffix(".tmp"),
        let process = pid_t(name.dropFirst(9).prefix { $0 != "-" }), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(path + "/" + name)
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func write(
    _ bytes: [UInt8], to temporary: String, mode: mode_t, shown: String
  ) throws(Failure) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw problem("写不了", "cannot write", shown) }
    defer { close(descriptor) }
    fchmod(descriptor, mode)
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw problem("写不了", "cannot write", shown) }
      start += written
    }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOSYS else {
      throw problem("写不了", "cannot write", shown)
    }
  }

  private func problem(_ chinese: String, _ english: String, _ path: String) -> Failure {
    let cause = String(cString: strerror(errno))
    return Failure(.output, "\(chinese) \(path)：\(cause)", "\(english) \(path): \(cause)")
  }
}
