@0xdbb7298966f54d7b;
# Defaults of fields.

using Constants = import "constants.capnp";
using Generic = import "generics.capnp";
using Record = Constants.Record;

struct Defaults {
  record @0 :Record = (a = 1, c = [(b = "x"), ()], k = (n = (p = "p")), s = (u = 3));
  constant @1 :Record = Constants.record;
  list @2 :List(Record) = [(a = 3), Constants.empty, (c = [(a = 4)])];
  lists @3 :List(List(UInt8)) = [[1, 2], []];
  text @4 :Text = Constants.text;
  data @5 :Data = embed "values.bin";
  embedded @6 :Text = embed "sub/bytes.txt";
  bools @7 :List(Bool) = Constants.bools;
  empty @8 :Record = ();
  emptyText @9 :Text = "";
  emptyData @10 :Data = "";
  emptyList @11 :List(Text) = [];
  enum @12 :Constants.Color = green;
  box @13 :Generic.Box(List(Data)) = (item = ["a", 0x"62"], lid = (item = [], other = (item = "o")));
  self @14 :Defaults = (int = 7, self = (text = "inner"));
  int @15 :Int16 = -5;
  float @16 :Float32 = -0.0;
  void @17 :Void = void;
  zero @18 :Int64 = 0;
  false @19 :Bool = false;
  red @20 :Constants.Color = red;
  group :group { a @21 :Int8 = 5; union { b @22 :Text = "b"; c @23 :UInt64 = 0xffffffffffffffff; } }
  colors @24 :List(Constants.Color) = [blue, red];
  floats @25 :List(Float64) = [inf, -inf, nan];
  nan @26 :Float64 = nan;
  fromGroup @27 :Defaults = (group = (a = 5, c = 1));
}

interface Calls {
  call @0 (record :Record = (a = 2), list :List(Int32) = [1], text :Text = "t", int :Int8 = -1)
    -> (color :Constants.Color = blue, nothing :Void = void);
}
