// net/http runs one goroutine for each connection (http.(*conn).serve), also while it waits for a
// request. Without IdleTimeout and ReadTimeout nothing but the client ends that wait. Up to Go 1.19
// idle keep-alive connections and ones that have sent half a request both wait in readRequest; from
// 1.20 an idle one waits in bufio.(*Reader).Peek, and readRequest means that no or only a part of a
// first request has come (net/http/server.go, conn.serve): health checks by TCP, browsers' spare
// connections, or someone who sends headers slowly on purpose.
//
// Idle connections are what keep-alive is for: a load balancer keeps as many as it likes. They are
// a finding only in numbers and ages that show that nothing ever ends them.
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

// In minutes, of which two may be too many: browsers and balancers give up after one or two.
constexpr std::int32_t kOldIdle = 4;
constexpr std::uint64_t kSome = 8;  // a balancer's pool: worth a remark
constexpr std::uint64_t kManyIdle = 100;
constexpr std::uint64_t kManyHalf = 20;

std::optional<Confidence> judge_half(const Model& model, const Waits& waits) {
  if (model.fragment()) return std::nullopt;
  if (waits.old(2) && waits.count >= kManyHalf) return Confidence::possible;
  return waits.count >= kManyIdle ? std::optional(Confidence::possible) : std::nullopt;
}

std::string summary(const Waits& waits, bool half) {
  std::string text = count_of(waits.count, "connection") + " to this HTTP server" +
                     (waits.count == 1 ? " is" : " are") + " open" +
                     oldest_for(waits.ages.max, waits.count);
  if (half) {
    return text +
           ", on which no or only half a request has come: without `ReadHeaderTimeout` the "
           "server waits for the rest for ever.";
  }
  return text +
         ", without a request: with neither `IdleTimeout` nor `ReadTimeout` only the clients "
         "end them.";
}

}  // namespace

void detect_http_server_idle_connections(const Model& model, Findings& out) noexcept {
  const Waits all = waits_in(model, {"net/http.(*conn).serve"}, [&](const GroupFacts& facts) {
    return facts.op == Operation::io_read && !runs_handler(model, facts) &&
           !model.has(facts,
                      {"crypto/tls.(*Conn).handshakeContext", "crypto/tls.(*Conn).Handshake"});
  });
  if (all.count < kSome) return;
  const Waits halves =
      waits_in(model, {"net/http.(*conn).readRequest"},
               [&](const GroupFacts& facts) { return facts.op == Operation::io_read; });
  // To Go 1.19 an idle connection looks like half a request: then it is called idle.
  const bool old_go = model.go_version().known && model.go_version().max_minor < 20;
  const bool half = halves.count * 2 > all.count && !old_go;
  const Waits& waits = half ? halves : all;
  std::optional<Confidence> confidence;
  if (half) {
    confidence = judge_half(model, waits);
  } else if (waits.count >= kManyIdle && waits.old(kOldIdle)) {
    confidence = Confidence::possible;
  }
  // Young, or in a profile, they are what keep-alive is for.
  const bool many = !half && waits.count >= kManyIdle;
  const bool remark = !confidence && (many || waits.old(kOldIdle));
  if (!confidence && !remark) return;
  Finding finding("http_server_idle_connections");
  finding.confidence = Confidence::possible;
  if (remark) finding.severity = Severity::info;
  fill(model, waits, finding);
  finding.summary = summary(waits, half);
  finding.supports(count_of(waits.count, "connection") + (waits.count == 1 ? " waits" : " wait") +
                   " in `net/http.(*conn).serve` for bytes of a request");
  if (waits.old(kOldIdle)) {
    finding.supports(number(waits.aged) + " of them for a minute or more, the oldest for " +
                     time_span(waits.ages.max));
  } else {
    finding.against(
        "None of them print how long they have waited: young ones are what keep-alive is for");
  }
  finding.against(number(waits.count) +
                  " may simply be as many as the clients or a load balancer in "
                  "front keep open; a number that does not grow is no leak");
  finding.next =
      "`ss -tn state established '( sport = :PORT )'` counts them for each client; a second "
      "dump an hour later shows whether they grow";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
