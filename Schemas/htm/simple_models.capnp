@0xb1ed091fbf980d5c;
# What files of Stowage hold of simple models: more than NuPIC's files do.

using Encoders = import "encoders.capnp";
using TwoGram = import "/nupic/frameworks/opf/two_gram_model.capnp".TwoGramModelProto;

struct TwoGramModelState {
  model @0 :TwoGram;
  # All of it but the encoder.
  encoder @1 :Encoders.MultiEncoderState;
  values @2 :List(Float64);
  # Those of the buckets, in their order.
}
