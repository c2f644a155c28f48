// If Stdout, Stderr or Stdin of an exec.Cmd is no *os.File, Start makes a pipe and a goroutine that
// copies (os/exec/exec.go, writerDescriptor). Wait first waits for the process, then for these
// goroutines, and they end only when everybody who has the other end of the pipe has closed it. A
// grandchild that was started in the background inherits it, so Wait waits for the grandchild
// (golang/go#23019); killing the child, as CommandContext does, does not change that. WaitDelay
// (Go 1.20) gives up after a while.
//
// While the process itself runs, Wait is in os.(*Process).Wait instead: that is normal.
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

// Ended is the process, open is the pipe.
bool waits_for_pipe(const Model& model, const GroupFacts& facts) {
  if (model.has(facts, {"os.(*Process).Wait", "os.(*Process).wait"})) return false;
  return facts.op == Operation::chan_receive || facts.op == Operation::select ||
         facts.op == Operation::unknown;
}

}  // namespace

void detect_exec_wait_stuck(const Model& model, Findings& out) noexcept {
  const Waits waits =
      waits_in(model, {"os/exec.(*Cmd).Wait", "os/exec.(*Cmd).awaitGoroutines"},
               [&](const GroupFacts& facts) { return waits_for_pipe(model, facts); });
  if (waits.count == 0) return;
  const Waits copies = waits_where(model, [&](const GroupFacts& facts) {
    return facts.op == Operation::io_read && has_prefix(model, facts, "os/exec.(*Cmd).");
  });
  const bool old = waits.old(1);
  Finding finding("exec_wait_stuck");
  finding.confidence =
      copies.count > 0 && !model.fragment() ? Confidence::likely : Confidence::possible;
  fill(model, waits, finding);
  finding.groups.insert(finding.groups.end(), copies.groups.begin(), copies.groups.end());
  finding.summary =
      count_of(waits.count, "call") + " of `exec.Cmd.Wait`" + (waits.count == 1 ? " does" : " do") +
      " not return" + in_places(model, waits) + oldest_for(waits.ages.max, waits.count) +
      ": the command has ended, but a process that it started still has the other end "
      "of the output pipe.";
  finding.supports(number(waits.count) +
                   " are behind `os.(*Process).Wait`, so the process has ended, and "
                   "wait for the goroutines that copy its output");
  if (copies.count > 0) {
    finding.supports(count_of(copies.count, "goroutine") +
                     (copies.count == 1 ? " reads" : " read") +
                     " from the pipe, which is empty and not closed");
  } else {
    finding.against(
        "No goroutines that copy can be seen; one that is stuck in a `Write` of yours would "
        "also keep `Wait`");
  }
  finding.against(old ? "No frames show which process has the pipe"
                      : "No waits print a minute; the last of the output is read within a moment");
  finding.next = "`ls -l /proc/PID/fd | grep pipe` and `lsof -E -p PID` show who has the other end";
  finding.restart = "A restart frees the callers; the processes in the background go on.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
