// persistConn.roundTrip sends a request and waits in select for its answer, a write error, the end
// of the connection, or the end of the request's context (net/http/transport.go, Go 1.9 to 1.27).
// Without Client.Timeout, a deadline in the context or ResponseHeaderTimeout only the peer can end
// that wait, and a peer that hangs never does. HTTP/2 callers wait in ClientConn.roundTrip for the
// same.
//
// The rest of an answer may not come either. ResponseHeaderTimeout does not end that wait: the
// reader of the body is in (*bodyEOFSignal).Read, which of a server's own handlers speaks when it
// lasts for minutes. Who passes on an event stream waits there too.
//
// Client.Timeout is a deadline of the context since Go 1.14 and leaves no frame, so a wait that is
// still below its time-out looks the same: only minutes, or numbers that no burst has, speak. Long
// polls wait for minutes by design, mostly in a goroutine of their own and not in a server's
// handler.
#include <algorithm>

#include "finding.h"
#include "http_client.h"
#include "model.h"
#include "partners.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kPolls = 4;

// HTTP/2 streams that have not been sent yet: they wait for a slot or for window, other causes.
std::uint64_t held_back(const Model& model) {
  return waits_in(model, {"net/http.(*http2ClientConn).awaitOpenSlotForStreamLocked",
                          "golang.org/x/net/http2.(*ClientConn).awaitOpenSlotForStreamLocked",
                          "net/http/internal/http2.(*ClientConn).awaitOpenSlotForStreamLocked",
                          "net/http.(*http2clientStream).awaitFlowControl",
                          "golang.org/x/net/http2.(*clientStream).awaitFlowControl",
                          "net/http/internal/http2.(*clientStream).awaitFlowControl"})
      .count;
}

// Long polls by design: behind each held lock of Consul, and in each of its watches, a query waits
// up to five minutes for a change (consul/api v1.34.0, lock.go monitorLock, watch/plan.go).
bool polls(const Model& model, const GroupFacts& facts) {
  return model.has(facts, {"github.com/hashicorp/consul/api.(*Lock).monitorLock",
                           "github.com/hashicorp/consul/api.(*Semaphore).monitorLock",
                           "github.com/hashicorp/consul/api/watch.(*Plan).RunWithClientAndHclog"});
}

// Handlers that have waited for the next piece of an answer for minutes, and do not just copy it.
std::vector<std::uint32_t> stalled_readers(const Model& model) {
  std::vector<std::uint32_t> groups;
  for (const Hit& hit :
       model.find({"net/http.(*bodyEOFSignal).Read", "net/http.http2transportResponseBody.Read",
                   "golang.org/x/net/http2.transportResponseBody.Read",
                   "net/http/internal/http2.transportResponseBody.Read"})) {
    const GroupFacts& facts = model.group(hit.group);
    if (facts.ages.known == 0 || facts.ages.max < kOldMinutes || !runs_handler(model, facts))
      continue;
    if (model.has(facts, {"io.copyBuffer", "net/http/httputil.(*ReverseProxy).copyBuffer"})) {
      continue;
    }
    groups.push_back(hit.group);
  }
  keep_distinct(groups);
  return groups;
}

Waits callers(const Model& model, const HttpClient& client,
              const std::vector<std::uint32_t>& stalled) {
  std::vector<std::uint32_t> groups = client.round_trips;
  groups.insert(groups.end(), stalled.begin(), stalled.end());
  if (held_back(model) == 0) {
    groups.insert(groups.end(), client.h2_round_trip_groups.begin(),
                  client.h2_round_trip_groups.end());
  }
  std::erase_if(groups, [&](std::uint32_t group) { return polls(model, model.group(group)); });
  return waits_of(model, std::move(groups));
}

// Uploads whose own body has not come yet, or of which a piece was sent less than a minute ago: the
// other side owes them nothing so far.
std::uint64_t send_their_body(const Model& model) {
  return waits_in(model, {"net/http.(*transferWriter).writeBody"},
                  [&](const GroupFacts& facts) {
                    if (facts.op != Operation::io_write) return true;
                    return model.has_minutes() && facts.ages.known == 0;
                  })
      .count;
}

// The calls behind these requests: those that one goroutine has sent out together, and still waits
// for, are one. Siblings have ids in a row; a profile tells by a closure's name who started it.
std::uint64_t calls_of(const Model& model, const Waits& waits) {
  std::uint64_t calls = 0, last = 0, above = 0;
  std::string_view known;  // the entry of which `above` tells; most groups have the same
  for (std::uint32_t group : waits.groups) {
    const GroupFacts& facts = model.group(group);
    if (facts.records.empty()) {
      const std::string_view entry = facts.own_entry;
      if (entry != known) above = in_call_of(model, entry.substr(0, entry.rfind(".func")));
      known = entry;
    }
    if (runs_handler(model, facts) || (facts.records.empty() && above == 0)) {
      calls += facts.count;
      continue;
    }
    if (facts.records.empty()) calls += std::min(facts.count, above);
    for (std::uint32_t record : facts.records) {
      const std::uint64_t creator = model.dump().records[record].creator;
      if (creator == 0 || creator != last || !works_in_own_code(model, creator)) ++calls;
      last = creator;
    }
  }
  return calls;
}

// Requests that are passed on: they end when their own client leaves, and long polls pass too.
std::vector<std::uint32_t> through_proxy(const Model& model, const Waits& waits) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t group : waits.groups) {
    if (model.has(model.group(group), {"net/http/httputil.(*ReverseProxy).ServeHTTP"})) {
      groups.push_back(group);
    }
  }
  return groups;
}

std::string summary(const Model& model, const Waits& waits, bool rest, bool remark) {
  const std::string text = count_of(waits.count, "HTTP request") +
                           (waits.count == 1 ? " waits" : " wait") +
                           (rest ? " for the rest of an answer" : " for an answer") +
                           in_places(model, waits) + oldest_for(waits.ages.max, waits.count);
  if (remark) return text + ", as requests under load and long polls do.";
  if (waits.ages.known == 0) {
    return text +
           " at the same time; for how long is not printed: the other side is slow, or it "
           "does not answer and no time-out of this client ends the wait.";
  }
  if (rest) {
    return text +
           ": the header has come, the other side has stopped in the body, and no time-out of this "
           "client has ended the wait.";
  }
  return text +
         ": the other side does not answer, and no time-out of this client has ended the wait.";
}

}  // namespace

void detect_http_client_no_timeout(const Model& model, Findings& out) noexcept {
  const HttpClient& client = http_client(model);
  const std::vector<std::uint32_t> stalled = stalled_readers(model);
  const Waits waits = callers(model, client, stalled);
  if (end_by_themselves(model, waits)) return;
  constexpr std::uint64_t kBurst = 50;
  const auto confidence = judge(model, waits, {kOldMinutes, 5, kBurst});
  if (!confidence || send_their_body(model) * 2 > waits.count) return;
  if (*confidence == Confidence::possible && !waits.old(kOldMinutes) && !model.fragment() &&
      calls_of(model, waits) < kBurst) {
    return;
  }
  const Waits proxied = waits_of(model, through_proxy(model, waits));
  Finding finding("http_client_no_timeout");
  finding.confidence = *confidence;
  if (waits.old(kOldMinutes)) {
    finding.supports(number(waits.aged) + " of " + number(waits.count) +
                     " have waited for a minute or more, the oldest for " +
                     time_span(waits.ages.max) + "; usual time-outs end after 30 to 60 seconds");
  } else {
    finding.supports(number(waits.count) + " wait at the same time for an answer");
    finding.against(
        "None of them print how long they have waited: a burst of requests that are "
        "answered in a moment looks the same");
  }
  const std::uint64_t reading = goroutines_in(model, stalled);
  const bool rest = reading * 2 > waits.count;
  if (rest) finding.confidence = Confidence::possible;
  if (reading > 0) {
    finding.supports(number(reading) + (reading == 1 ? " reads" : " read") +
                     " the body of an answer whose header has come");
    finding.against(
        "An event stream that a handler passes on, and in which nothing happens, looks the same");
  }
  if (waits.handlers > 0) {
    finding.supports(number(waits.handlers) +
                     (waits.handlers == 1 ? " of them keeps" : " of them keep") +
                     " a request of your own server waiting meanwhile");
  } else if (waits.count <= kPolls && !model.fragment() && !are_tasks(model, waits)) {
    finding.severity = Severity::info;
    finding.against(number(waits.count) +
                    " in goroutines of their own: long polls wait like this by design");
  }
  // A connection is idle after its answer was read, and the next request takes an idle one first.
  if (!waits.old(kOldMinutes) && !model.fragment() && client.idle * 8 >= waits.count) {
    finding.severity = Severity::info;
    finding.against(count_of(client.idle, "idle connection") +
                    " beside them: answers have come a moment ago");
  }
  if (proxied.count * 2 > waits.count) {
    finding.confidence = Confidence::possible;
    if (waits.count < 50 || !waits.old(kOldMinutes)) finding.severity = Severity::info;
    finding.against(number(proxied.count) +
                    " are passed on by a `ReverseProxy`: they end when their "
                    "clients leave, and long polls look the same");
  }
  const Waits guards = waits_in(model, {"net/http.setRequestCancel.func4"});
  if (guards.count > 0) {
    finding.against(number(guards.count) +
                    " goroutines in `net/http.setRequestCancel` watch a "
                    "`Client.Timeout`: these requests have one");
  }
  finding.against(
      "No frames show a `Client.Timeout` or a deadline of the context, whether there is "
      "one or not: a long one may still end these waits");
  finding.summary = summary(model, waits, rest, finding.severity.has_value());
  if (client.dialing == 0) finding.victim_groups = client.conn_waits;
  if (waits.old(kOldMinutes)) {
    const std::vector<std::uint32_t> served = waiters_served_by(model, waits.groups);
    finding.victim_groups.insert(finding.victim_groups.end(), served.begin(), served.end());
    if (!served.empty()) {
      finding.supports(waiting_at_served_channels(goroutines_in(model, served)));
    }
  }
  finding.next =
      "Look how the client at this place is made: does it have `Timeout`, or the request a "
      "context with a deadline? `ss -tnp` shows the peer that owes the answers";
  if (finding.confidence == Confidence::likely) {
    finding.restart = "A restart drops these requests; it helps until the other side hangs again.";
  }
  fill(model, waits, finding);
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
