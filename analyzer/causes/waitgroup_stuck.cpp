// WaitGroup.Wait parks until the counter is zero (sync/waitgroup.go). If nobody is left who could
// call Done, it stays: a worker returned without Done, or Add counted more than there are workers.
//
// Who could call Done is read from the dump: goroutines started by the functions that wait (from Go
// 1.21 by the very goroutine, `in goroutine N`), goroutines of their own of the same type, and
// whoever is further on in the function that waits.
// While one is there, Wait does what it should, and whatever holds that one is the cause.
//
// A library's Close waits so for goroutines of the library. One that has waited for minutes does
// not end, whoever is to blame: what those goroutines stand in tells.
#include <algorithm>
#include <map>

#include "blocked_holders.h"
#include "finding.h"
#include "library_ends.h"
#include "locks.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "wait_workers.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kSeveral = 3;

struct Stuck {
  std::vector<std::uint32_t> groups, records;
  std::vector<std::uint32_t> children;  // groups that the same functions started, for others
  std::uint64_t count = 0;
  std::int32_t oldest = -1;
  std::uint64_t busy = 0;       // started by the same functions, for others that wait
  std::uint64_t workers = 0;    // started elsewhere, and may work for these
  std::uint64_t strangers = 0;  // run methods of the type for other objects
  bool by_id = false, leaked = true, creators_printed = true;
};

void add(const Model& model, const WaitingCall& call, Stuck& stuck) {
  const GroupFacts& facts = model.group(call.group);
  stuck.groups.push_back(call.group);
  stuck.records.insert(stuck.records.end(), call.alone.begin(), call.alone.end());
  stuck.count += facts.records.empty() ? facts.count : call.alone.size();
  stuck.oldest = std::max(stuck.oldest, facts.ages.known > 0 ? facts.ages.max : -1);
  stuck.busy = std::max(stuck.busy, call.child_count);
  stuck.children.insert(stuck.children.end(), call.children.begin(), call.children.end());
  stuck.strangers = std::max(stuck.strangers, call.stranger_count);
  stuck.by_id = stuck.by_id || call.by_id;
  stuck.creators_printed = stuck.creators_printed && call.creators_printed;
  stuck.leaked = stuck.leaked && (facts.flags & kLeaked) != 0;
}

// A loop of the same package waits in a select, among whose cases may be a timer: it may call Done
// for those who gave it their work as soon as that fires. In package main everything is beside
// everything.
bool has_timed_loop(const Model& model, const Stuck& stuck) {
  const std::string_view package =
      model.function(model.site_frame(model.group(stuck.groups.front()))).package;
  if (package == "main") return false;
  for (const GroupFacts& facts : model.groups()) {
    if ((facts.op == Operation::select || facts.parked_on_channel) && is_idle_loop(model, facts) &&
        facts.site == facts.top && model.function(model.site_frame(facts)).package == package) {
      return true;
    }
  }
  return false;
}

// A closer waits for siblings of any name and package, as a rule several in one function, and a
// profile does not print who started whom.
bool may_have_siblings(const Model& model, const GroupFacts& facts) {
  if (!model.is_profile() || !only_waits_for_siblings(model, facts)) return false;
  return std::any_of(model.groups().begin(), model.groups().end(), [&](const GroupFacts& other) {
    return &other != &facts && other.count > 1 && other.site >= 0 && !is_main(model, other) &&
           own_goroutine(model, other) && other.role == nullptr;
  });
}

// Closures that sleep in goroutines of their own, one for each that waits or more: what a function
// that has returned may have started for them.
bool sleep_beside(const Model& model, const Stuck& stuck) {
  const std::string_view package =
      model.function(model.site_frame(model.group(stuck.groups.front()))).package;
  std::uint64_t count = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (!sleeps_on_its_own(model, facts)) continue;
    const Function& site = model.function(model.site_frame(facts));
    if (site.closure_depth > 0 && site.package == package) count += facts.count;
  }
  return count >= stuck.count;
}

void report(const Model& model, const Stuck& stuck, Findings& out) {
  const GroupFacts& facts = model.group(stuck.groups.front());
  const std::string site = place(model, model.site_frame(facts));
  // One object of many may have workers of another type, which are not looked for.
  const bool sure = stuck.oldest >= kOldMinutes || stuck.count >= kSeveral ||
                    (stuck.by_id && stuck.strangers == 0);
  Finding finding("waitgroup_stuck");
  finding.confidence = stuck.leaked ? Confidence::certain
                       : sure && stuck.creators_printed && !model.fragment() && stuck.workers == 0
                           ? Confidence::likely
                           : Confidence::possible;
  // time.AfterFunc and context.AfterFunc have no goroutine until they call Done.
  const bool moment = stuck.oldest < 0 && stuck.count < kSeveral && !stuck.leaked &&
                      !model.fragment() && !stands_still(model);
  if (moment) finding.severity = Severity::info;
  finding.groups = stuck.groups;
  finding.records = stuck.records;
  finding.goroutines = stuck.count;
  finding.summary =
      count_of(stuck.count, "goroutine") + (stuck.count == 1 ? " waits" : " wait") +
      " in `WaitGroup.Wait`, called by " + site + oldest_for(stuck.oldest, stuck.count) +
      from_absence(
          model,
          ", and no goroutine is left that could call `Done`: one `Done` is missing, `Add` "
          "counted too much, or `Wait` comes before all were started",
          "any goroutine is left that could call `Done`");
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports("No goroutines that " + code(short_name(model.name(model.site_frame(facts)))) +
                   " started for " + (stuck.count == 1 ? "it" : "them") + " are left" +
                   (stuck.by_id && stuck.creators_printed ? ", by the creators' numbers" : ""));
  if (stuck.strangers > 0) {
    finding.supports(count_of(stuck.strangers, "worker") +
                     " of the type run for other objects: `go vet -copylocks` finds copies");
  }
  if (stuck.leaked) finding.supports(number(stuck.count) + " × `(leaked)`: the runtime proved it");
  if (!stuck.creators_printed) {
    finding.against(
        "No creators are printed in this format: workers with a function of their own may be "
        "overlooked");
  }
  if (stuck.busy > 0) {
    finding.against(count_of(stuck.busy, "goroutine") +
                    " started by the same function are at work, for other calls");
  }
  if (stuck.workers > 0) {
    finding.against(count_of(stuck.workers, "goroutine") +
                    " started elsewhere work in own code: a pool calls `Done` for those who gave "
                    "it the work");
  }
  if (!stuck.leaked)
    finding.against(
        "1 `Done` may still come from a callback, a timer or a goroutine of a library, which "
        "cannot "
        "be told apart");
  finding.next = "Read " + site +
                 " and the goroutines it starts: does each path, also a panic, call "
                 "`Done` once for each `Add`?";
  finding.restart = "A restart frees them until the same path is taken again.";
  out.push_back(std::move(finding));
}

// Where most of those stand that a library's Close waits for.
std::string worker_place(const Model& model, const LibraryEnd& end) {
  const auto most = std::max_element(end.workers.begin(), end.workers.end(), [&](auto a, auto b) {
    return model.group(a).count < model.group(b).count;
  });
  const std::uint32_t frame = model.top_frame(model.group(*most));
  return frame == kNone ? std::string() : place(model, frame);
}

bool waits_in_main(const Model& model, const LibraryEnd& end) {
  return std::any_of(end.waits.groups.begin(), end.waits.groups.end(),
                     [&](std::uint32_t group) { return is_main(model, model.group(group)); });
}

void report_library(const Model& model, const LibraryEnd& end, Findings& out) {
  // What a library ends of its own accord, as when a connection is lost, is its own affair.
  const std::vector<WaitSite>& sites = end.waits.sites;
  const bool own_call = std::any_of(sites.begin(), sites.end(),
                                    [](const WaitSite& site) { return site.frame != kNone; });
  if (!end.waits.old(kOldMinutes) || !own_call) return;
  // To wait is what such a function is for, while anybody is there to wait for.
  const bool only_waits = model.function(end.frame).base == "Wait";
  if (only_waits && (end.worker_count > 0 || end.own > 0 || waits_in_main(model, end))) return;
  const std::string close = code(short_name(model.name(end.frame)));
  const std::string library = code(short_package(model.name(end.frame)));
  Finding finding("waitgroup_stuck");
  finding.confidence = end.own > 0 && !model.fragment() ? Confidence::likely : Confidence::possible;
  fill(model, end.waits, finding);
  std::string why = ": it waits until goroutines of the library have ended";
  if (end.own > 0) {
    why += ", and " + number(end.own) + " of these are such goroutines themselves";
  } else if (end.worker_count > 0) {
    why += ", and " + number(end.worker_count) + " of its package are there, in " +
           worker_place(model, end);
  }
  finding.summary = count_of(end.waits.count, "goroutine") +
                    (end.waits.count == 1 ? " waits" : " wait") + " in " + close + ", called" +
                    in_places(model, end.waits) + oldest_for(end.waits.ages.max, end.waits.count) +
                    why + ".";
  if (end.own > 0) {
    finding.supports(number(end.own) + " were started by " + library + " and wait in its own " +
                     close + ": they wait for themselves");
  } else if (end.worker_count == 0) {
    finding.supports("No goroutines that " + library + " started are left to wait for");
  }
  finding.against(end.worker_count > 0
                      ? count_of(end.worker_count, "goroutine") + " of " + library +
                            " may be at the last of their work, and end"
                      : "1 call of your own that the library runs may be what it waits for");
  finding.next = "Look what keeps the goroutines of " + library +
                 " from ending: a peer that does not answer, a retry without an end, or a callback "
                 "that ends what called it";
  finding.restart = "A restart frees them until the next one is ended in this way.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_waitgroup_stuck(const Model& model, Findings& out) noexcept {
  for (const LibraryEnd& end : library_ends(model)) report_library(model, end, out);
  std::map<std::uint32_t, Stuck> by_site;
  for (const WaitingCall& call : waiting_calls(model)) {
    const GroupFacts& facts = model.group(call.group);
    if (call.relative_count + call.leader_count > 0) continue;
    const bool profile = facts.records.empty();
    if (profile ? call.child_count > 0 : call.alone.empty()) continue;
    if (may_have_siblings(model, facts)) continue;
    add(model, call, by_site[model.site_frame(facts)]);
  }
  for (auto& [site, stuck] : by_site) {
    // Those that another call waits for by their creators' numbers work for nobody else.
    if (!stuck.by_id) stuck.children.clear();
    keep_distinct(stuck.children);
    stuck.workers = workers_besides(model, stuck.children);
    // Work that was handed to a pool, or to a loop that collects it, a moment ago.
    const bool young = stuck.oldest < kOldMinutes && !stuck.leaked && !model.fragment();
    if (young && (stuck.workers > 0 || (!stands_still(model) && (has_timed_loop(model, stuck) ||
                                                                 sleep_beside(model, stuck))))) {
      continue;
    }
    report(model, stuck, out);
  }
}

}  // namespace gowhy::cause
