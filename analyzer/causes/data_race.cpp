// The race detector (ThreadSanitizer, linked in with -race) reports two accesses to one address of
// which at least one writes and that nothing orders: "WARNING: DATA RACE", both stacks, and where
// both goroutines were created (runtime/race, race_amd64.s calls). It has no false alarms in Go
// code. What kind of race it is can be read from the frames: runtime.map… on top is a map,
// runtime.growslice or two halves of one line an append or a counter, a function and a closure made
// in it a captured variable, one function that reads in one line and writes in the next a value
// that is made when first needed.
#include <algorithm>
#include <map>

#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "data_race";

enum class Shape { map, append, captured_by_goroutine, captured_by_parent, lazy, same_line, other };

struct Access {
  bool write = false;
  bool map = false, grow = false;
  std::uint64_t goroutine = 0;    // 0: main or unknown
  std::uint32_t frame = kNone;    // first own frame, else the first that is not the runtime's
  std::uint32_t created = kNone;  // the go statement
  std::uint32_t group = kNone;    // group index
};

struct Race {
  std::vector<Access> accesses;
  std::uint64_t address = 0;
};

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

bool is_map_function(std::string_view name) noexcept {
  return starts(name, "runtime.map") || starts(name, "internal/runtime/maps.") ||
         starts(name, "reflect.map") || starts(name, "reflect.Value.SetMapIndex");
}

Access read_access(const Model& model, const Section& section) {
  Access access;
  access.write = section.title.find("rite ") != std::string::npos;
  const Dump& dump = model.dump();
  std::vector<std::uint32_t> frames;
  dump.symbols.frames_of(dump.groups[section.group].stack, frames);
  for (std::uint32_t frame : frames) {
    const std::string_view name = model.name(frame);
    access.map = access.map || is_map_function(name);
    access.grow = access.grow || name == "runtime.growslice" || name == "runtime.slicecopy";
    if (access.frame == kNone && model.special(frame) != Special::runtime_internal)
      access.frame = frame;
    // A method value's wrapper has no line of its own.
    if (model.own(frame) && !model.function(frame).method_value) {
      access.frame = frame;
      break;
    }
  }
  access.created = dump.groups[section.group].created_by;
  access.group = model.index_of(section.group);
  return access;
}

// "Previous write at 0x… by goroutine 7", and to Go 1.6 "Previous write by goroutine 7"; not where
// the memory came from or who started a goroutine.
bool is_access(std::string_view title) noexcept {
  for (std::string_view words : {"ead at 0x", "rite at 0x", "ead by ", "rite by "}) {
    if (title.find(words) != std::string_view::npos) return true;
  }
  return false;
}

std::map<std::uint32_t, Race> races_of(const Model& model) {
  std::map<std::uint32_t, Race> races;
  for (const Section& section : model.dump().sections) {
    if (!is_access(section.title) || section.group == kNone) continue;
    Race& race = races[section.report];
    race.accesses.push_back(read_access(model, section));
    race.address = section.address;
  }
  return races;
}

std::uint32_t line_of(const Model& model, std::uint32_t frame) noexcept {
  return frame == kNone ? 0 : model.dump().symbols.frame_at(frame).line;
}

// "pkg.F.func1" is a closure made in "pkg.F".
bool is_closure_of(std::string_view closure, std::string_view function) noexcept {
  return starts(closure, function) && closure.size() > function.size() + 5 &&
         starts(closure.substr(function.size()), ".func");
}

Shape shape_of(const Model& model, const Race& race) {
  const Access& a = race.accesses[0];
  const Access& b = race.accesses[1];
  if (a.map || b.map) return Shape::map;
  if (a.grow || b.grow) return Shape::append;
  if (a.frame == kNone || b.frame == kNone) return Shape::other;
  const std::string_view name_a = model.name(a.frame), name_b = model.name(b.frame);
  const bool a_inside = is_closure_of(name_a, name_b);
  if (a_inside || is_closure_of(name_b, name_a)) {
    const Access& parent = a_inside ? b : a;
    return parent.write ? Shape::captured_by_goroutine : Shape::captured_by_parent;
  }
  if (name_a != name_b) return Shape::other;
  const std::uint32_t line_a = line_of(model, a.frame), line_b = line_of(model, b.frame);
  if (line_a == line_b) return Shape::same_line;
  const Access& reader = a.write ? b : a;
  const Access& writer = a.write ? a : b;
  const std::uint32_t read = line_of(model, reader.frame), write = line_of(model, writer.frame);
  return !reader.write && read < write && write - read <= 12 ? Shape::lazy : Shape::other;
}

// What the shape usually is, as the end of the sentence; "" when it is none of the known ones.
std::string_view shape_words(Shape shape) noexcept {
  switch (shape) {
    case Shape::map:
      return "a map that is used without a lock";
    case Shape::append:
      return "a slice to which both append";
    case Shape::captured_by_goroutine:
      return "a variable of the surrounding function that a goroutine uses while the function "
             "changes it, for "
             "instance a loop variable (go.mod below 1.22)";
    case Shape::captured_by_parent:
      return "a variable that a goroutine sets while the surrounding function reads it, for "
             "instance `err`";
    case Shape::lazy:
      return "a value that is made when it is first needed";
    case Shape::same_line:
      return "one line that reads and writes, a counter or an `append`, run by several goroutines";
    case Shape::other:
      break;
  }
  return {};
}

std::string_view next_step(Shape shape) noexcept {
  switch (shape) {
    case Shape::map:
      return "Put one lock around every use of the map";
    case Shape::append:
    case Shape::same_line:
      return "Put a lock around the line, or use `sync/atomic` for a number";
    case Shape::captured_by_goroutine:
      return "Look at the `go` line of go.mod, and pass the variable to the goroutine as an "
             "argument";
    case Shape::captured_by_parent:
      return "Give the goroutine a variable of its own and hand the result over by a channel";
    case Shape::lazy:
      return "Use `sync.Once` or `sync.OnceValue` for the value";
    case Shape::other:
      break;
  }
  return "Find the lock that one of the two lines holds and the other does not";
}

std::string access_words(const Model& model, const Access& access) {
  return (access.frame == kNone ? "a stack that was lost" : place(model, access.frame)) +
         (access.write ? " writes" : " reads");
}

struct Site {
  std::uint32_t a, b;
  Shape shape;
  bool operator<(const Site& other) const {
    if (a != other.a) return a < other.a;
    return b != other.b ? b < other.b : shape < other.shape;
  }
};

void report(const Model& model, const Race& race, Shape shape, std::size_t times, Findings& out) {
  const Access& a = race.accesses[0];
  const Access& b = race.accesses[1];
  Finding finding(kId);
  finding.confidence = Confidence::certain;
  for (const Access& access : race.accesses) {
    if (access.group != kNone) finding.groups.push_back(access.group);
  }
  const Access& writer = a.write || !b.write ? a : b;
  const Access& other = &writer == &a ? b : a;
  finding.site = writer.frame;
  finding.created_at = writer.created;
  const std::string_view words = shape_words(shape);
  if (writer.frame == other.frame && writer.frame != kNone) {
    finding.summary = place(model, writer.frame) +
                      " is run by two goroutines at the same time, and "
                      "nothing orders them";
  } else {
    finding.summary = access_words(model, writer) + " what " + access_words(model, other) +
                      " at the same time, and nothing orders the two";
  }
  if (!words.empty()) finding.summary += ": " + std::string(words);
  finding.summary += ".";
  if (race.address != 0) {
    finding.supports("1 address, " + hex(race.address) + ", was used by both");
  } else {
    finding.supports("2 accesses stand in 1 report of the race detector");
  }
  if (times > 1) finding.supports(number(times) + " reports name the same two places");
  for (const Access* access : {&a, &b}) {
    if (access->created == kNone) continue;
    finding.supports(place(model, access->created) + " started the goroutine that " +
                     (access->write ? "writes" : "reads"));
  }
  finding.against(words.empty()
                      ? "No known shapes fit: what is shared must be read from the two lines"
                      : "No words of the report name the variable: that it is " +
                            std::string(words) + " is read from the two places");
  finding.next = std::string(next_step(shape)) + "; then run `go test -race -count 20` again";
  out.push_back(std::move(finding));
}

// A report of which one access was copied: the other is in the part that is missing.
void report_half(const Race& race, const Model& model, Findings& out) {
  const Access& access = race.accesses.front();
  Finding finding(kId);
  finding.confidence = Confidence::certain;
  if (access.group != kNone) finding.groups.push_back(access.group);
  finding.site = access.frame;
  finding.created_at = access.created;
  finding.summary = (access.frame == kNone ? "A" + access_words(model, access).substr(1)
                                           : access_words(model, access)) +
                    " what another goroutine " + (access.write ? "uses" : "writes") +
                    " at the same time, and nothing orders the two" +
                    (access.map ? ": a map that is used without a lock." : ".");
  finding.supports(race.address != 0 ? "1 address, " + hex(race.address) + ", was used by both"
                                     : "1 access stands in a report of the race detector");
  finding.against("1 access of the two is missing in this text, so it does not say who it is");
  finding.next = "Copy the report up to its closing line of `=`: the other stack stands there";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_data_race(const Model& model, Findings& out) noexcept {
  std::map<Site, std::pair<Race, std::size_t>> sites;
  const std::map<std::uint32_t, Race> races = races_of(model);
  std::vector<const Race*> halves;
  for (const auto& [report_id, race] : races) {
    if (race.accesses.size() == 1) halves.push_back(&race);
    if (race.accesses.size() < 2) continue;
    const std::uint32_t a = race.accesses[0].frame, b = race.accesses[1].frame;
    auto& [kept, times] = sites[{std::min(a, b), std::max(a, b), shape_of(model, race)}];
    if (times++ == 0) kept = race;
  }
  for (const auto& [site, race] : sites) report(model, race.first, site.shape, race.second, out);
  // The last of a log that was cut says nothing that the others do not.
  if (sites.empty() && !halves.empty()) report_half(*halves.front(), model, out);
}

}  // namespace gowhy::cause
