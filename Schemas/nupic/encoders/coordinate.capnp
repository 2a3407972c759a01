@0xdbf38fd0fd055200;

struct CoordinateEncoderProto {
  # An encoder of points with whole coordinates, by their surroundings.

  w @0 :UInt32;
  n @1 :UInt32;
  verbosity @2 :UInt8;
  name @3 :Text;
}
