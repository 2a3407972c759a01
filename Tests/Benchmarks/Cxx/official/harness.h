// Passes a workload's requests and responses from a client to a server within one process, with the
// messages of libcapnp that a C++ program would choose for it.
#pragma once

#include <capnp/message.h>
#include <capnp/serialize-packed.h>
#include <capnp/serialize.h>
#include <kj/io.h>

#include <cstdint>
#include <stdexcept>

namespace bench {

inline constexpr size_t scratchWords = 128 * 1024;

// Static, as in the official program: its pages are zero and cost nothing until they are touched.
class Scratch {
public:
  explicit Scratch(int index) : words(area[index], scratchWords) {}

  const kj::ArrayPtr<capnp::word> words;

private:
  static inline capnp::word area[6][scratchWords];
};

// What reuses the scratch, and what takes its memory from malloc each time.
struct Reuse {
  struct Builder : capnp::MallocMessageBuilder {
    explicit Builder(const Scratch& scratch) : MallocMessageBuilder(scratch.words) {}
  };

  static kj::ArrayPtr<capnp::word> readerScratch(const Scratch& scratch) { return scratch.words; }
};

struct NoReuse {
  struct Builder : capnp::MallocMessageBuilder {
    explicit Builder(const Scratch&) {}
  };

  static kj::ArrayPtr<capnp::word> readerScratch(const Scratch&) { return nullptr; }
};

struct Unpacked {
  struct Reader : capnp::FlatArrayMessageReader {
    Reader(kj::ArrayPtr<const kj::byte> bytes, kj::ArrayPtr<capnp::word>)
        : FlatArrayMessageReader(
              kj::arrayPtr(reinterpret_cast<const capnp::word*>(bytes.begin()),
                           reinterpret_cast<const capnp::word*>(bytes.end()))) {}
  };

  static void write(kj::ArrayOutputStream& output, capnp::MessageBuilder& message) {
    capnp::writeMessage(output, message);
  }
};

struct Packed {
  struct Reader : private kj::ArrayInputStream, public capnp::PackedMessageReader {
    Reader(kj::ArrayPtr<const kj::byte> bytes, kj::ArrayPtr<capnp::word> scratch)
        : ArrayInputStream(bytes), PackedMessageReader(*this, capnp::ReaderOptions(), scratch) {}
  };

  static void write(kj::ArrayOutputStream& output, capnp::MessageBuilder& message) {
    // As a buffered stream: packing straight into it, without a buffer between, is faster.
    capnp::writePackedMessage(static_cast<kj::BufferedOutputStream&>(output), message);
  }
};

// What a run amounts to. Two programs that did the same work agree on both numbers.
struct Outcome {
  // Bytes of all requests and responses as they were written; none in object mode.
  uint64_t throughput = 0;
  // Sum of all expected answers, wrapping.
  uint64_t checksum = 0;

  template <typename Expectation>
  void add(bool correct, Expectation expected) {
    if (!correct) throw std::runtime_error("wrong response");
    checksum += static_cast<uint64_t>(expected);
  }
};

// The server reads the client's builder, and the client the server's: nothing is written.
template <typename Case, typename Memory>
Outcome passByObject(uint64_t iterations) {
  Scratch requestScratch(0), responseScratch(1);
  Case workload;
  Outcome outcome;

  for (; iterations > 0; --iterations) {
    typename Memory::Builder requestMessage(requestScratch);
    auto request = requestMessage.template initRoot<typename Case::Request>();
    auto expected = workload.fill(request);

    typename Memory::Builder responseMessage(responseScratch);
    auto response = responseMessage.template initRoot<typename Case::Response>();
    workload.handle(request.asReader(), response);

    outcome.add(workload.check(response.asReader(), expected), expected);
  }
  return outcome;
}

// Every message is written into a fixed array and read back from there.
template <typename Case, typename Memory, typename Format>
Outcome passByBytes(uint64_t iterations) {
  Scratch clientRequest(0), requestBytes(1), serverRequest(2);
  Scratch serverResponse(3), responseBytes(4), clientResponse(5);
  Case workload;
  Outcome outcome;

  for (; iterations > 0; --iterations) {
    typename Memory::Builder requestMessage(clientRequest);
    auto expected =
        workload.fill(requestMessage.template initRoot<typename Case::Request>());

    kj::ArrayOutputStream requestOutput(requestBytes.words.asBytes());
    Format::write(requestOutput, requestMessage);
    outcome.throughput += requestOutput.getArray().size();
    typename Format::Reader requestReader(
        requestOutput.getArray(), Memory::readerScratch(serverRequest));

    typename Memory::Builder responseMessage(serverResponse);
    workload.handle(requestReader.template getRoot<typename Case::Request>(),
                    responseMessage.template initRoot<typename Case::Response>());

    kj::ArrayOutputStream responseOutput(responseBytes.words.asBytes());
    Format::write(responseOutput, responseMessage);
    outcome.throughput += responseOutput.getArray().size();
    typename Format::Reader responseReader(
        responseOutput.getArray(), Memory::readerScratch(clientResponse));

    outcome.add(
        workload.check(responseReader.template getRoot<typename Case::Response>(), expected),
        expected);
  }
  return outcome;
}

}  // namespace bench
