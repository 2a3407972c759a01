/// A region that NuPIC has, and fails to save as part of a network.
protocol AbsentFromNuPICNetworks: Region {}

extension AbsentFromNuPICNetworks {
  /// Why it is not written.
  var refusal: HTMError {
    .state(
      "NetworkProto.regions",
      "NuPIC's files of networks cannot hold a region of the type \(nodeType), as NuPIC writes none; "
        + "files of Stowage hold it, and so does a file of NuPIC with this region alone")
  }
}
