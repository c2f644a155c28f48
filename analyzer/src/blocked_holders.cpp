#include "blocked_holders.h"

#include <algorithm>
#include <map>

#include "channel_peers.h"
#include "crowds.h"
#include "lock_lines.h"
#include "lock_owners.h"
#include "partners.h"
#include "stack_facts.h"
#include "unprinted_holders.h"
#include "wait_workers.h"

namespace gowhy {
namespace {

constexpr std::uint64_t kIdCache = 16;  // ids that a P takes at once (runtime, _GoidCacheBatch)
constexpr std::uint64_t kQueue = 5;     // waiters at a lock that hardly gather by chance

bool own_entry(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const Origin origin = model.origin(facts.frames[i]);
    if (origin != Origin::runtime) return origin == Origin::main;
  }
  return false;
}

bool at_entry(const Model& model, const GroupFacts& facts) noexcept {
  return facts.site >= 0 && model.name(model.site_frame(facts)) == facts.own_entry;
}

// Something that a lock should not be held across.
bool waits_elsewhere(const GroupFacts& facts) noexcept {
  if (facts.parked_on_channel) return true;
  switch (facts.op) {
    case Operation::chan_send:
    case Operation::chan_receive:
    case Operation::select:
    case Operation::select_none:
    case Operation::waitgroup:
    case Operation::sleep:
    case Operation::io_read:
    case Operation::io_write:
    case Operation::io_connect:
    case Operation::io_wait:
    case Operation::syscall:
      return true;
    default:
      return false;
  }
}

// Whether a method of the type that locks has the owner as its receiver. Else the owner is only the
// nearest pointer before the lock, which may be a neighbour on the heap that many were given.
bool is_object(const Model& model, const Lock& lock) {
  constexpr std::size_t kEnough = 64;
  if (lock.type.empty()) return true;
  std::size_t looked = 0;
  for (const LockWaiter& waiter : lock.waiters) {
    if (++looked > kEnough) break;
    if (waiter.record != kNone && model.receiver(waiter.record, waiter.caller) == lock.owner) {
      return true;
    }
  }
  return std::any_of(lock.holders.begin(), lock.holders.end(), [&](const LockHolder& holder) {
    return holder.why == LockHolder::receiver &&
           method_type(model.function(holder_frame(model, holder))) == lock.type;
  });
}

int strength(const Model& model, const LockView& view, const LockHolder& holder) {
  const GroupFacts& facts = model.group(holder.group);
  if (holder.why == LockHolder::argument && !in_locked_function(model, view, facts) &&
      !is_object(model, *view.lock)) {
    return 0;
  }
  int points = holder.why == LockHolder::receiver ? 4 : holder.why == LockHolder::type ? 2 : 1;
  if (holder.exact) points += 1;
  if (in_locked_function(model, view, facts)) points += 4;
  if (merely_idles(model, holder)) points -= waits_as_long(model, view, holder) ? 3 : 8;
  return points;
}

// By group: how many could hold a lock that only one can have. Where several stand at one line,
// that is hardly the line of the one.
std::map<std::uint32_t, std::size_t> rivals_in(const LockView& view) {
  std::map<std::uint32_t, std::size_t> rivals;
  if (view.lock->rw) return rivals;
  for (const LockHolder& holder : view.free) ++rivals[holder.group];
  return rivals;
}

std::uint64_t id_of(const Model& model, const LockHolder& holder) {
  return holder.record == kNone ? 0 : model.dump().records[holder.record].id;
}

// Cond.Wait gives back the lock of the Cond alone (sync/cond.go): what a function below has locked
// stays so.
bool waits_below_cond(const Model& model, const LockView& view, const LockHolder& holder) {
  const GroupFacts& facts = model.group(holder.group);
  if (facts.op != Operation::cond || facts.site < 0 || view.oldest < kOldMinutes ||
      minutes_of(model, holder) < kOldMinutes) {
    return false;
  }
  if (holder.position > facts.top && in_locked_function(model, view, facts)) return true;
  // Who has the very object and waits in a function that is no queue's.
  return holder.why == LockHolder::receiver && holder.exact &&
         !named_as_taker(model.function(model.site_frame(facts)));
}

// Of equal ones the first by id: the order of the text says nothing.
const LockHolder* best_holder(const Model& model, const LockView& view) {
  const std::map<std::uint32_t, std::size_t> rivals = rivals_in(view);
  const LockHolder* best = nullptr;
  int most = 0;
  for (const LockHolder& holder : view.free) {
    const GroupFacts& facts = model.group(holder.group);
    if (!waits_elsewhere(facts) && !waits_below_cond(model, view, holder)) {
      // It runs (a profile has no word for that): nobody is stuck behind it.
      const bool runs = facts.op == Operation::running || facts.op == Operation::runnable ||
                        (facts.op == Operation::unknown && model.is_profile());
      if (runs && in_locked_function(model, view, facts)) return nullptr;
      continue;
    }
    const auto others = rivals.find(holder.group);
    const bool several = others != rivals.end() && others->second > 1;
    const int points = strength(model, view, holder) - (several ? 8 : 0);
    const bool earlier = best != nullptr && id_of(model, holder) < id_of(model, *best);
    if (points > most || (points == most && earlier)) {
      most = points;
      best = &holder;
    }
  }
  return best;
}

// All of them run a method of the lock's type whose receiver is printed and is not the lock's
// object: they serve the channels of other objects.
bool all_of_other_objects(const Model& model, const Lock& lock, const GroupFacts& facts) {
  for (std::uint32_t record : facts.records) {
    const std::uint64_t object = object_on_stack(model, record, lock.type);
    if (object == 0 || object == lock.owner) return false;
  }
  return lock.owner != 0 && !lock.type.empty() && !facts.records.empty();
}

// The other side of the channel is alive and needs no lock.
bool is_served(const Model& model, const Lock& lock, const LockHolder& holder) {
  const GroupFacts& facts = model.group(holder.group);
  if (!is_channel(facts.op) || facts.site != facts.top) return false;
  Crowd crowd;
  crowd.op = facts.op;
  crowd.site = model.site_frame(facts);
  crowd.created_by = facts.created_by;
  crowd.handler = !own_entry(model, facts);
  crowd.groups.push_back(holder.group);
  crowd.count = 1;
  for (std::uint32_t server : partners_of(model, crowd).servers) {
    const Operation op = model.group(server).op;
    if (holder.why == LockHolder::receiver &&
        all_of_other_objects(model, lock, model.group(server))) {
      continue;
    }
    if (!is_lock_wait(op) && op != Operation::chan_receive && op != Operation::select) return true;
  }
  return false;
}

bool children_wait_for_io(const Model& model, const LockHolder& holder) {
  const WaitingCall* const call = waiting_call_of(model, holder.group);
  return call != nullptr && !call->children.empty() &&
         std::all_of(call->children.begin(), call->children.end(),
                     [&](std::uint32_t child) { return waits_for_io(model.group(child)); });
}

std::uint64_t older_waiters(const Model& model, const BlockedHolder& one) {
  const WaitingCall* const call = waiting_call_of(model, one.holder.group);
  if (one.holder.record == kNone || call == nullptr) return 0;
  const std::uint64_t holder = model.dump().records[one.holder.record].id;
  std::uint64_t first = 0;
  for (std::uint32_t child : call->children) {
    for (std::uint32_t record : model.group(child).records) {
      const Record& started = model.dump().records[record];
      if (started.creator == holder && (first == 0 || started.id < first)) first = started.id;
    }
  }
  std::uint64_t older = 0;
  for (const LockWaiter& waiter : one.view->lock->waiters) {
    older += waiter.record != kNone && model.dump().records[waiter.record].id + kIdCache < first;
  }
  return older * 2 > one.view->lock->count ? older : 0;
}

// Pipes, sockets and terminals refuse to be synced, read or written at an offset (EINVAL, ESPIPE):
// what waits there waits for a disk, which takes milliseconds and not for ever.
bool waits_for_disk(const Model& model, const GroupFacts& facts) {
  return facts.op == Operation::syscall &&
         model.has(facts, {"os.(*File).Sync", "os.(*File).ReadAt", "os.(*File).WriteAt"});
}

// A library's lock, and one of its calls waits to receive: for an answer that comes in a moment,
// with the lock given back before, or as long as its client lives.
bool is_librarys_affair(const Model& model, const BlockedHolder& one) {
  const GroupFacts& facts = model.group(one.holder.group);
  return facts.op == Operation::chan_receive && facts.site != facts.top &&
         model.origin(holder_frame(model, one.holder)) == Origin::module &&
         (one.view->lock->count < kQueue || one.view->oldest < 1);
}

void judge(const Model& model, BlockedHolder& one) {
  const GroupFacts& facts = model.group(one.holder.group);
  // A profile prints no locks: of many at once in the locked function each has one of its own.
  const std::uint64_t holders = model.is_profile() && !one.view->lock->rw ? facts.count : 1;
  const std::uint64_t waiters = one.view->lock->count / holders;
  const std::int32_t oldest = std::max(one.view->oldest, minutes_of(model, one.holder));
  one.io = waits_for_io(facts) || children_wait_for_io(model, one.holder);
  // In an excerpt whoever has the lock's object is one of those who could hold it, no more.
  const bool sure = in_locked_function(model, *one.view, facts) ||
                    (one.holder.why == LockHolder::receiver && !model.fragment() &&
                     !merely_idles(model, one.holder));
  one.served = is_served(model, *one.view->lock, one.holder);
  one.older = older_waiters(model, one);
  if (oldest >= kOldMinutes) {
    one.confidence = sure ? Confidence::likely : Confidence::possible;
    return;
  }
  one.busy = one.view->young || one.served || facts.op == Operation::sleep ||
             (!stands_still(model) &&
              (is_librarys_affair(model, one) || one.older > 0 ||
               (oldest < 1 && (waits_for_disk(model, facts) ||
                               (one.io && waiters < kQueue && !model.fragment())))));
  // The network and the disk answer late more often than never, and a burst queues at any lock in
  // that second. Without minutes (the runtime stamps a wait at a collection, one of which is forced
  // every two minutes) slow and stuck are the same text, however long the queue is.
  const bool queue = waiters >= 2 || !one.peers.empty();
  // A profile does not print whom it waits for: they may wait for the network themselves.
  const bool hidden = model.is_profile() && facts.op == Operation::waitgroup;
  if (sure && queue && ((!one.io && !hidden) || stands_still(model))) {
    one.confidence = Confidence::likely;
  }
}

bool has_parent(const Model& model, const LockView& view, BlockedHolder& one) {
  const std::uint32_t parent = waits_for_waiters(model, view);
  if (parent == kNone) return false;
  const GroupFacts& facts = model.group(parent);
  one.view = &view;
  one.holder = {parent, facts.records.empty() ? kNone : facts.records.front(), facts.site};
  const WaitingCall* const call = waiting_call_of(model, parent);
  if (call != nullptr) one.children = call->child_count;
  one.busy = view.young;
  return true;
}

// Nobody has the object by its printed pointers, but a goroutine is in a method of its type whose
// receiver is not printed any more, and waits at the channel of a loop that waits for the lock.
// Which loop alone could receive is the same for all who send: the first of them asks.
bool has_asker(const Model& model, const LockView& view, BlockedHolder& one) {
  const std::vector<LockHolder> holders = unprinted_holders(model, view);
  const LockHolder* sender = nullptr;
  for (const LockHolder& holder : holders) {
    one.holder = holder;
    add_peers(model, view, one);
    if (!one.peers.empty()) break;
    if (sender == nullptr && model.group(holder.group).op == Operation::chan_send) sender = &holder;
  }
  if (one.peers.empty() && sender != nullptr) {
    one.holder = *sender;
    add_only_loop(model, view, one);
  }
  if (one.peers.empty()) return false;
  one.view = &view;
  judge(model, one);
  return true;
}

// It waits for its places with nothing in its hands (golang.org/x/sync/semaphore/semaphore.go,
// Weighted.Acquire).
bool is_of_semaphore(const LockView& view) noexcept {
  return view.lock->type == "golang.org/x/sync/semaphore.(*Weighted)";
}

// Somebody who waits for another lock has it, and both are in a finding of their own.
bool is_on_a_line(const Model& model, const LockView& view) {
  const std::vector<LockLine>& lines = lock_lines(model);
  return std::any_of(lines.begin(), lines.end(), [&](const LockLine& line) {
    return line.held == &view || line.wanted == &view;
  });
}

std::vector<BlockedHolder> find_blocked_holders(const Model& model) {
  std::vector<BlockedHolder> found;
  for (const LockView& view : lock_views(model)) {
    if (view.moving || is_of_semaphore(view) || is_on_a_line(model, view)) continue;
    BlockedHolder one;
    if (view.free.empty()) {
      if (view.logger) continue;
      if (has_parent(model, view, one) || has_asker(model, view, one)) {
        found.push_back(std::move(one));
      }
      continue;
    }
    const LockHolder* best = best_holder(model, view);
    // Of a log whoever writes is a cause of its own; one may as well wait for the log's own loop.
    if (best == nullptr ||
        (view.logger && model.group(best->group).op != Operation::chan_receive)) {
      continue;
    }
    one.view = &view;
    one.holder = *best;
    add_peers(model, view, one);
    add_only_loop(model, view, one);
    judge(model, one);
    found.push_back(std::move(one));
  }
  return found;
}

}  // namespace

bool is_idle_loop(const Model& model, const GroupFacts& facts) noexcept {
  const bool waits_for_work = facts.op == Operation::chan_receive ||
                              facts.op == Operation::select || facts.op == Operation::select_none ||
                              facts.op == Operation::sleep || facts.parked_on_channel;
  return waits_for_work && own_entry(model, facts) && at_entry(model, facts);
}

bool merely_idles(const Model& model, const LockHolder& holder) noexcept {
  const GroupFacts& facts = model.group(holder.group);
  const bool in_call =
      holder.why == LockHolder::receiver && holder.exact && holder.position < facts.site;
  return is_idle_loop(model, facts) && !in_call;
}

bool waits_as_long(const Model& model, const LockView& view, const LockHolder& holder) noexcept {
  const GroupFacts& facts = model.group(holder.group);
  const bool has_object = holder.why == LockHolder::receiver && holder.exact && !holder.waits;
  // Where no minutes are printed, a queue behind the lock says that it has lasted.
  const bool lasts = view.oldest >= 1 || view.lock->count >= kQueue;
  if (!has_object || facts.op != Operation::chan_receive || !lasts ||
      minutes_of(model, holder) < view.oldest) {
    return false;
  }
  return ends_something(model.function(model.site_frame(facts)));
}

bool waits_for_io(const GroupFacts& facts) noexcept {
  return is_io(facts.op) || facts.op == Operation::syscall ||
         (facts.op == Operation::select && facts.site != facts.top);
}

std::uint32_t waits_for_waiters(const Model& model, const LockView& view) noexcept {
  if (!view.lock->holders.empty()) return kNone;
  std::uint32_t found = kNone;
  for (const WaitingCall& call : waiting_calls(model)) {
    if (call.children.empty()) continue;
    const bool all = std::all_of(call.children.begin(), call.children.end(), [&](std::uint32_t g) {
      return std::binary_search(view.groups.begin(), view.groups.end(), g);
    });
    if (!all) continue;
    // One of several may hold it, or none of them and it was lost before.
    if (found != kNone || model.group(call.group).count != 1) return kNone;
    found = call.group;
  }
  return found;
}

const std::vector<BlockedHolder>& blocked_holders(const Model& model) noexcept {
  return model.once(find_blocked_holders);
}

}  // namespace gowhy
