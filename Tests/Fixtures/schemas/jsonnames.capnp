@0xb4e8f8c9c3a5d1f2;
# Every annotation for JSON, for the tests of the JSON codec.

using Json = import "/capnp/compat/json.capnp";

struct JsonNames $Json.discriminator(name = "kind") {
  id @0 :Int64 $Json.name("the_id");

  box :group $Json.flatten(prefix = "box_") {
    width @1 :Int32;
    stamp @2 :Data $Json.hex;
  }

  union {
    # The key `kind` tells which.

    circle :group $Json.flatten() {
      label @3 :Text;
      radius @4 :Float32;
    }
    square :group $Json.flatten() {
      label @5 :Text;
      # The same name as that of the circle.

      side @6 :Float64;
    }
    number @7 :Int8 $Json.name("a-number");
    other @8 :JsonPart $Json.flatten();
    nothing @9 :Void;
  }

  plain :union {
    # As without annotations.

    text @10 :Text;
    none @11 :Void;
  }

  choice :union $Json.flatten() $Json.discriminator(name = "choiceKind") {
    first @12 :Text;
    second @13 :Void;
  }

  pair :union $Json.discriminator(name = "tag", valueName = "value") {
    # The key `value` holds whichever it is.

    text @14 :Text;
    empty @15 :Void;
    count @16 :Int32;
    part @17 :JsonPart;
  }

  named :union $Json.flatten(prefix = "n_") $Json.discriminator() {
    # The key has the name of the union.

    one @18 :Void;
    two @19 :Int32;
  }

  color @20 :JsonShade;
  colors @21 :List(JsonShade);
  picture @22 :Data $Json.base64;
  raw @23 :Data;
  part @24 :JsonPart $Json.flatten(prefix = "part_");
  children @25 :List(JsonNames);
}

enum JsonShade {
  light @0;
  dark @1 $Json.name("not light");
}

struct JsonPart {
  amount @0 :Int32;
  unit @1 :Text $Json.name("Unit");
}

struct JsonOpen {
  # Unions of which no key tells the member.

  union {
    line :group $Json.flatten() {
      label @0 :Text;
      length @1 :Float64;
    }
    area :group $Json.flatten() {
      label @2 :Text;
      union {
        width @3 :Int32;
        round :group $Json.flatten(prefix = "round_") {
          radius @4 :Int32;
        }
      }
    }
    point @5 :Int32;
  }
}
