// fsnotify reads the kernel's events in one goroutine (readEvents) and sends each over the
// unbuffered channel Events, errors over Errors (fsnotify backend_inotify.go, sendEvent, v1.6 to
// v1.9; in older ones the select stands in readEvents itself). When nobody receives, the goroutine
// waits in that send: no later event arrives, the kernel's queue overflows, and Close may wait too.
//
// Idle it stands in a read, in the poller. A send waits as long as the receiver works on the event
// before, so a young one says little.
#include <algorithm>

#include "finding.h"
#include "model.h"
#include "wait_workers.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

bool is_watcher(const Model& model, const GroupFacts& facts) {
  const std::string_view entry = model.entry(facts);
  if (entry.find("fsnotify") == std::string_view::npos) return false;
  return entry.find(").readEvents") != std::string_view::npos;
}

}  // namespace

void detect_watcher_not_drained(const Model& model, Findings& out) noexcept {
  const Waits waits = waits_where(model, [&](const GroupFacts& facts) {
    const bool sends = facts.op == Operation::select || facts.op == Operation::chan_send ||
                       (facts.op == Operation::unknown &&
                        (has_prefix(model, facts, "github.com/fsnotify/fsnotify.(*Watcher).send") ||
                         has_prefix(model, facts, "github.com/fsnotify/fsnotify.(*inotify).send") ||
                         has_prefix(model, facts, "github.com/fsnotify/fsnotify.(*shared).send")));
    return sends && is_watcher(model, facts);
  });
  if (waits.count == 0) return;
  // Whoever receives may be one of those that wait for a lock as long: then the lock is the matter.
  const bool behind_lock =
      std::any_of(model.groups().begin(), model.groups().end(), [](const GroupFacts& facts) {
        return is_lock_wait(facts.op) && facts.site >= 0 && facts.ages.max >= kOldMinutes;
      });
  Finding finding("watcher_not_drained");
  finding.confidence =
      waits.old(1) && !model.fragment() && !behind_lock ? Confidence::likely : Confidence::possible;
  // Who receives may be at work on the event before: only time tells, unless several wait and
  // hardly anybody is at work on anything.
  constexpr std::uint64_t kSeveral = 3, kOneIn = 4;
  const std::uint64_t busy = workers_at_work(model);
  const bool idle = waits.count >= kSeveral && busy * kOneIn < waits.count;
  if (!waits.old(1) && !model.fragment() && !idle) finding.severity = Severity::info;
  fill(model, waits, finding);
  // That they are so many is the lesser matter where a good part of them is held up.
  const Waits all =
      waits_where(model, [&](const GroupFacts& facts) { return is_watcher(model, facts); });
  if (!finding.severity && waits.count * kOneIn >= all.count) finding.victim_groups = all.groups;
  finding.summary = count_of(waits.count, "file watcher") +
                    (waits.count == 1 ? " waits" : " wait") + " to deliver an event" +
                    oldest_for(waits.ages.max, waits.count) +
                    (finding.severity ? ", as while the receiver works on the one before."
                                      : ": nobody receives from `Events` or `Errors` any more, so "
                                        "later changes of files go unseen.");
  finding.supports(count_of(waits.count, "goroutine") + (waits.count == 1 ? " stands" : " stand") +
                   " in the send of `readEvents`; idle ones stand in a read");
  finding.against(waits.old(1)
                      ? "No frames show who should receive, nor whether it comes back"
                      : without_ages(model, "an event that is delivered just now looks the same"));
  if (idle) {
    finding.supports((busy == 0 ? "No goroutine is" : "Only " + number(busy) + " are") +
                     std::string(" at work on anything meanwhile"));
  }
  if (behind_lock) {
    finding.against("1 lock at least is waited for as long: who receives may stand behind it");
  }
  finding.next =
      "Look for the loop over `watcher.Events`: does it end, or wait for something else, and "
      "does it receive from `watcher.Errors` too?";
  finding.restart = "A restart starts the watcher again, until its loop ends again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
