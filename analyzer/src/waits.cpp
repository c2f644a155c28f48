#include "waits.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "id_set.h"
#include "roles.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "wording.h"

namespace gowhy {
namespace {

void add_ages(Ages& sum, const Ages& ages) noexcept {
  if (ages.known == 0) return;
  sum.min = sum.known == 0 ? ages.min : std::min(sum.min, ages.min);
  sum.max = std::max(sum.max, ages.max);
  sum.known += ages.known;
}

void gather_sites(const Model& model, Waits& waits) {
  std::unordered_map<std::uint32_t, std::size_t> at;
  for (std::uint32_t group : waits.groups) {
    const GroupFacts& facts = model.group(group);
    const auto [known, fresh] = at.try_emplace(model.site_frame(facts), waits.sites.size());
    if (fresh) {
      waits.sites.emplace_back();
      waits.sites.back().frame = known->first;
    }
    WaitSite& site = waits.sites[known->second];
    site.groups.push_back(group);
    site.count += facts.count;
    add_ages(site.ages, facts.ages);
  }
  sort_stably(waits.sites, [](const WaitSite& a, const WaitSite& b) { return a.count > b.count; });
}

// By group index.
std::vector<bool> find_handlers(const Model& model) {
  std::vector<bool> handlers(model.groups().size(), false);
  for (const Hit& hit :
       model.find({"net/http.serverHandler.ServeHTTP", "net/http.HandlerFunc.ServeHTTP",
                   "net/http.(*http2serverConn).runHandler",
                   "net/http/internal/http2.(*serverConn).runHandler",
                   "golang.org/x/net/http2.(*serverConn).runHandler",
                   "github.com/valyala/fasthttp.(*Server).serveConn",
                   "google.golang.org/grpc.(*Server).handleStream"})) {
    handlers[hit.group] = true;
  }
  return handlers;
}

struct InWebsocket {
  IdSet starters;  // of goroutines that are in a websocket
  std::uint64_t count = 0;
};

constexpr std::string_view kWebsockets[] = {
    "github.com/gorilla/websocket.(*Conn).", "github.com/fasthttp/websocket.(*Conn).",
    "nhooyr.io/websocket.(*Conn).",          "github.com/coder/websocket.(*Conn).",
    "golang.org/x/net/websocket.",           "github.com/gobwas/ws"};

bool is_of_websocket(std::string_view function) {
  return std::any_of(std::begin(kWebsockets), std::end(kWebsockets), [&](std::string_view library) {
    return function.substr(0, library.size()) == library;
  });
}

InWebsocket find_in_websocket(const Model& model) {
  InWebsocket in;
  const Symbols& symbols = model.dump().symbols;
  std::vector<std::uint32_t> groups;
  for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
    if (!is_of_websocket(symbols.function_at(id).name)) continue;
    for (const Hit& hit : model.hits_of(id)) groups.push_back(hit.group);
  }
  keep_distinct(groups);
  for (std::uint32_t group : groups) {
    const GroupFacts& facts = model.group(group);
    in.count += facts.count;
    for (std::uint32_t record : facts.records)
      in.starters.add(model.dump().records[record].creator);
  }
  return in;
}

}  // namespace

Waits waits_of(const Model& model, std::vector<std::uint32_t> groups) noexcept {
  Waits waits;
  keep_distinct(groups);
  for (std::uint32_t group : groups) {
    const GroupFacts& facts = model.group(group);
    waits.count += facts.count;
    if (runs_handler(model, facts)) waits.handlers += facts.count;
    add_ages(waits.ages, facts.ages);
    for (std::uint32_t record : facts.records) {
      if (model.dump().records[record].minutes >= 1) ++waits.aged;
    }
  }
  waits.groups = std::move(groups);
  gather_sites(model, waits);
  return waits;
}

Waits waits_in(const Model& model, std::initializer_list<std::string_view> names,
               const std::function<bool(const GroupFacts&)>& wanted) noexcept {
  std::vector<std::uint32_t> groups;
  for (const Hit& hit : model.find(names)) {
    if (!wanted || wanted(model.group(hit.group))) groups.push_back(hit.group);
  }
  return waits_of(model, std::move(groups));
}

Waits waits_where(const Model& model,
                  const std::function<bool(const GroupFacts&)>& wanted) noexcept {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t group = 0; group < model.groups().size(); ++group) {
    if (wanted(model.group(group))) groups.push_back(group);
  }
  return waits_of(model, std::move(groups));
}

bool runs_handler(const Model& model, const GroupFacts& facts) noexcept {
  return model.once(find_handlers)[model.index_of(facts.group)];
}

bool has_prefix(const Model& model, const GroupFacts& facts, std::string_view prefix) noexcept {
  return std::any_of(facts.frames.begin(), facts.frames.end(), [&](std::uint32_t frame) {
    return model.name(frame).substr(0, prefix.size()) == prefix;
  });
}

bool in_websocket(const Model& model, const GroupFacts& facts) noexcept {
  return std::any_of(facts.frames.begin(), facts.frames.end(),
                     [&](std::uint32_t frame) { return is_of_websocket(model.name(frame)); });
}

bool outlasts_websocket(const Model& model, const GroupFacts& facts) noexcept {
  if (facts.op != Operation::chan_receive && !facts.parked_on_channel) return false;
  const InWebsocket& in = model.once(find_in_websocket);
  // A profile names no creators: a number like that of the readers says something.
  if (model.is_profile()) return in.count >= facts.count;
  return std::all_of(facts.records.begin(), facts.records.end(), [&](std::uint32_t record) {
    const std::uint64_t id = model.dump().records[record].id;
    return id != 0 && in.starters.has(id);
  });
}

bool in_grpc_stream(const Model& model, const GroupFacts& facts) noexcept {
  return model.has(facts, {"google.golang.org/grpc.(*clientStream).RecvMsg",
                           "google.golang.org/grpc.(*clientStream).Header",
                           "google.golang.org/grpc.(*serverStream).RecvMsg"}) &&
         !model.has(facts, {"google.golang.org/grpc.invoke"});
}

bool serves_stream(const Model& model, const GroupFacts& facts) noexcept {
  const bool waits_for_event =
      facts.site == facts.top &&
      (facts.op == Operation::chan_receive || facts.op == Operation::select ||
       facts.op == Operation::cond || facts.parked_on_channel);
  return waits_for_event &&
         model.has(facts, {"google.golang.org/grpc.(*Server).processStreamingRPC"});
}

bool waits_in_server(const Model& model, const GroupFacts& facts) noexcept {
  constexpr std::string_view kCalls[] = {"BLPop",  "BRPop",      "BRPopLPush",         "BLMove",
                                         "BLMPop", "BZPopMin",   "BZPopMax",           "BZMPop",
                                         "XRead",  "XReadGroup", "WaitForNotification"};
  return std::any_of(facts.frames.begin(), facts.frames.end(), [&](std::uint32_t frame) {
    const std::string_view base = model.function(frame).base;
    return !model.own(frame) &&
           std::find(std::begin(kCalls), std::end(kCalls), base) != std::end(kCalls);
  });
}

bool are_tasks(const Model& model, const Waits& waits) noexcept {
  return std::all_of(waits.groups.begin(), waits.groups.end(), [&](std::uint32_t group) {
    const GroupFacts& facts = model.group(group);
    return facts.site >= 0 && runs_library_code(model, facts) && !is_main(model, facts) &&
           std::none_of(facts.frames.begin() + facts.site, facts.frames.end(),
                        [&](std::uint32_t frame) {
                          return model.own(frame) &&
                                 named_like(model.function(frame).base,
                                            {"run", "serve", "start", "watch", "poll", "loop",
                                             "listen", "follow", "tail", "stream", "subscribe"});
                        });
  });
}

bool writes_dump(const Model& model, const GroupFacts& facts) noexcept {
  return has_prefix(model, facts, "runtime/pprof.") || model.has(facts, {"runtime.Stack"});
}

bool all_young(const Model& model, const Waits& waits) noexcept {
  constexpr std::int32_t kStamped = 4;  // minutes: two forced collections and what they round off
  return waits.ages.known == 0 && model.oldest_minutes() >= kStamped;
}

std::optional<Confidence> judge(const Model& model, const Waits& waits, const Bar& bar) noexcept {
  if (waits.count == 0) return std::nullopt;
  const bool old = waits.old(bar.minutes);
  if (model.fragment()) {
    return old || waits.count > 1 ? std::optional(Confidence::possible) : std::nullopt;
  }
  const Growth growth = growth_of(model, waits.groups);
  if (growth.growing && waits.count >= bar.many_old) return Confidence::likely;
  if (old) return waits.count >= bar.many_old ? Confidence::likely : Confidence::possible;
  if (all_young(model, waits)) return std::nullopt;
  if (waits.count < bar.many_young || waits.count * 6 < model.goroutines()) return std::nullopt;
  return Confidence::possible;
}

bool end_by_themselves(const Model& model, const Waits& waits) noexcept {
  constexpr std::int32_t kUsualTimeout = 2;  // minutes; 30, 60 and 120 seconds are what people set
  return waits.ages.known > 0 && waits.ages.max <= kUsualTimeout && waits.aged < waits.count &&
         model.oldest_minutes() >= waits.ages.max + 2;
}

std::string in_places(const Model& model, const Waits& waits) {
  const WaitSite* first = nullptr;
  std::size_t others = 0;
  for (const WaitSite& site : waits.sites) {
    if (site.frame == kNone) continue;
    if (first == nullptr) {
      first = &site;
    } else {
      ++others;
    }
  }
  // In a program of which nothing is known to be its own, the library that waits is all there is.
  if (first == nullptr) {
    const std::uint32_t frame =
        waits.groups.empty() ? kNone : telling_frame(model, model.group(waits.groups.front()));
    return frame == kNone ? std::string{} : " in " + place(model, frame);
  }
  std::string text = " in " + place(model, first->frame);
  if (others > 0) text += " and " + count_of(others, "other place");
  return text;
}

void fill(const Model& model, const Waits& waits, Finding& finding) {
  finding.groups = waits.groups;
  for (const WaitSite& site : waits.sites) {
    if (site.frame == kNone) continue;
    finding.site = site.frame;
    break;
  }
  if (!waits.groups.empty()) {
    finding.created_at = model.group(waits.groups.front()).created_by;
  }
  const Births births = births_of(model, waits.groups);
  finding.rate = rate_of(model, births, waits.groups);
  if (births.kind == Births::leak) {
    finding.supports(number(births.count) + " did not begin to wait together: " + births.words);
  }
  const Growth growth = growth_of(model, waits.groups);
  if (!growth.known) return;
  const std::string text = number(growth.counts.front()) + " at the first snapshot, " +
                           number(growth.counts.back()) + " at the last";
  if (growth.growing) {
    finding.supports(text);
  } else {
    finding.against(text);
  }
}

}  // namespace gowhy
