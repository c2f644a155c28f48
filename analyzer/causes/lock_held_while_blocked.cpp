// A goroutine took a lock and waits for something slow or dead: a channel, the network, a
// WaitGroup. Go prints no owner of a lock (sync.Mutex has none); what is printed is the address
// that waiters wait for and the pointers on other stacks. A goroutine that has the lock's object as
// receiver, is in a function that takes the lock, and does not wait for a lock itself, is the
// suspect.
//
// A sync.Once has such a lock, too, and holds it while its function runs (sync/once.go, doSlow):
// whoever has waited there for minutes waits for one that is below doSlow.
//
// Busy and not stuck: the suspect sleeps or reads for a moment, its waiters are young, or whoever
// serves its channel is at work. Those are remarks (`info`) here.
#include <algorithm>

#include "alike_holders.h"
#include "blocked_holders.h"
#include "finding.h"
#include "stack_facts.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

std::string what_it_does(const Model& model, const BlockedHolder& one) {
  const GroupFacts& facts = model.group(one.holder.group);
  std::string text = holder_name(model, one.holder);
  if (text[0] == 'g') text[0] = 'G';
  text += " " + std::string(doing_of(model, facts, false));
  text += " in " + place(model, standing_at(model, one.holder));
  const std::int32_t minutes = minutes_of(model, one.holder);
  if (minutes > 0) text += ", for " + time_span(minutes);
  return text;
}

// The holder waits for the network or the disk, and nothing tells since when.
bool slow_or_stuck(const Model& model, const BlockedHolder& one) {
  return !one.busy && one.confidence == Confidence::possible && one.view->oldest < 0 && one.io &&
         !stands_still(model);
}

std::string summary(const Model& model, const BlockedHolder& one) {
  const Lock& lock = *one.view->lock;
  return what_it_does(model, one) + ", and seems to hold " + lock_of_type(lock) + " meanwhile; " +
         count_of(lock.count, "goroutine") + (lock.count == 1 ? " waits" : " wait") +
         " for it in " + waiter_places(model, lock) +
         oldest_for(one.view->oldest, one.view->lock->count) +
         (slow_or_stuck(model, one)
              ? ". How long is not printed: a slow call that ends, or a stuck one."
              : ".");
}

void add_evidence(const Model& model, const BlockedHolder& one, Finding& finding) {
  const Lock& lock = *one.view->lock;
  const GroupFacts& facts = model.group(one.holder.group);
  const std::string below = place(model, holder_frame(model, one.holder));
  std::vector<std::uint32_t> records;
  if (one.holder.record != kNone) records.push_back(one.holder.record);
  if (one.children > 0) {
    finding.supports(count_of(one.children, "goroutine") +
                         (one.children == 1 ? " that it started and waits for waits"
                                            : " that it started and waits for wait") +
                         " for this lock themselves",
                     records);
    finding.supports("No other goroutine is in a function that takes this lock");
  } else if (one.holder.why == LockHolder::receiver) {
    finding.supports(
        hex(lock.owner) + " is the receiver of " + below + " and of those who wait for the lock",
        records);
  } else {
    finding.supports(
        "1 goroutine that does not wait for a lock is in " + below +
            (lock.type.empty() ? "" : ", a method of the same type or with the same object"),
        records);
  }
  const std::uint32_t shared = locked_frame(model, *one.view, facts);
  if (shared != kNone) {
    finding.supports("1 function is on both sides: others wait for the lock in " +
                     code(short_name(model.name(shared))));
  }
  if (one.view->oldest > 0) {
    finding.supports(time_span(one.view->oldest) +
                     " is how long the oldest has waited for the lock");
  }
  if (one.served) {
    finding.against(
        "1 goroutine that serves this channel is at work and needs no lock: it may go on");
  }
  if (one.older > 0) {
    finding.against(number(one.older) +
                    " of those who wait are older than the goroutines that it waits for, by their "
                    "ids: the lock seems to be passed on");
  }
  if (slow_or_stuck(model, one)) {
    finding.against(
        without_ages(model,
                     "a call that takes a second under the lock, and those who come meanwhile, "
                     "look the same; then the lock makes all of them as slow as the call"));
  }
  if (one.view->young)
    finding.against("None of the waiters have waited for a minute: the lock is passed on");
  finding.against("Go does not print who holds a lock; that " + below +
                  " has taken it before it waits must be read in the code");
}

// The package of the user's function that called Do.
std::string_view once_of(const Model& model, const Hit& hit) {
  const auto& frames = model.group(hit.group).frames;
  std::size_t i = hit.position;
  while (i + 1 < frames.size() && !model.own(frames[i])) ++i;
  return model.function(frames[i]).package;
}

void find_held_onces(const Model& model, Findings& out) {
  const std::span<const Hit> hits = model.find("sync.(*Once).doSlow");
  int left = 16;  // each is compared with all who are in a Once
  for (const Hit& hit : hits) {
    const GroupFacts& facts = model.group(hit.group);
    if (facts.op == Operation::once || facts.ages.max < kOldMinutes) continue;
    if (left-- == 0) return;
    Finding finding("lock_held_while_blocked");
    for (const Hit& other : hits) {
      const GroupFacts& waits = model.group(other.group);
      if (waits.op == Operation::once && waits.ages.max >= kOldMinutes &&
          once_of(model, other) == once_of(model, hit)) {
        finding.victim_groups.push_back(other.group);
      }
    }
    if (finding.victim_groups.empty()) continue;
    finding.groups = {hit.group};
    finding.site = model.site_frame(facts);
    finding.created_at = facts.created_by;
    BlockedHolder one;
    one.holder = {hit.group, facts.records.front(), static_cast<int>(hit.position)};
    finding.summary = what_it_does(model, one) + ", inside a `sync.Once`; " +
                      count_of(goroutines_in(model, finding.victim_groups), "goroutine") +
                      " wait for that to end.";
    finding.supports("1 stack has `(*Once).doSlow` below a wait");
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace

void detect_lock_held_while_blocked(const Model& model, Findings& out) noexcept {
  find_held_onces(model, out);
  AlikeHolders alike(model, out);
  for (const BlockedHolder& one : blocked_holders(model)) {
    if (alike.add(one)) continue;
    const GroupFacts& facts = model.group(one.holder.group);
    // What the standard library does for a moment inside one of its types is no news.
    const std::uint32_t frame = holder_frame(model, one.holder);
    if (one.busy && frame != kNone && model.origin(frame) == Origin::stdlib) continue;
    Finding finding("lock_held_while_blocked");
    finding.confidence = one.confidence;
    if (one.busy) finding.severity = Severity::info;
    finding.groups = {one.holder.group};
    if (one.holder.record != kNone) finding.records = {one.holder.record};
    if (one.holder.record == kNone) finding.goroutines = 1;
    if (!one.busy) finding.victim_groups = one.view->groups;
    finding.summary = summary(model, one);
    finding.site = model.site_frame(facts);
    finding.created_at = facts.created_by;
    add_evidence(model, one, finding);
    // A test that has ended and a process that is all asleep give no second dump.
    finding.next = stands_still(model) || one.children > 0
                       ? "Read " + place(model, frame) +
                             ": does it lock before it comes to this line, and unlock only after?"
                       : "Take a second dump a minute later: stuck if the same goroutine is at the "
                         "same line, only slow if it is another one";
    finding.restart = "A restart helps until the same wait happens under the lock again.";
    out.push_back(std::move(finding));
  }
  alike.say();
}

}  // namespace gowhy::cause
