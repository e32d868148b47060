/// Runs libFuzzer over what reads bytes and cells; arguments are libFuzzer's.
@main
struct FuzzReaders {
  static func main() {
    var count = CommandLine.argc
    var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    runDriver(&count, &values, run)
  }
}

/// The first byte says what is fuzzed, the others are its input; −1 keeps an input out of the corpus.
@_cdecl("LLVMFuzzerTestOneInput")
func run(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeRawBufferPointer(start: data, count: count)
  guard let first = bytes.first else { return 0 }
  let input = UnsafeRawBufferPointer(rebasing: bytes[1...])
  switch first {
  case UInt8(ascii: "r"): RecordChecks.records(input)
  case UInt8(ascii: "e"): RecordChecks.encodings(input)
  case UInt8(ascii: "v"): ValueChecks.values(input)
  case UInt8(ascii: "o"): OfficeChecks.office(input)
  default: return -1
  }
  return 0
}

/// Ends the process so that libFuzzer keeps the input.
func wrong(_ what: @autoclosure () -> String) -> Never { fatalError(what()) }

/// libFuzzer's entry for programs with a `main` of their own (FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
@discardableResult
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ values: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
