import Glibc

/// What a person is told when the system gives no more memory: the runtime aborts then, with the
/// places in the program, which help nobody who has too little of it.
enum MemoryShortage {
  private static let message: StaticString = """
    anchang: 错误：内存不够，没有做完；请少读一些文件，或在内存更大的机器上运行
    anchang: error: not enough memory, nothing was finished; read fewer files, or use a machine with more

    """

  /// Ends with that message and the code of a fault of ours where the runtime would abort, or would
  /// trip over a message of its own for which it gets no memory either. A fault while there is memory
  /// ends as it always does.
  ///
  /// Nothing is allocated and no lock is taken on the way: only the system is called.
  static func tellInsteadOfAborting() {
    signal(SIGABRT) { _ in MemoryShortage.end() }
    signal(SIGSEGV) { fault in
      let wanted = 64 << 20
      let memory = mmap(nil, wanted, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      if memory == MAP_FAILED { MemoryShortage.end() }
      munmap(memory, wanted)
      signal(fault, SIG_DFL)
      raise(fault)
    }
  }

  private static func end() {
    _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _exit(Failure.Code.fault.rawValue)
  }
}
