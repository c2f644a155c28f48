// A goroutine in a system call or in C code that blocks keeps its thread, and the runtime starts
// another one for the rest (runtime/proc.go, handoffp, startm). At 10,000 threads
// (debug.SetMaxThreads) it gives up: "program exceeds 10000-thread limit", "fatal error: thread
// exhaustion" (checkmcount). The system may refuse one earlier (a cgroup's pids.max, ulimit -u,
// memory): "failed to create new OS thread (have N already; errno=11)", "fatal error: newosproc",
// or with cgo "pthread_create failed".
//
// errno=22 (EINVAL) is no limit: "As of QEMU 2.8.0, user emulation requires all six of these flags
// to be set when creating a thread; attempts to share the other five but leave SYSVSEM unshared
// will fail with -EINVAL" (os_linux.go, cloneFlags, golang.org/issue/20763 of 2017).
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

bool is_about_threads(std::string_view message) {
  for (std::string_view words : {"thread exhaustion", "-thread limit", "newosproc",
                                 "failed to create new OS thread", "pthread_create failed"}) {
    if (message.find(words) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void detect_thread_limit(const Model& model, Findings& out) noexcept {
  const Event* said = nullptr;
  for (const Event& event : model.dump().events) {
    if (is_about_threads(event.message)) said = &event;
  }
  if (said == nullptr) return;
  const Waits calls = waits_where(model, [](const GroupFacts& facts) {
    return facts.op == Operation::syscall && facts.site >= 0;
  });
  const Waits locked = waits_where(model, [](const GroupFacts& facts) {
    return (facts.flags & kLockedToThread) != 0 && facts.site >= 0;
  });
  const Waits& most = calls.count >= locked.count ? calls : locked;
  Finding finding("thread_limit");
  finding.confidence = Confidence::certain;
  fill(model, most, finding);
  finding.rate.reset();
  const bool refused = said->message.find("errno=22") != std::string::npos ||
                       said->detail.find("errno=22") != std::string::npos;
  finding.summary = refused ? "The system does not know the kind of thread that the runtime asked "
                              "for (errno=22), and the process ended"
                            : "The runtime could not start another thread and ended the process";
  if (most.count > 0) {
    finding.summary += ": " + count_of(most.count, "goroutine") +
                       (most.count == 1 ? " keeps" : " keep") + " a thread each" +
                       (calls.count >= locked.count ? " in a system call" : " by LockOSThread") +
                       in_places(model, most);
  }
  finding.summary += ".";
  finding.supports("1 message says it: " + code(said->message.substr(0, 120)));
  if (most.count > 0) {
    finding.supports(count_of(calls.count, "goroutine") + (calls.count == 1 ? " is" : " are") +
                     " in system calls, " + number(locked.count) + " locked to their thread");
  }
  if (refused) {
    finding.supports(
        "22 is EINVAL, an invalid argument: a limit would be errno=11. An emulator such as qemu "
        "says so of the thread of a program built with Go 1.9 or older");
    finding.against("No words of the text say whether the program ran in an emulator");
    finding.next =
        "`file PROGRAM` and `uname -m` in the container: is it built for another processor? Take "
        "the image of this one, or build the program with a newer Go";
    finding.restart = "A restart does not help: the first thread is refused every time.";
    out.push_back(std::move(finding));
    return;
  }
  finding.against("No stacks show other threads of C code, nor the limit that the system sets");
  finding.next =
      "`cat /proc/PID/status | grep Threads` over time, `cat /sys/fs/cgroup/pids.max` in the "
      "container, and the calls above: what do they wait for?";
  finding.restart =
      "The process has ended; the next one ends the same way when as many calls block.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
