// getConn starts a goroutine that makes the connection (dialConnFor, dialConn) and waits beside it
// for the result or for an idle connection (net/http/transport.go). The dial is: look up the name,
// connect, perhaps speak with a proxy. A peer or firewall that drops packets lets connect wait in
// netFD.connect until the kernel gives up, about two minutes on Linux (tcp_syn_retries), unless the
// net.Dialer has a Timeout; http.DefaultTransport has 30 seconds, a Transport of one's own none.
// A handshake of TLS that hangs is another cause: there the peer has accepted.
#include "finding.h"
#include "http_client.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kAtOnce = 50;

bool connects(const Model& model, const GroupFacts& facts) {
  return facts.op == Operation::io_connect || model.has(facts, {"net.(*netFD).connect"});
}

}  // namespace

void detect_http_dial_stuck(const Model& model, Findings& out) noexcept {
  const Waits waits =
      waits_in(model, {"net/http.(*Transport).dialConn"}, [&](const GroupFacts& facts) {
        return connects(model, facts) || has_prefix(model, facts, "net.(*Resolver).");
      });
  const auto confidence = judge(model, waits, {1, 3, kAtOnce});
  if (!confidence) return;
  const Waits names = waits_in(model, {"net/http.(*Transport).dialConn"},
                               [&](const GroupFacts& facts) { return !connects(model, facts); });
  const HttpClient& client = http_client(model);
  const Waits callers = waits_of(model, client.conn_waits);
  const bool resolving = names.count * 2 > waits.count;
  Finding finding("http_dial_stuck");
  finding.confidence = *confidence;
  fill(model, waits, finding);
  if (finding.site == kNone && !callers.sites.empty()) finding.site = callers.sites.front().frame;
  finding.victim_groups = callers.groups;
  finding.summary =
      count_of(waits.count, "HTTP connection") + (waits.count == 1 ? " is" : " are") +
      " being made" + oldest_for(waits.ages.max, waits.count) +
      (callers.count == 0 ? std::string{} : ", for requests" + in_places(model, callers)) +
      (resolving ? ": the look-up of the name does not come back."
                 : ": the peer, or a firewall before it, does not answer, and the "
                   "dialer has no short time-out.");
  finding.supports(number(waits.count - names.count) + " stand in `net.(*netFD).connect` and " +
                   number(names.count) + " in the look-up of the name");
  if (callers.count > 0) {
    finding.supports(count_of(callers.count, "request") +
                     (callers.count == 1 ? " waits" : " wait") + " for them in `getConn`");
  }
  finding.against(waits.old(1)
                      ? "No frames show the address; a peer that comes back ends the waits"
                      : without_ages(model, "connections that are made just now look the same"));
  finding.next = "`ss -tn state syn-sent` shows the addresses that do not answer";
  finding.restart = "A restart does not help while the address does not answer.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
