/// Turns structs into Cap'n Proto's text format and back: what the schema language writes for the
/// value of a constant, such as `(name = "Ada", born = 1815)`.
///
/// The output is byte for byte what `capnp convert binary:text` prints. Every number, bool and
/// enumerant is there, in the order of the ordinals; a null pointer is left out, and so is what is
/// not set in a union. What the text cannot show, which is capabilities and pointers of an open
/// type, becomes `<external capability>` and `<opaque pointer>`, and cannot be read again.
///
/// Text from outside is refused with an error that says where it is wrong.
public struct TextCodec: Sendable {
  /// Whether what does not fit a line is broken into several.
  public var pretty: Bool

  /// Whether a `Float32` is printed with as many digits as it takes to read the same one again.
  ///
  /// `capnp` prints eight digits at most, where some need nine; so this is off.
  public var exactFloats = false

  /// Whether the text is for a schema: what equals its default is left out, and what schemas read
  /// otherwise than messages is written so that they read the same.
  var isForSchemas = false

  /// How deep structs and lists may lie in one another, in text that is read.
  ///
  /// The threat is the stack. Groups do not count, as they are no pointers; but what is read or
  /// written may not be more than twice as deep with them.
  public var nestingLimit = 64

  /// How large text may become that is written.
  ///
  /// The threat is a small message that leads to the same struct a million times.
  public var maximumOutputBytes = 1 << 30

  /// A codec that prints as `capnp convert` does, or on one line as `capnp convert --short`.
  public init(pretty: Bool = true) { self.pretty = pretty }

  /// How deep parentheses and brackets may be.
  var levelLimit: Int { 2 * max(0, min(nestingLimit, 1 << 20)) }
}
