#if os(Linux)
  import CCapnProto
  import Foundation
  import Testing

  /// What becomes of a builder where there is no memory left.
  @Suite struct MemoryTests {
    /// A sanitizer needs more memory than the limit leaves.
    static let isSanitized =
      unsafe dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

    @Test(.enabled(if: !isSanitized, "a sanitizer is at work"))
    func runsOut() async {
      await #expect(processExitsWith: .success) { runOutOfMemory() }
    }
  }

  /// Has to be the only thing that its process does.
  private func runOutOfMemory() {
    let builder = ShimBuilder()
    var root = unsafe builder.root
    var limit = rlimit(rlim_cur: 3 << 30, rlim_max: 3 << 30)
    let isLimited = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
    precondition(isLimited)
    var list = unsafe ccapnp_list_builder()
    unsafe list.count = 77
    var error = unsafe ccapnp_error()
    let size = Int32(CCAPNP_ELEMENT_EIGHT_BYTES)
    // Four gigabytes, where three are allowed.
    let code = unsafe ccapnp_pointer_init_list(&root, size, 1 << 29 - 10, &list, &error)
    precondition(code == CCAPNP_ERROR_MEMORY)
    unsafe precondition(error.kind == CCAPNP_ERROR_MEMORY && error.message != nil)
    unsafe precondition(list.count == 77 && list.data == nil)
    unsafe ccapnp_error_clear(&error)
    // And the builder goes on.
    let small = unsafe ccapnp_pointer_init_list(&root, size, 10, &list, nil)
    unsafe precondition(small == CCAPNP_OK && list.count == 10)
    withExtendedLifetime(builder) {}
  }
#endif
