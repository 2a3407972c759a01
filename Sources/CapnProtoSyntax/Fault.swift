/// What stops the reading of one declaration, thrown up to where the next can be found.
package struct Fault: Error {
  package var range: Range<Int>
  package var message: String

  package init(_ range: Range<Int>, _ message: String) {
    self.range = range
    self.message = message
  }
}
