// The C library's resolver blocks: net.cgoLookupHost and its siblings call getaddrinfo in a
// goroutine of its own, which keeps a thread until the name server answers or all attempts have
// failed (net/cgo_unix.go; at most 500 at a time, net.go threadLimit). The caller's context ends
// only the caller's wait. The pure Go resolver waits in the poller instead
// (net.(*Resolver).goLookupIPCNAMEOrder and dnsPacketRoundTrip) and costs goroutines, no threads;
// the name server that does not answer is the same.
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kAtOnce = 50;  // a look-up takes milliseconds

}  // namespace

void detect_dns_threads(const Model& model, Findings& out) noexcept {
  const Waits threads = waits_in(model, {"net._C2func_getaddrinfo", "net._C_getaddrinfo",
                                         "net._C2func_getnameinfo", "net._C_getnameinfo"});
  const Waits pure = waits_in(model, {"net.dnsPacketRoundTrip", "net.dnsStreamRoundTrip",
                                      "net.(*Resolver).goLookupIPCNAMEOrder"});
  const bool cgo = threads.count > 0;
  const Waits& waits = cgo ? threads : pure;
  const auto confidence = judge(model, waits, {1, 5, kAtOnce});
  if (!confidence) return;
  const Waits callers = waits_where(model, [&](const GroupFacts& facts) {
    return facts.site >= 0 && has_prefix(model, facts, "net.(*Resolver).");
  });
  Finding finding("dns_threads");
  finding.confidence = *confidence;
  fill(model, waits, finding);
  if (finding.site == kNone && !callers.sites.empty()) finding.site = callers.sites.front().frame;
  finding.victim_groups = callers.groups;
  const std::uint64_t lookups = cgo || callers.count == 0 ? waits.count : callers.count;
  finding.summary = count_of(lookups, "look-up") + " of host names" +
                    (lookups == 1 ? " waits" : " wait") + " for the name server" +
                    in_places(model, callers) + oldest_for(waits.ages.max, waits.count);
  finding.summary += cgo ? ": in the C library's resolver each keeps a thread."
                         : ": it does not answer, or slowly.";
  finding.supports(cgo ? number(threads.count) + " stand in `getaddrinfo`, each with a thread"
                       : number(pure.count) +
                             " goroutines of Go's own resolver wait for an answer");
  if (callers.count > 0) {
    finding.supports(count_of(callers.count, "caller") + (callers.count == 1 ? " waits" : " wait") +
                     in_places(model, callers));
  }
  if (!waits.old(1)) {
    finding.against(without_ages(model, "a burst of look-ups that are answered looks the same"));
  }
  finding.against("No frames show which name is looked up, nor which server is asked");
  finding.next =
      "Time a look-up on that machine: `getent ahosts NAME`; with `GODEBUG=netdns=go` the "
      "look-ups need no threads";
  finding.restart = "A restart does not help while the name server does not answer.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
