// Every http.Transport has a pool of its own. After a response has been read to its end, the
// connection goes back to that pool and two goroutines stay with it: persistConn.readLoop blocks in
// Peek for a byte that an idle server never sends, persistConn.writeLoop in select for the next
// request (net/http/transport.go, Go 1.9 to 1.27). If the Transport is thrown away after one
// request, nobody can use that pool again, yet its goroutines keep it alive.
//
// What tells it from a healthy pool: http.DefaultTransport closes idle connections after 90 s and
// keeps at most 100; any Transport keeps at most 2 per host unless told otherwise
// (DefaultMaxIdleConnsPerHost). Peek is also where a connection with a request in flight sits, so
// idle connections are Peek readLoops less the waiters in persistConn.roundTrip.
//
// Over HTTP/2 a Transport has one connection per host, with one goroutine: ClientConn.readLoop
// (h2_bundle.go, golang.org/x/net/http2; net/http/internal/http2 in Go 1.27).
//
// One Transport may also have many idle connections: as many as it asks hosts (a crawler), or as
// many as MaxIdleConnsPerHost allows under load. Then requests in flight show its pointer, all the
// same one. And goroutines that ask on their own for their whole lives (a prober for each target)
// may each have a Transport on purpose: then there are as many of them as connections.
#include <algorithm>
#include <set>

#include "births.h"
#include "crowds.h"
#include "finding.h"
#include "http_client.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "http_transport_per_request";
// 90 s of IdleConnTimeout, and minutes are printed up to one forced collection (2 min) too long
// (runtime/proc.go, forcegcperiod; the stamp is of the collection before).
constexpr std::int32_t kOlderThanDefault = 4;
constexpr std::uint64_t kDefaultMaxIdle = 100;  // DefaultTransport.MaxIdleConns
constexpr std::uint64_t kFew = 4;               // a client or two, each with both connections
constexpr std::uint64_t kMany = 20;
constexpr std::uint64_t kManySince = 256;  // more than the ids that Ps have in store
constexpr std::uint64_t kShared = 8;       // requests that use one Transport at the same moment

struct Idle {
  std::vector<std::uint32_t> groups;   // read sides
  std::vector<std::uint32_t> writers;  // write sides
  std::uint64_t connections = 0, old = 0;
  std::uint64_t in_flight = 0;  // requests that wait for an answer
  std::uint64_t h2 = 0;         // connections that speak HTTP/2
  std::int32_t oldest = -1;
  std::set<std::uint64_t> transports;  // distinct pointers, exact
  std::uint64_t sharing = 0;           // requests in flight, all with one Transport
  Since since;                         // goroutines started after most of the connections
  Crowd owners;  // goroutines that wait for their next request, one per connection
};

// Loops that stand still until their next request: born together, and as many as the connections.
Crowd owners_of(const Model& model, std::uint64_t connections) {
  for (Crowd& crowd :
       crowds_in(model, {Operation::chan_receive, Operation::select, Operation::sleep})) {
    if (crowd.handler || crowd.count < connections || crowd.count * 4 > connections * 5) continue;
    if (births_of(model, crowd.groups).kind != Births::leak) return std::move(crowd);
  }
  return {};
}

Idle collect(const Model& model, const HttpClient& client) {
  Idle idle;
  idle.groups = client.peeking;
  idle.groups.insert(idle.groups.end(), client.h2_reading.begin(), client.h2_reading.end());
  idle.writers = client.writing;
  idle.transports = client.transports;
  idle.connections = client.idle;
  idle.in_flight = client.in_flight;
  idle.h2 =
      client.idle - std::min(client.idle, client.peeks - std::min(client.peeks, client.in_flight));
  for (std::uint32_t group : idle.groups) {
    for (std::uint32_t record : model.group(group).records) {
      const std::int32_t minutes = model.dump().records[record].minutes;
      idle.oldest = std::max(idle.oldest, minutes);
      if (minutes >= kOlderThanDefault) ++idle.old;
    }
  }
  idle.old = std::min(idle.old, idle.connections);
  idle.sharing = client.callers_of_one;
  idle.since = started_since(model, idle.groups);
  if (idle.old == 0 && idle.connections > kFew) {
    idle.owners = owners_of(model, idle.connections);
  }
  return idle;
}

// The process has gone on and hardly opened another connection, and these are not idle for long:
// what comes since uses them again. A Transport for each request would have opened one for each.
bool used_again(const Idle& idle) {
  return idle.oldest < 1 && idle.since.after >= kManySince &&
         idle.since.after * 2 >= idle.since.before;
}

// The text shows whose they may be: young, and of a pool under load, of one Transport or of as many
// loops.
bool accounted_for(const Idle& idle, const Births& births) {
  return idle.old == 0 && births.kind != Births::leak &&
         (idle.connections <= idle.in_flight * 2 || idle.sharing >= kShared ||
          idle.owners.count > 0 || used_again(idle));
}

// Nearly as many Transports as requests in flight. A few clients that a program keeps, each with a
// Transport of its own, serve several requests each.
bool has_one_each(const Idle& idle) {
  return idle.transports.size() > kFew && idle.transports.size() * 4 >= idle.in_flight * 3;
}

// How sure the text makes us that it is a Transport per request; nothing for a healthy pool.
std::optional<Confidence> judge(const Model& model, const Idle& idle, const Births& births,
                                const Growth& growth) {
  if (has_one_each(idle)) {
    if (idle.transports.size() >= kMany) return Confidence::certain;
    // The process has done a thousand things since, and opened hardly a connection: these are
    // clients that it has kept from the start.
    const Since since = started_since(model, idle.groups);
    const bool kept = since.after >= 1000 && since.after > since.before * 4;
    return kept ? std::nullopt : std::optional(Confidence::likely);
  }
  if (model.fragment()) {
    return idle.old > 0 || idle.connections >= kMany ? std::optional(Confidence::possible)
                                                     : std::nullopt;
  }
  if (growth.known && !growth.growing) return std::nullopt;
  if (idle.connections <= kFew) return std::nullopt;
  if (growth.growing) return Confidence::likely;
  if (accounted_for(idle, births)) {
    return idle.connections >= kMany ? std::optional(Confidence::possible) : std::nullopt;
  }
  if (idle.connections > kDefaultMaxIdle) {
    // A crawler between two rounds has as many, made at once.
    const bool spread = births.kind == Births::leak || idle.old > 0;
    return spread ? Confidence::likely : Confidence::possible;
  }
  if (births.kind == Births::leak && idle.old > 0) {
    return idle.connections >= kMany ? Confidence::likely : Confidence::possible;
  }
  if (idle.old >= kMany) return Confidence::likely;
  if (idle.old > kFew) return Confidence::possible;
  // A large pool between the requests of a busy moment: a leak leaves far more behind than it uses.
  if (idle.in_flight * 2 >= idle.connections) return std::nullopt;
  return idle.connections >= kMany ? std::optional(Confidence::possible) : std::nullopt;
}

std::string few_of(const Idle& idle) {
  if (idle.h2 == idle.connections) {
    return idle.connections == 1
               ? "This goroutine reads an idle HTTP/2 client connection"
               : "These goroutines read " + number(idle.h2) + " idle HTTP/2 client connections";
  }
  return idle.connections == 1
             ? "These goroutines are the read and the write side of one idle HTTP client connection"
             : "These goroutines are the read and the write sides of " +
                   count_of(idle.connections, "idle HTTP client connection");
}

std::string few_summary(const Idle& idle) {
  std::string text = few_of(idle);
  if (idle.oldest > 0) text += ", idle for " + time_span(idle.oldest);
  return text +
         ": `http.DefaultTransport` would have closed it after 90 seconds, so another "
         "`http.Transport` without `IdleConnTimeout` made it, most often one that is made anew for "
         "each request.";
}

// The requests tell it by their pointers, however few of their connections are idle.
std::string in_flight_summary(const Idle& idle, std::uint64_t in_flight) {
  return count_of(in_flight, "HTTP request") + " in flight at this moment " +
         (in_flight == 1 ? "uses " : "use ") + number(idle.transports.size()) +
         " different `http.Transport`s, so one seems to be made for each request.";
}

std::string many_summary(const Idle& idle) {
  const bool all_h2 = idle.h2 == idle.connections;
  std::string text = count_of(
      idle.connections, all_h2 ? "idle HTTP/2 client connection" : "idle HTTP client connection");
  if (idle.oldest > 0) text += ", the oldest for " + time_span(idle.oldest);
  text += idle.oldest > 0 ? ", are" : " are";
  text += " kept open by goroutines of `net/http`: ";
  if (has_one_each(idle)) {
    return text + number(idle.transports.size()) +
           " different `http.Transport`s are in use at this moment, so one is made for each "
           "request.";
  }
  const std::uint64_t pools = (idle.connections - idle.h2 + 1) / 2 + idle.h2;
  text += all_h2        ? "a Transport has 1 per host with HTTP/2"
          : idle.h2 > 0 ? "a Transport keeps 2 per host by default, with HTTP/2 it has 1"
                        : "a Transport keeps 2 per host by default";
  return text + ", so it takes " + number(pools) +
         " Transports or hosts to have them, and a new `http.Transport` for each request is the "
         "usual reason.";
}

std::string remark_summary(const Model& model, const Idle& idle) {
  const std::string text =
      count_of(idle.connections, "idle HTTP client connection") + " are kept open: ";
  if (idle.sharing >= kShared) {
    return text + number(idle.sharing) +
           " requests use one `http.Transport` at this moment, so it may be the pool of that one.";
  }
  if (idle.connections <= idle.in_flight * 2) {
    return text + number(idle.in_flight) +
           " requests are in flight beside them, as with a pool under load.";
  }
  if (used_again(idle)) {
    return text + number(idle.since.after) +
           " goroutines were started after most of them were opened, so they seem to be used "
           "again.";
  }
  return text + "as many as there are goroutines of " + place(model, idle.owners.site) +
         ", each perhaps with a client of its own.";
}

void add_evidence(const Model& model, const Idle& idle, const Births& births, const Growth& growth,
                  const HttpClient& client, Finding& finding) {
  const std::uint64_t h1 = idle.connections - idle.h2;
  if (h1 > 0) {
    finding.supports(count_of(h1, "connection") + (h1 == 1 ? " waits" : " wait") +
                     " in `persistConn.readLoop` for a byte that an idle server does not send, "
                     "each with a `writeLoop` beside it");
  }
  if (idle.h2 > 0) {
    finding.supports(count_of(idle.h2, "HTTP/2 connection") + (idle.h2 == 1 ? " waits" : " wait") +
                     " in `ClientConn.readLoop` for a frame, and no request is under way on " +
                     (idle.h2 == 1 ? "it" : "them"));
  }
  if (idle.old > 0) {
    finding.supports(number(idle.old) + " of them " + (idle.old == 1 ? "has" : "have") +
                     " been idle for " + time_span(kOlderThanDefault) +
                     " or more; `http.DefaultTransport` closes such connections after 90 seconds");
  }
  if (idle.connections > kDefaultMaxIdle) {
    finding.supports(number(idle.connections) +
                     " are more than the 100 that `http.DefaultTransport` keeps in all");
  }
  if (idle.transports.size() > 1) {
    finding.supports(number(idle.transports.size()) +
                     " different `*http.Transport` pointers stand in the stacks of requests");
  }
  if (births.kind == Births::leak) finding.supports(number(births.count) + ": " + births.words);
  if (growth.growing) {
    finding.supports(number(growth.counts.front()) + " at the first snapshot, " +
                     number(growth.counts.back()) + " at the last");
  }
  if (has_one_each(idle)) {
    finding.against(number(idle.transports.size()) +
                    " clients that are kept on purpose, each with a Transport of its own, look the "
                    "same");
  } else if (client.in_flight > 0) {
    finding.against(count_of(client.in_flight, "request") +
                    (client.in_flight == 1 ? " is" : " are") +
                    " in flight, on connections that look the same; they are not counted");
  }
  if (idle.sharing >= kShared) {
    finding.against(number(idle.sharing) +
                    " requests in flight all use the same `*http.Transport`: these connections may "
                    "be its own");
  }
  if (used_again(idle)) {
    finding.against(number(idle.since.after) +
                    " goroutines were started after most of these connections were opened, by "
                    "their ids: requests since then have hardly opened any");
  }
  if (idle.owners.count > 0) {
    finding.against(count_of(idle.owners.count, "goroutine") + " of " +
                    place(model, idle.owners.site) +
                    " live beside them: each may have a client of its own");
  }
  if (model.fragment()) {
    finding.against(
        "An excerpt does not show how many there are: a single custom Transport that "
        "keeps a few connections looks the same");
  } else if (idle.transports.size() <= 1) {
    finding.against(
        std::string("No pointer shows which Transport a connection belongs to: one Transport ") +
        (h1 == 0 ? "that asks as many hosts" : "with a large `MaxIdleConnsPerHost`") +
        " and no `IdleConnTimeout` looks the same");
  }
}

}  // namespace

void detect_http_transport_per_request(const Model& model, Findings& out) noexcept {
  const HttpClient& client = http_client(model);
  if (client.idle == 0) return;
  const Idle idle = collect(model, client);
  const Births births = births_of(model, idle.groups);
  const Growth growth = growth_of(model, idle.groups);
  const std::optional<Confidence> confidence = judge(model, idle, births, growth);
  if (!confidence) return;
  Finding finding(kId);
  finding.confidence = *confidence;
  finding.groups = idle.groups;
  finding.groups.insert(finding.groups.end(), idle.writers.begin(), idle.writers.end());
  finding.summary = idle.connections > kFew ? many_summary(idle)
                    : has_one_each(idle)    ? in_flight_summary(idle, client.in_flight)
                                            : few_summary(idle);
  if (accounted_for(idle, births) && *confidence == Confidence::possible) {
    finding.severity = Severity::info;
    finding.summary = remark_summary(model, idle);
  }
  finding.created_at = model.group(idle.groups.front()).created_by;
  if (has_one_each(idle) && !client.round_trips.empty()) {
    finding.groups.insert(finding.groups.end(), client.round_trips.begin(),
                          client.round_trips.end());
    finding.site = waits_of(model, client.round_trips).sites.front().frame;
  }
  finding.rate = rate_of(model, births, idle.groups);
  add_evidence(model, idle, births, growth, client, finding);
  finding.next =
      "Count the connections, twice with a few minutes between: "
      "`curl -s 'http://HOST/debug/pprof/goroutine?debug=2' | grep -c 'persistConn).readLoop('`; a "
      "number that only grows is the leak";
  if (*confidence != Confidence::possible) {
    finding.restart =
        "A restart closes the connections and frees the memory until as many requests "
        "have been sent again; nothing is lost by it";
    if (finding.rate) {
      finding.restart += ", and at " + decimal(finding.rate->per_minute) +
                         " new connections a minute it comes back at once";
    }
    finding.restart += ".";
  }
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
