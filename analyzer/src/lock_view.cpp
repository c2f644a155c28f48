#include "lock_view.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "logged_stacks.h"
#include "sort_by.h"
#include "wording.h"

namespace gowhy {
namespace {

std::vector<std::uint32_t> callers_of(const Model& model, const Lock& lock) {
  std::vector<std::uint32_t> callers;
  std::uint32_t last = kNone;
  for (const LockWaiter& waiter : lock.waiters) {
    if (waiter.caller < 0 || waiter.group == last) continue;
    last = waiter.group;
    const GroupFacts& facts = model.group(waiter.group);
    callers.push_back(model.function_id(facts.frames[static_cast<std::size_t>(waiter.caller)]));
  }
  keep_distinct(callers);
  return callers;
}

bool by_place(const LockHolder& a, const LockHolder& b) noexcept {
  return a.group != b.group ? a.group < b.group : a.record < b.record;
}

constexpr std::string_view kLoggers[] = {
    "log",
    "log/slog",
    "log/syslog",
    "github.com/go-kit/kit/log",
    "github.com/go-kit/log",
    "github.com/golang/glog",
    "github.com/hashicorp/go-hclog",
    "github.com/rs/zerolog",
    "github.com/sirupsen/logrus",
    "go.uber.org/zap/zapcore",
    "golang.org/x/exp/slog",
    "gopkg.in/natefinch/lumberjack.v2",
    "k8s.io/klog",
    "k8s.io/klog/v2",
};

bool is_logger(const Model& model, const LockWaiter& waiter) {
  if (waiter.caller < 0) return false;
  const GroupFacts& facts = model.group(waiter.group);
  // Of the logger, or of what it was given: a Handler, a Writer.
  const auto at = static_cast<std::size_t>(waiter.caller);
  return is_logging_package(model.function(facts.frames[at]).package) ||
         (at + 1 < facts.frames.size() &&
          is_logging_package(model.function(facts.frames[at + 1]).package));
}

// Running, or made ready by Unlock and not yet scheduled.
bool runs(const Model& model, const GroupFacts& facts) {
  return facts.op == Operation::running || facts.op == Operation::runnable ||
         (model.is_profile() && facts.op == Operation::unknown && !facts.parked_on_channel);
}

bool is_logged(const Model& model, std::uint32_t group) {
  const std::vector<std::uint32_t>& logged = logged_stacks(model);
  return std::binary_search(logged.begin(), logged.end(), group);
}

// Linear in the groups and the waiters.
LockView view_of(const Model& model, const Lock& lock) {
  LockView view;
  view.lock = &lock;
  view.logger = !lock.waiters.empty() && is_logger(model, lock.waiters.front());
  bool known = false;
  for (const LockWaiter& waiter : lock.waiters) {
    view.groups.push_back(waiter.group);
    if (waiter.record == kNone) continue;
    known = true;
    view.oldest = std::max(view.oldest, model.dump().records[waiter.record].minutes);
  }
  keep_distinct(view.groups);
  view.young = known && model.has_minutes() && view.oldest < 0;
  view.callers = callers_of(model, lock);
  for (std::uint32_t group : users_of(model, view)) {
    if (runs(model, model.group(group)) && !is_logged(model, group)) view.runners.push_back(group);
  }
  view.moving = !view.runners.empty();
  for (const LockHolder& holder : lock.holders) {
    if (!holder.waits) {
      view.free.push_back(holder);
      continue;
    }
    if (holder.why != LockHolder::argument &&
        std::binary_search(view.groups.begin(), view.groups.end(), holder.group)) {
      view.self.push_back(holder);
    }
  }
  sort_stably(view.self, by_place);
  return view;
}

std::vector<LockView> find_views(const Model& model) {
  constexpr std::size_t kMostLocks = 64;
  std::vector<LockView> views;
  for (const Lock& lock : model.locks().locks) {
    if (views.size() == kMostLocks) break;
    views.push_back(view_of(model, lock));
  }
  return views;
}

}  // namespace

bool is_logging_package(std::string_view package) noexcept {
  return std::find(std::begin(kLoggers), std::end(kLoggers), package) != std::end(kLoggers);
}

const std::vector<LockView>& lock_views(const Model& model) noexcept {
  return model.once(find_views);
}

const LockHolder* own_hold(const LockView& view, const LockWaiter& waiter) noexcept {
  LockHolder wanted{waiter.group, waiter.record};
  const auto found = std::lower_bound(view.self.begin(), view.self.end(), wanted, by_place);
  if (found == view.self.end() || by_place(wanted, *found)) return nullptr;
  return &*found;
}

std::vector<std::uint32_t> users_of(const Model& model, const LockView& view) noexcept {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t id : view.callers) {
    for (const Hit& hit : model.find(model.dump().symbols.function_at(id).name)) {
      groups.push_back(hit.group);
    }
  }
  keep_distinct(groups);
  return groups;
}

std::uint32_t locked_frame(const Model& model, const LockView& view,
                           const GroupFacts& facts) noexcept {
  const auto& callers = view.callers;
  const auto found = std::find_if(facts.frames.begin(), facts.frames.end(), [&](auto frame) {
    return std::binary_search(callers.begin(), callers.end(), model.function_id(frame));
  });
  return found == facts.frames.end() ? kNone : *found;
}

std::string lock_words(const Model& model, const Lock& lock) {
  std::string words = lock_of_type(lock);
  if (!lock.type.empty() || lock.waiters.empty()) return words;
  return words + " that is taken in " + place(model, waiter_site(model, lock.waiters.front()));
}

std::string lock_of_type(const Lock& lock) {
  const std::string kind = lock.rw ? "read-write lock" : "lock";
  return lock.type.empty() ? "a " + kind : "the " + kind + " of " + code(short_name(lock.type));
}

std::uint32_t waiter_site(const Model& model, const LockWaiter& waiter) noexcept {
  const GroupFacts& facts = model.group(waiter.group);
  const std::uint32_t site = model.site_frame(facts);
  if (site != kNone) return site;
  return facts.frames[static_cast<std::size_t>(std::max(waiter.caller, 0))];
}

std::string waiter_places(const Model& model, const Lock& lock) {
  std::map<std::uint32_t, std::size_t> counts;
  for (const LockWaiter& waiter : lock.waiters) ++counts[waiter_site(model, waiter)];
  std::vector<std::pair<std::size_t, std::uint32_t>> order;
  for (const auto& [frame, count] : counts) order.emplace_back(count, frame);
  sort_stably(order, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> places;
  for (const auto& entry : order) places.push_back(place(model, entry.second));
  return list_of(places, 2);
}

std::int32_t minutes_of(const Model& model, const LockHolder& holder) noexcept {
  return holder.record == kNone ? -1 : model.dump().records[holder.record].minutes;
}

std::string holder_name(const Model& model, const LockHolder& holder) {
  if (holder.record == kNone || model.dump().records[holder.record].id == 0) return "1 goroutine";
  return "goroutine " + std::to_string(model.dump().records[holder.record].id);
}

std::uint32_t holder_frame(const Model& model, const LockHolder& holder) noexcept {
  const GroupFacts& facts = model.group(holder.group);
  if (holder.position < 0) return model.site_frame(facts);
  return facts.frames[static_cast<std::size_t>(holder.position)];
}

std::uint32_t standing_at(const Model& model, const LockHolder& holder) noexcept {
  const std::uint32_t site = model.site_frame(model.group(holder.group));
  return site != kNone ? site : holder_frame(model, holder);
}

}  // namespace gowhy
