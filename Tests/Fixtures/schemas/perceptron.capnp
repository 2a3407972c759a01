@0xfe2592827bdb33ec;

# snippet: schema
# perceptron.capnp
struct PerceptronProto {
  # A linear classifier: what it has learnt, and enough to go on learning.

  name @0 :Text;
  weights @1 :List(Float64);
  bias @2 :Float64;
  rate @3 :Float64 = 0.1;
  # How far one example moves the weights.

  labels @4 :List(Text);
}
# end snippet
