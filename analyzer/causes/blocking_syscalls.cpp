// A system call that blocks keeps its thread; the runtime's monitor hands the processor to another
// thread after 20 µs to 10 ms (runtime/proc.go, retake), so goroutines go on, but each such call
// costs a thread. Sockets and pipes wait in the poller instead; what remains are locks of files
// (flock, fcntl), opening a FIFO, disks and network file systems that hang, and calls of C.
//
// Reads of files that are under way look the same for a moment, so numbers and minutes count; a
// wait for a child process or a signal is normal.
#include <algorithm>
#include <iterator>

#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kOthers[] = {"os/exec.", "os/signal.", "os.(*Process).",
                                        "net._C",   "net.cgo",    "runtime/pprof."};

bool is_call(const Model& model, const GroupFacts& facts) {
  if (facts.op != Operation::syscall || facts.site < 0) return false;
  return std::none_of(std::begin(kOthers), std::end(kOthers),
                      [&](std::string_view prefix) { return has_prefix(model, facts, prefix); });
}

// Calls that wait for somebody else by their nature, and not for a disk.
bool waits_for_others(const Model& model, const GroupFacts& facts) {
  return model.has(facts, {"syscall.Flock", "syscall.FcntlFlock", "golang.org/x/sys/unix.Flock",
                           "golang.org/x/sys/unix.FcntlFlock", "syscall.Wait4", "syscall.Connect",
                           "golang.org/x/sys/unix.EpollWait", "golang.org/x/sys/unix.Poll"});
}

}  // namespace

void detect_blocking_syscalls(const Model& model, Findings& out) noexcept {
  const Waits all =
      waits_where(model, [&](const GroupFacts& facts) { return is_call(model, facts); });
  for (const WaitSite& site : all.sites) {
    const Waits waits = waits_of(model, site.groups);
    const GroupFacts& facts = model.group(waits.groups.front());
    const bool others = waits_for_others(model, facts);
    const auto confidence = judge(model, waits, {1, 5, others ? 50 : kNeverYoung});
    if (!confidence || (waits.count < 3 && !model.fragment())) continue;
    const std::size_t at =
        static_cast<std::size_t>(facts.boundary >= 0 ? facts.boundary : facts.site);
    Finding finding("blocking_syscalls");
    finding.confidence = *confidence;
    fill(model, waits, finding);
    finding.summary = count_of(waits.count, "goroutine") + (waits.count == 1 ? " is" : " are") +
                      " in a system call" + in_places(model, waits) + " (" +
                      code(short_name(model.name(facts.frames[at]))) + ")" +
                      oldest_for(waits.ages.max, waits.count) +
                      ": each keeps a thread until the system answers.";
    finding.supports(count_of(waits.count, "goroutine") +
                     (waits.count == 1 ? " stands" : " stand") + " in the same call");
    if (waits.handlers > 0)
      finding.supports(number(waits.handlers) + " of them are request handlers");
    finding.against(waits.old(1)
                        ? "No frames show what the system waits for: a lock, a disk, a network "
                          "file system"
                        : without_ages(model, "calls that take milliseconds look the same"));
    finding.next =
        "`cat /proc/PID/task/*/wchan` and `cat /proc/PID/task/TID/stack` tell where the "
        "system waits; `cat /proc/locks` who has a lock of a file";
    finding.restart = "A restart frees the threads; what the system waits for stays.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
