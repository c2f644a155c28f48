// github.com/sasha-s/go-deadlock replaces the locks of package sync by ones that watch themselves
// (deadlock.go): "Inconsistent locking" when two locks were taken in both orders, "Recursive
// locking" when a goroutine takes a lock it has, and after Opts.DeadlockTimeout (30 s) "Have been
// trying to lock it again for more than …" with the place that holds it. It tells goroutines apart
// by petermattis/goid, which gives 0 for releases it does not know: then all goroutines look like
// one, and "Recursive locking" may be two of them.
#include <algorithm>
#include <map>

#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "go_deadlock_report";

enum class Kind { order, recursive, timeout };

struct Report {
  Kind kind = Kind::timeout;
  std::vector<const Section*> sections;
  std::uint64_t address = 0;
  std::string_view message;
};

bool contains(std::string_view text, std::string_view part) noexcept {
  return text.find(part) != std::string_view::npos;
}

std::uint32_t frame_of(const Model& model, const Section& section) {
  if (section.group == kNone) return kNone;
  const Dump& dump = model.dump();
  std::vector<std::uint32_t> frames;
  dump.symbols.frames_of(dump.groups[section.group].stack, frames);
  for (std::uint32_t frame : frames) {
    if (model.own(frame)) return frame;
  }
  return frames.empty() ? kNone : frames.front();
}

std::uint32_t place_in(const Model& model, const Report& report, std::string_view title) {
  for (const Section* section : report.sections) {
    if (contains(section->title, title)) return frame_of(model, *section);
  }
  return kNone;
}

std::vector<Report> reports_of(const Model& model) {
  std::vector<const Event*> events;
  for (const Event& event : model.dump().events) {
    if (event.snapshot == model.snapshot_index() && contains(event.message, "POTENTIAL DEADLOCK")) {
      events.push_back(&event);
    }
  }
  std::map<std::uint32_t, Report> by_report;
  if (events.empty()) return {};
  for (const Section& section : model.dump().sections) {
    Report& report = by_report[section.report];
    report.sections.push_back(&section);
    if (section.address != 0) report.address = section.address;
  }
  std::vector<Report> reports;
  std::size_t i = 0;
  for (auto& [id, report] : by_report) {
    report.message = events[std::min(i++, events.size() - 1)]->message;
    if (contains(report.message, "Inconsistent")) report.kind = Kind::order;
    if (contains(report.message, "Recursive")) report.kind = Kind::recursive;
    reports.push_back(std::move(report));
  }
  return reports;
}

// All goroutines have number 0: the library does not know this release of Go.
bool one_number(const Report& report) noexcept {
  bool zero = false;
  for (const Section* section : report.sections) {
    zero = zero || contains(section->title, "goroutine 0");
  }
  return zero;
}

std::string where(const Model& model, std::uint32_t frame) {
  return frame == kNone ? std::string("a place that is not printed") : place(model, frame);
}

void add_order(const Model& model, const Report& report, Finding& finding) {
  const std::uint32_t before = place_in(model, report, "happened before");
  const std::uint32_t after = place_in(model, report, "happened after");
  const std::uint32_t other = place_in(model, report, "in another goroutine: happened before");
  finding.confidence = Confidence::certain;
  finding.site = after;
  finding.summary = "go-deadlock saw two locks taken in both orders: " + where(model, before) +
                    " and then " + where(model, after) + ", and the other way round";
  if (other != kNone && other != before) finding.summary += " in " + place(model, other);
  finding.summary += "; two goroutines that meet there wait for each other for ever.";
  finding.supports("2 orders of the same two locks are in the report");
  finding.against(
      "No goroutines need to be stuck yet: the two orders may never meet at the same time");
  finding.next =
      "Take both locks in one order everywhere, or let go of the first before the second";
}

void add_recursive(const Model& model, const Report& report, Finding& finding) {
  const std::uint32_t now = place_in(model, report, "wants the lock");
  const std::uint32_t before = place_in(model, report, "Previous place");
  const bool doubtful = one_number(report);
  finding.confidence = doubtful ? Confidence::possible : Confidence::certain;
  finding.site = now;
  finding.summary = "go-deadlock says that " + where(model, now) +
                    " takes a lock that the same goroutine took in " + where(model, before) +
                    " before";
  finding.summary +=
      doubtful ? "; with this release of Go it cannot tell goroutines apart, so it may be two."
               : ", so it waits for itself.";
  finding.supports("1 lock" +
                   (report.address != 0 ? ", " + hex(report.address) + "," : std::string()) +
                   " is named in both places");
  finding.against(
      doubtful ? "0 is the number of every goroutine here: `petermattis/goid` does not know this "
                 "release of Go, and two goroutines look like one"
               : "1 report shows the two places, and not which of the two locks is one too many");
  finding.next =
      doubtful ? "Update `github.com/sasha-s/go-deadlock` and `github.com/petermattis/goid`, then "
                 "run it again"
               : "Split the function in one that locks and one that expects the lock to be held";
}

void add_timeout(const Model& model, const Report& report, Finding& finding) {
  const std::uint32_t holder = place_in(model, report, "Previous place");
  const std::uint32_t now = place_in(model, report, "doing now");
  const std::uint32_t waiter = place_in(model, report, "Have been trying");
  finding.confidence = Confidence::certain;
  finding.site = now != kNone ? now : holder;
  finding.summary = "go-deadlock waited too long for a lock in " + where(model, waiter) + ": " +
                    where(model, holder) + " took it";
  if (now != kNone && now != holder)
    finding.summary += ", and its goroutine now stands in " + place(model, now);
  finding.summary += ".";
  finding.supports(
      "1 lock" + (report.address != 0 ? ", " + hex(report.address) + "," : std::string()) +
      " is wanted in " + where(model, waiter) + " and held since " + where(model, holder));
  finding.against(
      "1 limit was passed, which an overloaded machine does too: the holder may only be slow");
  finding.next = "Let go of the lock before anything that may wait";
}

}  // namespace

void detect_go_deadlock_report(const Model& model, Findings& out) noexcept {
  for (const Report& report : reports_of(model)) {
    Finding finding(kId);
    for (const Section* section : report.sections) {
      const std::uint32_t group = section->group == kNone ? kNone : model.index_of(section->group);
      if (group != kNone) finding.groups.push_back(group);
    }
    if (report.kind == Kind::order) {
      add_order(model, report, finding);
    } else if (report.kind == Kind::recursive) {
      add_recursive(model, report, finding);
    } else {
      add_timeout(model, report, finding);
    }
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
