// An HTTP/2 server grants a number of streams for a connection (SETTINGS_MAX_CONCURRENT_STREAMS). A
// request that finds all of them in use, on a connection that must not be replaced by another
// (StrictMaxConcurrentStreams of x/net/http2), waits in awaitOpenSlotForStreamLocked on the
// connection's Cond (h2_bundle.go; Go 1.9 to 1.26, net/http/internal/http2 in 1.27, x/net/http2).
// A slot becomes free when a stream ends: when its answer was read, or its context has ended.
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {

void detect_http2_streams_exhausted(const Model& model, Findings& out) noexcept {
  const Waits waits = waits_in(
      model, {"net/http.(*http2ClientConn).awaitOpenSlotForStreamLocked",
              "net/http.(*http2ClientConn).awaitOpenSlotForRequest",
              "golang.org/x/net/http2.(*ClientConn).awaitOpenSlotForStreamLocked",
              "golang.org/x/net/http2.(*ClientConn).awaitOpenSlotForRequest",
              "net/http/internal/http2.(*ClientConn).awaitOpenSlotForStreamLocked"});
  const auto confidence = judge(model, waits, {1, 5, 16});
  if (!confidence) return;
  const Waits streams = waits_in(
      model, {"net/http.(*http2clientStream).writeRequest",
              "golang.org/x/net/http2.(*clientStream).writeRequest",
              "net/http/internal/http2.(*clientStream).writeRequest"},
      [](const GroupFacts& facts) { return facts.op == Operation::select; });
  const Waits callers = waits_in(
      model, {"net/http.(*http2ClientConn).RoundTrip", "net/http.(*http2ClientConn).roundTrip",
              "golang.org/x/net/http2.(*ClientConn).RoundTrip",
              "golang.org/x/net/http2.(*ClientConn).roundTrip",
              "net/http/internal/http2.(*ClientConn).roundTrip"});
  Finding finding("http2_streams_exhausted");
  finding.confidence = *confidence;
  fill(model, waits, finding);
  finding.groups.insert(finding.groups.end(), callers.groups.begin(), callers.groups.end());
  if (!callers.sites.empty()) finding.site = callers.sites.front().frame;
  finding.summary = count_of(waits.count, "HTTP/2 request") +
                    (waits.count == 1 ? " waits" : " wait") + " for a free stream" +
                    in_places(model, callers) + oldest_for(waits.ages.max) +
                    ": the server's limit of streams on the connection is used up by requests that "
                    "do not end.";
  finding.supports(number(waits.count) + " stand in `awaitOpenSlotForStream`");
  if (streams.count > 0) {
    finding.supports(count_of(streams.count, "stream") + (streams.count == 1 ? " is" : " are") +
                     " open and " + (streams.count == 1 ? "waits" : "wait") +
                     " for an answer or for its body to be read");
  }
  finding.against(waits.old(1) ? "0 frames show which connection a stream belongs to"
                               : "0 waits print a minute: a burst that is served in a moment looks "
                                 "the same");
  finding.next = "Find what the open streams wait for: a server that does not answer, or a body that "
                 "is not closed";
  finding.restart = "A restart opens a fresh connection, until as many streams hang again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
