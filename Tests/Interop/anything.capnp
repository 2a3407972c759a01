@0xd1f0b3b5a6c7e849;
# What tests put behind an AnyPointer: one list of each shape.

struct Anything {
  bools @0 :List(Bool);
  bytes @1 :List(UInt8);
  doubles @2 :List(Float64);
  texts @3 :List(Text);
  structs @4 :List(Anything);
}
