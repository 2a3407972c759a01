internal import Foundation

/// The exponential of the system's C library in single precision, which NuPIC's boosting takes.
///
/// Libraries differ in the last bit, and so do results on another system where boosting is on.
func exponential(_ value: Float) -> Float { Foundation.expf(value) }
