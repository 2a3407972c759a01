@0xf62b3b5bcb54746b;
# What the fuzz tests damage and walk through.

struct Wrapper(Value) {
  # One pointer, which is read as every type in turn.

  value @0 :Value;
}

enum Shade {
  light @0;
  dark @1;
}

struct Node {
  # A pointer to everything that a pointer can lead to.

  bit @0 :Bool = true;
  tiny @1 :Int8;
  short @2 :UInt16 = 77;
  plain @3 :Int32;
  long @4 :UInt64;
  real @5 :Float64 = 1.5;
  shade @6 :Shade = dark;

  child @7 :Node;
  text @8 :Text = "nothing was written";
  bytes @9 :Data = 0x"0102";
  voids @10 :List(Void);
  bits @11 :List(Bool);
  tinies @12 :List(Int8);
  shorts @13 :List(UInt16) = [1, 2, 3];
  plains @14 :List(Int32);
  reals @15 :List(Float64);
  shades @16 :List(Shade);
  children @17 :List(Node);
  texts @18 :List(Text);
  blobs @19 :List(Data);
  lists @20 :List(List(UInt16));
  any @21 :AnyPointer;
  boxed @22 :Wrapper(Node);

  union {
    nothing @23 :Void;
    number @24 :Float32;
    words @25 :Text;
    others @26 :List(Node);
    pair :group {
      left @27 :Node;
      right @28 :AnyPointer;
      weight @29 :Int16;
    }
  }
}
