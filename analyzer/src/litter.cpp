// How many goroutines one call left behind: several, as the workers of a pool, or one.
#include <algorithm>
#include <vector>

#include "crowds.h"
#include "sort_by.h"

namespace gowhy {
namespace {

struct Born {
  std::uint64_t id = 0;
  std::uint32_t record = 0;
};

std::vector<Born> births_in(const Model& model, const Crowd& crowd) {
  std::vector<Born> born;
  for (std::uint32_t group : crowd.groups) {
    for (std::uint32_t record : model.group(group).records) {
      if (model.dump().records[record].id != 0)
        born.push_back({model.dump().records[record].id, record});
    }
  }
  sort_by(born, [](const Born& one) { return one.id; });
  return born;
}

// What two goroutines were given has nothing in common: no channel of jobs, no pool. Words of the
// program's own text, as the type of an interface, are the same everywhere.
bool share_nothing(const Model& model, const Crowd& crowd, std::uint32_t a, std::uint32_t b) {
  constexpr std::uint64_t kHeapEnd = 1ull << 46;  // itabs made at run time lie behind it
  const auto site_of = [&](std::uint32_t record) {
    return static_cast<unsigned>(model.group(model.group_of_record(record)).site);
  };
  const unsigned site = site_of(a);
  bool any = false;
  if (crowd.groups.size() > 1 && site_of(b) != site) return false;
  for (const Arg& one : model.args(a)) {
    if (one.frame() != site || one.address() < kProgramEnd || one.address() >= kHeapEnd) continue;
    any = any || !one.stale();
    for (const Arg& other : model.args(b)) {
      if (other.frame() == site && other.address() == one.address()) return false;
    }
  }
  return any;
}

std::uint64_t neighbours(const Model& model, const Crowd& crowd, const std::vector<Born>& born) {
  std::uint64_t found = 0;
  bool before = false;
  for (std::size_t i = 0; i < born.size(); ++i) {
    const bool after = i + 1 < born.size() && born[i + 1].id - born[i].id <= 1 &&
                       !share_nothing(model, crowd, born[i].record, born[i + 1].record);
    if (before || after) ++found;
    before = after;
  }
  return found;
}

}  // namespace

Litter litter_of(const Model& model, const Crowd& crowd, const Creators& creators) noexcept {
  if (creators.known * 10 >= crowd.count * 8) {
    // A connection serves one request after another: what its goroutine started is not one pool. It
    // may have made the stages of one pipeline each time, though, which wait to send.
    const bool alternate = crowd.op != Operation::chan_send && creators.distinct >= 3 &&
                           creators.turns * 4 >= creators.known * 3;
    const bool several = creators.siblings * 2 >= creators.known && !alternate;
    return several ? Litter::several : Litter::one;
  }
  const std::vector<Born> born = births_in(model, crowd);
  if (born.empty()) return Litter::unknown;
  return neighbours(model, crowd, born) * 2 >= born.size() && born.size() > 1 ? Litter::several
                                                                              : Litter::one;
}

}  // namespace gowhy
