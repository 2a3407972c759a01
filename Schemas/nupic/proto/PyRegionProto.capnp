@0xecf49028c1ae9165;

struct PyRegionProto {
  # A region that is written in Python; what it leads to depends on its type.

  regionImpl @0 :AnyPointer;
}
