// Fuzzes the protobuf profile alone: `fuzz-profile_proto_fuzz -max_total_time=600 CORPUS`, seeded
// with tests/dumps/formats/*.pb. Besides crashes it looks for a Dump out of proportion to the
// input.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "profile_proto.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const char* bytes = reinterpret_cast<const char*>(data);
  gowhy::ProfileProtoReader::looks_like(std::string_view(bytes, size));
  gowhy::Dump dump;
  dump.snapshots.emplace_back();
  gowhy::ProfileProtoReader reader(dump, 0);
  const std::size_t first = size / 3;
  reader.feed(bytes, first);
  reader.feed(bytes + first, size - first);
  reader.end();
  if (dump.symbols.node_count() > 8 * size + 8192) std::abort();
  if (dump.symbols.bytes() > 400 * size + (std::size_t{8} << 20)) std::abort();
  for (const gowhy::Sample& sample : dump.samples) {
    if (sample.group >= dump.groups.size()) std::abort();
  }
  return 0;
}
