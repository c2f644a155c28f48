// "runnable" is a goroutine that could go on and waits for a processor (runtime2.go, _Grunnable): a
// run queue is first in, first out, and each gets 10 ms (forcePreemptNS). Printing all goroutines
// stops the world first, so those that were running show as runnable too: up to GOMAXPROCS of them
// mean nothing. While processors are short, a collection takes long to begin, and goroutines that
// would start one wait for its semaphore: "semacquire" right below an ordinary line, since the
// runtime's own frames are hidden (mgc.go, gcStart, work.startSema). They belong to the same crowd
// and hold no lock.
//
// runtime.Gosched puts the goroutine at the end of the global queue (proc.go, goschedImpl): where
// most of the crowd stand in it, they do not compute but wait in a loop, as at a lock of the
// program's own making, for what another goroutine has not done yet.
#include <algorithm>
#include <map>

#include "finding.h"
#include "model.h"
#include "sort_by.h"
#include "wait_workers.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "runnable_pileup";
constexpr std::uint64_t kMany = 48;  // more than most machines have processors

// In a crash everybody is stopped wherever he is; a signal only asks for the dump.
bool crashed(const Model& model) noexcept {
  const std::vector<Event>& events = model.dump().events;
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    return event.snapshot == model.snapshot_index() &&
           (event.kind == Event::panic || event.kind == Event::fatal);
  });
}

struct Crowd {
  std::uint64_t runnable = 0, waiting = 0;  // waiting: for the runtime's semaphore
  std::vector<std::uint32_t> groups;
  std::map<std::uint32_t, std::uint64_t>
      by_function;  // oldest own function, by its frame's function
};

bool has_started(const Model& model, const GroupFacts& facts) noexcept {
  // A goroutine that never ran stands at the first line of its function, above goexit (1.22+).
  return !(facts.frames.size() <= 2 && model.has(facts, {"runtime.goexit"}));
}

Crowd crowd_of(const Model& model) {
  Crowd crowd;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const bool runs = facts.op == Operation::runnable || facts.op == Operation::running;
    const bool waits =
        facts.op == Operation::semaphore && facts.top >= 0 && facts.top == facts.site;
    if (facts.site < 0 || facts.normal || (!runs && !waits)) continue;
    if (runs && !has_started(model, facts)) continue;
    (runs ? crowd.runnable : crowd.waiting) += facts.count;
    crowd.groups.push_back(g);
    std::uint32_t oldest = kNone;
    for (std::uint32_t frame : facts.frames) {
      if (model.own(frame)) oldest = frame;
    }
    crowd.by_function[model.function_id(oldest)] += facts.count;
  }
  return crowd;
}

// The own frame of the crowd's largest part that is furthest up: where the time goes.
std::uint32_t busiest(const Model& model, const Crowd& crowd) {
  std::map<std::uint32_t, std::uint64_t> by_site;
  for (std::uint32_t g : crowd.groups) {
    by_site[model.dump().symbols.frame_at(model.site_frame(model.group(g))).function] +=
        model.group(g).count;
  }
  std::uint32_t best = kNone;
  std::uint64_t most = 0;
  for (std::uint32_t g : crowd.groups) {
    const std::uint32_t frame = model.site_frame(model.group(g));
    const std::uint64_t count = by_site[model.function_id(frame)];
    if (count > most) {
      most = count;
      best = frame;
    }
  }
  return best;
}

std::uint32_t shared_entry(const Model& model, const Crowd& crowd, std::uint64_t total) {
  for (const auto& [function, count] : crowd.by_function) {
    if (count * 2 < total) continue;
    for (std::uint32_t g : crowd.groups) {
      for (std::uint32_t frame : model.group(g).frames) {
        if (model.function_id(frame) == function) return frame;
      }
    }
  }
  return kNone;
}

// Goroutines that called runtime.Gosched from their own code.
std::uint64_t yielding(const Model& model, const Crowd& crowd) {
  std::uint64_t count = 0;
  for (std::uint32_t g : crowd.groups) {
    const GroupFacts& facts = model.group(g);
    const int at = model.position(facts, {"runtime.Gosched"});
    if (at >= 0 && at < facts.site) count += facts.count;
  }
  return count;
}

// Most were started by a call that waits for them: a batch, whose number has a bound.
bool is_batch(const Model& model, const Crowd& crowd, std::uint64_t total) {
  for (const WaitingCall& call : waiting_calls(model)) {
    if (call.child_count * 2 > total &&
        std::binary_search(crowd.groups.begin(), crowd.groups.end(), call.children.front())) {
      return true;
    }
  }
  return false;
}

// Who waits for something in a method of an object that the spinning goroutines have as well: it
// may be what they wait for.
struct Holdup {
  std::uint32_t group = kNone, record = kNone;
  std::uint32_t frame = kNone;
  std::uint64_t object = 0;
};

Holdup holdup_of(const Model& model, const Crowd& crowd) {
  std::vector<std::uint64_t> objects;
  for (std::uint32_t g : crowd.groups) {
    const GroupFacts& facts = model.group(g);
    if (facts.records.empty()) continue;
    for (int p : {facts.site, facts.site + 1}) {
      bool exact = false;
      const std::uint64_t object = model.receiver(facts.records.front(), p, &exact);
      if (object != 0 && exact) objects.push_back(object);
    }
  }
  sort_numbers(objects);
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.site < 0 || !is_blocked(facts.op) || facts.records.empty()) continue;
    for (const Arg& arg : model.args(facts.records.front())) {
      const auto position = static_cast<std::size_t>(arg.frame());
      if (arg.slot() != 0 || arg.stale() || position >= facts.frames.size()) continue;
      if (!model.own(facts.frames[position])) continue;
      if (!std::binary_search(objects.begin(), objects.end(), arg.address())) continue;
      return {g, facts.records.front(), facts.frames[position], arg.address()};
    }
  }
  return {};
}

void tell_spinning(const Model& model, const Crowd& crowd, std::uint64_t spinning,
                   Finding& finding) {
  finding.summary +=
      ": they give the processor away again and again, as a loop does that waits for what another "
      "goroutine has not done yet";
  finding.supports(number(spinning) +
                   " are in `runtime.Gosched`, called by their own code: they wait, or let others "
                   "go first");
  const Holdup holdup = holdup_of(model, crowd);
  if (holdup.group == kNone) return;
  const GroupFacts& facts = model.group(holdup.group);
  const std::int32_t minutes = model.dump().records[holdup.record].minutes;
  finding.summary +=
      "; 1 goroutine in a method of the same object " + std::string(doing_of(model, facts, false)) +
      " in " + place(model, model.site_frame(facts)) +
      (minutes > 0 ? " for " + time_span(minutes) : std::string()) + " and may be the one";
  finding.supports(hex(holdup.object) + " is the receiver of " + place(model, holdup.frame) +
                       ", which waits, and of those who spin",
                   {holdup.record});
}

}  // namespace

void detect_runnable_pileup(const Model& model, Findings& out) noexcept {
  if (model.is_profile() || model.fragment() || crashed(model)) return;
  const Crowd crowd = crowd_of(model);
  const std::uint64_t total = crowd.runnable + crowd.waiting;
  if (total < kMany) return;
  Finding finding(kId);
  finding.confidence = Confidence::possible;
  const std::uint32_t site = busiest(model, crowd);
  const std::uint32_t entry = shared_entry(model, crowd, total);
  finding.groups = crowd.groups;
  finding.goroutines = total;
  finding.site = site;
  finding.summary = number(total) + " goroutines want to run at the same time, most of them in " +
                    place(model, site);
  if (entry != kNone && model.name(entry) != model.name(site)) {
    finding.summary += " below " + place(model, entry);
  }
  const std::uint64_t spinning = yielding(model, crowd);
  if (spinning * 2 > total) {
    tell_spinning(model, crowd, spinning, finding);
  } else {
    finding.summary += ": more work is asked for than the processors can do, so all of it is slow";
  }
  finding.summary += ".";
  finding.supports(number(crowd.runnable) + " are runnable: they wait for nothing but a processor");
  if (crowd.waiting > 0) {
    finding.supports(
        number(crowd.waiting) +
        " are `semacquire` right below computing code: they wait for "
        "the runtime to begin a collection, which comes late when processors are short");
  }
  if (is_batch(model, crowd, total)) finding.severity = Severity::info;
  finding.against(
      "1 dump is one moment, and taking it stops the world: what was running shows as "
      "runnable too, and a burst may be over in a second");
  finding.next =
      "Take a second dump ten seconds later, and a CPU profile: "
      "`go tool pprof -top 'http://HOST/debug/pprof/profile?seconds=10'`";
  finding.restart =
      "A restart throws the queued work away and helps until as much is asked for again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
