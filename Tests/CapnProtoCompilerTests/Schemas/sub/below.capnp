@0xf5ff72320613ed1a;

using Back = import "../scopes.capnp";
using Root = import "/capnp/schema.capnp";

const depth :Int32 = .Below.depth;

struct Below {
  back @0 :Back.Other;
  further @1 :Further;
  node @2 :Root.Node;
  type @3 :import "/capnp/schema.capnp".Type = (list = (elementType = (text = void)));
  struct Further { a @0 :Back.Thing.Text; limit @1 :Int32 = Back.limit; }
  const depth :Int32 = 3;
}
