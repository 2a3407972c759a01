internal import CCapnProto

/// Calls into the shim, and throws what it reports.
@inline(__always)
func attempt(_ call: (inout ccapnp_error) -> Int32) throws(CapnProtoError) {
  var error = unsafe ccapnp_error()
  let code = unsafe call(&error)
  if code != CCAPNP_OK { throw unsafe CapnProtoError(taking: &error) }
}

extension CapnProtoError {
  /// Takes over an error of the shim, and frees it.
  @inline(never)
  init(taking error: inout ccapnp_error, path: String? = nil) {
    let code: Code =
      switch unsafe error.kind {
      case Int32(CCAPNP_ERROR_MEMORY), Int32(CCAPNP_ERROR_OVERLOADED): .outOfMemory
      case Int32(CCAPNP_ERROR_ARGUMENT): .invalidArgument
      case Int32(CCAPNP_ERROR_TOO_LARGE): .tooLarge
      case Int32(CCAPNP_ERROR_UNIMPLEMENTED): .unsupported
      case Int32(CCAPNP_ERROR_STORAGE): .io
      default: .malformed
      }
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "\(code)"
    let file = unsafe error.file.map { unsafe String(cString: $0) }
    let origin = file.map { unsafe "\($0):\(error.line)" }
    unsafe ccapnp_error_clear(&error)
    self.init(code, message, path: path, origin: origin)
  }
}
