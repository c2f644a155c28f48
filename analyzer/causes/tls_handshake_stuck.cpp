// After a TCP connection stands, both sides exchange the messages of the handshake; the reader
// waits in crypto/tls.(*Conn).readHandshake for the next one (crypto/tls/handshake_client.go,
// _server.go). A client Transport has no limit for it unless TLSHandshakeTimeout is set (10 s in
// http.DefaultTransport); addTLS waits in dialConn for a goroutine that does the handshake
// (net/http/transport.go). A server takes the smallest of ReadHeaderTimeout, ReadTimeout and
// WriteTimeout (http.Server.tlsHandshakeTimeout): without them a client that never sends its
// ClientHello keeps the connection for ever.
#include "finding.h"
#include "http_client.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

bool is_server(const Model& model, const GroupFacts& facts) {
  return model.has(facts, {"crypto/tls.(*Conn).serverHandshake", "net/http.(*conn).serve",
                           "crypto/tls.(*Conn).readClientHello"});
}

Waits handshakes(const Model& model) {
  return waits_where(model, [&](const GroupFacts& facts) {
    if (facts.op != Operation::io_read && facts.op != Operation::io_write) return false;
    return model.has(facts,
                     {"crypto/tls.(*Conn).handshakeContext", "crypto/tls.(*Conn).Handshake",
                      "crypto/tls.(*Conn).clientHandshake", "crypto/tls.(*Conn).serverHandshake"});
  });
}

}  // namespace

void detect_tls_handshake_stuck(const Model& model, Findings& out) noexcept {
  const Waits waits = handshakes(model);
  const auto confidence = judge(model, waits, {1, 5, 50});
  if (!confidence || (waits.count <= 2 && !waits.old(2) && !model.fragment())) return;
  std::uint64_t server = 0;
  for (std::uint32_t group : waits.groups) {
    if (is_server(model, model.group(group))) server += model.group(group).count;
  }
  const bool serves = server * 2 > waits.count;
  const HttpClient& client = http_client(model);
  const Waits callers = waits_of(model, client.conn_waits);
  Finding finding("tls_handshake_stuck");
  finding.confidence = *confidence;
  fill(model, waits, finding);
  const Waits dials = waits_in(model, {"net/http.(*persistConn).addTLS"});
  finding.groups.insert(finding.groups.end(), dials.groups.begin(), dials.groups.end());
  if (!serves) {
    finding.victim_groups = callers.groups;
    if (finding.site == kNone && !callers.sites.empty()) finding.site = callers.sites.front().frame;
  }
  // Not net/http but the user's own server.
  const bool own_loop = serves && finding.site != kNone;
  finding.summary = count_of(waits.count, "TLS handshake") +
                    (waits.count == 1 ? " waits" : " wait") + " for the other side" +
                    (own_loop ? in_places(model, waits) : std::string{}) +
                    oldest_for(waits.ages.max, waits.count);
  if (own_loop) {
    finding.summary +=
        ": the client has connected and does not go on, and no deadline of the connection ends it.";
    finding.against(
        "No frames show whether the loop that accepts calls this function itself: then all later "
        "clients wait for this one");
  } else if (serves) {
    finding.summary +=
        ": clients have connected and do not go on, and the server has no "
        "`ReadHeaderTimeout` or `ReadTimeout` that would end it.";
  } else {
    finding.summary +=
        (callers.count == 0 ? std::string{} : ", for requests" + in_places(model, callers)) +
        ": the server accepted the connection and says nothing, and no "
        "`TLSHandshakeTimeout` ends it.";
  }
  finding.supports(number(server) + (server == 1 ? " of them is" : " of them are") +
                   " on the server's side, " + number(waits.count - server) + " on the client's");
  if (!serves && callers.count > 0) {
    finding.supports(count_of(callers.count, "request") +
                     (callers.count == 1 ? " waits" : " wait") + " for them in `getConn`");
  }
  finding.against(
      waits.old(1) ? "No frames show the time-outs that are set: a long one may still end it"
                   : without_ages(model, "handshakes that are under way just now look the same"));
  finding.next =
      "Take a second dump a minute later: handshakes take milliseconds, so the same "
      "goroutines must be gone; `ss -tnp` shows the peers";
  finding.restart = serves ? "A restart closes these connections until such clients come again."
                           : "A restart does not help while the other side is silent.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
