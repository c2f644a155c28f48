// net looks names up with C's getaddrinfo when the binary has cgo and the system's configuration
// asks for more than Go's own resolver does (net/conf.go). glibc loads its resolver modules at run
// time even into a static binary; with another glibc than the one it was linked with this crashes
// inside net._C2func_getaddrinfo (net/cgo_linux.go; golang/go#30310, glibc bug 19341). os/user has
// the same problem. There is no capture of this: it needs two releases of glibc; the texts are
// those of the issue.
#include "damage.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {

void detect_cgo_resolver_crash(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (damage_of(model, crash) != Damage::c_resolver) continue;
    Finding finding("cgo_resolver_crash");
    finding.confidence = Confidence::likely;
    if (crash.group != kNone) finding.groups.push_back(crash.group);
    if (crash.record != kNone) finding.records.push_back(crash.record);
    const GroupFacts& facts = model.group(crash.group);
    finding.site = model.site_frame(facts);
    finding.created_at = facts.created_by;
    const int call = c_call(model, crash);
    const std::string called =
        call < 0 ? "the C library"
                 : code(short_name(model.name(facts.frames[static_cast<std::size_t>(call)])));
    finding.summary =
        "The process crashed inside " + called +
        ", the name lookup of the C library: a statically linked binary that uses cgo, "
        "with another glibc than it was built with, does that.";
    finding.supports(quoted_message(crash) + " came while that call was running", finding.records);
    finding.against(
        "No words of the text say whether the binary is static: `os.Setenv` at the same "
        "time, or a broken resolver module, crashes in the same call");
    finding.next =
        "Run it with `GODEBUG=netdns=go`; if that helps build with `-tags netgo,osusergo` "
        "or `CGO_ENABLED=0`";
    finding.restart =
        "A restart helps until the next name is looked up; `GODEBUG=netdns=go` helps.";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
