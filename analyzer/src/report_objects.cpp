#include "report_objects.h"

#include <algorithm>

#include "locks.h"
#include "objects.h"
#include "wording.h"

namespace gowhy {
namespace {

constexpr std::size_t kMostObjects = 1000;
constexpr std::size_t kMostHolders = 20;

Json address_json(std::uint64_t address) {
  return address == 0 ? Json(nullptr) : Json(hex(address));
}

Json lock_json(const Model& model, const Lock& lock, std::size_t id) {
  Json holders = Json::array();
  for (const LockHolder& holder : lock.holders) {
    // Without pointers every goroutine in a method of the type is a suspect: that says nothing.
    if (holder.why == LockHolder::type || holder.record == kNone) continue;
    const Json goroutine = id_or_null(model.dump().records[holder.record].id);
    if (goroutine.is_null()) continue;
    const bool likely = holder.why == LockHolder::receiver && holder.exact && !holder.waits;
    holders.push_back({{"goroutine", goroutine}, {"confidence", likely ? "likely" : "possible"}});
    if (holders.size() == kMostHolders) break;
  }
  std::vector<std::uint32_t> waiters;
  for (const LockWaiter& waiter : lock.waiters) {
    if (waiter.record != kNone) waiters.push_back(waiter.record);
  }
  return {{"id", id},
          {"kind", lock.rw ? "rwmutex" : "mutex"},
          {"address", address_json(lock.address != 0 ? lock.address : lock.owner)},
          {"exact", lock.exact},
          {"holders", holders},
          {"waiters", ids_json(model.dump(), waiters)}};
}

Json cycle_json(const Model& model, const LockCycle& cycle) {
  Json goroutines = Json::array();
  for (const LockWaiter& waiter : cycle.waiters) {
    const Json id = id_or_null(model.dump().records[waiter.record].id);
    if (!id.is_null()) goroutines.push_back(id);
  }
  return {{"goroutines", goroutines},
          {"objects", cycle.locks},
          {"confidence", cycle.exact ? "certain" : "likely"}};
}

}  // namespace

Json objects_json(const Model& model) {
  Json objects = Json::array(), cycles = Json::array();
  for (const Lock& lock : model.locks().locks) {
    if (objects.size() == kMostObjects) break;
    objects.push_back(lock_json(model, lock, objects.size()));
  }
  for (const WaitedObject& object : waited_objects(model)) {
    if (objects.size() == kMostObjects) break;
    objects.push_back({{"id", objects.size()},
                       {"kind", object_word(object.kind)},
                       {"address", address_json(object.address)},
                       {"exact", object.exact},
                       {"holders", Json::array()},
                       {"waiters", ids_json(model.dump(), object.waiters)}});
  }
  for (const LockCycle& cycle : model.locks().cycles) {
    const bool listed = std::all_of(cycle.locks.begin(), cycle.locks.end(),
                                    [](std::uint32_t lock) { return lock < kMostObjects; });
    const Json json = cycle_json(model, cycle);
    if (listed && !json["goroutines"].empty()) cycles.push_back(json);
  }
  return {{"objects", objects}, {"cycles", cycles}};
}

}  // namespace gowhy
