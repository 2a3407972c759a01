/// What is told of the faults in a text.
package protocol FaultCollector: AnyObject {
  /// Whether there is no need to look for more.
  var isFull: Bool { get }

  func add(_ range: Range<Int>, in file: SourceText, _ message: String)
}
