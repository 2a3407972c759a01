@0xe2b14c57a90d3f68;
# One field of every shape that the scripts have to walk.

enum Color {
  red @0;
  green @1;
}

interface Service {
  ping @0 () -> ();
}

struct Pair(First, Second) {
  first @0 :First;
  second @1 :Second;
  rest @2 :List(Pair(First, Second));
  both :group {
    again @3 :First;
  }
}

struct Everything {
  void @0 :Void;
  flag @1 :Bool;
  int8 @2 :Int8;
  int16 @3 :Int16;
  int32 @4 :Int32;
  int64 @5 :Int64;
  uint8 @6 :UInt8;
  uint16 @7 :UInt16 = 7;
  uint32 @8 :UInt32;
  uint64 @9 :UInt64;
  float32 @10 :Float32;
  float64 @11 :Float64 = 1.5;
  text @12 :Text = "default";
  data @13 :Data;
  color @14 :Color = green;
  child @15 :Everything;
  voids @16 :List(Void);
  flags @17 :List(Bool);
  colors @18 :List(Color);
  texts @19 :List(Text);
  datas @20 :List(Data);
  children @21 :List(Everything);
  table @22 :List(List(Int16));
  group :group {
    inner @23 :Int32;
    name @24 :Text;
  }
  choice :union {
    nothing @25 :Void;
    number @26 :Int32;
    both :group {
      left @27 :Text;
      right @28 :Float64;
    }
    list @29 :List(UInt8);
  }
  union {
    plain @30 :Void;
    word @31 :Text;
    named :group {
      bit @32 :Bool;
    }
  }
  any @33 :AnyPointer;
  anyStruct @34 :AnyStruct;
  anyList @35 :AnyList;
  service @36 :Service;
  services @37 :List(Service);
  textPair @38 :Pair(Text, Everything);
  listPair @39 :Pair(List(Color), Pair(Data, Text));
  openPair @40 :Pair;
}
