internal import CapnProtoSyntax

extension SourceText {
  convenience init(_ place: SourcePlace, _ bytes: [UInt8]) {
    self.init(
      path: place.path, displayName: place.displayName, bytes: bytes, source: place.source,
      root: place.root)
  }

  var place: SourcePlace {
    SourcePlace(path: path, displayName: displayName, root: root, source: source)
  }
}
