@0xe977f02e02a7f1f6;
# Fields that hold objects of types that only the file knows.

struct DrawingProto {
  title @0 :Text;
  frame @1 :AnyPointer;
  shapes @2 :AnyPointer;
  extra @3 :AnyPointer;
}

struct CircleProto {
  radius @0 :Float64;
}

struct PolygonProto {
  points @0 :List(Float64);
}
