// SIGABRT from outside (systemd's WatchdogSec, a supervisor) makes the runtime print all goroutines
// and end (runtime/signal_unix.go: "SIGABRT: abort", sigcode=0 for kill). The C library raises the
// same signal from inside with another sigcode, in the middle of a cgo call; that is
// memory_corruption. A watchdog inside the program panics instead. In all cases the goroutine on
// top is the messenger: the cause is what the others wait for, so this is always explained by a
// more specific cause where there is one.
#include "crash.h"
#include "damage.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

bool is_abort(const Model& model, const Crash& crash) noexcept {
  return crash.kind == Event::signal && crash.text().substr(0, 7) == "SIGABRT" &&
         damage_of(model, crash) == Damage::none;
}

}  // namespace

void detect_sigabrt_watchdog(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    const bool abort = is_abort(model, crash);
    if (!abort && !is_watchdog(model, crash)) continue;
    Finding finding("sigabrt_watchdog");
    finding.confidence = abort ? Confidence::likely : Confidence::certain;
    if (!abort && crash.record != kNone) finding.records.push_back(crash.record);
    if (!abort && crash.group != kNone) finding.groups.push_back(crash.group);
    finding.summary = abort ? "The process was ended from outside with SIGABRT, as a watchdog does "
                              "when it hears nothing "
                              "for too long: it did not crash by itself."
                            : "The program's own watchdog ended it: " + quoted_message(crash) +
                                  "; the goroutine that panicked is only the messenger.";
    finding.site = abort ? kNone : crash_frame(model, crash);
    finding.supports(quoted_message(crash) + (abort ? " is a signal that somebody sends"
                                                    : " is the watchdog's own message"));
    if (abort && sent_by_kill(crash)) {
      finding.supports("0 is its sigcode: it was sent with `kill`, not raised by the C library");
    }
    finding.against(
        abort ? "No words of the text say who sent it: `kill -ABRT` by hand looks the same"
              : "1 message says that there was no progress, and not what stood still");
    finding.next =
        abort ? "`journalctl -u SERVICE | grep -i watchdog` says when the last sign of life came"
              : "Look at what the goroutine that should have made progress waits for";
    finding.restart = "A restart helps until the same wait comes again.";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
