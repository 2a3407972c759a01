import CapnProto
import Testing

/// Expects a call to throw an error of one kind, and gives the error.
@discardableResult
func expectError<R>(
  _ code: CapnProtoError.Code, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> R
) -> CapnProtoError? {
  do {
    let result = try body()
    Issue.record("nothing was thrown, and the result is \(result)", sourceLocation: sourceLocation)
  } catch let error as CapnProtoError {
    #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
    return error
  } catch {
    Issue.record("thrown was \(error)", sourceLocation: sourceLocation)
  }
  return nil
}
