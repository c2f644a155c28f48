// Nothing limits how many goroutines a `go` statement may start; each has a stack of 2 KB at least
// (runtime/stack.go, minimum stack) and its share of the processors. When most goroutines come from
// one place and do various things, more are started than can end.
//
// This is the most general remark: it speaks of numbers, after everything that knows why. Handlers
// of the HTTP server (one for each open connection) and goroutines whose starters still wait for
// them, a fan-out, are left out.
#include <algorithm>
#include <map>

#include "births.h"
#include "crowds.h"
#include "finding.h"
#include "sort_by.h"
#include "wait_workers.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kMany = 200;  // from here on a number is worth a remark by itself
constexpr std::uint64_t kHuge = 10000;

struct Origin1 {
  std::vector<std::uint32_t> groups;
  std::uint64_t count = 0;
  std::int32_t oldest = -1;
};

// Where they come from: the `go` statement, or in profiles the outermost function.
std::map<std::pair<std::uint32_t, std::string_view>, Origin1> by_origin(const Model& model) {
  std::map<std::pair<std::uint32_t, std::string_view>, Origin1> origins;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.frames.empty() || facts.role != nullptr || !own_goroutine(model, facts)) continue;
    const std::string_view entry = model.entry(facts);
    if (entry == "main.main") continue;
    Origin1& origin =
        origins[{facts.created_by, facts.created_by == kNone ? entry : std::string_view{}}];
    origin.groups.push_back(g);
    origin.count += facts.count;
    if (facts.ages.known > 0) origin.oldest = std::max(origin.oldest, facts.ages.max);
  }
  return origins;
}

std::string what_they_do(const Model& model, const Origin1& origin) {
  std::map<Operation, std::uint64_t> counts;
  std::uint64_t at_channels = 0;  // a profile may hide whether they send or receive
  for (std::uint32_t g : origin.groups) {
    const GroupFacts& facts = model.group(g);
    if (facts.op == Operation::unknown && facts.parked_on_channel) {
      at_channels += facts.count;
    } else {
      counts[facts.op] += facts.count;
    }
  }
  std::vector<std::pair<std::uint64_t, Operation>> order;
  for (const auto& [op, count] : counts) order.emplace_back(count, op);
  sort_stably(order, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> parts;
  if (at_channels > 0) {
    parts.push_back(number(at_channels) + (at_channels == 1 ? " waits" : " wait") +
                    " to send to a channel or to receive from one");
  }
  for (const auto& [count, op] : order) {
    parts.push_back(number(count) + " " + std::string(doing_words(op, count != 1)));
  }
  return list_of(parts);
}

// A call that started at most a few hundred and still waits for them: a fan-out.
bool starter_is_inside(const Model& model, const Origin1& origin, std::uint32_t created_by) {
  const GroupFacts& first = model.group(origin.groups.front());
  const std::string_view starter = starter_of(model, first);
  if (!starter.empty() && inside(model, starter) * 100 >= origin.count) return true;
  // A closure that starts one after the other belongs to the call in which it is written; and a
  // profile tells who started a goroutine by the name of its closure alone.
  const std::string_view by = created_by == kNone ? model.entry(first) : starter;
  const std::size_t closure = by.find(".func");
  return closure != std::string_view::npos &&
         in_call_of(model, by.substr(0, closure)) * 100 >= origin.count;
}

// Most wait at one line, and one goroutine made all of them in a row.
bool waits_as_made(const Model& model, const Origin1& origin, std::uint32_t created_by,
                   const Births& births) {
  if (created_by == kNone) return false;
  const GroupFacts& first = model.group(origin.groups.front());
  std::uint64_t waiting = 0;
  for (std::uint32_t g : origin.groups) {
    const GroupFacts& facts = model.group(g);
    const bool same = is_blocked(facts.op) && model.site_frame(facts) == model.site_frame(first);
    waiting += same ? facts.count : 0;
  }
  if (waiting * 4 < origin.count * 3) return false;
  Crowd crowd;
  crowd.groups = origin.groups;
  crowd.created_by = created_by;
  crowd.count = origin.count;
  const Creators creators = creators_of(model, crowd);
  if (creators.known == 0) return births.in_a_loop && births.kind != Births::leak;
  return made_in_a_row(creators, births, origin.count);
}

}  // namespace

void detect_goroutine_explosion(const Model& model, Findings& out) noexcept {
  for (const auto& [key, origin] : by_origin(model)) {
    if (origin.count < kMany || origin.count * 10 < model.goroutines() * 6) continue;
    const Growth growth = growth_of(model, origin.groups);
    if (growth.known && !growth.growing) continue;
    if (starter_is_inside(model, origin, key.first)) continue;
    const GroupFacts& facts = model.group(origin.groups.front());
    const Births births = births_of(model, origin.groups);
    if (!growth.growing && origin.count < kHuge && waits_as_made(model, origin, key.first, births))
      continue;
    Finding finding("goroutine_explosion");
    finding.confidence = growth.growing || origin.count >= kHuge || births.kind == Births::leak
                             ? Confidence::likely
                             : Confidence::possible;
    finding.groups = origin.groups;
    const std::string from = key.first != kNone ? "were started by " + place(model, key.first)
                                                : "run " + code(short_name(key.second));
    finding.summary = number(origin.count) + " of " + number(model.goroutines()) + " goroutines " +
                      from + oldest_for(origin.oldest) + ": " + what_they_do(model, origin) + ".";
    finding.site = model.site_frame(facts);
    finding.created_at = key.first;
    finding.rate = rate_of(model, births, origin.groups);
    finding.supports(number(origin.count * 100 / std::max<std::uint64_t>(model.goroutines(), 1)) +
                     " % of all goroutines have this origin");
    if (growth.growing) {
      finding.supports(number(growth.counts.front()) + " at the first snapshot, " +
                       number(growth.counts.back()) + " at the last");
    } else {
      finding.against(
          "1 dump does not show whether they end again: a burst looks the same for a moment");
    }
    finding.next =
        "Count again a few times: `curl -s 'http://HOST/debug/pprof/goroutine?debug=1' | head -1`";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
