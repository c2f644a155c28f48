// HTTP/2 limits what a sender may have on its way: each stream and each connection has a window
// that shrinks with every byte and grows when the receiver has read (RFC 9113, 5.2). A client that
// uploads waits in clientStream.awaitFlowControl on the connection's Cond, a server that answers in
// serverConn.writeDataFromHandler in select (h2_bundle.go, x/net/http2; net/http/internal/http2 in
// Go 1.27). If the receiver does not read, the window stays shut; the connection's own window is
// shared, so one reader that sleeps can stop all streams of the connection.
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kRemark = 16;

}  // namespace

void detect_http2_flow_control_stalled(const Model& model, Findings& out) noexcept {
  const Waits uploads =
      waits_in(model, {"net/http.(*http2clientStream).awaitFlowControl",
                       "golang.org/x/net/http2.(*clientStream).awaitFlowControl",
                       "net/http/internal/http2.(*clientStream).awaitFlowControl"});
  // Young ones are what it looks like while data moves: a remark, no more.
  const auto confidence = judge(model, uploads, {1, 5, kNeverYoung});
  if (!confidence && uploads.count < kRemark) return;
  const Waits callers = waits_in(
      model, {"net/http.(*http2ClientConn).RoundTrip", "net/http.(*http2ClientConn).roundTrip",
              "golang.org/x/net/http2.(*ClientConn).RoundTrip",
              "golang.org/x/net/http2.(*ClientConn).roundTrip",
              "net/http/internal/http2.(*ClientConn).roundTrip"});
  Finding finding("http2_flow_control_stalled");
  finding.confidence = confidence.value_or(Confidence::possible);
  if (!confidence) finding.severity = Severity::info;
  fill(model, uploads, finding);
  finding.groups.insert(finding.groups.end(), callers.groups.begin(), callers.groups.end());
  if (!callers.sites.empty()) finding.site = callers.sites.front().frame;
  finding.summary =
      count_of(uploads.count, "HTTP/2 upload") + (uploads.count == 1 ? " waits" : " wait") +
      " for room in the window" + in_places(model, callers) +
      oldest_for(uploads.ages.max, uploads.count) +
      (confidence ? ": the server does not read the bodies, so nothing more may be sent."
                  : ", as while data moves.");
  finding.supports(number(uploads.count) + " stand in `clientStream.awaitFlowControl`");
  if (!uploads.old(1)) {
    finding.against(without_ages(model, "a receiver that is slow but reads looks the same"));
  }
  finding.against(
      "No frames show whether the window of the stream or of the whole connection is shut");
  finding.next =
      "Take a second dump: uploads that move are in other goroutines or at other ages; "
      "then look why the server's handler does not read `r.Body`";
  finding.restart = "A restart opens new connections, until the receiver stops reading again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
