@0xcf9698b0f93fc8e4;

using Swift = import "/swift.capnp";
using import "/nupic/proto/Segment.capnp".SegmentProto;
$Swift.values;

struct CellProto {
  # A cell of the cells in C++: its segments, dead ones too.

  segments @0 :List(SegmentProto);
}
