// Each open file, connection and pipe is a descriptor, and the system limits their number for a
// process (RLIMIT_NOFILE; Go raises the soft limit to the hard one since 1.19). At the limit accept
// fails with EMFILE, and http.Server.Serve logs "Accept error … too many open files; retrying" and
// sleeps 5 ms to 1 s (net/http/server.go, tempDelay, Go 1.0 to 1.27): Serve in time.Sleep is never
// seen otherwise. A program that does not expect the error from open or dial may panic with it.
#include <algorithm>

#include "finding.h"
#include "model.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kWords = "too many open files";

// Goroutines that wait at connections, largest number at one place first: they hold descriptors.
Waits connections(const Model& model) {
  return waits_where(model, [&](const GroupFacts& facts) {
    return facts.op == Operation::io_read || facts.op == Operation::io_write;
  });
}

void add_holders(const Model& model, Finding& finding) {
  const Waits held = connections(model);
  if (held.count == 0) {
    finding.against(
        "No goroutines wait at a connection: the descriptors are files, or connections "
        "that nobody reads");
    return;
  }
  finding.supports(count_of(held.count, "goroutine") + (held.count == 1 ? " waits" : " wait") +
                   " at open connections" + in_places(model, held));
}

const Event* said_so(const Model& model) {
  for (const Event& event : model.dump().events) {
    if (event.message.find(kWords) != std::string::npos) return &event;
  }
  return nullptr;
}

}  // namespace

void detect_fd_exhaustion(const Model& model, Findings& out) noexcept {
  const Waits accepts = waits_in(model, {"net/http.(*Server).Serve"}, [](const GroupFacts& facts) {
    return facts.op == Operation::sleep;
  });
  const Event* event = said_so(model);
  if (accepts.count == 0 && event == nullptr) return;
  Finding finding("fd_exhaustion");
  finding.confidence = Confidence::certain;
  if (accepts.count > 0) {
    fill(model, accepts, finding);
    const Waits held = connections(model);
    finding.summary = "The HTTP server cannot accept connections" + in_places(model, accepts) +
                      ": the process has no file descriptors left";
    if (held.count > 0) {
      finding.summary += "; " + number(held.count) +
                         " connections are held by goroutines that wait" + in_places(model, held);
    }
    finding.summary += ".";
    finding.supports(number(accepts.count) +
                     " accept loop sleeps in `(*Server).Serve`, which it does "
                     "only after a failed accept");
  } else {
    for (std::uint32_t group = 0; group < model.groups().size(); ++group) {
      for (std::uint32_t record : model.group(group).records) {
        if (model.dump().records[record].id != event->goroutine || event->goroutine == 0) continue;
        finding.groups.push_back(group);
        finding.records.push_back(record);
        finding.site = model.site_frame(model.group(group));
      }
    }
    finding.summary =
        "The process has no file descriptors left" +
        (finding.site == kNone ? std::string{}
                               : ": it was noticed in " + place(model, finding.site)) +
        ".";
    finding.supports("1 message says it: " + code(event->message.substr(0, 120)));
  }
  add_holders(model, finding);
  finding.against("No stacks show how many descriptors are open, nor the limit");
  finding.next =
      "`ls -l /proc/PID/fd | awk '{print $NF}' | sort | uniq -c | sort -rn | head` shows what "
      "they are, `cat /proc/PID/limits` the limit";
  finding.restart = "A restart closes them all, until they have leaked again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
