// Fuzzes the whole reader, and at the same time the promise that prediction changes nothing: the
// text is read at once, in two parts, and byte by byte, and the three must agree.
// `fuzz-reader_fuzz -max_total_time=600 CORPUS`, seeded with tests/dumps.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "reader.h"

namespace {

struct Reading {
  gowhy::Dump dump;
  Reading(const char* data, std::size_t size, std::size_t chunk) {
    gowhy::Reader reader(dump);
    reader.open("fuzz");
    for (std::size_t at = 0; at < size; at += chunk) {
      reader.feed(data + at, size - at < chunk ? size - at : chunk);
    }
    reader.finish();
  }
};

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const gowhy::Dump& dump, std::size_t size) {
  for (const gowhy::Record& record : dump.records) {
    require(record.group < dump.groups.size());
    require(record.snapshot < dump.snapshots.size());
    require(std::uint64_t{record.args} + record.arg_count <= dump.args.size());
    require(record.offset <= size && record.offset + record.length <= size);
  }
  for (const gowhy::Group& group : dump.groups) require(group.stack < dump.symbols.node_count());
  for (const gowhy::Event& event : dump.events) require(event.snapshot < dump.snapshots.size());
  require(dump.symbols.bytes() <= 2000 * size + (std::size_t{1} << 20));
}

void same(const gowhy::Dump& a, const gowhy::Dump& b) {
  require(a.records.size() == b.records.size() && a.groups.size() == b.groups.size());
  require(a.args.size() == b.args.size() && a.events.size() == b.events.size());
  require(a.snapshots.size() == b.snapshots.size() && a.notes.size() == b.notes.size());
  for (std::size_t i = 0; i < a.records.size(); ++i) {
    const gowhy::Record &x = a.records[i], &y = b.records[i];
    require(x.id == y.id && x.creator == y.creator && x.offset == y.offset &&
            x.length == y.length && x.minutes == y.minutes && x.extra == y.extra);
  }
  for (std::size_t i = 0; i < a.args.size(); ++i) require(a.args[i].packed == b.args[i].packed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const char* bytes = reinterpret_cast<const char*>(data);
  const Reading whole(bytes, size, size == 0 ? 1 : size);
  const Reading halves(bytes, size, size / 2 + 1);
  const Reading single(bytes, size, 1);
  check(whole.dump, size);
  same(whole.dump, halves.dump);
  same(whole.dump, single.dump);
  return 0;
}
