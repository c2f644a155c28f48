// A websocket is a TCP connection that somebody must read: gorilla's NextReader or ReadMessage,
// coder's and nhooyr's Reader, x/net's Receive wait in the poller for the next frame. Without a
// read deadline that is pushed on by pongs, a peer that vanished is never noticed, and a client
// that dials for each request and never calls Close adds a reader each time.
//
// A server with many browsers shows the same readers, one for each connection: in the handler
// itself, or in a goroutine that the handler started together with one that writes (gorilla's
// examples: readPump and writePump). The stack does not tell whether a connection was dialled or
// accepted; a writer beside each reader, started by the same function, tells a hub from feeds that
// only listen.
#include <algorithm>

#include "births.h"
#include "finding.h"
#include "model.h"
#include "stack_facts.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kFew = 4;  // feeds that a program follows on purpose
constexpr std::uint64_t kManyServed = 200;
constexpr std::int32_t kOldServed = 4;  // minutes without a frame; pings come each minute or faster

bool reads_websocket(const Model& model, const GroupFacts& facts) {
  return facts.op == Operation::io_read && in_websocket(model, facts);
}

// By function id: those that started a reader, or in which one runs.
std::vector<bool> origins_of(const Model& model, const Waits& readers) {
  const Symbols& symbols = model.dump().symbols;
  std::vector<bool> origins(symbols.function_count());
  for (std::uint32_t group : readers.groups) {
    const GroupFacts& reader = model.group(group);
    if (reader.created_by != kNone) origins[symbols.frame_at(reader.created_by).function] = true;
    for (std::uint32_t frame : reader.frames) origins[symbols.frame_at(frame).function] = true;
  }
  return origins;
}

// Goroutines of the user's own that wait for something to send: one beside each reader.
std::uint64_t senders_beside(const Model& model, const Waits& readers) {
  const std::vector<bool> origins = origins_of(model, readers);
  std::uint64_t senders = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (facts.site < 0 || facts.site != facts.top || runs_handler(model, facts)) continue;
    if (!is_channel(facts.op) && facts.op != Operation::unknown) continue;
    // A profile names no creators: only a number like that of the readers says something.
    if (model.is_profile() && facts.count * 10 < readers.count * 8) continue;
    const bool same_origin = facts.created_by == kNone
                                 ? model.is_profile()
                                 : origins[model.function_id(facts.created_by)];
    if (same_origin) senders += facts.count;
  }
  return senders * 10 >= readers.count * 8 ? senders : 0;
}

// Whoever started the reader is still in that function, waiting for it: the two ends of a proxy.
// Or as many requests are in code of that package: a connection belongs to each.
bool are_kept(const Model& model, const Waits& readers) {
  std::uint64_t kept = 0, requests = 0;
  const GroupFacts& first = model.group(readers.groups.front());
  const std::uint32_t site = model.site_frame(first);
  for (std::uint32_t group : readers.groups) {
    for (std::uint32_t record : model.group(group).records) {
      const std::uint32_t creator = model.group_of_id(model.dump().records[record].creator);
      if (creator == kNone || model.group(group).created_by == kNone) continue;
      kept += on_stack(model, model.group(creator), model.creator(model.group(group))) ? 1 : 0;
    }
  }
  if (site != kNone) {
    for (const GroupFacts& facts : model.groups()) {
      if (facts.site < 0 || !runs_handler(model, facts)) continue;
      const bool beside =
          model.function(model.site_frame(facts)).package == model.function(site).package;
      requests += beside ? facts.count : 0;
    }
  }
  return std::max(kept, requests) * 10 >= readers.count * 8;
}

// main follows as many feeds as it has been told to: it runs once, and a leak of its own loop is
// seen by its ages.
bool are_mains_feeds(const Model& model, const Waits& waits) {
  return std::all_of(waits.groups.begin(), waits.groups.end(),
                     [&](std::uint32_t group) {
                       return model.creator(model.group(group)) == "main.main";
                     }) &&
         births_of(model, waits.groups).kind != Births::leak;
}

std::optional<Confidence> judge_dialled(const Model& model, const Waits& waits) {
  if (model.fragment()) return Confidence::possible;
  if (waits.count <= kFew) return std::nullopt;
  // A server that starts only a reader for each browser looks the same; growth alone tells more.
  if (growth_of(model, waits.groups).growing) return Confidence::likely;
  if (are_kept(model, waits) || are_mains_feeds(model, waits)) return std::nullopt;
  return Confidence::possible;
}

// Browsers that all came at once, as after a deployment, and listen since, are what a hub is for.
bool piles_up(const Model& model, const Waits& waits) {
  if (waits.count < kManyServed) return false;
  return growth_of(model, waits.groups).growing ||
         births_of(model, waits.groups).kind == Births::leak;
}

std::string summary(const Model& model, const Waits& waits, bool served) {
  std::string text = count_of(waits.count, "goroutine") + (waits.count == 1 ? " reads" : " read") +
                     " from websockets" + in_places(model, waits) +
                     oldest_for(waits.ages.max, waits.count);
  if (served) {
    return text +
           ": clients that have said nothing for so long may be gone, and no read deadline "
           "notices it.";
  }
  const std::uint32_t creator = model.group(waits.groups.front()).created_by;
  if (creator != kNone) text += ", started by " + place(model, creator);
  return text + ": the connections are opened again and again and never closed.";
}

}  // namespace

void detect_websocket_connections_leaked(const Model& model, Findings& out) noexcept {
  const Waits all =
      waits_where(model, [&](const GroupFacts& facts) { return reads_websocket(model, facts); });
  if (all.count == 0) return;
  std::vector<std::uint32_t> served_groups, dialled_groups;
  for (std::uint32_t group : all.groups) {
    // Without own code it is a reader of the library itself (coder/websocket, Conn.CloseRead):
    // somebody else uses the connection.
    const GroupFacts& facts = model.group(group);
    const bool serves = runs_handler(model, facts) || (facts.site < 0 && !model.fragment());
    (serves ? served_groups : dialled_groups).push_back(group);
  }
  const bool served = dialled_groups.empty();
  const Waits waits = waits_of(model, served ? served_groups : dialled_groups);
  const std::uint64_t senders = senders_beside(model, waits);
  const bool hub = served || senders > 0;
  std::optional<Confidence> confidence;
  if (!hub) {
    confidence = judge_dialled(model, waits);
  } else if (waits.count > kFew && waits.old(kOldServed)) {
    confidence = Confidence::possible;
  }
  if (!confidence) return;
  Finding finding("websocket_connections_leaked");
  finding.confidence = *confidence;
  if (hub && !piles_up(model, waits)) finding.severity = Severity::info;
  fill(model, waits, finding);
  finding.summary = summary(model, waits, hub);
  finding.supports(count_of(waits.count, "websocket") + (waits.count == 1 ? " waits" : " wait") +
                   " for the next frame");
  if (!hub) {
    finding.supports("No goroutines that send stand beside them: they only listen");
  } else if (senders > 0) {
    finding.against(number(senders) +
                    " goroutines that wait for something to send stand beside them: "
                    "the usual pair of an open connection");
  }
  if (served)
    finding.against(number(waits.count) + " clients may be connected on purpose, and quiet");
  if (!hub) {
    finding.against(
        "No frames show whether a connection was dialled or accepted: a server with as many "
        "clients, and without a writer for each, looks the same");
  }
  finding.against("No frames show a read deadline or pings, whether there are any or not");
  finding.next =
      "Compare their number with the clients or feeds that should be connected; a second dump "
      "shows whether it grows. `ss -tnp` shows the peers";
  finding.restart = "A restart closes the connections until as many are opened again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
