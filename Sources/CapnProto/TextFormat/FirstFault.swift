internal import CapnProtoSyntax

/// Keeps the first fault of a text.
final class FirstFault: FaultCollector {
  private(set) var fault: Fault?

  /// Ends the reading without a fault.
  var isStopped = false

  var isFull: Bool { isStopped || fault != nil }

  func add(_ range: Range<Int>, in file: SourceText, _ message: String) {
    fault = fault ?? Fault(range, message)
  }
}
