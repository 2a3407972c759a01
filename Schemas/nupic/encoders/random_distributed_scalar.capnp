@0xa4f79e07a0df410d;

using import "/nupic/proto/RandomProto.capnp".RandomProto;

struct RandomDistributedScalarEncoderProto {
  # An encoder of numbers in buckets of random bits, of which neighbours share most.

  resolution @0 :Float32;
  w @1 :UInt32;
  n @2 :UInt32;
  name @3 :Text;
  offset :union {
    value @4 :Float32;
    none @12 :Void;
  }
  random @5 :RandomProto;
  verbosity @6 :UInt8;
  minIndex @7 :UInt32;
  maxIndex @8 :UInt32;
  bucketMap @9 :List(BucketMapping);
  maxOverlap @10 :UInt32;
  numTries @11 :UInt32;

  struct BucketMapping {
    # A bucket and its bits, in the order in which they were drawn.

    key @0 :UInt32;
    value @1 :List(UInt32);
  }
}
