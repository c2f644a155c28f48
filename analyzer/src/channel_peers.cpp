#include "channel_peers.h"

#include <algorithm>

#include "stack_facts.h"

namespace gowhy {
namespace {

// Whether a method of the type stands between the channel and the frame that may have locked: the
// object that was asked, or the holder itself.
bool asks_type(const Model& model, const GroupFacts& held, int position, std::string_view type) {
  const int last =
      std::min(std::max(position, held.site), static_cast<int>(held.frames.size()) - 1);
  for (int p = held.top; p >= 0 && p <= last; ++p) {
    if (method_type(model.function(held.frames[static_cast<std::size_t>(p)])) == type) return true;
  }
  return false;
}

// The loops of the program that are not idle: whoever receives at a channel, also in a select, does
// not let a sender wait.
std::vector<std::uint32_t> find_busy_loops(const Model& model) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.site < 0 || facts.normal || facts.role != nullptr || is_main(model, facts)) continue;
    if (facts.op == Operation::chan_receive || facts.op == Operation::select ||
        facts.op == Operation::select_none || facts.parked_on_channel ||
        runs_library_code(model, facts)) {
      continue;
    }
    found.push_back(g);
  }
  return found;
}

bool writes(Operation op) noexcept {
  return op == Operation::wlock || op == Operation::wlock_readers || op == Operation::wlock_writer;
}

// RLock waits only while somebody holds the lock for writing or waits to (sync/rwmutex.go, RLock:
// "A writer is pending"). None of those who are known to wait for this lock does, so the writer is
// one whose lock could not be told from its frames.
bool waits_behind_writer(const LockView& view) {
  for (const LockWaiter& waiter : view.lock->waiters) {
    if (waiter.op != Operation::rlock) return false;
  }
  return view.lock->rw;
}

}  // namespace

void add_peers(const Model& model, const LockView& view, BlockedHolder& one) {
  const LockHolder& holder = one.holder;
  const GroupFacts& held = model.group(holder.group);
  if (!is_channel(held.op) && !held.parked_on_channel) return;
  // In a library's method the loops of the library serve the channel. Without pointers they may be
  // of other objects: a library has many of a kind, and each has its loops.
  const bool library = held.site != held.top;
  if (library && (holder.why != LockHolder::receiver || held.top < 0 ||
                  model.origin(model.top_frame(held)) != Origin::module)) {
    return;
  }
  const std::string_view own = method_type(model.function(holder_frame(model, holder)));
  std::uint32_t last = kNone;
  for (const LockWaiter& waiter : view.lock->waiters) {
    if (waiter.group == last) continue;  // one of equal stacks says it all
    last = waiter.group;
    const GroupFacts& facts = model.group(waiter.group);
    if (library ? facts.site >= 0 : runs_library_code(model, facts)) continue;
    // A timer's function is called once, and serves no channel.
    if (facts.created_by != kNone && model.name(facts.created_by) == "time.goFunc") continue;
    const std::string_view entry = library ? facts.entry : facts.own_entry;
    if (entry == model.name(facts.frames[static_cast<std::size_t>(std::max(waiter.caller, 0))])) {
      continue;  // it was started to take the lock, not to serve a channel
    }
    for (std::uint32_t frame : facts.frames) {
      if (model.name(frame) != entry) continue;
      const std::string_view type = method_type(model.function(frame));
      if (type.empty() || !asks_type(model, held, holder.position, type)) break;
      one.peers.push_back(waiter);
      if (type != own) one.peer_by = BlockedHolder::asked_type;
      break;
    }
  }
}

void add_only_loop(const Model& model, const LockView& view, BlockedHolder& one) {
  const GroupFacts& held = model.group(one.holder.group);
  if (!one.peers.empty() || held.op != Operation::chan_send || held.site != held.top ||
      model.fragment()) {
    return;
  }
  // All subscribers of a bus may want its lock, to leave, while it is held to send to one of them.
  const bool behind = waits_behind_writer(view);
  const std::vector<std::uint32_t>& loops = model.once(find_busy_loops);
  for (std::uint32_t loop : loops) {
    const bool writer = behind && writes(model.group(loop).op);
    if (!writer && !std::binary_search(view.groups.begin(), view.groups.end(), loop)) return;
  }
  for (const Lock& lock : model.locks().locks) {
    if (&lock != view.lock && !(behind && lock.rw)) continue;
    for (const LockWaiter& waiter : lock.waiters) {
      if (!std::binary_search(loops.begin(), loops.end(), waiter.group)) continue;
      const GroupFacts& facts = model.group(waiter.group);
      const auto caller = static_cast<std::size_t>(std::max(waiter.caller, 0));
      if (facts.own_entry == model.name(facts.frames[caller])) continue;
      one.peers.push_back(waiter);
      one.peer_by = BlockedHolder::alone;
      return;
    }
  }
}

}  // namespace gowhy
