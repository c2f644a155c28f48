// A handler writes into the socket's buffer; when that is full because the client does not read,
// net.(*conn).Write waits in the poller for room (internal/poll/fd_unix.go, FD.Write), under
// http.checkConnErrorWriter.Write, or under http.(*response).ReadFrom, which copies a file or
// another body to it (io.Copy finds it). Only http.Server.WriteTimeout, or a deadline set with
// ResponseController, ends it. With HTTP/2 the handler waits in serverConn.writeDataFromHandler for
// the client's window. A slow upload is the same in the other direction: http.(*body).Read.
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kRemark = 16;

bool writes_answer(const Model& model, const GroupFacts& facts) {
  if (facts.op == Operation::io_write &&
      model.has(facts, {"net/http.checkConnErrorWriter.Write", "net/http.(*response).ReadFrom"})) {
    return true;
  }
  return (facts.op == Operation::select || facts.op == Operation::unknown) &&
         model.has(facts, {"net/http.(*http2serverConn).writeDataFromHandler",
                           "net/http/internal/http2.(*serverConn).writeDataFromHandler",
                           "golang.org/x/net/http2.(*serverConn).writeDataFromHandler"});
}

}  // namespace

void detect_http_server_slow_clients(const Model& model, Findings& out) noexcept {
  const Waits writes =
      waits_where(model, [&](const GroupFacts& facts) { return writes_answer(model, facts); });
  const Waits reads = waits_in(model, {"net/http.(*body).Read"}, [&](const GroupFacts& facts) {
    // A handler that reads the answer of a server it called itself is in body.Read as well, below
    // the transport's own reader.
    return facts.op == Operation::io_read && runs_handler(model, facts) &&
           !model.has(facts, {"net/http.(*bodyEOFSignal).Read"});
  });
  const bool uploads = reads.count > writes.count;
  const Waits& waits = uploads ? reads : writes;
  // Young ones are what it looks like while data moves: a remark, no more.
  const auto confidence = judge(model, waits, {1, 5, kNeverYoung});
  if (!confidence && waits.count < kRemark) return;
  Finding finding("http_server_slow_clients");
  finding.confidence = confidence.value_or(Confidence::possible);
  if (!confidence) finding.severity = Severity::info;
  fill(model, waits, finding);
  finding.summary =
      count_of(waits.count, "request handler") + (waits.count == 1 ? " waits" : " wait") +
      (uploads ? " for the rest of a request's body" : " to write an answer") +
      in_places(model, waits) + oldest_for(waits.ages.max, waits.count) +
      (!confidence ? ", as while data moves."
       : uploads   ? ": the clients send slowly or not at all, and no `ReadTimeout` ends it."
                   : ": the clients do not read, and no `WriteTimeout` ends it.");
  finding.supports(
      count_of(waits.count, "handler") + (waits.count == 1 ? " stands" : " stand") +
      (uploads ? " in `http.(*body).Read`" : " in a `Write` to the client's connection") +
      ", in the poller");
  finding.against(waits.old(1)
                      ? "No frames show whether the client is slow or gone; TCP finds a dead "
                        "peer only when it has data on its way"
                      : without_ages(model, "clients that are slow but move look the same"));
  finding.next =
      uploads ? "`ss -tnp` shows the connections; a second dump whether they are the same"
              : "`ss -tnp` shows the connections whose Send-Q is full; a second dump whether "
                "they are the same";
  finding.restart = "A restart drops these clients until others stop in the same way.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
