@0x9f3c7a5be1d24687;

using Swift = import "/swift.capnp";
$Swift.access(package);

struct Shared {
  text @0 :Text = "default";
}
