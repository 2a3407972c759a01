/// What the program says about itself.
enum Help {
  static let text = """
    capnpc-swift generates Swift from Cap'n Proto schemas.

    Usage:
      capnpc-swift compile [OPTION]... FILE.capnp...
      capnp compile -oswift FILE.capnp...
      capnp compile -o- FILE.capnp... | capnpc-swift [OPTION]...

    The first form runs `capnp` itself. In each form shapes/circle.capnp becomes
    shapes/circle.capnp.swift in the output folder. A file whose content would not change is
    left alone.

    Options:
      --output DIR         Write into DIR, instead of the current folder.
      --access LEVEL       public (what you get without it), package or internal.
      --namespace NAME     Nest everything in `extension NAME`; declare `enum NAME {}` yourself.
      --module NAME        The module that the code will be compiled in. Needed only when schemas
                           of several modules import each other.
      --values             Generate plain Swift values (Codable, Hashable, Sendable) too.
      --configuration FILE Take options from FILE: {"imports": ["DIR"], "access": "LEVEL",
                           "namespace": "NAME", "values": true}. The SwiftPM plugin does so with
                           the file capnp-swift.json in a target.
      --help               Print this.
      --version            Print the version.

    Options of `compile`:
      --src-prefix PREFIX  Cut PREFIX from the files' paths to get the paths in the output folder.
      -I DIR               Look in DIR for imports that begin with a slash. May be repeated.
      --no-standard-import Do not look in /usr/include and /usr/local/include.
      --capnp PATH         The `capnp` tool, where it is not in PATH.

    `capnp compile -oswift` passes no options on; set CAPNPC_SWIFT_OPTIONS to them instead.
    A schema can choose for itself with the annotations of "/swift.capnp".
    """
}
