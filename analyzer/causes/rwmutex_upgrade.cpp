// (*RWMutex).Lock first takes the writers' mutex and then waits until all readers have left
// (sync/rwmutex.go, Lock: "Wait for active readers"). A goroutine that holds the read lock and
// calls Lock waits for itself. From Go 1.20 the state says which of the two it waits for, before
// that the frames: a wait for another writer goes through (*Mutex).lockSlow.
//
// The stack of an ordinary writer may look the same if the method below has given its lock back. A
// reader that is at work elsewhere, with the same object, explains the wait: then this is silent.
//
// Pointers do not connect the two where the lock lies in another object, as with an embedded
// pointer. Then the queue does: readers wait only behind a writer, so if they stand at the RLock of
// a function that the one waiting writer has passed further down its stack, it is a reader itself.
#include <algorithm>

#include "finding.h"
#include "lock_view.h"
#include "sort_by.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

bool is_writer(Operation op) { return op == Operation::wlock_readers || op == Operation::wlock; }

// Those who wait at the RLock of one function.
struct Readers {
  std::uint32_t call = kNone;  ///< frame id of the first of them
  std::uint64_t count = 0;
  std::vector<std::uint32_t> groups;
};

// By the function whose RLock they wait at.
class ReadersByFunction {
 public:
  explicit ReadersByFunction(const Model& model)
      : model_(model), places_(model.dump().symbols.function_count(), kNone) {
    for (const LockView& view : lock_views(model)) {
      for (const LockWaiter& waiter : view.lock->waiters) {
        if (waiter.op == Operation::rlock && waiter.caller >= 0) add(waiter);
      }
    }
  }

  /// Of the function that stands in `frame`; nobody where none wait.
  [[nodiscard]] const Readers& in(std::uint32_t frame) const {
    const std::uint32_t place = places_[model_.function_id(frame)];
    return place == kNone ? nobody_ : all_[place];
  }

 private:
  void add(const LockWaiter& waiter) {
    const GroupFacts& facts = model_.group(waiter.group);
    const std::uint32_t call = facts.frames[static_cast<std::size_t>(waiter.caller)];
    std::uint32_t& place = places_[model_.function_id(call)];
    if (place == kNone) {
      place = static_cast<std::uint32_t>(all_.size());
      all_.push_back({call, 0, {}});
    }
    Readers& readers = all_[place];
    readers.count += waiter.record == kNone ? facts.count : 1;
    readers.groups.push_back(waiter.group);
  }

  const Model& model_;
  std::vector<std::uint32_t> places_;  // by function id, in all_
  std::vector<Readers> all_;
  Readers nobody_;
};

// Somebody who does not wait for a lock is in a method of one of the types, and may be the reader.
bool is_used(const Model& model, std::string_view one, std::string_view other) {
  for (const GroupFacts& facts : model.groups()) {
    if (is_lock_wait(facts.op)) continue;
    for (std::uint32_t frame : facts.frames) {
      const std::string_view type = method_type(model.function(frame));
      if (!type.empty() && (type == one || type == other)) return true;
    }
  }
  return false;
}

void report(const Model& model, const LockView& view, const LockWaiter& writer,
            const LockHolder& hold, const Readers& readers, Findings& out) {
  const Lock& lock = *view.lock;
  const GroupFacts& facts = model.group(writer.group);
  const std::string above = place(model, facts.frames[static_cast<std::size_t>(writer.caller)]);
  const std::string below = place(model, holder_frame(model, hold));
  const bool exact = hold.why == LockHolder::receiver && hold.exact;
  const std::uint64_t behind = std::max(lock.count - 1, readers.count);
  Finding finding("rwmutex_upgrade");
  finding.confidence =
      exact && (view.oldest >= kOldMinutes || behind >= 2 || model.snapshot().crash)
          ? Confidence::likely
          : Confidence::possible;
  if (behind >= 2 && hold.why == LockHolder::type && !may_change_hands(model)) {
    finding.confidence = Confidence::likely;
  }
  // An object may have several locks, and who else holds this one is not in an excerpt.
  if (model.fragment()) finding.confidence = Confidence::possible;
  finding.groups = {writer.group};
  if (writer.record != kNone) finding.records = {writer.record};
  if (writer.record == kNone) finding.goroutines = 1;
  finding.victim_groups = view.groups;
  finding.victim_groups.insert(finding.victim_groups.end(), readers.groups.begin(),
                               readers.groups.end());
  keep_distinct(finding.victim_groups);
  std::string who = holder_name(model, hold);
  if (who[0] == 'g') who[0] = 'G';
  finding.summary = who + " waits in " + above + " for all readers of " + lock_words(model, lock) +
                    " to leave, and seems to be one of them itself: it took the read lock in " +
                    below;
  if (behind > 0) {
    finding.summary += "; " + count_of(behind, "other goroutine") +
                       (behind == 1 ? " waits" : " wait") + " behind it";
  }
  finding.summary += oldest_for(view.oldest, view.lock->count) + ".";
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports("1 writer waits for readers and not for another writer");
  finding.supports(
      hold.why == LockHolder::receiver
          ? hex(lock.owner) + " is the receiver of both " + below + " and " + above
      : readers.count > 0
          ? number(readers.count) + " wait for the read lock in " + place(model, readers.call) +
                ", behind a writer: this one, which has passed that place in " + below
          : "1 stack has two methods of " + code(lock.type) + ": " + below + " called " + above);
  finding.supports("No other goroutines that could hold the read lock are at work");
  finding.against("Go does not print who holds a read lock: that " + below +
                  " still had it when it made the call is read from the stack");
  finding.next = "Read " + below +
                 ": is the call made between `RLock` and `RUnlock`, or before a "
                 "deferred `RUnlock`?";
  finding.restart = "A restart helps until the same call is made again.";
  out.push_back(std::move(finding));
}

void detect_by_queue(const Model& model, Findings& out) {
  const ReadersByFunction waiting(model);
  for (const LockView& view : lock_views(model)) {
    if (view.moving || view.young) continue;
    for (const LockWaiter& writer : view.lock->waiters) {
      const GroupFacts& facts = model.group(writer.group);
      if (!is_writer(writer.op) || facts.count != 1) continue;
      for (auto p = static_cast<std::size_t>(writer.caller) + 1; p < facts.frames.size(); ++p) {
        const Readers& readers = waiting.in(facts.frames[p]);
        if (readers.count == 0) continue;
        const std::string_view type = method_type(model.function(facts.frames[p]));
        if (type.empty() || is_used(model, view.lock->type, type)) return;
        report(model, view, writer,
               {writer.group, writer.record, static_cast<int>(p), LockHolder::type, false, true},
               readers, out);
        return;
      }
    }
  }
}

}  // namespace

void detect_rwmutex_upgrade(const Model& model, Findings& out) noexcept {
  const std::size_t before = out.size();
  for (const LockView& view : lock_views(model)) {
    if (!view.lock->rw || view.moving || view.young) continue;
    const bool reader_at_work =
        std::any_of(view.free.begin(), view.free.end(),
                    [](const LockHolder& h) { return h.why != LockHolder::argument; });
    if (reader_at_work) continue;
    for (const LockWaiter& waiter : view.lock->waiters) {
      if (!is_writer(waiter.op)) continue;
      const LockHolder* hold = own_hold(view, waiter);
      if (hold == nullptr) continue;
      report(model, view, waiter, *hold, {}, out);
      break;
    }
  }
  if (out.size() == before) detect_by_queue(model, out);
}

}  // namespace gowhy::cause
