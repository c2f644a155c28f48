// After the header of an answer has come, persistConn.readLoop hands the body to the caller and
// waits in select until the body is read to its end or closed (net/http/transport.go:
// waitForBodyRead, Go 1.9 to 1.27). Until then the connection cannot be used again, and both its
// goroutines stay. With HTTP/2 the connection goes on, but clientStream.doRequest of each
// unfinished stream stays.
//
// The same picture, for a moment, is a caller that reads the body just now: it stands in
// (*bodyEOFSignal).Read, so unclosed bodies are the select readLoops less such readers. Go 1.27
// drains up to 256 KB for 50 ms after Close in a goroutine of its own, which is normal.
#include <algorithm>

#include "births.h"
#include "finding.h"
#include "http_client.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "http_response_body_not_closed";
constexpr std::uint64_t kMany = 20;

struct Open {
  std::vector<std::uint32_t> groups;
  std::uint64_t bodies = 0, readers = 0, passers = 0, pausers = 0;
  bool http2 = false;
};

std::uint64_t less(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : 0; }

Open open_bodies(const Model& model, const HttpClient& client) {
  Open open;
  open.readers = client.body_readers;
  for (std::uint32_t group : client.body_waits) open.bodies += model.group(group).count;
  open.passers = client.body_passers;
  open.pausers = client.body_pausers;
  open.bodies = less(open.bodies, open.readers + open.passers + open.pausers + client.answered +
                                      client.nested_waits);
  if (open.bodies > 0) {
    open.groups = client.body_waits;
    return open;
  }
  // HTTP/2: streams whose header has come, and whose body nobody reads.
  open.readers = client.h2_body_readers;
  open.bodies =
      less(client.h2_streams, client.h2_round_trips + open.readers + open.passers + open.pausers);
  open.groups = client.h2_open;
  open.http2 = true;
  return open;
}

std::optional<Confidence> judge(const Model& model, const Open& open, const Births& births,
                                const Growth& growth) {
  if (growth.known && !growth.growing && births.ages.max < 1) return std::nullopt;
  const bool waits_long = births.ages.known > 0 && births.ages.max >= 1;
  if (model.fragment()) return Confidence::possible;
  if (open.bodies >= kMany || (waits_long && open.bodies > 4)) return Confidence::likely;
  if (growth.growing) return Confidence::likely;
  if (waits_long || open.bodies > 4) return Confidence::possible;
  return std::nullopt;
}

std::string summary(const Open& open, const Births& births) {
  const bool one = open.bodies == 1;
  std::string text = count_of(open.bodies, "HTTP response") + (one ? " has" : " have") +
                     " been received whose body is neither read to its end nor closed" +
                     oldest_for(births.ages.known > 0 ? births.ages.max : -1) + ": ";
  if (open.http2) {
    return text + (one ? "its stream stays" : "their streams stay") +
           " open on the HTTP/2 connection, each with a goroutine.";
  }
  return text + (one ? "its connection is" : "each keeps a connection that is") +
         " lost to the pool, with two goroutines; the caller forgot `resp.Body.Close()`, perhaps "
         "on "
         "a path that returns early.";
}

}  // namespace

void detect_http_response_body_not_closed(const Model& model, Findings& out) noexcept {
  const HttpClient& client = http_client(model);
  const Open open = open_bodies(model, client);
  if (open.bodies == 0 || open.groups.empty()) return;
  const Births births = births_of(model, open.groups);
  const Growth growth = growth_of(model, open.groups);
  const std::optional<Confidence> confidence = judge(model, open, births, growth);
  if (!confidence) return;
  Finding finding(kId);
  finding.confidence = *confidence;
  finding.groups = open.groups;
  if (!open.http2) {
    // The write sides of these connections; those of idle ones look the same.
    if (client.peeks == 0) {
      finding.groups.insert(finding.groups.end(), client.writing.begin(), client.writing.end());
    }
    // With MaxConnsPerHost others wait for these connections to come back.
    if (client.dialing == 0) finding.victim_groups = client.conn_waits;
  }
  finding.summary = summary(open, births);
  finding.created_at = model.group(open.groups.front()).created_by;
  finding.rate = rate_of(model, births, open.groups);
  finding.supports(
      open.http2
          ? count_of(open.bodies, "stream") +
                " wait in `clientStream.doRequest` although no caller waits for their header"
          : count_of(open.bodies, "connection") + (open.bodies == 1 ? " waits" : " wait") +
                " in the `select` of `persistConn.readLoop` for the caller to finish the body");
  if (births.kind == Births::leak) finding.supports(number(births.count) + ": " + births.words);
  if (growth.growing) {
    finding.supports(number(growth.counts.front()) + " at the first snapshot, " +
                     number(growth.counts.back()) + " at the last");
  }
  finding.against(
      open.readers == 0
          ? "No goroutines read a body just now; a caller that works on each piece before "
            "it reads the next would not be seen in the moment of the dump"
          : count_of(open.readers, "goroutine") + " read a body just now and are not counted");
  if (open.passers > 0) {
    finding.against(count_of(open.passers, "goroutine") +
                    " that copy from one connection to another wait to write: as many bodies may "
                    "be theirs and are not counted");
  }
  if (open.pausers > 0) {
    finding.against(count_of(open.pausers, "goroutine") +
                    " wait in a function in which others read a body: as many bodies may be theirs "
                    "and are not counted");
  }
  finding.against("No stacks show the caller: the one who has the response does not wait for it");
  finding.next =
      "Look for `resp.Body` without `defer resp.Body.Close()`; `go vet -vettool=$(which bodyclose) "
      "./...` lists such places. A second dump a few minutes later shows whether the number grows";
  finding.restart = finding.confidence == Confidence::possible
                        ? ""
                        : "A restart frees the connections until as many responses have been left "
                          "open again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
