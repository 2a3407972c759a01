import Foundation
import Stowage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// A program to be killed: `save-victim PATH FORMAT COUNT FIRST TIMES [LIMIT]` saves tensors of COUNT
// numbers, which are all FIRST, then all FIRST + 1 and so on, TIMES times. With LIMIT, no file can
// have more bytes. Each line that it prints is the number that it has saved.

let arguments = CommandLine.arguments
guard arguments.count >= 6, let count = Int(arguments[3]), let first = Int(arguments[4]),
  let times = Int(arguments[5]),
  let format = Format.allCases.first(where: { "\($0)" == arguments[2] })
else {
  FileHandle.standardError.write(Data("usage: save-victim PATH FORMAT COUNT FIRST TIMES\n".utf8))
  exit(2)
}
if arguments.count > 6, let limit = UInt(arguments[6]) {
  #if canImport(Glibc)
    var size = rlimit(rlim_cur: limit, rlim_max: limit)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &size)
  #else
    var size = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
    unsafe setrlimit(RLIMIT_FSIZE, &size)
  #endif
  // As an error of the write, and not as the end.
  signal(SIGXFSZ, SIG_IGN)
}
do {
  for number in first..<first + times {
    let tensor = Tensor(Array(repeating: Int32(truncatingIfNeeded: number), count: count))
    try save(arguments[1], ["number": Value(number), "tensor": .tensor(tensor)], format: format)
    FileHandle.standardOutput.write(Data("\(number)\n".utf8))
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
