@0xa93fc509624c72d9;
# Cap'n Proto's description of schemas in Cap'n Proto itself: what the `capnp` tool sends to a code
# generator, and what a program can ask of its own types at run time.
#
# The id, the names, the ordinals and the types are those of the protocol, so that the bytes are
# the same for every implementation. It covers the tool's versions 0.6 to 1.4: a field that an
# older tool does not write reads as its default.

using Id = UInt64;
# The number that names a file, a type, a constant or an annotation everywhere.

struct Node {
  # One declaration: a file, struct, enumeration, interface, constant or annotation.

  id @0 :Id;
  # The number that other nodes refer to this one by.

  displayName @1 :Text;
  # A name for people: the file, a colon, and the dotted path in it.

  displayNamePrefixLength @2 :UInt32;
  # How many bytes of `displayName` stand before the short name.

  scopeId @3 :Id;
  # The declaration that this one is nested in, zero for a file.

  parameters @32 :List(Parameter);
  # The generic parameters that this node declares itself.

  isGeneric @33 :Bool;
  # Whether this node, or one that it is nested in, has generic parameters.

  struct Parameter {
    # A generic parameter.

    name @0 :Text;
    # Its name, as in `Map(Key, Value)`.
  }

  nestedNodes @4 :List(NestedNode);
  # The named declarations inside this one; groups are not among them.

  struct NestedNode {
    # A declaration's name in the scope that holds it.

    name @0 :Text;
    # The unqualified name.

    id @1 :Id;
    # The node that it names.
  }

  annotations @5 :List(Annotation);
  # The annotations on this declaration.

  union {
    file @6 :Void;
    # A schema file.

    struct :group {
      # A struct, or a group or named union in one.

      dataWordCount @7 :UInt16;
      # Words in the data section.

      pointerCount @8 :UInt16;
      # Words in the pointer section.

      preferredListEncoding @9 :ElementSize;
      # How a list of this struct would be encoded most tightly.

      isGroup @10 :Bool;
      # Whether this is a group: it then lives in the memory of the struct around it.

      discriminantCount @11 :UInt16;
      # Members of the unnamed union, zero when there is none.

      discriminantOffset @12 :UInt32;
      # Where the union's tag is, in units of two bytes.

      fields @13 :List(Field);
      # The fields, groups and union members, in the order of their ordinals.
    }

    enum :group {
      # An enumeration.

      enumerants @14 :List(Enumerant);
      # Its values, by number.
    }

    interface :group {
      # An interface for remote calls.

      methods @15 :List(Method);
      # Its methods, by number.

      superclasses @31 :List(Superclass);
      # The interfaces that it extends.
    }

    const :group {
      # A constant.

      type @16 :Type;
      # Its type.

      value @17 :Value;
      # Its value.
    }

    annotation :group {
      # The declaration of an annotation.

      type @18 :Type;
      # The type of the annotation's value.

      targetsFile @19 :Bool;
      # Whether it may stand on a file.

      targetsConst @20 :Bool;
      # Whether it may stand on a constant.

      targetsEnum @21 :Bool;
      # Whether it may stand on an enumeration.

      targetsEnumerant @22 :Bool;
      # Whether it may stand on a value of an enumeration.

      targetsStruct @23 :Bool;
      # Whether it may stand on a struct.

      targetsField @24 :Bool;
      # Whether it may stand on a field.

      targetsUnion @25 :Bool;
      # Whether it may stand on a union.

      targetsGroup @26 :Bool;
      # Whether it may stand on a group.

      targetsInterface @27 :Bool;
      # Whether it may stand on an interface.

      targetsMethod @28 :Bool;
      # Whether it may stand on a method.

      targetsParam @29 :Bool;
      # Whether it may stand on a parameter of a method.

      targetsAnnotation @30 :Bool;
      # Whether it may stand on the declaration of an annotation.
    }
  }

  startByte @34 :UInt32;
  # Where the declaration begins in its file (tools from 1.4 on).

  endByte @35 :UInt32;
  # Where the declaration ends in its file (tools from 1.4 on).

  struct SourceInfo {
    # What only people need of a node: its comments and its place in the file.

    id @0 :Id;
    # The node that this is about.

    docComment @1 :Text;
    # The comment under the declaration.

    members @2 :List(Member);
    # One entry for each field, enumerant or method, in the node's order.

    struct Member {
      # The comment and the place of one member.

      docComment @0 :Text;
      # The comment under the member.

      startByte @1 :UInt32;
      # Where the member begins in its file (tools from 1.4 on).

      endByte @2 :UInt32;
      # Where the member ends in its file (tools from 1.4 on).
    }

    startByte @3 :UInt32;
    # Where the declaration begins in its file (tools from 1.4 on).

    endByte @4 :UInt32;
    # Where the declaration ends in its file (tools from 1.4 on).
  }
}

struct Field {
  # A field, group or union member of a struct.

  name @0 :Text;
  # The name in the schema.

  codeOrder @1 :UInt16;
  # The place among its neighbours in the text of the schema.

  annotations @2 :List(Annotation);
  # The annotations on this field.

  const noDiscriminant :UInt16 = 0xffff;
  # What `discriminantValue` is for a field outside unions.

  discriminantValue @3 :UInt16 = Field.noDiscriminant;
  # The tag that says that this member of the union is the active one.

  union {
    slot :group {
      # A field with a place of its own.

      offset @4 :UInt32;
      # The place, in units of the field's size from the start of its section.

      type @5 :Type;
      # The field's type.

      defaultValue @6 :Value;
      # What the field reads as when it was never set.

      hadExplicitDefault @10 :Bool;
      # Whether the schema spells the default out.
    }

    group :group {
      # A group or a named union.

      typeId @7 :Id;
      # The node that describes the group's fields.
    }
  }

  ordinal :union {
    # The number after the `@`.

    implicit @8 :Void;
    # None was written, as for a group.

    explicit @9 :UInt16;
    # The number that was written.
  }
}

struct Enumerant {
  # A value of an enumeration.

  name @0 :Text;
  # The name in the schema.

  codeOrder @1 :UInt16;
  # The place among its neighbours in the text of the schema.

  annotations @2 :List(Annotation);
  # The annotations on this value.
}

struct Superclass {
  # An interface that another one extends.

  id @0 :Id;
  # The interface's node.

  brand @1 :Brand;
  # What its generic parameters stand for.
}

struct Method {
  # A method of an interface.

  name @0 :Text;
  # The name in the schema.

  codeOrder @1 :UInt16;
  # The place among its neighbours in the text of the schema.

  implicitParameters @7 :List(Node.Parameter);
  # The generic parameters of the method itself.

  paramStructType @2 :Id;
  # The struct that holds the parameters.

  paramBrand @5 :Brand;
  # What that struct's generic parameters stand for.

  resultStructType @3 :Id;
  # The struct that holds the results.

  resultBrand @6 :Brand;
  # What that struct's generic parameters stand for.

  annotations @4 :List(Annotation);
  # The annotations on this method.
}

struct Type {
  # The type of a field, a constant or an annotation.

  union {
    void @0 :Void;
    # No value.

    bool @1 :Void;
    # One bit.

    int8 @2 :Void;
    # A signed byte.

    int16 @3 :Void;
    # Two bytes, signed.

    int32 @4 :Void;
    # Four bytes, signed.

    int64 @5 :Void;
    # Eight bytes, signed.

    uint8 @6 :Void;
    # A byte.

    uint16 @7 :Void;
    # Two bytes.

    uint32 @8 :Void;
    # Four bytes.

    uint64 @9 :Void;
    # Eight bytes.

    float32 @10 :Void;
    # A floating-point number of four bytes.

    float64 @11 :Void;
    # A floating-point number of eight bytes.

    text @12 :Void;
    # UTF-8 text.

    data @13 :Void;
    # Bytes.

    list :group {
      # A list.

      elementType @14 :Type;
      # The type of its elements.
    }

    enum :group {
      # An enumeration.

      typeId @15 :Id;
      # Its node.

      brand @21 :Brand;
      # What the generic parameters around it stand for.
    }

    struct :group {
      # A struct.

      typeId @16 :Id;
      # Its node.

      brand @22 :Brand;
      # What its generic parameters stand for.
    }

    interface :group {
      # An interface.

      typeId @17 :Id;
      # Its node.

      brand @23 :Brand;
      # What its generic parameters stand for.
    }

    anyPointer :union {
      # A pointer whose type the schema leaves open.

      unconstrained :union {
        # A pointer that is no generic parameter.

        anyKind @18 :Void;
        # A pointer to anything.

        struct @25 :Void;
        # A pointer to some struct.

        list @26 :Void;
        # A pointer to some list.

        capability @27 :Void;
        # Some capability.
      }

      parameter :group {
        # A generic parameter of a declaration around the field.

        scopeId @19 :Id;
        # The declaration whose parameter it is.

        parameterIndex @20 :UInt16;
        # Which of its parameters.
      }

      implicitMethodParameter :group {
        # A generic parameter of a method.

        parameterIndex @24 :UInt16;
        # Which of the method's parameters.
      }
    }
  }
}

struct Brand {
  # What the generic parameters of a type stand for.

  scopes @0 :List(Scope);
  # One entry for the type and for each declaration around it that binds parameters; the
  # parameters of one without an entry stand for AnyPointer.

  struct Scope {
    # The bindings for the parameters of one declaration.

    scopeId @0 :Id;
    # The declaration.

    union {
      bind @1 :List(Binding);
      # What each of its parameters stands for.

      inherit @2 :Void;
      # Each parameter stands for itself: the type is used inside that declaration.
    }
  }

  struct Binding {
    # What one parameter stands for.

    union {
      unbound @0 :Void;
      # Anything.

      type @1 :Type;
      # This type.
    }
  }
}

struct Value {
  # The value of a default, a constant or an annotation; its members match those of `Type`.

  union {
    void @0 :Void;
    # No value.

    bool @1 :Bool;
    # A truth value.

    int8 @2 :Int8;
    # A signed byte.

    int16 @3 :Int16;
    # Two bytes, signed.

    int32 @4 :Int32;
    # Four bytes, signed.

    int64 @5 :Int64;
    # Eight bytes, signed.

    uint8 @6 :UInt8;
    # A byte.

    uint16 @7 :UInt16;
    # Two bytes.

    uint32 @8 :UInt32;
    # Four bytes.

    uint64 @9 :UInt64;
    # Eight bytes.

    float32 @10 :Float32;
    # A floating-point number of four bytes.

    float64 @11 :Float64;
    # A floating-point number of eight bytes.

    text @12 :Text;
    # UTF-8 text.

    data @13 :Data;
    # Bytes.

    list @14 :AnyPointer;
    # A list, to be read by its type.

    enum @15 :UInt16;
    # The number of an enumeration's value.

    struct @16 :AnyPointer;
    # A struct, to be read by its type.

    interface @17 :Void;
    # The null capability, the only one that a schema can hold.

    anyPointer @18 :AnyPointer;
    # Anything.
  }
}

struct Annotation {
  # A use of an annotation.

  id @0 :Id;
  # The annotation's declaration.

  brand @2 :Brand;
  # What the generic parameters around the declaration stand for.

  value @1 :Value;
  # The value at this use.
}

enum ElementSize {
  # How the elements of a list are encoded.

  empty @0;
  # No bits.

  bit @1;
  # One bit.

  byte @2;
  # One byte.

  twoBytes @3;
  # Two bytes.

  fourBytes @4;
  # Four bytes.

  eightBytes @5;
  # Eight bytes, no pointer.

  pointer @6;
  # One pointer.

  inlineComposite @7;
  # Whole structs, with a tag word before the first.
}

struct CapnpVersion {
  # A version of the `capnp` tool.

  major @0 :UInt16;
  # The first number.

  minor @1 :UInt8;
  # The second number.

  micro @2 :UInt8;
  # The third number.
}

struct CodeGeneratorRequest {
  # What the `capnp` tool writes to a code generator's standard input.

  capnpVersion @2 :CapnpVersion;
  # The tool's version.

  nodes @0 :List(Node);
  # Every declaration in the files asked for and in those that they import.

  sourceInfo @3 :List(Node.SourceInfo);
  # The comments, as far as there are any.

  requestedFiles @1 :List(RequestedFile);
  # The files to generate code for.

  struct RequestedFile {
    # A file to generate code for.

    id @0 :Id;
    # The file's node.

    filename @1 :Text;
    # Its path, without the prefix that the tool was told to cut.

    imports @2 :List(Import);
    # The files that it imports.

    struct Import {
      # An imported file.

      id @0 :Id;
      # The file's node.

      name @1 :Text;
      # The path as the import spells it.
    }

    fileSourceInfo @3 :FileSourceInfo;
    # Where names are used in the file (tools from 1.1 on).

    struct FileSourceInfo {
      # Where names are used in a file.

      identifiers @0 :List(Identifier);
      # Every use of a name.

      struct Identifier {
        # A use of a name.

        startByte @0 :UInt32;
        # Where it begins.

        endByte @1 :UInt32;
        # Where it ends.

        union {
          typeId @2 :UInt64;
          # It names a type.

          member :group {
            # It names a member of a type.

            parentTypeId @3 :UInt64;
            # The type.

            ordinal @4 :UInt16;
            # The member.
          }
        }
      }
    }
  }
}
