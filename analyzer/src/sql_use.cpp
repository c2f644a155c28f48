#include "sql_use.h"

#include <optional>

#include "blocked_holders.h"
#include "wording.h"

namespace gowhy {
namespace {

constexpr std::string_view kTransaction = "database/sql.(*Tx).awaitDone";

bool waits_for_connection(const Model& model, const GroupFacts& facts) {
  const int at = model.position(facts, {"database/sql.(*DB).conn"});
  if (at < 0) return false;
  // Not one that opens a connection: that one is in the driver.
  for (int i = 0; i < at; ++i) {
    const Origin origin = model.function(facts.frames[static_cast<std::size_t>(i)]).origin;
    if (origin != Origin::runtime && origin != Origin::stdlib) return false;
  }
  return facts.op == Operation::select || facts.op == Operation::unknown;
}

// Some requests that wait in this very stack have nothing open, so none has here. One connection of
// a client serves request after request in one goroutine (net/http, (*conn).serve): what the others
// have open was left by a request before this.
bool left_by_earlier(const Model& model, const GroupFacts& facts, std::uint32_t openers) {
  return runs_handler(model, facts) && openers < facts.count;
}

void look_at_opener(const Model& model, std::uint32_t record, std::uint32_t opener,
                    const std::vector<std::uint32_t>& openers, SqlHeld& held,
                    std::vector<std::uint32_t>& holders, std::vector<std::uint32_t>& begun) {
  ++held.known;
  // A loop that waits for its next job may keep a transaction open over its jobs, as a writer of
  // batches does; of several that it has begun it has forgotten all but one. Rows may be read side
  // by side.
  const bool lives = opener != kNone && model.group(opener).site >= 0 &&
                     !(waits_for_connection(model, model.group(opener)) &&
                       left_by_earlier(model, model.group(opener), openers[opener]));
  if (!lives || (!begun.empty() && ++begun[opener] > model.group(opener).count &&
                 is_idle_loop(model, model.group(opener)))) {
    ++held.orphans;
    held.orphan_records.push_back(record);
    return;
  }
  const GroupFacts& facts = model.group(opener);
  if (waits_for_connection(model, facts)) {
    ++held.waiting;
  } else if (has_prefix(model, facts, "database/sql.")) {
    ++held.in_database;
  } else {
    ++held.elsewhere;
    holders.push_back(opener);
  }
}

SqlHeld held_by(const Model& model, std::string_view function) {
  SqlHeld held;
  std::vector<std::uint32_t> groups;
  for (const Hit& hit : model.find(function)) groups.push_back(hit.group);
  held.open = waits_of(model, std::move(groups));
  std::vector<std::uint32_t> holders, begun;
  if (function == kTransaction) begun.resize(model.groups().size());
  std::vector<std::uint32_t> openers(model.groups().size());  // by their group
  const auto each = [&](auto use) {
    for (std::uint32_t group : held.open.groups) {
      for (std::uint32_t record : model.group(group).records) {
        const std::uint64_t opener = model.dump().records[record].creator;
        if (opener != 0) use(record, model.group_of_id(opener));
      }
    }
  };
  each([&](std::uint32_t, std::uint32_t opener) {
    if (opener != kNone) ++openers[opener];
  });
  each([&](std::uint32_t record, std::uint32_t opener) {
    look_at_opener(model, record, opener, openers, held, holders, begun);
  });
  held.holders = waits_of(model, std::move(holders));
  return held;
}

// The pool's own goroutine makes a connection for those who wait (sql.go, connectionOpener).
bool opens_connection(const Model& model, const GroupFacts& facts) {
  return model.has(facts, {"database/sql.(*DB).openNewConnection"});
}

bool is_background(const Model& model, const GroupFacts& facts) {
  // A profile prints no creators; there a loop that waits for work is told by where it waits.
  const bool beside = model.is_profile() ? is_idle_loop(model, facts) : facts.created_by != kNone;
  return facts.normal || writes_dump(model, facts) || model.has(facts, {"main.main"}) ||
         (beside && facts.site >= 0 && !runs_handler(model, facts) && facts.count <= 2 &&
          !has_prefix(model, facts, "database/sql."));
}

SqlUse find_sql_use(const Model& model) {
  SqlUse use;
  use.rows = held_by(model, "database/sql.(*Rows).awaitDone");
  use.transactions = held_by(model, kTransaction);
  use.waiting = waits_in(model, {"database/sql.(*DB).conn"}, [&](const GroupFacts& facts) {
    return waits_for_connection(model, facts);
  });
  if (use.rows.open.count + use.transactions.open.count + use.waiting.count == 0) return use;
  std::vector<std::uint32_t> active;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.site < 0 && !facts.normal && opens_connection(model, facts)) ++use.busy;
    if (facts.site < 0 || waits_for_connection(model, facts)) continue;
    if (has_prefix(model, facts, "database/sql.")) {
      active.push_back(g);
      use.busy += facts.count;
    } else if (!is_background(model, facts)) {
      use.busy += facts.count;
    }
  }
  use.active = waits_of(model, std::move(active));
  return use;
}

std::optional<Confidence> judge_abandoned(const Model& model, const SqlHeld& held,
                                          std::uint64_t lost) {
  if (model.fragment()) return Confidence::possible;
  if (lost == 0) return std::nullopt;
  if (held.known * 2 >= held.open.count) {
    if (lost >= 3) return Confidence::likely;
    return held.open.old(1) ? std::optional(Confidence::possible) : std::nullopt;
  }
  if (lost >= 5 && held.open.old(2)) return Confidence::likely;
  // One that is over lives on until it is scheduled again, under load as many as there are users.
  const bool few_users = lost >= 5 && lost * 2 > held.open.count;
  if (lost >= 16 || few_users || (lost >= 3 && held.open.old(2))) return Confidence::possible;
  return std::nullopt;
}

}  // namespace

const SqlUse& sql_use(const Model& model) noexcept { return model.once(find_sql_use); }

std::uint64_t abandoned(const SqlUse& use, const SqlHeld& held) noexcept {
  if (held.known * 2 >= held.open.count) return held.orphans;
  const std::uint64_t users = use.busy + use.waiting.count;
  return held.open.count > users ? held.open.count - users : 0;
}

void report_abandoned(const Model& model, const SqlUse& use, const SqlHeld& held,
                      const HeldWords& words, Findings& out) noexcept {
  const std::uint64_t lost = abandoned(use, held);
  const auto confidence = judge_abandoned(model, held, lost);
  if (!confidence || held.open.count == 0) return;
  const auto text = [](std::string_view part) { return std::string(part); };
  Finding finding(words.cause);
  finding.confidence = *confidence;
  fill(model, held.open, finding);
  finding.records = held.orphan_records;
  finding.goroutines = model.fragment() ? held.open.count : lost;
  finding.victim_groups = use.waiting.groups;
  finding.summary = count_of(finding.goroutines, words.one, words.many) +
                    (finding.goroutines == 1 ? " was" : " were") + text(words.left) +
                    oldest_for(held.open.ages.max, held.open.count) + text(words.keeps);
  finding.supports(count_of(held.open.count, "goroutine") +
                   (held.open.count == 1 ? " waits" : " wait") + text(words.waits));
  if (held.orphans > 0) {
    finding.supports(number(held.orphans) + " of them were " + text(words.begun) +
                     " by goroutines that have ended or do other work now");
  }
  if (held.known < held.open.count) {
    finding.against(number(held.open.count - held.known) + " do not name the goroutine that " +
                    text(words.hidden) + " (Go 1.20 and older, profiles)");
  }
  finding.against(number(held.in_database + held.elsewhere + held.waiting) +
                  " others belong to goroutines that may still " + text(words.finish));
  finding.next = words.next;
  finding.restart = words.restart;
  out.push_back(std::move(finding));
}

}  // namespace gowhy
