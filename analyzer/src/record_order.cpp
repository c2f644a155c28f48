#include "record_order.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

namespace gowhy {
namespace {

// By place: which record comes there.
std::vector<std::uint32_t> order_of(const Dump& dump, std::uint16_t snapshot) {
  const std::vector<Record>& records = dump.records;
  // Two for each group.
  const auto bucket_of = [&](const Record& record) {
    const bool counts = record.snapshot == snapshot && !record.extra;
    return 2 * std::min<std::size_t>(record.group, dump.groups.size()) + (counts ? 0 : 1);
  };
  std::vector<std::uint32_t> ends(2 * dump.groups.size() + 3, 0);
  for (const Record& record : records) ++ends[bucket_of(record) + 1];
  for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
  // From here on each is where the next of its bucket comes, and so at last the bucket's end.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_id(records.size());
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    by_id[ends[bucket_of(records[i])]++] = {records[i].id, i};
  }
  std::size_t begin = 0;
  for (const std::uint32_t end : ends) {
    const auto first = by_id.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = by_id.begin() + end;
    if (!std::is_sorted(first, last)) std::sort(first, last);
    begin = end;
  }
  std::vector<std::uint32_t> order;
  order.reserve(records.size());
  for (const auto& [id, record] : by_id) order.push_back(record);
  return order;
}

// A third of a record: a copy of all of these takes no more memory than the order has taken.
struct Third {
  std::uint64_t words[2];
};
static_assert(sizeof(Record) == 3 * sizeof(Third) && std::is_trivially_copyable_v<Record>);

}  // namespace

void order_records(Dump& dump, std::uint16_t snapshot) noexcept {
  const std::vector<std::uint32_t> order = order_of(dump, snapshot);
  if (std::is_sorted(order.begin(), order.end())) return;
  // One record after the other along the cycles of the order, each place would be waited for; of a
  // list of places the processor fetches many at a time.
  std::vector<Third> thirds(order.size());
  char* const bytes = reinterpret_cast<char*>(dump.records.data());
  for (std::size_t part = 0; part < sizeof(Record); part += sizeof(Third)) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      std::memcpy(&thirds[i], bytes + order[i] * sizeof(Record) + part, sizeof(Third));
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
      std::memcpy(bytes + i * sizeof(Record) + part, &thirds[i], sizeof(Third));
    }
  }
}

}  // namespace gowhy
