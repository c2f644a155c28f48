// macOS allows system calls only through libSystem. golang.org/x/sys/unix enters it by assembly
// named libc_…_trampoline; Go 1.17 and 1.18 changed what the linker and the runtime expect of it,
// so a version from before 2021 faults at its first call, often in init (golang/go#45702, #51943).
// Where macOS on amd64 does not tell the address of a fault, the runtime puts 0xb01dfacedebac1e
// (signal_darwin_amd64.go, fixsigcode). There is no capture of this: it needs a Mac; the texts are
// those of the two issues.
#include "damage.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {

void detect_outdated_x_sys_darwin(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (damage_of(model, crash) != Damage::darwin_calls) continue;
    Finding finding("outdated_x_sys_darwin");
    finding.confidence = Confidence::likely;
    if (crash.group != kNone) finding.groups.push_back(crash.group);
    if (crash.record != kNone) finding.records.push_back(crash.record);
    finding.site = crash_frame(model, crash);
    const int call = c_call(model, crash);
    const std::string called =
        call < 0 ? "`golang.org/x/sys/unix`"
                 : code(short_name(model.name(
                       model.group(crash.group).frames[static_cast<std::size_t>(call)])));
    finding.summary = "The process crashed in a system call on macOS, in " + called +
                      ": the module `golang.org/x/sys` is too old for this release of Go.";
    const Fault fault = fault_of(crash);
    if (fault.known) {
      finding.supports(hex(fault.address) + " is the address of the fault" +
                       (fault.address == 0xb01dfacedebac1e
                            ? ", which the runtime puts where macOS does not tell it"
                            : ""));
    }
    finding.supports(called + " is on the stack", finding.records);
    finding.against("No words of the text name the version of `golang.org/x/sys`");
    finding.next = "`go list -m golang.org/x/sys`, then `go get golang.org/x/sys@latest`";
    finding.restart = "A restart does not help: it has to be built again.";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
