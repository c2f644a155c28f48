#include "lock_cycles.h"

#include <algorithm>
#include <utility>

#include "lock_holders.h"
#include "lock_owners.h"

namespace gowhy {
namespace {

class CycleFinder {
 public:
  CycleFinder(const Model& model, Locks& result)
      : model_(model), result_(result), lock_of_(model, result.locks) {}

  void find() {
    for (std::uint32_t i = 0; i < result_.locks.size(); ++i) {
      if (!result_.locks[i].holders.empty()) walk_from(i);
      if (result_.cycles.size() >= 16) return;
    }
  }

 private:
  // A holder that waits for another lock leads on; back at the first lock the cycle is closed. Only
  // cycles that begin at their smallest lock are kept, so each is found once.
  void walk_from(std::uint32_t first) {
    std::vector<std::uint32_t> path{first};
    std::vector<LockHolder> holders;
    walk(first, first, path, holders);
  }

  bool walk(std::uint32_t first, std::uint32_t at, std::vector<std::uint32_t>& path,
            std::vector<LockHolder>& holders) {
    std::size_t tried = 0;
    for (const LockHolder& holder : result_.locks[at].holders) {
      if (!holder.waits || holder.record == kNone || holder.why == LockHolder::type) continue;
      if (++tried > 8) return false;
      const std::uint32_t next = lock_of_.of(holder.record);
      if (next == kNone || next < first || next == at) continue;
      holders.push_back(holder);
      if (next == first && path.size() >= 2) {
        keep(path, holders);
        return true;
      }
      const bool seen = std::find(path.begin(), path.end(), next) != path.end();
      if (!seen && path.size() < 5) {
        path.push_back(next);
        if (walk(first, next, path, holders)) return true;
        path.pop_back();
      }
      holders.pop_back();
    }
    return false;
  }

  void keep(const std::vector<std::uint32_t>& path, const std::vector<LockHolder>& holders) {
    LockCycle cycle;
    cycle.exact = true;
    for (std::size_t i = 0; i < path.size(); ++i) {
      const Lock& lock = result_.locks[path[i]];
      // Whoever may hold lock i and waits for lock i+1.
      const LockHolder& holder = holders[i];
      cycle.locks.push_back(path[(i + 1) % path.size()]);
      const GroupFacts& facts = model_.group(holder.group);
      cycle.waiters.push_back(
          {holder.group, holder.record, caller_position(model_, facts), facts.op});
      bool others = false;
      for (const LockHolder& other : lock.holders) others = others || !other.waits;
      cycle.exact = cycle.exact && lock.exact && holder.exact && !others;
    }
    result_.cycles.push_back(std::move(cycle));
  }

  const Model& model_;
  Locks& result_;
  const LockOfRecord lock_of_;
};

}  // namespace

void find_cycles(const Model& model, Locks& locks) noexcept { CycleFinder(model, locks).find(); }

}  // namespace gowhy
