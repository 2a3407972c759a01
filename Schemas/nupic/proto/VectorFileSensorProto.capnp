@0xebe0981ff2d579e4;

struct VectorFileSensorProto {
  # A region that reads vectors from a file.

  repeatCount @0 :UInt32;
  activeOutputCount @1 :UInt32;
  filename @2 :Text;
  scalingMode @3 :Text;
}
