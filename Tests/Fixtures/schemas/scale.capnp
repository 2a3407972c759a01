@0x8c337620a35403ce;
# A scale as others keep it, and as we do.

struct ScaleProto {
  # What others read: it loses a part of the weight.

  unit @0 :Text;
  weight @1 :Float32;
}

struct WholeScaleProto {
  # All of a scale.

  unit @0 :Text;
  weight @1 :Float64;
  history @2 :List(Float64);
}
