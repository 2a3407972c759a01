/// Turns structs into JSON and back, by the names of their schema.
///
/// The output is what Cap'n Proto's own JSON codec gives for the same message, and its annotations
/// of `json.capnp` are obeyed: `name`, `flatten`, `discriminator`, `base64` and `hex`. The fields
/// are in the order of the schema's text, a null pointer is left out, a member of a union that is
/// set is always there. An enumerant is its name, or its number where the schema does not know it.
///
/// JSON from outside is refused with an error that says where it is wrong: bad syntax, the same key
/// twice, a number that the field cannot hold, two members of one union. Integers are exact in all
/// their 64 bits, as numbers and as strings.
public struct JSONCodec: Sendable {
  /// How bytes are written.
  public enum DataEncoding: Sendable, Hashable {
    /// A string in base64.
    case base64
    /// A string of two digits for each byte.
    case hex
    /// An array of numbers, as other implementations of Cap'n Proto have it.
    case array
  }

  /// How integers of 64 bits are written; both ways can be read.
  public enum LargeIntegers: Sendable, Hashable {
    /// Strings, since JavaScript would round numbers.
    case string
    /// Numbers.
    case number
  }

  /// What happens to a key that the schema does not have.
  public enum UnknownFields: Sendable, Hashable {
    /// It is an error, since it may be a slip of the pen.
    case reject
    /// It is passed over, for JSON from a newer schema.
    case ignore
  }

  /// How bytes are written and read where no annotation tells; an array can always be read.
  public var dataEncoding = DataEncoding.base64

  /// How integers of 64 bits are written.
  public var largeIntegers = LargeIntegers.string

  /// What happens to a key that the schema does not have.
  public var unknownFields = UnknownFields.reject

  /// Whether fields are left out that are as in a new struct.
  public var omitsDefaults = false

  /// Whether there are spaces and line breaks for people, as `capnp convert` makes them.
  public var pretty = false

  /// How many levels deep JSON may be that is read or written.
  ///
  /// The threat is the stack of whoever writes it, or reads it elsewhere. A group is a level, though
  /// in the message it is no pointer.
  public var nestingLimit = 64

  /// How large JSON may become that is written.
  ///
  /// The threat is a small message that leads to the same struct a million times.
  public var maximumOutputBytes = 1 << 28

  let plans = JSONPlans()

  /// A codec with the defaults: base64, large integers as strings, no unknown fields, no spaces.
  public init() {}
}
