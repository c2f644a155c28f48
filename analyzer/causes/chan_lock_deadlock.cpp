// One goroutine holds a lock and waits at a channel; the goroutine that would serve the channel
// waits for the same lock. Neither the lock alone nor the channel alone is wrong (runtime/chan.go
// parks the one, sync/mutex.go the other), and Go's deadlock detector sees it only if nothing else
// runs.
//
// The first half is the suspect holder of a lock (no lock of its own to wait for, the lock's object
// on its stack). The second is a waiter of that lock which runs a loop of the same type, or of the
// type that is asked over the channel, or which is the only one that could receive: a goroutine of
// its own, and no caller that merely wants the lock.
#include <algorithm>

#include "alike_holders.h"
#include "blocked_holders.h"
#include "crowds.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

// The function that a goroutine runs as its own, be it the program's or a library's.
std::string loop_of(const Model& model, const LockWaiter& peer) {
  const GroupFacts& facts = model.group(peer.group);
  return code(short_name(facts.own_entry.empty() ? facts.entry : facts.own_entry));
}

std::string peer_words(const Model& model, const LockWaiter& peer) {
  const std::uint64_t id = peer.record == kNone ? 0 : model.dump().records[peer.record].id;
  const std::string loop = "the loop in " + loop_of(model, peer);
  return (id == 0 ? loop + " waits" : "goroutine " + std::to_string(id) + ", " + loop + ", waits") +
         " for that lock in " + place(model, waiter_site(model, peer));
}

std::string_view peer_evidence(BlockedHolder::PeerBy by) noexcept {
  switch (by) {
    case BlockedHolder::own_type:
      return "1 goroutine of the same type, started on its own, waits for the lock: ";
    case BlockedHolder::asked_type:
      return "1 goroutine that runs the type which is asked over the channel waits for the lock: ";
    case BlockedHolder::alone:
      break;
  }
  return "No goroutine that runs on its own could receive, all are idle or normal, but what waits "
         "for the lock: ";
}

void report(const Model& model, const BlockedHolder& one, Findings& out) {
  const GroupFacts& facts = model.group(one.holder.group);
  const Lock& lock = *one.view->lock;
  const LockWaiter& peer = one.peers.front();
  Finding finding("chan_lock_deadlock");
  finding.confidence = one.confidence;
  finding.groups = {one.holder.group, peer.group};
  if (one.holder.record != kNone && peer.record != kNone) {
    finding.records = {one.holder.record, peer.record};
  } else {
    finding.goroutines = 2;
  }
  finding.victim_groups = one.view->groups;
  const std::uint32_t stands = standing_at(model, one.holder);
  std::string who = holder_name(model, one.holder);
  if (who[0] == 'g') who[0] = 'G';
  const auto& groups = one.view->groups;
  const std::uint64_t behind =
      lock.count - (std::binary_search(groups.begin(), groups.end(), peer.group) ? 1 : 0);
  finding.summary = who + " " + std::string(doing_words(facts.op, false)) + " in " +
                    place(model, stands) + " and seems to hold " + lock_words(model, lock) +
                    " meanwhile, while " + peer_words(model, peer) + ": neither can go on";
  if (behind > 0) finding.summary += more_behind(behind);
  finding.summary += oldest_for(one.view->oldest, one.view->lock->count) + ".";
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  const bool has_object = one.holder.why != LockHolder::type;
  const std::uint32_t method = holder_frame(model, one.holder);
  finding.supports("1 goroutine waits at a channel in " + place(model, stands) +
                   (has_object ? " and has the object of the lock on its stack"
                               : (method == stands ? "" : ", below " + place(model, method)) +
                                     ", a method of the type that the lock belongs to"));
  finding.supports(std::string(peer_evidence(one.peer_by)) + peer_words(model, peer));
  if (lock.owner != 0 && has_object && one.peer_by == BlockedHolder::own_type) {
    finding.supports(hex(lock.owner) + " is the object of both");
  }
  finding.against(
      "No lines show which channel the loop serves, or who holds the lock: both are read "
      "from the types and pointers on the stacks");
  finding.next = "Read " + loop_of(model, peer) +
                 ": does it receive from or send to the channel used in " + place(model, stands) +
                 "?";
  finding.restart = "A restart helps until the two meet again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_chan_lock_deadlock(const Model& model, Findings& out) noexcept {
  AlikeHolders alike(model, out);
  for (const BlockedHolder& one : blocked_holders(model)) {
    if (one.peers.empty() || one.served || one.view->young || alike.add(one)) continue;
    report(model, one, out);
  }
  alike.say();
}

}  // namespace gowhy::cause
