#include "lock_crossings.h"

#include <algorithm>
#include <map>
#include <set>

#include "blocked_holders.h"
#include "sort_by.h"

namespace gowhy {
namespace {

// A group that waits for a lock inside a method, below which another method of the user's stands.
struct Nested {
  std::uint32_t group = 0;
  std::string_view waits_in;                    ///< type whose method calls Lock
  std::string_view holds_in;                    ///< type of the method further down
  std::uint32_t caller = kNone, below = kNone;  ///< frame ids
  int below_position = -1;
  bool far = false;  ///< another type's method stands between
};

class Finder {
 public:
  explicit Finder(const Model& model) : model_(model) { collect(); }

  std::vector<LockCrossing> find() {
    by_argument();
    if (found_.empty()) by_types();
    if (found_.empty()) by_method();
    return std::move(found_);
  }

 private:
  void collect() {
    nested_at_.assign(model_.groups().size(), kNone);
    for (const Lock& lock : model_.locks().locks) {
      for (const LockWaiter& waiter : lock.waiters) {
        if (!nested_.empty() && nested_.back().group == waiter.group) continue;
        add(waiter.group, waiter.caller);
      }
    }
    for (const GroupFacts& facts : model_.groups()) {
      if (is_lock_wait(facts.op) || is_idle_loop(model_, facts)) continue;
      for (std::uint32_t frame : facts.frames) {
        const std::string_view type = method_type(model_.function(frame));
        if (!type.empty() && is_of_program(frame)) busy_types_.insert(type);
      }
    }
  }

  void add(std::uint32_t group, int caller) {
    const GroupFacts& facts = model_.group(group);
    const std::uint32_t call = facts.frames[static_cast<std::size_t>(caller)];
    const std::string_view type = method_type(model_.function(call));
    if (type.empty() || !is_of_program(call)) return;
    Nested nested{group, type, {}, call, kNone, -1, false};
    std::size_t others = 0;
    for (std::size_t p = static_cast<std::size_t>(caller) + 1; p < facts.frames.size(); ++p) {
      const std::uint32_t frame = facts.frames[p];
      const std::string_view below = method_type(model_.function(frame));
      if (below.empty() || !is_of_program(frame) || model_.function(frame).closure_depth > 0)
        continue;
      if (model_.name(frame) == model_.name(call)) continue;
      if (below == nested.holds_in) continue;
      nested.holds_in = below;
      nested.below = frame;
      nested.below_position = static_cast<int>(p);
      nested.far = others > 0;
      std::uint32_t& first = nested_at_[group];
      if (first == kNone) first = static_cast<std::uint32_t>(nested_.size());
      nested_.push_back(nested);
      // A method may leave the Lock call to another one of its type, and call it through a helper
      // of a type without a lock: whoever called those comes next.
      if (below != type && (++others == kDeepest || nested_.size() > kMany)) return;
    }
  }

  // The user's own, or a library's: a store calls back while it has its lock.
  [[nodiscard]] bool is_of_program(std::uint32_t frame) const {
    return model_.own(frame) || model_.origin(frame) == Origin::module;
  }

  static constexpr std::size_t kDeepest = 3;  // other types below a waiting call
  static constexpr std::size_t kMany = 256;   // then only the first one of each is looked at

  [[nodiscard]] bool busy(std::string_view type) const { return busy_types_.count(type) != 0; }

  // `to.deposit()` inside `(*Account).Transfer(to)`: the lock waited for is the argument's, so the
  // method's own object is another one, and two such calls in opposite direction hold each other.
  void by_argument() {
    std::map<std::uint32_t, LockCrossing> by_group;
    std::map<std::uint32_t, std::set<std::uint64_t>> locks;
    for (const Lock& lock : model_.locks().locks) {
      if (lock.address == 0 || lock.owner == 0) continue;
      for (const LockWaiter& waiter : lock.waiters) {
        const Nested* nested = nested_of(waiter.group);
        if (nested == nullptr || nested->waits_in != nested->holds_in || waiter.record == kNone ||
            busy(nested->holds_in) || !is_argument(waiter.record, *nested, lock)) {
          continue;
        }
        LockCrossing& crossing = by_group[waiter.group];
        crossing.why = LockCrossing::argument;
        crossing.records.push_back(waiter.record);
        locks[waiter.group].insert(lock.address);
      }
    }
    for (auto& [group, crossing] : by_group) {
      if (locks[group].size() < 2) continue;
      crossing.groups = {group};
      crossing.goroutines = crossing.records.size();
      finish(crossing, {nested_of(group)});
    }
  }

  [[nodiscard]] bool is_argument(std::uint32_t record, const Nested& nested,
                                 const Lock& lock) const {
    bool found = false;
    for (const Arg& arg : model_.args(record)) {
      if (static_cast<int>(arg.frame()) != nested.below_position) continue;
      const bool of_lock = arg.address() <= lock.address && lock.address - arg.address() < 1024;
      if (arg.slot() == 0 && of_lock && !arg.stale()) return false;  // its own object: no crossing
      if (arg.slot() > 0 && of_lock && !arg.stale()) found = true;
    }
    return found;
  }

  [[nodiscard]] const Nested* nested_of(std::uint32_t group) const {
    const std::uint32_t at = nested_at_[group];
    return at == kNone ? nullptr : &nested_[at];
  }

  // A waits in type 1 below type 2, B in type 2 below type 1; or round over up to five types.
  void by_types() {
    for (std::size_t i = 0; i < nested_.size() && found_.size() < 4; ++i) {
      if (nested_[i].waits_in == nested_[i].holds_in) continue;
      std::vector<const Nested*> path{&nested_[i]};
      if (close(path)) keep_types(path);
    }
  }

  bool close(std::vector<const Nested*>& path) {
    const Nested& last = *path.back();
    if (busy(last.waits_in) || busy(last.holds_in)) return false;
    for (const Nested& next : nested_) {
      // Whoever holds what the last one waits for.
      if (next.holds_in != last.waits_in || next.waits_in == next.holds_in) continue;
      if (&next == path.front()) return path.size() >= 2;
      if (&next < path.front() || path.size() >= 5) continue;
      if (std::find(path.begin(), path.end(), &next) != path.end()) continue;
      path.push_back(&next);
      if (close(path)) return true;
      path.pop_back();
    }
    return false;
  }

  void keep_types(const std::vector<const Nested*>& path) {
    LockCrossing crossing;
    crossing.why = LockCrossing::types;
    for (const Nested* nested : path) {
      crossing.groups.push_back(nested->group);
      const auto records = model_.group(nested->group).records;
      crossing.records.insert(crossing.records.end(), records.begin(), records.end());
      crossing.goroutines += model_.group(nested->group).count;
    }
    finish(crossing, path);
  }

  // Profiles: one goroutine in a method of the type below another would wait for itself, two to
  // five for each other. More are as many objects that each wait for themselves.
  void by_method() {
    if (!model_.is_profile()) return;
    for (const Nested& nested : nested_) {
      const GroupFacts& facts = model_.group(nested.group);
      if (nested.waits_in != nested.holds_in || facts.count < 2 || facts.count > 5) continue;
      if (nested.far || busy(nested.waits_in)) continue;
      // Readers do not shut each other out: below a reader it is a writer who stands between.
      if (facts.op == Operation::rlock) continue;
      LockCrossing crossing;
      crossing.why = LockCrossing::method;
      crossing.groups = {nested.group};
      crossing.goroutines = facts.count;
      finish(crossing, {&nested});
    }
  }

  void finish(LockCrossing& crossing, const std::vector<const Nested*>& path) {
    std::set<std::string_view> types;
    for (const Nested* nested : path) {
      crossing.callers.push_back(nested->caller);
      crossing.below.push_back(nested->below);
      types.insert(nested->waits_in);
      types.insert(nested->holds_in);
    }
    for (const Lock& lock : model_.locks().locks) {
      if (types.count(lock.type) == 0) continue;
      for (const LockWaiter& waiter : lock.waiters) crossing.victims.push_back(waiter.group);
    }
    keep_distinct(crossing.victims);
    found_.push_back(std::move(crossing));
  }

  const Model& model_;
  std::vector<Nested> nested_;
  std::vector<std::uint32_t> nested_at_;  // by group index, the first of its group in nested_
  std::set<std::string_view> busy_types_;
  std::vector<LockCrossing> found_;
};

}  // namespace

std::vector<LockCrossing> lock_crossings(const Model& model) noexcept {
  if (!model.locks().cycles.empty()) return {};
  return Finder(model).find();
}

}  // namespace gowhy
