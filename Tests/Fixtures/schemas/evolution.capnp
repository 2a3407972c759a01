@0xd1106c8518141954;
# Types as an older and as a newer program know them, and shapes that upgrades depend on.

struct ParcelBefore {
  # What the older program knows.

  weight @0 :Int32;
  label @1 :Text;
  inside @2 :ParcelBefore;
}

struct ParcelAfter {
  # The same struct with what a newer program added to both of its sections.

  weight @0 :Int32;
  label @1 :Text;
  inside @2 :ParcelAfter;
  fragile @3 :Bool = true;
  value @4 :Int64 = 987;
  sender @5 :Text = "unknown";
  stamps @6 :List(UInt16) = [3, 1];
}

struct ShelfBefore {
  parcels @0 :List(ParcelBefore);
  top @1 :ParcelBefore;
}

struct ShelfAfter {
  parcels @0 :List(ParcelAfter);
  top @1 :ParcelAfter;
}

enum GradeBefore {
  low @0;
  high @1;
}

enum GradeAfter {
  low @0;
  high @1;
  highest @2;
}

struct ChoiceBefore {
  union {
    none @0 :Void;
    number @1 :Int32;
  }
  grade @2 :GradeBefore;
  grades @3 :List(GradeBefore);
}

struct ChoiceAfter {
  union {
    none @0 :Void;
    number @1 :Int32;
    text @4 :Text;
  }
  grade @2 :GradeAfter;
  grades @3 :List(GradeAfter);
}

# What a list of each kind of element can become: a struct that has the element as its first field.

struct FromBool {
  value @0 :Bool;
}

struct FromByte {
  value @0 :UInt8;
  note @1 :Text;
}

struct FromTwoBytes {
  value @0 :Int16;
  second @1 :Int16 = -9;
  note @2 :Text;
}

struct FromFourBytes {
  value @0 :Float32;
  note @1 :Text = "none yet";
}

struct FromEightBytes {
  value @0 :UInt64;
  more @1 :UInt64 = 77;
}

struct FromText {
  value @0 :Text;
  length @1 :UInt32 = 5;
}

struct FromList {
  value @0 :List(Int32);
  more @1 :Text;
}

struct FromVoid {
  value @0 :Void;
  number @1 :Int32 = 4;
}

struct Empty {
  # Has neither data nor pointers.
}

struct PointersOnly {
  first @0 :Text;
  second @1 :Text;
}

struct Sizes {
  # A union over members of every size, which share the same memory.

  union {
    bit @0 :Bool;
    byte @1 :UInt8;
    twoBytes @2 :UInt16;
    fourBytes @3 :UInt32;
    eightBytes @4 :UInt64;
    text @5 :Text;
    list @6 :List(UInt8);
  }
  after @7 :UInt32;
}

struct Interleaved {
  # Two groups whose fields were added in turn.

  left :group {
    one @0 :UInt32;
    two @2 :UInt64;
    word @4 :Text;
    deep :group {
      small @6 :UInt16;
      list @8 :List(Bool);
    }
    union {
      yes @10 :Int8;
      no @12 :Text;
    }
  }

  right :group {
    one @1 :UInt32;
    two @3 :UInt64;
    word @5 :Text;
    deep :group {
      small @7 :UInt16;
      list @9 :List(Bool);
    }
    union {
      yes @11 :Int8;
      no @13 :Text;
    }
  }
}

struct Vessel {
  # Reaches every kind of pointer, and itself.

  any @0 :AnyPointer;
  others @1 :List(Vessel);
  lists @2 :List(List(Text));
  next @3 :Vessel;
  number @4 :UInt32;
}
