/// The annotations that a schema can steer the generator with.
enum AnnotationsSchema {
  /// The text of `Schemas/swift.capnp`, which a test compares with the file.
  static let text = #"""
    @0xd101a0fce4df5857;
    # What a schema can tell the Swift generator. None of it changes a byte of any message, and the
    # generators for other languages do not look at it.
    #
    #     using Swift = import "/swift.capnp";
    #     $Swift.values;
    #
    # `capnpc-swift compile` and the SwiftPM plugin always find "/swift.capnp"; for `capnp compile
    # -oswift` put the folder that holds this file on the import path with `-I`.

    annotation values (file, struct) :Void;
    # Generate, besides the views, a plain Swift value (`Person.Value`: Codable, Hashable, Sendable) for
    # this struct, or for every struct in this file. The structs that it is made of get one too.

    annotation name (*) :Text;
    # The name in Swift, where the one in the schema would not do: of a struct, enumeration, interface,
    # constant or annotation; of a field, group, union or enumerant; or, on a file, of the enumeration
    # that holds the file's own schema.

    annotation namespace (file) :Text;
    # The Swift type that everything in this file is nested in. It is not generated: declare it once,
    # as in `public enum Shapes {}`. A dotted path is allowed.

    annotation access (file) :Access;
    # Who can see the generated Swift: everyone, when a file does not say.

    annotation module (file) :Text;
    # The Swift module that this file's generated code is compiled in. A schema that imports this one
    # and is compiled in another module then imports that module.

    enum Access {
      # Who can see a declaration in Swift.

      public @0;
      # Everyone.

      package @1;
      # The modules of the same package.

      internal @2;
      # The same module only.
    }

    """#
}
