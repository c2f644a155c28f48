#include "lock_view.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "wording.h"

namespace gowhy {
namespace {

std::uint32_t function_id(const Model& model, std::uint32_t frame) noexcept {
  return model.dump().symbols.frame_at(frame).function;
}

std::vector<std::uint32_t> callers_of(const Model& model, const Lock& lock) {
  std::vector<std::uint32_t> callers;
  for (const LockWaiter& waiter : lock.waiters) {
    const GroupFacts& facts = model.group(waiter.group);
    if (waiter.caller < 0) continue;
    const std::uint32_t id =
        function_id(model, facts.frames[static_cast<std::size_t>(waiter.caller)]);
    if (std::find(callers.begin(), callers.end(), id) == callers.end()) callers.push_back(id);
  }
  return callers;
}

constexpr std::string_view kLoggers[] = {
    "log",
    "log/slog",
    "github.com/go-kit/kit/log",
    "github.com/go-kit/log",
    "github.com/golang/glog",
    "github.com/hashicorp/go-hclog",
    "github.com/rs/zerolog",
    "github.com/sirupsen/logrus",
    "go.uber.org/zap/zapcore",
    "gopkg.in/natefinch/lumberjack.v2",
    "k8s.io/klog",
    "k8s.io/klog/v2",
};

bool is_logger(const Model& model, const LockWaiter& waiter) {
  if (waiter.caller < 0) return false;
  const GroupFacts& facts = model.group(waiter.group);
  const std::uint32_t frame = facts.frames[static_cast<std::size_t>(waiter.caller)];
  const std::string_view package = model.function(frame).package;
  return std::find(std::begin(kLoggers), std::end(kLoggers), package) != std::end(kLoggers);
}

// Running, or made ready by Unlock and not yet scheduled: it stands at the lock or behind it.
bool runs_there(const Model& model, const std::vector<std::uint32_t>& callers,
                const GroupFacts& facts) {
  const bool runs =
      facts.op == Operation::running || facts.op == Operation::runnable ||
      (model.is_profile() && facts.op == Operation::unknown && !facts.parked_on_channel);
  if (!runs) return false;
  for (std::uint32_t frame : facts.frames) {
    if (std::find(callers.begin(), callers.end(), function_id(model, frame)) != callers.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace

LockView view_of(const Model& model, const Lock& lock) noexcept {
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
  std::sort(view.groups.begin(), view.groups.end());
  view.groups.erase(std::unique(view.groups.begin(), view.groups.end()), view.groups.end());
  view.young = known && model.has_minutes() && view.oldest < 0;
  const std::vector<std::uint32_t> callers = callers_of(model, lock);
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    if (!runs_there(model, callers, model.group(g))) continue;
    view.moving = true;
    view.runners.push_back(g);
  }
  for (const LockHolder& holder : lock.holders) {
    if (!holder.waits) {
      view.free.push_back(holder);
      continue;
    }
    if (std::binary_search(view.groups.begin(), view.groups.end(), holder.group)) {
      view.waits_for_itself = true;
    }
  }
  return view;
}

bool in_locked_function(const Model& model, const LockView& view,
                        const GroupFacts& facts) noexcept {
  const std::vector<std::uint32_t> callers = callers_of(model, *view.lock);
  for (std::uint32_t frame : facts.frames) {
    if (std::find(callers.begin(), callers.end(), function_id(model, frame)) != callers.end()) {
      return true;
    }
  }
  return false;
}

std::string lock_words(const Model& model, const Lock& lock) {
  const std::string kind = lock.rw ? "the read-write lock" : "the lock";
  if (!lock.type.empty()) return kind + " of " + code(short_name(lock.type));
  if (lock.waiters.empty()) return kind;
  return kind + " taken in " + place(model, waiter_site(model, lock.waiters.front()));
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
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
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

}  // namespace gowhy
