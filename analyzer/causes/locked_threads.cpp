// runtime.LockOSThread ties a goroutine to its thread: no other goroutine runs there, also while it
// waits (runtime/proc.go, stoplockedm), and each such goroutine costs a thread with its stack, of
// the at most 10,000 that a process may have. A few are what graphics, netlink namespaces and some
// C libraries need. debug=1 and debug=0 do not show it; the header of a traceback does: `[select,
// locked to thread]`.
#include "births.h"
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kMany = 16;

}  // namespace

void detect_locked_threads(const Model& model, Findings& out) noexcept {
  if (model.fragment()) return;
  const Waits waits = waits_where(model, [](const GroupFacts& facts) {
    return (facts.flags & kLockedToThread) != 0 && facts.role == nullptr && facts.site >= 0;
  });
  if (waits.count < kMany) return;
  const Births births = births_of(model, waits.groups);
  Finding finding("locked_threads");
  finding.confidence = births.kind == Births::leak ? Confidence::likely : Confidence::possible;
  fill(model, waits, finding);
  finding.summary = count_of(waits.count, "goroutine") + " have locked a thread each" +
                    in_places(model, waits) + oldest_for(waits.ages.max, waits.count) +
                    ": at 10,000 threads the runtime ends the process.";
  finding.supports(number(waits.count) + " headers say `locked to thread`");
  if (births.kind == Births::together) {
    finding.against(number(waits.count) + " look born together, as a pool: " + births.words);
  }
  finding.against(
      "No headers tell why they are locked; a pool that does not grow only costs memory");
  finding.next = "`grep Threads /proc/PID/status` twice: does the number grow?";
  finding.restart = "A restart frees the threads until as many are locked again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
