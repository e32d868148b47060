import Glibc

/// Bytes of a file, of standard input or of memory, handed out piece by piece.
struct ByteSource: ~Copyable {
  /// Bytes of the file when it was opened; nil where that is not known.
  let size: Int?

  private let descriptor: Int32
  /// When the file was last written to, as it was opened; nil for what is no regular file.
  private let writtenAt: timespec?
  private let sizeAtOpening: off_t
  private let memory: [UInt8]
  private var position = 0

  /// Opens a path; "-" is standard input.
  init(path: String) throws(CSVFailure) {
    memory = []
    if path == "-" {
      descriptor = dup(STDIN_FILENO)
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .notFound : .unreadable(String(cString: strerror(errno)))
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .isDirectory
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    size = isRegular && status.st_size > 0 ? Int(status.st_size) : nil
    writtenAt = isRegular ? status.st_mtim : nil
    sizeAtOpening = status.st_size
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  init(bytes: [UInt8]) {
    descriptor = -1
    size = bytes.count
    writtenAt = nil
    sizeAtOpening = 0
    memory = bytes
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Fills as much of `buffer` as there is; 0 only at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVFailure) -> Int {
    var filled = 0
    if descriptor < 0 {
      filled = min(buffer.count, memory.count - position)
      let (from, position) = (memory, position)
      from.withUnsafeBytes { bytes in
        buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + filled]))
      }
      self.position += filled
    } else {
      while filled < buffer.count {
        let count = Glibc.read(
          descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
        if count == 0 {
          if hasChanged { throw .changedWhileRead }
          break
        }
        filled += count
      }
    }
    return filled
  }

  /// Whether somebody wrote to the file after it was opened: its rows are then of two files.
  private var hasChanged: Bool {
    var status = stat()
    guard let writtenAt, fstat(descriptor, &status) == 0 else { return false }
    return status.st_size != sizeAtOpening || status.st_mtim.tv_sec != writtenAt.tv_sec
      || status.st_mtim.tv_nsec != writtenAt.tv_nsec
  }
}
