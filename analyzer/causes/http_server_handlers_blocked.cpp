// net/http calls the handler in the goroutine of the connection (http.(*conn).serve,
// serverHandler), and nothing takes it away again: WriteTimeout closes the connection but does not
// stop the handler. When one place in the code does not return, each request that comes there adds
// a goroutine, and the client waits. Which place it is says this finding; why it does not return is
// what others say of the same goroutines, and then this one is explained by them.
//
// Handlers that wait in a select of their own, or read a websocket, are long polls and streams:
// they end by other means. But once the body has been read, net/http reads on beside the handler to
// see its client go (server.go, connReader.startBackgroundRead), in a goroutine that names the
// handler's (Go 1.21+) and ends with the client: of handlers at one line that have waited for a
// minute, those that nobody watches go on although nobody wants their answer.
#include <algorithm>
#include <utility>
#include <vector>

#include "crowds.h"
#include "finding.h"
#include "id_set.h"
#include "model.h"
#include "partners.h"
#include "wait_workers.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::int32_t kVeryOld = 10;
constexpr std::uint64_t kSeveral = 5, kQueue = 20, kMany = 50;

// It reads the connection itself and not through a body: it has taken it over (Hijack), and speaks
// another protocol for as long as the client wants.
bool reads_hijacked(const Model& model, const GroupFacts& facts) {
  return facts.op == Operation::io_read && model.has(facts, {"net/http.(*connReader).Read"}) &&
         !has_prefix(model, facts, "net/http.(*body).");
}

bool stuck_handler(const Model& model, const GroupFacts& facts) {
  if (facts.site < 0 || !runs_handler(model, facts) || writes_dump(model, facts)) return false;
  // A sleep ends by itself, and what the handler does then is its own affair.
  if (reads_hijacked(model, facts) || facts.op == Operation::sleep) return false;
  if (facts.op == Operation::select && facts.site == facts.top) return false;
  // Whoever closes a websocket and waits for its goroutines does not read it any more.
  const bool closes = facts.op == Operation::waitgroup || is_lock_wait(facts.op);
  if ((in_websocket(model, facts) && !closes) || in_grpc_stream(model, facts)) return false;
  if (outlasts_websocket(model, facts) || serves_stream(model, facts)) return false;
  if (facts.op == Operation::unknown) return facts.site != facts.top;  // debug=1 hides a select
  return is_blocked(facts.op);
}

// Goroutines of connections whose client is watched.
IdSet find_watched(const Model& model) {
  IdSet watched;
  for (const GroupFacts& facts : model.groups()) {
    if (model.creator(facts) != "net/http.(*connReader).startBackgroundRead") continue;
    for (std::uint32_t record : facts.records) watched.add(model.dump().records[record].creator);
  }
  return watched;
}

// A handler of HTTP/1 that has its connection still, and does not read from it.
bool may_be_watched(const Model& model, const GroupFacts& facts) {
  return facts.site >= 0 && runs_handler(model, facts) && is_blocked(facts.op) &&
         facts.op != Operation::io_read && model.has(facts, {"net/http.(*conn).serve"}) &&
         !in_websocket(model, facts) && !writes_dump(model, facts);
}

// Handlers at one line, of which some are watched and most are not.
void report_gone_clients(const Model& model, const WaitSite& site, Findings& out) {
  constexpr std::uint64_t kSome = 2, kGone = 8;
  const IdSet& watched = model.once(find_watched);
  std::vector<std::uint32_t> gone;
  std::uint64_t all = 0;
  std::int32_t oldest = -1;
  for (std::uint32_t group : site.groups) {
    for (std::uint32_t index : model.group(group).records) {
      const Record& record = model.dump().records[index];
      ++all;
      if (watched.has(record.id)) continue;
      gone.push_back(index);
      oldest = std::max(oldest, record.minutes);
    }
  }
  const std::uint64_t count = gone.size();
  if (count < kGone || all - count < kSome || count * 2 < all || oldest < 1) return;
  Finding finding("http_server_handlers_blocked");
  finding.confidence =
      count >= kQueue && oldest >= kOldMinutes ? Confidence::likely : Confidence::possible;
  finding.groups = site.groups;
  finding.records = std::move(gone);
  finding.site = site.frame;
  finding.created_at = model.group(site.groups.front()).created_by;
  finding.summary = number(count) + " of " + count_of(all, "request handler") + " at " +
                    place(model, site.frame) + " go on although their clients have gone" +
                    oldest_for(oldest, count) + ": they do not end with the request's context.";
  finding.supports("No goroutine of net/http watches the connections of " + number(count) +
                   ", as one does for the other " + number(all - count));
  finding.against(
      "No connection is watched either while a handler has not read the body of its request");
  finding.next =
      "Look whether this line ends with `r.Context()`, and is given that and not "
      "`context.Background()`";
  finding.restart = "A restart drops these requests, until as many clients have left again.";
  out.push_back(std::move(finding));
}

// Several copies of a goroutine of its own pause for a moment, as the workers of a pool do between
// two jobs; a loop that sleeps alone is a janitor.
bool workers_pause(const Model& model) {
  for (const GroupFacts& facts : model.groups()) {
    const bool pauses = facts.op == Operation::sleep && facts.ages.max < 1;
    if (pauses && facts.count > 1 && own_goroutine(model, facts)) return true;
  }
  return false;
}

// What says that they wait for a channel at which nobody works: not even a goroutine of that type
// is there, nor one that a handler started (by its name in a profile, which tells no creators). ""
// if somebody may.
std::string nobody_answers(const Model& model, const WaitSite& site) {
  const std::string nobody = "No goroutines are in code of that type that could serve them";
  for (const Crowd& crowd : crowds_in(model, {Operation::chan_receive, Operation::chan_send})) {
    if (!crowd.handler || crowd.site != site.frame) continue;
    const Partners& partners = partners_of(model, crowd);
    if (partners.server_count > 0 || partners.caller_count > 0) return {};
    if (partners.held_up_count > 0) {
      return count_of(partners.held_up_count, "goroutine") +
             " of that type could serve them, but " +
             (partners.held_up_count == 1 ? "waits" : "wait") + " to send at " +
             place(model, model.site_frame(model.group(partners.held_up.front())));
    }
    if (model.once(workers_pause)) return {};
    // A channel may have been given to whoever is at work in other code.
    if (!model.is_profile()) return workers_at_work(model) > 0 ? std::string{} : nobody;
    const std::string started = std::string(model.name(site.frame)) + ".";
    const bool at_work = waits_where(model, [&](const GroupFacts& facts) {
                           return model.entry(facts).substr(0, started.size()) == started;
                         }).count > 0;
    return at_work ? std::string{} : nobody;
  }
  return {};
}

// Their WaitGroup counts work that a pool is at: it takes its time.
bool in_the_making(const Model& model, const Waits& waits) {
  return model.group(waits.groups.front()).op == Operation::waitgroup && !waits.old(kVeryOld) &&
         workers_at_work(model) > 0;
}

// Goroutines that read from connections, by the id of the function that started them.
std::vector<std::uint64_t> count_started_readers(const Model& model) {
  std::vector<std::uint64_t> readers(model.dump().symbols.function_count());
  for (const GroupFacts& facts : model.groups()) {
    if (facts.op != Operation::io_read || facts.created_by == kNone) continue;
    readers[model.function_id(facts.created_by)] += facts.count;
  }
  return readers;
}

// Each has started two that read from connections: a tunnel, which they end.
bool are_tunnels(const Model& model, const Waits& waits) {
  const std::uint32_t site = model.site_frame(model.group(waits.groups.front()));
  return model.once(count_started_readers)[model.function_id(site)] * 10 >= waits.count * 18;
}

// ", in `ldap.(*Conn).Bind`" where a library of others is called there and waits.
std::string called_there(const Model& model, const GroupFacts& facts) {
  if (facts.site <= 0) return {};
  const std::uint32_t called = facts.frames[static_cast<std::size_t>(facts.site) - 1];
  if (model.origin(called) != Origin::module) return {};
  return ", in " + code(short_name(model.name(called))) + ",";
}

}  // namespace

void detect_http_server_handlers_blocked(const Model& model, Findings& out) noexcept {
  if (model.fragment()) return;
  if (!model.is_profile()) {
    const Waits handlers =
        waits_where(model, [&](const GroupFacts& facts) { return may_be_watched(model, facts); });
    for (const WaitSite& site : handlers.sites) report_gone_clients(model, site, out);
  }
  const std::uint64_t queue = model.is_profile() ? kMany : kQueue;
  const Waits all =
      waits_where(model, [&](const GroupFacts& facts) { return stuck_handler(model, facts); });
  for (const WaitSite& site : all.sites) {
    const Waits waits = waits_of(model, site.groups);
    if (end_by_themselves(model, waits) || in_the_making(model, waits) ||
        are_tunnels(model, waits)) {
      continue;
    }
    const bool old = waits.old(kOldMinutes) && site.count >= kSeveral;
    if (!old && site.count < queue) continue;
    const std::string unanswered = nobody_answers(model, site);
    if (!old && unanswered.empty()) continue;
    const GroupFacts& facts = model.group(waits.groups.front());
    const std::string where = place(model, site.frame);
    Finding finding("http_server_handlers_blocked");
    finding.confidence = old && waits.old(5) ? Confidence::likely : Confidence::possible;
    fill(model, waits, finding);
    finding.summary = count_of(waits.count, "request handler") +
                      (waits.count == 1 ? " does" : " do") + " not return" +
                      oldest_for(waits.ages.max, waits.count) + ": " +
                      (waits.count == 1 ? "it " : "they ") +
                      std::string(doing_of(model, facts, waits.count != 1)) +
                      called_there(model, facts) + " at " + where + ".";
    finding.supports(number(waits.count) + " handlers stand at " + where);
    if (!unanswered.empty()) finding.supports(unanswered);
    finding.against(
        waits.old(kOldMinutes)
            ? "No frames show what would let them go on; what they wait for is the real cause"
            : "None of them print how long they have waited: a busy moment looks the same");
    finding.next =
        "Look what this line waits for, and who should bring it; a second dump shows whether "
        "the same goroutines are still there";
    finding.restart = "A restart drops these requests, until they block at the same place again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
