// SIGQUIT (control-backslash, kill -QUIT, a supervisor) makes the runtime print all goroutines and
// exit with status 2 (runtime/signal_unix.go, sighandler, and sigtable: _SigNotify + _SigThrow). It
// says who asked for the dump and nothing about why the program was stuck, if it was.
#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {

void detect_sigquit_requested(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (crash.kind != Event::signal || crash.text().substr(0, 7) != "SIGQUIT") continue;
    Finding finding("sigquit_requested");
    finding.confidence = Confidence::certain;
    finding.severity = Severity::info;
    finding.summary =
        "Somebody asked for this dump with SIGQUIT, which also ended the process: it did "
        "not crash by itself.";
    finding.supports(quoted_message(crash) + " is the first line of the dump");
    finding.against("No words of the text say who sent the signal, or why");
    finding.next =
        "Take the next dump without ending the process: "
        "`curl 'http://HOST/debug/pprof/goroutine?debug=2'`";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
