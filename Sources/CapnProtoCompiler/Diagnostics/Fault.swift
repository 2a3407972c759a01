/// What stops the reading of one declaration, thrown up to where the next can be found.
struct Fault: Error {
  var range: Range<Int>
  var message: String

  init(_ range: Range<Int>, _ message: String) {
    self.range = range
    self.message = message
  }
}
