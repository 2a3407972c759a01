/// A name, and where it is written.
struct Name {
  var text: String
  var range: Range<Int>
}
