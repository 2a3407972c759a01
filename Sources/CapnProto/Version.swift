/// The version of Stowage, for its tools and for the files that it writes.
package enum Version {
  /// By semantic versioning.
  package static let current = "0.1.0"
}
