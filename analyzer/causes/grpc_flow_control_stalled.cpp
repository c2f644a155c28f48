// A stream of gRPC may have 64 KB that are sent but not yet written to its connection: Send takes
// them from transport.writeQuota and waits in select when they are used up ("get waits … until
// there is quota", internal/transport/flowcontrol.go, grpc-go v1.12 to v1.85). The loopyWriter
// gives them back when it has written data, and it writes only while the window of the stream is
// open (RFC 9113, 5.2). The other side opens the window when its program has read; if that one does
// not call Recv any more, Send waits until the stream ends.
//
// If the connection itself takes nothing, the loopyWriter stands in Write: then it is the network
// or a peer that has stopped, not one stream. That is rare: small windows are used up before the
// buffers of the sockets, and a server ends such a connection after 20 s (NewServerTransport sets
// TCP_USER_TIMEOUT).
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kRemark = 16;

// Writers of connections, and those of them whose peer takes nothing.
struct Writers {
  std::uint64_t all = 0, blocked = 0;
};

Writers writers_in(const Model& model) {
  Writers writers;
  for (const Hit& hit :
       model.find("google.golang.org/grpc/internal/transport.(*loopyWriter).run")) {
    const GroupFacts& facts = model.group(hit.group);
    writers.all += facts.count;
    if (is_io(facts.op)) writers.blocked += facts.count;
  }
  return writers;
}

std::uint64_t servers_of(const Model& model, const Waits& senders) {
  std::uint64_t count = 0;
  for (std::uint32_t group : senders.groups) {
    const GroupFacts& facts = model.group(group);
    if (model.has(facts, {"google.golang.org/grpc.(*serverStream).SendMsg"})) count += facts.count;
  }
  return count;
}

}  // namespace

void detect_grpc_flow_control_stalled(const Model& model, Findings& out) noexcept {
  const Waits senders =
      waits_in(model, {"google.golang.org/grpc/internal/transport.(*writeQuota).get",
                       "google.golang.org/grpc/transport.(*writeQuota).get"});
  // Young ones are what it looks like while data moves: a remark, no more.
  const auto confidence = judge(model, senders, {1, 5, kNeverYoung});
  if (!confidence && senders.count < kRemark) return;
  const std::uint64_t servers = servers_of(model, senders);
  const std::string_view peer = servers * 2 > senders.count ? "client" : "server";
  const Writers writers = writers_in(model);
  Finding finding("grpc_flow_control_stalled");
  finding.confidence = confidence.value_or(Confidence::possible);
  if (!confidence) finding.severity = Severity::info;
  fill(model, senders, finding);
  finding.summary = count_of(senders.count, "gRPC stream") +
                    (senders.count == 1 ? " waits" : " wait") + " to send" +
                    in_places(model, senders) + oldest_for(senders.ages.max, senders.count);
  if (confidence) {
    finding.summary +=
        ": the " + std::string(peer) +
        (writers.blocked > 0                   ? " takes nothing from the connection."
         : *confidence == Confidence::possible ? " seems not to read."
                                               : " does not read, so nothing more may be sent.");
  } else {
    finding.summary += ", as while data moves.";
  }
  const bool one = senders.count == 1;
  finding.supports(number(senders.count) + (one ? " stands" : " stand") +
                   " in `(*writeQuota).get`: what " + (one ? "it" : "they") +
                   " sent before has not been written yet");
  if (writers.blocked > 0) {
    finding.supports(count_of(writers.blocked, "connection") +
                     (writers.blocked == 1 ? " is" : " are") +
                     " blocked in `Write` below `(*loopyWriter).run`");
  } else if (writers.all > 0) {
    finding.supports("No `loopyWriter` of " + number(writers.all) +
                     " stands in `Write`: the connections take data, the windows of these streams "
                     "or of the connection are shut");
  }
  if (!senders.old(1)) {
    finding.against(without_ages(model, "a receiver that is slow but reads looks the same"));
  }
  finding.against("No frames here show what the " + std::string(peer) + " does instead of reading");
  finding.next = "Take a dump of the " + std::string(peer) +
                 ": which goroutine owns the stream and is not in `Recv`?";
  finding.restart = "A restart opens new streams, until their receivers stop reading again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
