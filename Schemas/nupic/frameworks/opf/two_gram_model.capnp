@0xc938bfbf36a3bdc3;

using Swift = import "/swift.capnp";
using import "/nupic/encoders/multi.capnp".MultiEncoderProto;
using import "/nupic/frameworks/opf/model.capnp".ModelProto;

struct TwoGramModelProto {
  # A model that predicts by counting which value came after which.

  modelBase @0 :ModelProto;
  reset @1 :Bool;
  hashToValueDict @2 :List(HashMapping);
  learningEnabled @3 :Bool;
  encoder @4 :MultiEncoderProto;
  prevValues @5 :List(Int32);
  twoGramDicts @6 :List(List(TwoGramMapping));
}

struct HashMapping $Swift.name("TwoGramHashMapping") {
  # A value by its hash.

  hash @0 :Int32;
  value @1 :Float32;
}

struct TwoGramMapping {
  # A value and how often each bucket came after it.

  value @0 :Int32;
  buckets @1 :List(BucketMapping);
}

struct BucketMapping $Swift.name("TwoGramBucketMapping") {
  # A bucket and how often it came.

  index @0 :Int32;
  count @1 :Int32;
}
