@0xdc5b07d7180bb807;

using Swift = import "/swift.capnp";

struct Map(Key, Value) $Swift.name("NuPICMap") {
  # Values by their keys.

  entries @0 :List(Entry);

  struct Entry {
    # A key and its value.

    key @0 :Key;
    value @1 :Value;
  }
}
