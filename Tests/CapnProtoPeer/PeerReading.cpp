#include "CapnProtoPeer.h"
#include "Quiet.h"

#include <capnp/any.h>
#include <capnp/layout.h>
#include <capnp/message.h>
#include <capnp/pointer-helpers.h>

#include <algorithm>
#include <vector>

namespace {

namespace wire = capnp::_;

// Asks libcapnp's views for everything that they say of themselves.
class Description {
public:
  Description(const void *base, int64_t *out, size_t capacity)
      : base(static_cast<const kj::byte *>(base)), out(out), capacity(capacity) {}

  size_t size() const { return count; }

  void pointer(const wire::PointerReader &view, int depth) {
    attempt([&] { note(static_cast<int64_t>(view.getPointerType())); });
    attempt([&] { blob(view.getBlob<capnp::Text>(nullptr, 0 * capnp::BYTES)); });
    attempt([&] { blob(view.getBlob<capnp::Data>(nullptr, 0 * capnp::BYTES)); });
    attempt([&] { structure(view.getStruct(nullptr), depth); });
    for (int size = PEER_ELEMENT_VOID; size <= PEER_ELEMENT_ANY; size++) {
      attempt([&] {
        list(size == PEER_ELEMENT_ANY
                 ? view.getListAnySize(nullptr)
                 : view.getList(static_cast<capnp::ElementSize>(size), nullptr),
             size, depth);
      });
    }
  }

private:
  const kj::byte *base;
  int64_t *out;
  size_t capacity;
  size_t count = 0;

  bool isFull() const { return count >= capacity; }

  void note(int64_t value) {
    if (!isFull()) out[count++] = value;
  }

  void place(const void *address) { note(static_cast<const kj::byte *>(address) - base); }

  template <typename Body> void attempt(Body &&body) {
    if (isFull()) return;
    try {
      body();
    } catch (const kj::Exception &) {
      note(PEER_REFUSED);
    }
  }

  template <typename Blob> void blob(const Blob &bytes) {
    note(bytes.size());
    if (bytes.size() > 0) place(bytes.begin());
  }

  void structure(const wire::StructReader &view, int depth) {
    const uint32_t bits = view.getDataSectionSize();
    const uint32_t pointers = view.getPointerSectionSize();
    note(bits);
    note(pointers);
    if (bits >= 8) place(view.getDataSectionAsBlob().begin());
    if (bits == 1) note(view.getDataField<bool>(0));
    if (depth == 0) return;
    for (uint32_t i = 0; i < std::min<uint32_t>(pointers, PEER_MOST_CHILDREN); i++) {
      pointer(view.getPointerField(i), depth - 1);
    }
  }

  void list(const wire::ListReader &view, int wish, int depth) {
    const auto size = view.getElementSize();
    if (wish == 1 && size != capnp::ElementSize::BIT) {
      // A list of other scalars: its builders refuse to see bits in it, its readers do not, and
      // the shim refuses both.
      note(PEER_REFUSED);
      return;
    }
    note(static_cast<int64_t>(size));
    note(view.size());
    if (wish == PEER_ELEMENT_ANY) wish = static_cast<int>(size);
    for (uint32_t i = 0; i < std::min<uint32_t>(view.size(), PEER_MOST_CHILDREN); i++) {
      switch (wish) {
        case 1: note(view.getDataElement<bool>(i)); break;
        case 2: note(view.getDataElement<uint8_t>(i)); break;
        case 3: note(view.getDataElement<uint16_t>(i)); break;
        case 4: note(view.getDataElement<uint32_t>(i)); break;
        case 5: note(static_cast<int64_t>(view.getDataElement<uint64_t>(i))); break;
        case 6: if (depth > 0) pointer(view.getPointerElement(i), depth - 1); break;
        case 7: attempt([&] { structure(view.getStructElement(i), depth); }); break;
        default: break;
      }
    }
  }
};

}  // namespace

PEER_ON_THE_STACK size_t peer_libcapnp_describe(const void *words, const size_t *sizes, size_t count,
                              uint64_t traversal_limit_words, int nesting_limit, int depth,
                              int64_t *out, size_t capacity) {
  peer::WithoutStackTraces quick;
  Description description(words, out, capacity);
  try {
    std::vector<kj::ArrayPtr<const capnp::word>> segments;
    const auto *start = static_cast<const capnp::word *>(words);
    for (size_t i = 0; i < count; i++) {
      segments.push_back(kj::arrayPtr(start, sizes[i]));
      start += sizes[i];
    }
    capnp::ReaderOptions options;
    options.traversalLimitInWords = traversal_limit_words;
    options.nestingLimit = nesting_limit;
    capnp::SegmentArrayMessageReader reader(kj::arrayPtr(segments.data(), count), options);
    description.pointer(wire::PointerHelpers<capnp::AnyPointer>::getInternalReader(
                            reader.getRoot<capnp::AnyPointer>()),
                        depth);
  } catch (...) {
    return 0;
  }
  return description.size();
}
