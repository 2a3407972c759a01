@0xf6a877d1b4f9aaef;

struct Map(Key, Value) {
  entries @0 :List(Entry);

  struct Entry {
    key @0 :Key;
    value @1 :Value;
  }
}

struct Uses {
  words @0 :Map(Text, Data);
  open @1 :Map;
  entry @2 :Map(Text, Uses).Entry;
}
