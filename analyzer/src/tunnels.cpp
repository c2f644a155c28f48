#include "tunnels.h"

#include <algorithm>

#include "sort_by.h"

namespace gowhy {
namespace {

constexpr std::string_view kReadFrom = "net.(*TCPConn).readFrom";
constexpr std::string_view kSplice = "net.spliceFrom";
constexpr std::string_view kSplice21 = "net.splice";  // to Go 1.21
constexpr unsigned kSource = 2;  // slot: receiver, then the two words of the io.Reader

struct Copy {
  std::uint32_t group = kNone, record = kNone;
  std::uint64_t target = 0;  // 0 where it is not printed for certain
};

// Pointers that a stack shows to be read from, stale ones too: what may be read is not accused.
void take_readers(const Model& model, std::string_view function, unsigned slot,
                  std::vector<std::uint64_t>& read) {
  for (const Hit& hit : model.find(function)) {
    for (std::uint32_t record : model.group(hit.group).records) {
      for (const Arg& arg : model.args(record)) {
        if (arg.frame() == hit.position && arg.slot() == slot) read.push_back(arg.address());
      }
    }
  }
}

std::vector<Copy> copies_of(const Model& model) {
  std::vector<Copy> copies;
  for (const Hit& hit : model.find(kReadFrom)) {
    const GroupFacts& facts = model.group(hit.group);
    if (facts.op != Operation::io_read || !model.has(facts, {kSplice, kSplice21})) continue;
    for (std::uint32_t record : facts.records) {
      bool exact = false;
      const std::uint64_t target = model.receiver(record, static_cast<int>(hit.position), &exact);
      copies.push_back({hit.group, record, exact ? target : 0});
    }
  }
  return copies;
}

void add_waiter(const Model& model, const Copy& copy, Tunnels& tunnels) {
  const std::uint64_t parent = model.dump().records[copy.record].creator;
  const std::uint32_t group = parent == 0 ? kNone : model.group_of_id(parent);
  if (group == kNone || model.group(group).op != Operation::waitgroup) return;
  ++tunnels.waiting;
  tunnels.waiters.push_back(group);
}

}  // namespace

Tunnels tunnels_of(const Model& model) noexcept {
  Tunnels tunnels;
  const std::vector<Copy> copies = copies_of(model);
  tunnels.copies = copies.size();
  if (copies.empty()) return tunnels;
  std::vector<std::uint64_t> read;
  take_readers(model, kReadFrom, kSource, read);
  // From Go 1.22 that is a wrapper (net.tcpConnWithoutWriteTo), and the connection the receiver of
  // its WriteTo.
  take_readers(model, "net.(*TCPConn).writeTo", 0, read);
  take_readers(model, "net.(*TCPConn).WriteTo", 0, read);
  // A TCPConn begins with its conn: both have the same address.
  take_readers(model, "net.(*conn).Read", 0, read);
  sort_numbers(read);
  for (const Copy& copy : copies) {
    if (copy.target == 0 || std::binary_search(read.begin(), read.end(), copy.target)) continue;
    tunnels.half_groups.push_back(copy.group);
    tunnels.half_records.push_back(copy.record);
    add_waiter(model, copy, tunnels);
  }
  keep_distinct(tunnels.half_groups);
  keep_distinct(tunnels.waiters);
  return tunnels;
}

}  // namespace gowhy
