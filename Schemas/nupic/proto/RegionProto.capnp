@0x8e18cab40b91663a;

struct RegionProto {
  # A region; its type says what its state is.

  nodeType @0 :Text;
  # Begins with `py.` where the region is written in Python.
  regionImpl @1 :AnyPointer;
  dimensions @2 :List(UInt32);
  phases @3 :List(UInt32);
}
