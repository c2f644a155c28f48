// A Transport with MaxConnsPerHost counts its connections; when all are in use, getConn does not
// start a dial but queues the request and waits in select (net/http/transport.go, queueForDial and
// connsPerHostWait, since Go 1.11). A connection comes back when its answer has been read, so
// answers that never come, or bodies that are never closed, stop everybody who waits behind them.
//
// getConn is also where a request waits while a connection for it is being made; then another
// goroutine is in dialConn. Waiters less dials are those that wait for a place.
#include "finding.h"
#include "http_client.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kQueue = 50;  // a short queue is what a limit is for

std::uint64_t connections(const Model& model, const HttpClient& client) {
  return client.peeks + waits_of(model, client.body_waits).count;
}

std::uint64_t held_by_bodies(const Model& model, const HttpClient& client) {
  const std::uint64_t bodies = waits_of(model, client.body_waits).count;
  return bodies > client.body_readers ? bodies - client.body_readers : 0;
}

}  // namespace

void detect_http_conn_pool_exhausted(const Model& model, Findings& out) noexcept {
  const HttpClient& client = http_client(model);
  if (client.waiting_for_conn <= client.dialing * 2) return;
  const std::uint64_t places = connections(model, client);
  const Waits waits = waits_of(model, client.conn_waits);
  const auto confidence = judge(model, waits, {1, 8, kQueue});
  const std::uint64_t bodies = held_by_bodies(model, client);
  // Those who wait have all connections themselves: none will come back, however young this is.
  const bool circle = places > 0 && bodies >= places && client.nested_waits >= places;
  if (!circle) {
    if (!confidence && (bodies * 2 < places || waits.count < 8)) return;
    // Young and not many for each connection: under load they take turns.
    if (!waits.old(1) && places > 0 && waits.count < places * 3) return;
  }
  Finding finding("http_conn_pool_exhausted");
  finding.confidence = confidence.value_or(Confidence::possible);
  finding.summary =
      count_of(waits.count, "request") + (waits.count == 1 ? " waits" : " wait") +
      " for a connection" + in_places(model, waits) + oldest_for(waits.ages.max, waits.count) +
      ": all connections that `MaxConnsPerHost` allows are taken, and none comes back.";
  finding.supports(count_of(waits.count, "request") + " in `(*Transport).getConn` while " +
                   count_of(client.dialing, "dial") + (client.dialing == 1 ? " is" : " are") +
                   " under way: they wait for a place, not for a connection to be made");
  if (client.in_flight > 0) {
    finding.supports(count_of(client.in_flight, "request") +
                     (client.in_flight == 1 ? " holds" : " hold") + " a connection and " +
                     (client.in_flight == 1 ? "waits" : "wait") + " for an answer" +
                     in_places(model, waits_of(model, client.round_trips)));
  }
  if (bodies > 0) {
    finding.supports(count_of(bodies, "connection") + (bodies == 1 ? " is" : " are") +
                     " held by a response whose body nobody reads or closes");
  }
  if (!waits.old(1)) {
    finding.against(without_ages(model, "requests that queue for a moment look the same"));
  }
  finding.against("No frames show which host or which Transport a waiter needs");
  finding.next =
      "Look at the requests that hold the connections, and take a second dump: are the same "
      "goroutines still in front?";
  finding.restart = "A restart empties the queue until as many connections hang again.";
  fill(model, waits, finding);
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
