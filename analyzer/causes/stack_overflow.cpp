// A goroutine's stack is copied to one of twice the size when it is full; at 1 GB (250 MB on 32-bit
// systems, debug.SetMaxStack) the runtime gives up: "runtime: goroutine stack exceeds
// 1000000000-byte limit", "fatal error: stack overflow" (runtime/stack.go, newstack). Nobody
// recovers that. The newest frames repeat: 100 are printed to Go 1.20, the 50 newest and the 50
// oldest since 1.21 (traceback.go). The shortest period of the names is the cycle; the oldest
// frames show who entered it.
#include <algorithm>

#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "stack_overflow";
constexpr std::size_t kLongest = 24;  // two rounds must fit into the 50 newest frames

struct Cycle {
  std::size_t begin = 0, length = 0;  // of frames, newest first; length 0: none seen
  std::size_t rounds = 0;
};

// The shortest period of the function names from the newest frame on. A full stack may have been
// noticed deep inside a library call, so a few frames on top may not belong to it.
Cycle find_cycle(const Model& model, std::span<const std::uint32_t> frames, std::size_t from) {
  for (std::size_t length = 1; length <= kLongest; ++length) {
    for (std::size_t begin = from; begin < from + kLongest && begin + 2 * length <= frames.size();
         ++begin) {
      std::size_t same = 0;
      while (begin + same + length < frames.size() &&
             model.name(frames[begin + same]) == model.name(frames[begin + same + length])) {
        ++same;
      }
      if (same >= std::max<std::size_t>(length, 3)) return {begin, length, same / length + 1};
    }
  }
  return {};
}

// The places of the cycle that are the user's own, oldest call first, or all if none is.
std::vector<std::string> places_of(const Model& model, std::span<const std::uint32_t> frames,
                                   const Cycle& cycle, bool own) {
  std::vector<std::string> places;
  for (std::size_t i = cycle.begin + cycle.length; i-- > cycle.begin;) {
    if (!own || model.own(frames[i])) places.push_back(place(model, frames[i]));
  }
  return places;
}

// The newest own frame below the cycle: who entered it. kNone if it is not printed.
std::uint32_t entry_of(const Model& model, std::span<const std::uint32_t> frames,
                       const Cycle& cycle) {
  auto in_cycle = [&](std::uint32_t frame) {
    for (std::size_t i = 0; i < cycle.length; ++i) {
      if (model.name(frames[cycle.begin + i]) == model.name(frame)) return true;
    }
    return false;
  };
  std::uint32_t entry = kNone;
  for (std::size_t i = frames.size(); i-- > cycle.begin && !in_cycle(frames[i]);) {
    if (model.own(frames[i])) entry = frames[i];
  }
  return entry;
}

std::string cycle_words(const std::vector<std::string>& own, const std::vector<std::string>& all) {
  if (own.size() >= 2) return list_of(own, 4) + " call each other without an end";
  if (own.size() == 1 && all.size() > 1)
    return own.front() + " calls itself again through a library";
  return (own.empty() ? all : own).front() + " calls itself without an end";
}

void report(const Model& model, const Crash& crash, Findings& out) {
  Finding finding(kId);
  finding.confidence = Confidence::certain;
  finding.site = crash_frame(model, crash);
  if (crash.group != kNone) finding.groups.push_back(crash.group);
  if (crash.record != kNone) finding.records.push_back(crash.record);
  std::string text;
  const std::span<const std::uint32_t> frames =
      crash.group == kNone ? std::span<const std::uint32_t>{} : model.group(crash.group).frames;
  const Cycle cycle =
      crash.at < 0 ? Cycle{} : find_cycle(model, frames, static_cast<std::size_t>(crash.at));
  if (cycle.length > 0) {
    const std::vector<std::string> own = places_of(model, frames, cycle, true);
    const std::vector<std::string> all = places_of(model, frames, cycle, false);
    text = cycle_words(own, all) + ", until the stack was full";
    const std::uint32_t entry = entry_of(model, frames, cycle);
    if (entry != kNone) text += "; " + place(model, entry) + " made the first call";
    finding.supports(number(cycle.rounds) + " rounds of the same " +
                         count_of(cycle.length, "frame") +
                         " stand on top of the stack: " + list_of(all, 6),
                     finding.records);
    finding.against(
        "0 words of the text say why it does not end: the data may go in circles, or the "
        "code may have no case that stops");
  } else {
    text =
        (finding.site == kNone ? "A goroutine that is not printed" : place(model, finding.site)) +
        " ran when the stack was full";
    finding.against(
        "0 repetitions are seen in the printed frames: the cycle is longer than what is "
        "printed");
  }
  const std::size_t limit = crash.detail.find("goroutine stack exceeds ");
  if (limit != std::string_view::npos) {
    std::string_view bytes = crash.detail.substr(limit + 24);
    bytes = bytes.substr(0, bytes.find('-'));
    finding.supports(std::string(bytes) +
                     " bytes is the limit of a goroutine's stack, and it was reached");
  }
  finding.summary = text + consequence(model, crash) + ".";
  finding.next =
      "Read the arguments of the cycle's frames: the same pointer again and again is data "
      "that goes in circles";
  finding.restart = "A restart helps until the same data comes again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_stack_overflow(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (crash.kind == Event::fatal && crash.text() == "stack overflow") report(model, crash, out);
  }
}

}  // namespace gowhy::cause
