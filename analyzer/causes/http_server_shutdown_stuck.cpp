// Server.Shutdown closes the listeners and the idle connections, and then looks again and again, at
// most every half second, whether all other connections have become idle (net/http/server.go,
// shutdownPollIntervalMax; the loop since Go 1.8, its timer since 1.16). It ends nothing by force:
// a handler that does not return keeps it waiting until the context that was given to it ends.
//
// The poll wakes all the time, so the age of Shutdown's own wait says nothing; the handlers' ages
// do. A shutdown that has just begun looks the same while requests run to their end.
//
// Since Go 1.21 context.Background() is a value without a size (context/context.go, backgroundCtx),
// which has an address within the program; what WithTimeout and WithCancel make is on the heap. So
// the second word of the context that Shutdown prints tells whether something may end its wait.
//
// Shutdown looks once before it waits for the first time, and returns when all connections are
// idle. If its caller is a handler and no other handler runs, the connection that is not idle is
// the caller's own: it waits for itself.
//
// gRPC's GracefulStop does the same: it tells the clients to go away, and waits at a Cond until the
// last connection has no stream any more, then for the handlers (google.golang.org/grpc, server.go,
// Server.stop). It takes no context, and is woken only when a connection ends: its own age counts.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "crowds.h"
#include "finding.h"
#include "model.h"
#include "partners.h"
#include "sort_by.h"
#include "wait_workers.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kShutdown = "net/http.(*Server).Shutdown";
constexpr std::string_view kGracefulStop = "google.golang.org/grpc.(*Server).GracefulStop";

bool is_shutting_down(const Model& model, const GroupFacts& facts) {
  return model.has(facts, {kShutdown, kGracefulStop});
}

bool runs_grpc_handler(const Model& model, const GroupFacts& facts) {
  return model.has(facts, {"google.golang.org/grpc.(*Server).handleStream"});
}

bool waits_for_event(const GroupFacts& facts) {
  if (facts.site != facts.top) return false;
  // debug=1 hides only channel operations; sleep and I/O leave their frames.
  if (facts.op == Operation::unknown) return true;
  return is_channel(facts.op) || facts.op == Operation::cond || is_lock_wait(facts.op) ||
         facts.op == Operation::waitgroup;
}

// Handlers that wait for an event of which goroutines of the same type are in the making.
struct Served {
  std::uint64_t handlers = 0, workers = 0;
};

Served served_of(const Model& model, std::vector<std::uint32_t> groups) {
  Served served;
  keep_distinct(groups);
  for (const Crowd& crowd :
       crowds_in(model, {Operation::select, Operation::chan_send, Operation::chan_receive})) {
    const bool left =
        std::all_of(crowd.groups.begin(), crowd.groups.end(), [&](std::uint32_t group) {
          return std::binary_search(groups.begin(), groups.end(), group);
        });
    if (!crowd.handler || !left) continue;
    const Partners& partners = partners_of(model, crowd);
    std::uint64_t workers = 0;
    for (std::uint32_t server : partners.servers) {
      const GroupFacts& facts = model.group(server);
      if (!waits_for_event(facts) && !is_shutting_down(model, facts)) workers += facts.count;
    }
    // No type connects a handler that waits for its job with the worker that does it.
    if (workers == 0 && crowd.op == Operation::chan_receive) workers = workers_at_work(model);
    if (workers == 0) continue;
    served.handlers += crowd.count;
    served.workers = std::max(served.workers, workers);
  }
  return served;
}

// Each of these calls of Shutdown has a context that can end. Of Background no word is kept.
bool can_end(const Model& model, const Waits& shutdowns) {
  const GoVersion& version = model.go_version();
  std::uint64_t ending = 0;
  for (std::uint32_t group : shutdowns.groups) {
    const GroupFacts& facts = model.group(group);
    const int at = model.position(facts, {kShutdown});
    for (std::uint32_t record : facts.records) {
      for (const Arg& arg : model.args(record)) {
        const bool context = static_cast<int>(arg.frame()) == at && arg.slot() == 2;
        if (context && !arg.stale() && arg.address() >= kProgramEnd) ++ending;
      }
    }
  }
  return version.known && version.min_minor >= 21 && ending >= shutdowns.count;
}

// Connections that are not idle although they have no handler: a request is being read, or they
// are of HTTP/2, which ends them a second after it has said so.
bool may_be_open(const Model& model) {
  return !model
              .find({"net/http.(*conn).readRequest", "net/http.(*http2serverConn).serve",
                     "net/http/internal/http2.(*serverConn).serve",
                     "golang.org/x/net/http2.(*serverConn).serve"})
              .empty();
}

// Handlers that call Shutdown, and nobody else whom it could wait for.
void judge_own_wait(const Model& model, bool limited, const std::string& call, Finding& finding) {
  if (!limited && !model.fragment() && !may_be_open(model)) finding.confidence = Confidence::likely;
  finding.summary += " waits for the handler that called it.";
  finding.supports("No other handler runs: a server without requests ends at once");
  finding.next = "Call " + call + " in a goroutine of its own, and let the handler return";
}

struct Left {
  Waits waits;                   // the handlers that still run
  std::uint64_t for_events = 0;  // of them, those that wait for an event of the program
  Served served;
  std::int32_t oldest = -1;   // minutes, of those that do not sleep: a sleep ends by itself
  std::int32_t stopping = 0;  // minutes for which GracefulStop has waited itself
  bool grpc = false;
};

Left left_of(const Model& model, Waits waits) {
  Left left;
  for (std::uint32_t group : waits.groups) {
    const GroupFacts& facts = model.group(group);
    if (waits_for_event(facts)) left.for_events += facts.count;
    if (facts.op != Operation::sleep) left.oldest = std::max(left.oldest, facts.ages.max);
  }
  left.served = served_of(model, waits.groups);
  left.waits = std::move(waits);
  return left;
}

void judge_left(const Model& model, const Left& left, bool limited, Finding& finding) {
  const Waits& waits = left.waits;
  const bool one = waits.count == 1;
  const bool old = left.oldest >= 1 || left.stopping > 0;
  if (old) finding.confidence = Confidence::likely;
  // Requests that work towards their end: the shutdown that everybody wants. That of gRPC would
  // show its own age, as it is woken by the end of a connection only.
  const bool begun = left.grpc && !model.is_profile();
  if (!old && (left.served.handlers == left.for_events || limited || begun)) {
    finding.severity = Severity::info;
  }
  finding.groups.insert(finding.groups.end(), waits.groups.begin(), waits.groups.end());
  finding.summary += " waits for " + count_of(waits.count, "handler") +
                     (finding.severity ? (one ? " that is" : " that are")
                                       : (one ? " that does not return" : " that do not return")) +
                     in_places(model, waits) + oldest_for(waits.ages.max, waits.count) +
                     (finding.severity ? ": they run to their end." : ".");
  finding.supports(count_of(waits.count, "handler") + (one ? " still runs" : " still run"));
  if (left.stopping > 0) {
    finding.supports(time_span(left.stopping) +
                     " have passed since the stop began, or since a connection last ended");
  }
  if (left.served.workers > 0) {
    finding.against(count_of(left.served.workers, "goroutine") +
                    (left.served.workers == 1 ? " is" : " are") + " at work, and may serve " +
                    number(left.served.handlers) + " of them");
  }
  if (left.for_events > left.served.handlers) {
    finding.supports(number(left.for_events) +
                     " of them wait for an event of the program: unless a timer of theirs ends "
                     "that, only something that knows of the shutdown can");
  }
  if (!old) finding.against(without_ages(model, "they may end in a moment"));
}

// Of one kind of server: net/http's, or that of gRPC.
std::optional<Finding> find_shutdown_stuck(const Model& model, bool grpc) {
  const Waits shutdowns = waits_in(model, {grpc ? kGracefulStop : kShutdown});
  if (shutdowns.count == 0) return std::nullopt;
  const auto serves = [&](const GroupFacts& facts) {
    return runs_handler(model, facts) && runs_grpc_handler(model, facts) == grpc;
  };
  Waits running = waits_where(model, [&](const GroupFacts& facts) {
    return serves(facts) && !is_shutting_down(model, facts) && !writes_dump(model, facts);
  });
  std::uint64_t callers = 0;  // handlers that stop what may be their own server
  for (std::uint32_t group : shutdowns.groups) {
    if (serves(model.group(group))) callers += model.group(group).count;
  }
  if (running.count + callers == 0) return std::nullopt;
  const bool limited = !grpc && can_end(model, shutdowns);
  const std::string call = grpc ? "`GracefulStop`" : "`Shutdown`";
  Finding finding("http_server_shutdown_stuck");
  fill(model, shutdowns, finding);
  finding.summary =
      (grpc ? "gRPC's `GracefulStop`" : "`Server.Shutdown`") + in_places(model, shutdowns);
  if (running.count == 0) {
    judge_own_wait(model, limited, call, finding);
  } else {
    Left left = left_of(model, std::move(running));
    left.grpc = grpc;
    if (grpc) left.stopping = std::max(shutdowns.ages.max, 0);
    judge_left(model, left, limited, finding);
    finding.next = grpc ? "Look whether the handlers know of the stop (a context of yours that is "
                          "cancelled first), and call `Stop` where `GracefulStop` takes too long"
                        : "Look whether the handlers know of the shutdown (`RegisterOnShutdown`, "
                          "a context that is cancelled), and whether `Shutdown` gets a context "
                          "with a deadline";
  }
  if (callers > 0) {
    finding.supports(count_of(callers, "caller") + " of " + call +
                     (callers == 1 ? " is a handler itself" : " are handlers themselves") +
                     ": of the same server it would wait for itself");
  }
  finding.against(
      grpc      ? "The clients of these streams may still end them, and the wait with them"
      : limited ? "The context given to `Shutdown` can end, and the wait with it"
                : "No frames show the context given to `Shutdown`: it may still end the wait");
  finding.restart = "Killing the process ends it; what these handlers do is cut off.";
  return finding;
}

}  // namespace

void detect_http_server_shutdown_stuck(const Model& model, Findings& out) noexcept {
  for (const bool grpc : {false, true}) {
    if (std::optional<Finding> finding = find_shutdown_stuck(model, grpc)) {
      out.push_back(std::move(*finding));
    }
  }
}

}  // namespace gowhy::cause
