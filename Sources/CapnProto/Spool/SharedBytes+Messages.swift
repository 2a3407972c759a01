internal import CapnProtoSyntax
internal import Foundation

extension SharedBytes {
  /// The bytes of data, where they lie if they have a lasting place.
  init(_ data: Data) {
    if let memory = DataMemory(data) {
      unsafe self.init(memory.bytes, owner: memory)
    } else {
      self.init(Array(data))
    }
  }
}

extension SharedBytes: TextSource, BytesSource {
  package func _store(textAt place: PointerPlace) throws(CapnProtoError) {
    try unsafe withUnsafeBytes { unsafe place.storeText($0) }.get()
  }

  package func _store(bytesAt place: PointerPlace) throws(CapnProtoError) {
    try unsafe withUnsafeBytes { unsafe place.storeBytes($0) }.get()
  }
}

extension PointerBuilder {
  func setText(_ bytes: SharedBytes) throws(CapnProtoError) {
    let result = unsafe bytes.withUnsafeBytes { unsafe place.storeText($0) }
    try result.get()
  }

  func setBytes(_ bytes: SharedBytes) throws(CapnProtoError) {
    let result = unsafe bytes.withUnsafeBytes { unsafe place.storeBytes($0) }
    try result.get()
  }
}
