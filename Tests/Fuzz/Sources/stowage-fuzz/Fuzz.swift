import Foundation

/// What libFuzzer calls with each input.
///
/// The target is named by `STOWAGE_FUZZ_TARGET`, so that one build serves all of them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Data(UnsafeBufferPointer(start: start, count: count))
  target.run(input)
  return 0
}

private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["STOWAGE_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget.all[name] else {
    fatalError("no target \(name): take one of \(FuzzTarget.all.keys.sorted())")
  }
  return target
}()

/// Something that hostile bytes are given to.
///
/// It may throw whatever it likes. What it must not do is trap, read out of bounds, or take time or
/// memory out of proportion; and a `require` that does not hold ends the process as well.
struct FuzzTarget: Sendable {
  private let body: @Sendable (Data) throws -> Void

  init(_ body: @escaping @Sendable (Data) throws -> Void) { self.body = body }

  func run(_ input: Data) {
    do {
      try body(input)
    } catch let broken as BrokenPromise {
      fatalError(broken.promise)
    } catch {
      // Refused, as it should be.
    }
  }
}

struct BrokenPromise: Error {
  let promise: String
}

/// Ends the process with a find unless a promise holds.
func require(_ condition: Bool, _ promise: @autoclosure () -> String) throws {
  guard condition else { throw BrokenPromise(promise: promise()) }
}

/// A call that has no reason to fail: its error is a find.
func promised<R>(_ promise: String, _ body: () throws -> R) throws -> R {
  do { return try body() } catch { throw BrokenPromise(promise: "\(promise): \(error)") }
}
