// Maps carry a flag while they are written. Who reads, writes or ranges and finds the flag in a
// state that only another goroutine can have caused ends the process: "concurrent map writes", "…
// read and map write", "… iteration and map write", "… clone and map write" (runtime/map.go with
// runtime.throw to 1.18 and runtime.fatal from 1.19, internal/runtime/maps since 1.24). That is
// proof of a race, but only one half of it is the crashing goroutine. The other is any goroutine
// that uses the same map; up to Go 1.25 all goroutines are printed, later only the one that noticed
// (runtime.fatal prints one since 1.26).
#include <algorithm>

#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "concurrent_map_access";

std::string did(std::string_view message) {
  if (message.find("iteration") != std::string_view::npos) return "ranged over a map";
  if (message.find("clone") != std::string_view::npos) return "copied a map";
  if (message.find("read") != std::string_view::npos) return "read a map";
  return "wrote to a map";
}

// Places in which other goroutines stand in methods of the same type, or in the same function: they
// probably use the same map.
struct Others {
  std::vector<std::uint32_t> records;
  std::vector<std::string> places;
};

bool same_type(const Function& a, const Function& b) noexcept {
  if (a.package != b.package) return false;
  return a.receiver.empty() ? a.name == b.name : a.receiver == b.receiver;
}

// True if a function of this goroutine called the one that uses the map: others in it may do so
// too.
bool on_stack(const Model& model, const Crash& crash, const Function& function) {
  const auto frames = model.group(crash.group).frames;
  return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t frame) {
    return model.own(frame) && model.name(frame) == function.name;
  });
}

Others others_of(const Model& model, const Crash& crash, std::uint32_t frame, bool callers) {
  Others others;
  const Function& function = model.function(frame);
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const std::uint32_t site = model.site_frame(facts);
    if (site == kNone || (callers ? !on_stack(model, crash, model.function(site))
                                  : !same_type(model.function(site), function))) {
      continue;
    }
    if (g == crash.group && facts.count == 1) continue;
    if (facts.op != Operation::running && facts.op != Operation::runnable) continue;
    for (std::uint32_t record : facts.records) {
      if (record != crash.record) others.records.push_back(record);
    }
    others.places.push_back(place(model, site));
  }
  if (others.places.empty() && !callers) return others_of(model, crash, frame, true);
  return others;
}

void report(const Model& model, const Crash& crash, Findings& out) {
  const std::uint32_t frame = crash_frame(model, crash);
  Finding finding(kId);
  finding.confidence = Confidence::certain;
  if (crash.group != kNone) finding.groups.push_back(crash.group);
  if (crash.record != kNone) finding.records.push_back(crash.record);
  finding.site = frame;
  const Others others =
      frame == kNone || crash.site < 0 ? Others{} : others_of(model, crash, frame, false);
  finding.summary = (frame == kNone ? "A goroutine that is not printed" : place(model, frame)) +
                    " " + did(crash.text()) +
                    " that another goroutine was writing to at the same time, without a lock that "
                    "keeps them apart";
  if (!others.places.empty())
    finding.summary += std::string("; the other one is probably ") +
                       (others.places.size() == 1 ? "" : "in one of these: ") +
                       list_of(others.places);
  finding.summary += consequence(model, crash) + ".";
  finding.supports(quoted_message(crash) + " is only printed when the map was in use elsewhere",
                   finding.records);
  if (!others.records.empty()) {
    finding.supports(count_of(others.records.size(), "other goroutine") +
                         (others.records.size() == 1 ? " stands" : " stand") + " in " +
                         list_of(others.places) + ", ready to run",
                     others.records);
    finding.against(
        "No words of the text say which goroutine the other one was: it may have left the "
        "map already");
  } else if (model.goroutines() <= 1) {
    finding.against(
        "1 goroutine is printed, so the other half of the race is not seen; "
        "`GOTRACEBACK=all` prints all (since Go 1.26 it must be set)");
  } else {
    finding.against(
        "None of the other goroutines stand in the same type or function: the other half of the "
        "race "
        "has left the map already");
  }
  finding.next = "Run it with the race detector, which names both halves: `go test -race ./...`";
  finding.restart =
      "A restart helps until two goroutines meet in the map again, which may be at once "
      "or after weeks.";
  out.push_back(std::move(finding));
}

// A paste that begins at the stack, below the message. What maps throw while they are used is this
// (mapassign, mapaccess, mapiternext, mapdelete, mapclear; a nil map panics instead).
bool is_map_code(std::string_view name) noexcept {
  return name.substr(0, 11) == "runtime.map" || name.substr(0, 22) == "internal/runtime/maps.";
}

std::string_view did_in(std::string_view function) noexcept {
  if (function.find("mapaccess") != std::string_view::npos) return "read a map";
  if (function.find("mapiter") != std::string_view::npos) return "ranged over a map";
  return "changed a map";
}

void report_unannounced(const Model& model, std::uint32_t group, Findings& out) {
  const GroupFacts& facts = model.group(group);
  std::size_t at = 0;
  const auto is_throw = [&](std::size_t i) {
    const std::string_view name = model.name(facts.frames[i]);
    return name == "runtime.throw" || name == "runtime.fatal";
  };
  if (facts.frames.size() < 3 || !is_throw(at)) return;
  const std::string_view map = model.name(facts.frames[at + 1]);
  if (!is_map_code(map) || map.find("makemap") != std::string_view::npos) return;
  const std::uint32_t site = model.site_frame(facts);
  if (site == kNone) return;
  Finding finding(kId);
  finding.confidence = Confidence::likely;
  finding.groups.push_back(group);
  for (std::uint32_t record : facts.records) finding.records.push_back(record);
  finding.site = site;
  finding.summary = place(model, site) + " " + std::string(did_in(map)) +
                    " that another goroutine was writing to at the same time, without a lock that "
                    "keeps them apart, and the process ended.";
  finding.supports(code(model.name(facts.frames[at])) + " was called by " + code(map) +
                       ": a map ends the process when it is in use elsewhere",
                   finding.records);
  finding.against("No message is printed, which would say so in words");
  finding.next = "Run it with the race detector, which names both halves: `go test -race ./...`";
  finding.restart =
      "A restart helps until two goroutines meet in the map again, which may be at once "
      "or after weeks.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_concurrent_map_access(const Model& model, Findings& out) noexcept {
  if (crashes_of(model).empty() && model.snapshot().format == Format::traceback) {
    for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
      if (model.group(g).op == Operation::running) report_unannounced(model, g, out);
    }
  }
  for (const Crash& crash : crashes_of(model)) {
    if (crash.kind != Event::fatal) continue;
    if (crash.text().substr(0, 14) == "concurrent map") report(model, crash, out);
  }
}

}  // namespace gowhy::cause
