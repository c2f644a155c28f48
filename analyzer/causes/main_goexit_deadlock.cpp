// runtime.Goexit in main ends goroutine 1 and not the process: "the program continues execution of
// other goroutines … if all other goroutines exit, the program crashes" (runtime/panic.go). When no
// goroutine is left, checkdead says "no goroutines (main called runtime.Goexit) - deadlock!"; when
// those that are left sleep, it says "all goroutines are asleep", and goroutine 1 is missing, which
// happens in no other way: main's return ends the process.
#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {

void detect_main_goexit_deadlock(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (crash.kind != Event::fatal) continue;
    const std::string_view text = crash.text();
    const bool none = text.find("main called runtime.Goexit") != std::string_view::npos;
    const bool asleep = text.find("all goroutines are asleep") != std::string_view::npos;
    if (!none && (!asleep || model.goroutines() == 0 || !main_has_left(model))) continue;
    Finding finding("main_goexit_deadlock");
    finding.confidence = none ? Confidence::certain : Confidence::likely;
    for (std::uint32_t g = 0; g < model.groups().size() && asleep; ++g) {
      if (is_blocked(model.group(g).op)) finding.groups.push_back(g);
    }
    finding.summary = "`main` left with `runtime.Goexit`";
    finding.summary +=
        none ? ", and when the last other goroutine had ended nobody was left to end the "
               "process."
             : ", and the " + count_of(model.goroutines(), "goroutine") + " that " +
                   (model.goroutines() == 1 ? "is" : "are") +
                   " left can never go on, so nobody ends the process.";
    finding.supports(quoted_message(crash) + " is what the runtime says");
    if (asleep) {
      finding.supports(
          "No goroutines have number 1, although all are printed: a return from `main` "
          "would have ended the process");
    }
    finding.against(
        "No stacks show the call of `runtime.Goexit`: `t.FailNow` or `log` helpers that end "
        "in it count too");
    finding.next = "Find `runtime.Goexit`, `FailNow` or `Fatal` on the way of `main`";
    finding.restart = "A restart does not help: it ends this way each time.";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
