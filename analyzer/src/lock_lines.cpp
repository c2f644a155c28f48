#include "lock_lines.h"

#include <algorithm>

#include "blocked_holders.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

constexpr std::size_t kEnough = 16;  // waiters of one lock whose lines are compared

// Who waits for goroutines that it has started may have handed them the object, and no lock.
bool anybody_free(const Model& model, const LockView& view) {
  return view.moving ||
         std::any_of(view.free.begin(), view.free.end(), [&](const LockHolder& holder) {
           return holder.why != LockHolder::argument && !merely_idles(model, holder) &&
                  model.group(holder.group).op != Operation::waitgroup;
         });
}

bool is_settled(const Model& model, const LockView& view) {
  return view.oldest >= kOldMinutes || stands_still(model);
}

class Lines {
 public:
  explicit Lines(const Model& model) : model_(model) {}

  std::vector<LockLine> find() {
    const std::vector<LockView>& views = lock_views(model_);
    for (const LockView& held : views) {
      if (held.lock->address == 0 || !is_settled(model_, held) || anybody_free(model_, held)) {
        continue;
      }
      for (const LockView& wanted : views) {
        if (&wanted == &held || wanted.lock->address == 0 || !is_settled(model_, wanted)) continue;
        LockLine line;
        line.held = &held;
        line.wanted = &wanted;
        if (find_holder(line) && !anybody_free(model_, wanted)) {
          found_.push_back(line);
          break;
        }
      }
    }
    return std::move(found_);
  }

 private:
  // Somebody who waits for `wanted` further on in a function in which others wait for `held`.
  bool find_holder(LockLine& line) const {
    const auto& waiters = line.wanted->lock->waiters;
    for (std::size_t i = 0; i < waiters.size() && i < kEnough; ++i) {
      const LockWaiter& waiter = waiters[i];
      if (waiter.record == kNone || waiter.caller < 0) continue;
      const auto frames = model_.group(waiter.group).frames;
      for (auto p = static_cast<std::size_t>(waiter.caller); p < frames.size(); ++p) {
        const auto& callers = line.held->callers;
        if (!std::binary_search(callers.begin(), callers.end(), model_.function_id(frames[p]))) {
          continue;
        }
        if (!passed_by(line, waiter, p)) continue;
        line.holder = waiter;
        line.at = frames[p];
        return true;
      }
    }
    return false;
  }

  // Others wait at an earlier line of the function that stands at `position`.
  bool passed_by(LockLine& line, const LockWaiter& holder, std::size_t position) const {
    const std::uint32_t at = model_.group(holder.group).frames[position];
    const auto& waiters = line.held->lock->waiters;
    for (std::size_t i = 0; i < waiters.size() && i < kEnough; ++i) {
      const LockWaiter& waiter = waiters[i];
      if (waiter.caller < 0 || waiter.record == kNone) continue;
      const std::uint32_t frame =
          model_.group(waiter.group).frames[static_cast<std::size_t>(waiter.caller)];
      if (!is_past(model_, at, frame)) continue;
      bool exact = false, also = false;
      const std::uint64_t object =
          model_.receiver(holder.record, static_cast<int>(position), &exact);
      const std::uint64_t other = model_.receiver(waiter.record, waiter.caller, &also);
      if (exact && also && object != other) continue;
      line.passed = frame;
      line.exact = exact && also && object != 0;
      return true;
    }
    return false;
  }

  const Model& model_;
  std::vector<LockLine> found_;
};

std::vector<LockLine> find_lines(const Model& model) { return Lines(model).find(); }

}  // namespace

const std::vector<LockLine>& lock_lines(const Model& model) noexcept {
  return model.once(find_lines);
}

}  // namespace gowhy
