import CCapnProto
import Testing

/// Expects a call to fail as the header promises: with a kind, leaving the result alone, filling the
/// error though it was not initialised, and all the same without an error.
func expectFailure<R: BitwiseCopyable>(
  _ kind: Int, leaving result: R.Type, sourceLocation: SourceLocation = #_sourceLocation,
  _ call: (UnsafeMutablePointer<R>, UnsafeMutablePointer<ccapnp_error>?) -> Int32
) {
  let memory = UnsafeMutableRawBufferPointer.allocate(
    byteCount: MemoryLayout<R>.stride, alignment: 16)
  let errorMemory = unsafe UnsafeMutableRawBufferPointer.allocate(
    byteCount: MemoryLayout<ccapnp_error>.stride, alignment: 16)
  defer {
    unsafe memory.deallocate()
    unsafe errorMemory.deallocate()
  }
  for index in memory.indices { unsafe memory[index] = untouched }
  for index in errorMemory.indices { unsafe errorMemory[index] = untouched }
  let result = unsafe memory.baseAddress!.assumingMemoryBound(to: R.self)
  let error = unsafe errorMemory.baseAddress!.assumingMemoryBound(to: ccapnp_error.self)

  unsafe #expect(call(result, error) == Int32(kind), sourceLocation: sourceLocation)
  unsafe #expect(memory.allSatisfy { $0 == untouched }, sourceLocation: sourceLocation)
  guard unsafe !errorMemory.allSatisfy({ $0 == untouched }) else {
    Issue.record("the error was not filled", sourceLocation: sourceLocation)
    return
  }
  unsafe #expect(error.pointee.kind == Int32(kind), sourceLocation: sourceLocation)
  if let message = unsafe error.pointee.message {
    unsafe #expect(!String(cString: message).isEmpty, sourceLocation: sourceLocation)
  } else {
    Issue.record("no message", sourceLocation: sourceLocation)
  }
  // What libcapnp found says where.
  if kind == CCAPNP_ERROR_FAILED {
    unsafe #expect(
      error.pointee.file != nil && error.pointee.line > 0, sourceLocation: sourceLocation)
  }
  for _ in 0..<2 {
    unsafe ccapnp_error_clear(error)
    unsafe #expect(
      error.pointee.message == nil && error.pointee.file == nil, sourceLocation: sourceLocation)
  }

  unsafe #expect(call(result, nil) == Int32(kind), sourceLocation: sourceLocation)
  unsafe #expect(memory.allSatisfy { $0 == untouched }, sourceLocation: sourceLocation)
}

/// Expects a call to succeed, and to leave the error alone.
func expectSuccess(
  sourceLocation: SourceLocation = #_sourceLocation,
  _ call: (UnsafeMutablePointer<ccapnp_error>?) -> Int32
) {
  var error = unsafe ccapnp_error(kind: 77, line: 78, file: nil, message: nil)
  unsafe #expect(call(&error) == Int32(CCAPNP_OK), sourceLocation: sourceLocation)
  unsafe #expect(error.kind == 77 && error.line == 78, sourceLocation: sourceLocation)
  unsafe #expect(error.file == nil && error.message == nil, sourceLocation: sourceLocation)
}
