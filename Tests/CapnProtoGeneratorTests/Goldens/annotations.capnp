@0xbeb934df98012e41;
# The file's own comment.

using Swift = import "/swift.capnp";
$Swift.namespace("Shapes.Flat");
$Swift.access(internal);
$Swift.name("ShapesFile");

annotation unit (field) :Text;

struct HTTPBox $Swift.name("Box") {
  struct @0 :Int32 $Swift.name("structure");
  kind @1 :Kind $unit("m");
}

enum Kind {
  default @0;
  self @1;
  other @2 $Swift.name("somethingElse");
}
