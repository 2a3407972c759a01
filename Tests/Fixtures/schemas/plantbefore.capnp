@0xf359ed9606246b63;
# A plant as an older program knows it.

struct Plant {
  name @0 :Text;
  height @1 :Float32;
  isIll @2 :Bool;
  root @3 :Part;
  leaves @4 :List(Part);
  counts @5 :List(UInt16);
  rows @6 :List(List(Part));
  place :group {
    x @7 :Int16;
    label @8 :Text;
  }
  union {
    wild @9 :Void;
    pot @10 :Part;
    bed :group {
      number @11 :UInt8;
      note @12 :Text;
    }
    age @13 :Int32;
  }
  parent @14 :Plant;
  words @15 :List(Text);
}

struct Part {
  weight @0 :UInt8;
  kind @1 :Text;
}
