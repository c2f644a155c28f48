// An HTTP/2 server grants a number of streams for a connection (SETTINGS_MAX_CONCURRENT_STREAMS). A
// request that finds all of them in use, on a connection that must not be replaced by another
// (StrictMaxConcurrentStreams of x/net/http2), waits in awaitOpenSlotForStreamLocked on the
// connection's Cond (h2_bundle.go; Go 1.9 to 1.26, net/http/internal/http2 in 1.27, x/net/http2).
// A slot becomes free when a stream ends: when its answer was read, or its context has ended.
//
// In newer ones the first waiter keeps the lock of the headers (reqHeaderMu, since x/net of 2021
// and Go 1.17), so all others wait for that in the select above it: in writeRequest, at an earlier
// line.
#include <algorithm>

#include "finding.h"
#include "http_client.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kWriteRequest[] = {
    "net/http.(*http2clientStream).writeRequest",
    "golang.org/x/net/http2.(*clientStream).writeRequest",
    "net/http/internal/http2.(*clientStream).writeRequest"};

// Line of the frame in writeRequest, 0 if there is none.
std::uint32_t line_in_write(const Model& model, const GroupFacts& facts) {
  const int at = model.position(facts, {kWriteRequest[0], kWriteRequest[1], kWriteRequest[2]});
  if (at < 0) return 0;
  return model.dump().symbols.frame_at(facts.frames[static_cast<std::size_t>(at)]).line;
}

}  // namespace

void detect_http2_streams_exhausted(const Model& model, Findings& out) noexcept {
  const Waits first =
      waits_in(model, {"net/http.(*http2ClientConn).awaitOpenSlotForStreamLocked",
                       "net/http.(*http2ClientConn).awaitOpenSlotForRequest",
                       "golang.org/x/net/http2.(*ClientConn).awaitOpenSlotForStreamLocked",
                       "golang.org/x/net/http2.(*ClientConn).awaitOpenSlotForRequest",
                       "net/http/internal/http2.(*ClientConn).awaitOpenSlotForStreamLocked"});
  if (first.count == 0) return;
  const std::uint32_t line = line_in_write(model, model.group(first.groups.front()));
  const Waits behind = waits_in(
      model, {kWriteRequest[0], kWriteRequest[1], kWriteRequest[2]}, [&](const GroupFacts& facts) {
        return facts.op != Operation::cond && line_in_write(model, facts) < line;
      });
  const Waits streams =
      waits_in(model, {kWriteRequest[0], kWriteRequest[1], kWriteRequest[2]},
               [&](const GroupFacts& facts) { return line_in_write(model, facts) > line; });
  std::vector<std::uint32_t> groups = first.groups;
  groups.insert(groups.end(), behind.groups.begin(), behind.groups.end());
  const Waits waits = waits_of(model, std::move(groups));
  const Waits callers = waits_in(
      model, {"net/http.(*http2ClientConn).RoundTrip", "net/http.(*http2ClientConn).roundTrip",
              "golang.org/x/net/http2.(*ClientConn).RoundTrip",
              "golang.org/x/net/http2.(*ClientConn).roundTrip",
              "net/http/internal/http2.(*ClientConn).roundTrip"});
  // Streams whose caller neither waits for the header nor reads the body: as long as all are such,
  // nobody is seen who would end one.
  const std::uint64_t used = http_client(model).h2_body_readers + http_client(model).body_passers +
                             (callers.count - std::min(callers.count, waits.count));
  const bool abandoned = streams.count > 0 && used == 0;
  auto confidence = judge(model, waits, {1, 5, 50});
  if (!confidence && abandoned && waits.count > 1 && !all_young(model, waits)) {
    confidence = Confidence::possible;
  }
  if (!confidence) return;
  Finding finding("http2_streams_exhausted");
  finding.confidence = *confidence;
  fill(model, waits, finding);
  finding.groups.insert(finding.groups.end(), callers.groups.begin(), callers.groups.end());
  if (!callers.sites.empty()) finding.site = callers.sites.front().frame;
  finding.summary = count_of(waits.count, "HTTP/2 request") +
                    (waits.count == 1 ? " waits" : " wait") + " for a free stream" +
                    in_places(model, callers) + oldest_for(waits.ages.max, waits.count) +
                    ": the server's limit of streams on the connection is used up by requests that "
                    "do not end.";
  finding.supports(number(first.count) + (first.count == 1 ? " stands" : " stand") +
                   " in `awaitOpenSlotForStream`, and " + number(behind.count) +
                   " behind in `clientStream.writeRequest`");
  if (streams.count > 0) {
    finding.supports(count_of(streams.count, "stream") + (streams.count == 1 ? " is" : " are") +
                     " open and " + (streams.count == 1 ? "waits" : "wait") +
                     " for an answer or for its body to be read");
  }
  if (abandoned) {
    finding.supports(
        "No goroutines wait for the header of these streams or read their bodies: "
        "a response that was not closed keeps its stream");
  }
  finding.against(waits.old(1)
                      ? "No frames show which connection a stream belongs to"
                      : without_ages(model, "a burst that is served in a moment looks the same"));
  finding.next =
      "Find what the open streams wait for: a server that does not answer, or a body that "
      "is not closed";
  finding.restart = "A restart opens a fresh connection, until as many streams hang again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
