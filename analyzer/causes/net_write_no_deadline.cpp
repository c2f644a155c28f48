// A Write to a connection waits in the poller when the socket's buffer is full
// (internal/poll/fd_unix.go, FD.Write; net.(*conn).Write). TCP lets it wait as long as the peer
// says that it has no room, which may be for ever: keep-alive probes are answered by the peer's
// kernel. Only SetWriteDeadline or Close ends it. Such a Write often happens under a lock that
// keeps messages whole: then one peer that does not read stops everybody who wants to send.
//
// Answers of an HTTP server and requests of an HTTP client are other causes; files and pipes too.
#include "blocked_holders.h"
#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kRemark = 16;
constexpr std::uint64_t kBehind = 8;  // so many waiters for a lock are no accident

bool library_writes(const Model& model, const GroupFacts& facts) {
  const auto frames = facts.frames;
  const std::size_t end = facts.site < 0 ? frames.size() : static_cast<std::size_t>(facts.site);
  for (std::size_t i = 0; i < end; ++i) {
    const std::string_view name = model.name(frames[i]);
    for (std::string_view prefix : {"net/http.", "net/http/", "os.", "database/sql."}) {
      if (name.substr(0, prefix.size()) == prefix) return true;
    }
  }
  return false;
}

bool writes_itself(const Model& model, const GroupFacts& facts) {
  // A library's own goroutine writes as well, but a minute is long for it.
  const bool counts = facts.site >= 0 || facts.ages.max >= 1;
  return facts.op == Operation::io_write && counts && !library_writes(model, facts) &&
         model.has(facts, {"net.(*netFD).Write", "net.(*conn).Write", "net.(*netFD).writeBuffers"});
}

// Goroutines that wait for a lock that such a writer seems to hold, whatever they want it for.
std::vector<std::uint32_t> behind(const Model& model) {
  std::vector<std::uint32_t> waiters;
  for (const BlockedHolder& one : blocked_holders(model)) {
    if (one.busy || !writes_itself(model, model.group(one.holder.group))) continue;
    for (std::uint32_t group : one.view->groups) waiters.push_back(group);
  }
  return waiters;
}

}  // namespace

void detect_net_write_no_deadline(const Model& model, Findings& out) noexcept {
  const Waits waits =
      waits_where(model, [&](const GroupFacts& facts) { return writes_itself(model, facts); });
  if (waits.count == 0) return;
  const Waits victims = waits_of(model, behind(model));
  // Young writers are what it looks like while data moves; those who wait behind them tell more.
  auto confidence = judge(model, waits, {1, 3, kNeverYoung});
  if (!confidence && victims.count >= kBehind) confidence = Confidence::possible;
  if (!confidence && waits.count < kRemark) return;
  if (waits.old(1) && victims.count >= kBehind) confidence = Confidence::likely;
  Finding finding("net_write_no_deadline");
  finding.confidence = confidence.value_or(Confidence::possible);
  if (!confidence) finding.severity = Severity::info;
  fill(model, waits, finding);
  finding.victim_groups = victims.groups;
  finding.summary =
      count_of(waits.count, "goroutine") + (waits.count == 1 ? " waits" : " wait") +
      " to write to a network connection" + in_places(model, waits) +
      oldest_for(waits.ages.max, waits.count) +
      (confidence ? ": the peer does not read, and no deadline ends it" : ", as while data moves");
  if (victims.count > 0) {
    finding.summary += "; " + number(victims.count) +
                       (victims.count == 1 ? " other waits" : " others wait") +
                       " behind it for a lock" + in_places(model, victims);
  }
  finding.summary += ".";
  finding.supports(count_of(waits.count, "goroutine") + (waits.count == 1 ? " stands" : " stand") +
                   " in `net.(*conn).Write`, in the poller");
  if (victims.count > 0) {
    finding.supports(count_of(victims.count, "goroutine") +
                     (victims.count == 1 ? " waits" : " wait") +
                     " for a lock that the writer seems to hold");
  }
  finding.against(waits.old(1)
                      ? "No frame shows a deadline, whether one is set or not"
                      : "No wait prints a minute: a peer that is slow but reads looks the same");
  finding.next =
      "`ss -tnp` shows the connection whose Send-Q does not fall; a second dump whether the "
      "same goroutines still write";
  finding.restart = "A restart drops these connections until a peer stops reading again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
