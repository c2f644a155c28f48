#include "record_order.h"

#include <algorithm>
#include <cstdint>
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

}  // namespace

void order_records(Dump& dump, std::uint16_t snapshot) noexcept {
  std::vector<std::uint32_t> order = order_of(dump, snapshot);
  // Along each cycle of the order; a place that has its record points to itself.
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (order[start] == start) continue;
    const Record first = dump.records[start];
    std::uint32_t at = start;
    for (std::uint32_t next = order[at]; next != start; next = order[at]) {
      dump.records[at] = dump.records[next];
      order[at] = at;
      at = next;
    }
    dump.records[at] = first;
    order[at] = at;
  }
}

}  // namespace gowhy
