@0x9d7ec2149bcaf713;

using import "/nupic/proto/ArrayProto.capnp".ArrayProto;

struct LinkProto {
  # A link from an output of a region to an input of another one.

  type @0 :Text;
  params @1 :Text;
  srcRegion @2 :Text;
  srcOutput @3 :Text;
  destRegion @4 :Text;
  destInput @5 :Text;
  delayedOutputs @6 :List(ArrayProto);
  # The outputs under way, as many as the steps of the delay.
}
