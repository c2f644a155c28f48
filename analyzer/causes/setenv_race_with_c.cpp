// With cgo, os.Setenv also calls C's setenv (runtime.setenv_c, runtime/env_posix.go), which may
// move the list of variables. C code that walks the old list meanwhile (getenv, localtime,
// getaddrinfo) reads freed memory; the lock of package syscall is unknown to C (golang/go#63567).
// The crash is in C; the goroutine in Setenv may be printed or have just left.
#include "damage.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {

void detect_setenv_race_with_c(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (damage_of(model, crash) != Damage::c_environment) continue;
    Finding finding("setenv_race_with_c");
    finding.confidence = Confidence::likely;
    const std::vector<std::uint32_t> setters = changes_environment(model);
    if (crash.group != kNone) finding.groups.push_back(crash.group);
    if (crash.record != kNone) finding.records.push_back(crash.record);
    const GroupFacts& setter = model.group(setters.front());
    finding.site = model.site_frame(setter);
    const int call = c_call(model, crash);
    const std::string called =
        call < 0 ? "C code"
                 : code(short_name(model.name(
                       model.group(crash.group).frames[static_cast<std::size_t>(call)])));
    finding.summary =
        "The process crashed inside " + called + " while " +
        (finding.site == kNone ? std::string("another goroutine") : place(model, finding.site)) +
        " changed the environment with `os.Setenv`, which C code must not read meanwhile.";
    finding.supports(quoted_message(crash) + " came inside C code", finding.records);
    std::vector<std::uint32_t> records;
    for (std::uint32_t group : setters) {
      const auto span = model.group(group).records;
      records.insert(records.end(), span.begin(), span.end());
    }
    finding.supports(count_of(records.size(), "goroutine") +
                         (records.size() == 1 ? " is" : " are") + " in `Setenv` at this moment",
                     records);
    finding.against(
        "No frames of the C code are printed: whether it was reading the environment is not "
        "seen");
    finding.next = "Take the `os.Setenv` out of the running program, or build with `CGO_ENABLED=0`";
    finding.restart = "A restart helps until both meet again.";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
