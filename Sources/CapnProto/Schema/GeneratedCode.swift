/// What generated code of version 1 names, so that it fails to compile, with this name in the
/// error, against a runtime that no longer knows its calls.
///
/// Generate it again then.
public enum GeneratedCodeVersion1 {}

/// A slot that no struct has: what a pointer of a union reads from while another member is set.
@inlinable public var noSlot: Int { 65535 }
