@0xe712075e01db76d0;

struct MovingAverageProto {
  # The mean of the latest numbers.

  windowSize @0 :UInt32;
  slidingWindow @1 :List(Float32);
  total @2 :Float32;
}
