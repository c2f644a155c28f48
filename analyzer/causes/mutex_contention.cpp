// Many wait for a lock whose holder is running or ready to run: it works inside the locked section,
// and the lock goes from one to the next (internal/sync/mutex.go; after 1 ms of waiting in strict
// order, "starvation mode"). Nobody is deadlocked, the section is too long or too popular.
//
// A few young waiters are any busy program; that is at most a remark.
#include <algorithm>

#include "finding.h"
#include "lock_view.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kQueue = 5;
constexpr std::uint64_t kLong = 50;  // a queue that a request cannot wait through in its time

void report(const Model& model, const LockView& view, std::uint32_t holder, Findings& out) {
  const Lock& lock = *view.lock;
  const GroupFacts& facts = model.group(holder);
  Finding finding("mutex_contention");
  const bool serious = view.oldest >= 1 || (lock.count >= kLong && !view.young);
  finding.confidence = serious ? Confidence::likely : Confidence::possible;
  if (!serious) finding.severity = Severity::info;
  finding.groups = view.groups;
  for (const LockWaiter& waiter : lock.waiters) {
    if (waiter.record != kNone) finding.records.push_back(waiter.record);
  }
  finding.goroutines = lock.count;
  const std::uint32_t site = model.site_frame(facts);
  finding.summary =
      count_of(lock.count, "goroutine") + (lock.count == 1 ? " queues" : " queue") + " for " +
      lock_of_type(lock) + " in " + waiter_places(model, lock) +
      oldest_for(view.oldest, view.lock->count) + ", while one that seems to hold it " +
      std::string(doing_words(facts.op, false)) + " in " +
      place(model, site != kNone ? site : facts.frames.front()) + ": slow, but not deadlocked.";
  finding.site = waiter_site(model, lock.waiters.front());
  finding.created_at = model.group(lock.waiters.front().group).created_by;
  finding.supports("1 goroutine in a function that takes the lock is " +
                   std::string(facts.op == Operation::running ? "running" : "ready to run"));
  finding.supports(number(lock.count) + " wait for this lock at the moment of the dump");
  if (view.oldest < 1)
    finding.against("None of them have waited for a minute: the queue may be gone a second later");
  finding.against("1 dump does not tell how long each of them has to wait");
  finding.next =
      "Measure it: `runtime.SetMutexProfileFraction(5)` and `go tool pprof -top "
      "'http://HOST/debug/pprof/mutex'`";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_mutex_contention(const Model& model, Findings& out) noexcept {
  for (const LockView& view : lock_views(model)) {
    // Who has waited minutes for a log's lock waits for its output: log_writer_blocked.
    const bool log = view.logger && view.moving && view.oldest >= kOldMinutes;
    if (view.lock->count < kQueue || log) continue;
    if (!view.runners.empty()) {
      report(model, view, view.runners.front(), out);
      continue;
    }
    for (const LockHolder& holder : view.free) {
      const Operation op = model.group(holder.group).op;
      if (op != Operation::running && op != Operation::runnable) continue;  // see runners
      report(model, view, holder.group, out);
      break;
    }
  }
}

}  // namespace gowhy::cause
