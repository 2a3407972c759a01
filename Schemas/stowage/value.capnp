@0xaefe26daa7bcc7b8;
# Values of any kind, and graphs of them, as `Stowage.Value` keeps them.

struct Graph {
  # A value, with all that is shared within it.

  root @0 :Value;
  shared @1 :List(Shared);
  # What is in several places, or too deep for its own. Parts come behind what they are part of.
  shapes @2 :List(Shape);
  # The names of the fields of records, each list of names once.
  storages @3 :List(Storage);
  # What tensors are views of.
}

struct Shared {
  union {
    reference @0 :Value;
    # What a reference leads to. It may hold the reference itself.
    instance @1 :Object;
    # An object of a class.
    part @2 :Value;
    # A value that one other value holds. It stands here to keep messages from becoming too deep.
  }
}

struct Shape {
  names @0 :List(Text);
}

struct Value {
  union {
    null @0 :Void;
    bool @1 :Bool;
    int @2 :Int64;
    uint @3 :UInt64;
    # For numbers that are too large for `int`.
    double @4 :Float64;
    string @5 :Text;
    bytes @6 :Data;
    date @7 :Float64;
    # Seconds since the beginning of 2001, UTC.
    array @8 :List(Value);
    ints @9 :List(Int64);
    # An array of nothing but `int`.
    doubles @10 :List(Float64);
    # An array of nothing but `double`.
    strings @11 :List(Text);
    # An array of nothing but `string`.
    table @12 :List(Entry);
    record @13 :Record;
    # A table with nothing but strings for keys.
    tensor @14 :Tensor;
    object @15 :Object;
    type @16 :Text;
    # A type itself, by its registered name.
    reference @17 :UInt32;
    # A place among what is shared in the graph, as those of the next two are.
    instance @18 :UInt32;
    part @19 :UInt32;
    doubleBits @20 :UInt64;
    # A `double` by its bits, in text, which has one word for all that are not a number.
    dateBits @21 :UInt64;
    # The same for `date`.
  }
}

struct Entry {
  key @0 :Value;
  value @1 :Value;
}

struct Record {
  shape @0 :UInt32;
  # A place among the shapes of the graph.
  values @1 :List(Value);
  # One for each name of the shape.
}

struct Object {
  # An object of a registered type.

  type @0 :Text;
  union {
    state @1 :AnyPointer;
    # The struct that the type writes itself into.
    fields @2 :Value;
    # For types that can take part in cycles.
    text @3 :Text;
    # In place of `state` where the message is written as text: the struct, written as text.
  }
  schema @4 :UInt64;
  # The id of the struct in `state`.
  config @5 :Value;
  # What an object of the type is built from, before it is given its state.
}

struct Tensor {
  # A view of numbers that are stored one after another.

  storage @0 :UInt32;
  # A place among the storages of the graph.
  offset @1 :UInt64;
  # The first element of the view, counted in elements.
  shape @2 :List(UInt64);
  strides @3 :List(Int64);
  # How many elements further the next one is, on each axis.
}

struct Storage {
  element @0 :ElementType;
  count @1 :UInt64;
  # In elements.
  union {
    data @2 :Data;
    # Little-endian.
    blob @3 :UInt64;
    # Where the numbers begin, in bytes, in what follows the message: a multiple of 64. This way large
    # ones can be used where they are in the file.
  }
}

enum ElementType {
  bool @0;
  int8 @1;
  int16 @2;
  int32 @3;
  int64 @4;
  uint8 @5;
  uint16 @6;
  uint32 @7;
  uint64 @8;
  float16 @9;
  bfloat16 @10;
  float32 @11;
  float64 @12;
}
