@0xc0e2ef1fb9600363;
# A plant as a newer program knows it: what `plantbefore.capnp` has, and more. The tests use it under
# the ids of that file, as two declarations with one id cannot be in one program.

struct Plant {
  name @0 :Text;
  height @1 :Float32;
  isIll @2 :Bool;
  root @3 :Part;
  leaves @4 :List(Part);
  counts @5 :List(Count);
  rows @6 :List(List(Part));
  place :group {
    x @7 :Int16;
    label @8 :Text;
    y @16 :Int16 = 7;
    # In a hole of what the older program knows.
  }
  union {
    wild @9 :Void;
    pot @10 :Part;
    bed :group {
      number @11 :UInt8;
      note @12 :Text;
      depth @17 :UInt8;
      soil @18 :Text;
    }
    age @13 :Int32;
    forest @19 :List(Text);
    number @20 :Int64;
  }
  parent @14 :Plant;
  words @15 :List(Word);
  isRare @21 :Bool;
  rank @22 :Int8 = 5;
  mass @23 :Float64;
  finder @24 :Text = "unknown";
  seeds @25 :List(Part);
  twin @26 :Plant;
  anything @27 :AnyPointer;
}

struct Part {
  weight @0 :UInt8;
  kind @1 :Text;
  isWet @2 :Bool;
  age @3 :UInt64;
  colours @4 :List(UInt16);
}

struct Count {
  value @0 :UInt16;
  sure @1 :Bool;
  note @2 :Text;
}

struct Word {
  text @0 :Text;
  language @1 :Text;
  uses @2 :UInt32;
}
