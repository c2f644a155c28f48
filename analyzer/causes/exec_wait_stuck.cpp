// If Stdout, Stderr or Stdin of an exec.Cmd is no *os.File, Start makes a pipe and a goroutine that
// copies (os/exec/exec.go, writerDescriptor). Wait first waits for the process, then for these
// goroutines, and they end only when everybody who has the other end of the pipe has closed it. A
// grandchild that was started in the background inherits it, so Wait waits for the grandchild
// (golang/go#23019); killing the child, as CommandContext does, does not change that. WaitDelay
// (Go 1.20) gives up after a while.
//
// The goroutine that copies into the command's input ends with the reader that was given as Stdin:
// if that one has neither data nor an end, Wait waits for it although nobody reads the pipe any
// more (childStdin, stdin before Go 1.20).
//
// While the process itself runs, Wait is in os.(*Process).Wait instead: that is normal.
#include "finding.h"
#include "model.h"
#include "operations.h"
#include "partners.h"
#include "stack_facts.h"
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

// The copy into the input waits for the user's own reader.
bool waits_for_input(const Model& model, const GroupFacts& facts) {
  return is_blocked(facts.op) && facts.op != Operation::io_write &&
         model.has(facts, {"os/exec.(*Cmd).childStdin.func1", "os/exec.(*Cmd).stdin.func1"});
}

// While as many commands still run, those that have ended a moment ago are on their way: what they
// left behind may keep the pipe for an instant. And a command that runs has as many copying
// goroutines as one that ended, one or two: too few for all of them were read to the end.
bool are_at_their_end(const Model& model, const Waits& waits, const Waits& copies) {
  const Waits running =
      waits_in(model, {"os.(*Process).Wait", "os.(*Process).wait"},
               [&](const GroupFacts& facts) { return model.has(facts, {"os/exec.(*Cmd).Wait"}); });
  if (running.count == 0 || waits.old(1)) return false;
  return waits.count <= running.count || copies.count % (running.count + waits.count) != 0;
}

std::string past_process(const Waits& waits) {
  return number(waits.count) + (waits.count == 1 ? " is" : " are") +
         " behind `os.(*Process).Wait`, so the process has ended, and " +
         (waits.count == 1 ? "waits" : "wait");
}

void say_input(const Waits& waits, const Waits& inputs, Finding& finding) {
  finding.supports(past_process(waits) + " for the goroutines that copy");
  finding.supports(count_of(inputs.count, "goroutine") + (inputs.count == 1 ? " copies" : " copy") +
                   " into the input of a command and " + (inputs.count == 1 ? "waits" : "wait") +
                   " for more to copy");
  finding.against("No frames show who should end that reader");
  finding.next =
      "Look what was given as `Stdin`: a reader that ends only when something else ends. Take "
      "`StdinPipe`, copy in a goroutine of your own, or close the reader when the command ends; "
      "`WaitDelay` lets `Wait` return, but the copy stays";
}

}  // namespace

void detect_exec_wait_stuck(const Model& model, Findings& out) noexcept {
  const Waits waits =
      waits_in(model, {"os/exec.(*Cmd).Wait", "os/exec.(*Cmd).awaitGoroutines"},
               [&](const GroupFacts& facts) { return waits_for_pipe(model, facts); });
  if (waits.count == 0) return;
  const Waits inputs =
      waits_where(model, [&](const GroupFacts& facts) { return waits_for_input(model, facts); });
  const Waits copies = waits_where(model, [&](const GroupFacts& facts) {
    return facts.op == Operation::io_read && has_prefix(model, facts, "os/exec.(*Cmd).") &&
           !waits_for_input(model, facts);
  });
  if (are_at_their_end(model, waits, copies)) return;
  const bool input = copies.count == 0 && inputs.count * 4 >= waits.count * 3;
  const bool old = waits.old(1);
  Finding finding("exec_wait_stuck");
  finding.confidence =
      copies.count > 0 && !model.fragment() ? Confidence::likely : Confidence::possible;
  fill(model, waits, finding);
  finding.groups.insert(finding.groups.end(), copies.groups.begin(), copies.groups.end());
  finding.groups.insert(finding.groups.end(), inputs.groups.begin(), inputs.groups.end());
  finding.victim_groups = waiters_served_by(model, waits.groups);
  if (!finding.victim_groups.empty()) {
    finding.supports(waiting_at_served_channels(goroutines_in(model, finding.victim_groups)));
  }
  finding.restart = "A restart frees the callers; the processes in the background go on.";
  finding.summary =
      count_of(waits.count, "call") + " of `exec.Cmd.Wait`" + (waits.count == 1 ? " does" : " do") +
      " not return" + in_places(model, waits) + oldest_for(waits.ages.max, waits.count) +
      (input ? ": the command has ended, but what was given as its `Stdin` has neither data nor "
               "an end, and `Wait` waits for the goroutine that copies from it."
             : ": the command has ended, but a process that it started still has the other end "
               "of the output pipe.");
  if (input) {
    say_input(waits, inputs, finding);
    finding.restart = "A restart frees the callers.";
    out.push_back(std::move(finding));
    return;
  }
  finding.supports(past_process(waits) + " for the goroutines that copy its output");
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
                      : without_ages(model, "the last of the output is read within a moment"));
  finding.next = "`ls -l /proc/PID/fd | grep pipe` and `lsof -E -p PID` show who has the other end";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
