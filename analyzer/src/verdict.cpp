#include "verdict.h"

#include <algorithm>
#include <string>
#include <vector>

#include "diagnosis.h"
#include "model.h"
#include "operations.h"
#include "roles.h"
#include "stack_facts.h"
#include "waits.h"
#include "wording.h"

namespace gowhy {
namespace {

// "12 × idle worker and 1 × waits for signals": the two largest roles of those that are normal.
std::string what_was_seen(const Model& model) {
  std::string_view roles[2];
  std::uint64_t counts[2] = {};
  for (const GroupFacts& facts : model.groups()) {
    if (!facts.normal || writes_dump(model, facts)) continue;
    for (std::size_t i = 0; i < 2; ++i) {
      if (counts[i] == 0) roles[i] = facts.role->name;
      if (roles[i] != facts.role->name) continue;
      counts[i] += facts.count;
      break;
    }
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < 2 && counts[i] > 0; ++i) {
    parts.push_back(number(counts[i]) + " × " + std::string(roles[i]));
  }
  return list_of(parts, 2);
}

// Of a few goroutines the one to speak of: who waits for a lock, else who is no usual background.
const GroupFacts& most_telling(const Model& model) {
  const auto rank = [](const GroupFacts& facts) {
    return is_lock_wait(facts.op) ? 2 : facts.normal || facts.role != nullptr ? 0 : 1;
  };
  const GroupFacts* best = &model.group(0);
  for (const GroupFacts& facts : model.groups()) {
    if (rank(facts) > rank(*best)) best = &facts;
  }
  return *best;
}

// Where a goroutine stands, to be read.
std::uint32_t place_to_tell(const Model& model, const GroupFacts& facts) {
  const std::uint32_t frame = telling_frame(model, facts);
  return frame != kNone ? frame : model.top_frame(facts);
}

// What one of a few does, and what only the others could tell.
std::string fragment_verdict(const Model& model) {
  const GroupFacts& facts = most_telling(model);
  const bool one = model.goroutines() == 1, plural = facts.count != 1;
  const std::uint32_t frame = place_to_tell(model, facts);
  std::string text = one ? "This goroutine "
                         : "Of these " + count_of(model.goroutines(), "goroutine") + " " +
                               number(facts.count) + " ";
  text += doing_words(facts.op, plural);
  if (frame != kNone) text += " in " + place(model, frame);
  if (facts.ages.known > 0) text += ", for " + time_span(facts.ages.max);
  if (facts.role != nullptr) text += " (" + std::string(facts.role->name) + ")";
  if (is_lock_wait(facts.op)) {
    return text + ": who holds the lock is not in this excerpt; the whole dump may show it.";
  }
  // Idle goroutines receive; a send stands only while nobody takes what it brings.
  if (facts.op == Operation::chan_send && facts.ages.known > 0) {
    return text + ": whether anybody still receives from it, only the whole dump shows.";
  }
  return text +
         ", which by itself is nothing unusual: the whole dump would show whether there are "
         "many of the same.";
}

// Most of them stand at one place, and nothing tells whether they should, as ids, ages and starters
// do in a whole dump: "" if that is not so.
std::string crowd_verdict(const Model& model) {
  if (!model.fragment() && !model.is_profile()) return {};
  constexpr std::uint64_t kInExcerpt = 20, kInWhole = 200;
  const std::uint64_t total = model.goroutines();
  const GroupFacts* most = nullptr;
  std::uint64_t shown = 0;  // the end of a profile may be missing
  for (const GroupFacts& facts : model.groups()) {
    shown += facts.count;
    if (most == nullptr || facts.count > most->count) most = &facts;
  }
  const std::uint64_t many = model.fragment() ? kInExcerpt : kInWhole;
  if (most == nullptr || most->count < many || most->count * 2 < shown) return {};
  // Whoever posts an excerpt chose these: that each does what it should does not clear them. Nor
  // does it a crowd of what calls begin and should end, as a subscription is.
  const bool ends = most->role != nullptr && most->role->per == Role::Per::operation;
  if (most->normal && !model.fragment() && !ends) return {};
  const std::uint32_t frame = place_to_tell(model, *most);
  if (frame == kNone) return {};
  return number(most->count) + " of " + count_of(total, "goroutine") + " " +
         std::string(doing_words(most->op, true)) + " in " + place(model, frame) +
         ": whether they should be so many, or become more and more, only a second dump shows.";
}

// "1 × gRPC client, runs callbacks in order, which `ClientConn.Close` ends"
std::string leftover(const Model& model, const GroupFacts& facts) {
  constexpr std::string_view kNothing = "none: ";
  std::string text = number(facts.count) + " × ";
  if (facts.role == nullptr) {
    const std::uint32_t frame = place_to_tell(model, facts);
    return text + std::string(doing_words(facts.op, facts.count != 1)) +
           (frame == kNone ? "" : " in " + place(model, frame));
  }
  text += std::string(facts.role->name);
  const std::string_view close = facts.role->close;
  if (close.empty() || close.substr(0, kNothing.size()) == kNothing) return text;
  return text + ", which " +
         (close.find(' ') == std::string_view::npos ? code(close) : std::string(close)) + " ends";
}

// goleak lists what a test has left behind: that is a fault, whatever such goroutines do elsewhere.
std::string leftover_verdict(const Model& model) {
  const std::uint64_t total = model.goroutines();
  std::string parts;
  std::size_t told = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (told++ == 2) break;
    parts += (parts.empty() ? "" : "; ") + leftover(model, facts);
  }
  return count_of(total, "goroutine") + (total == 1 ? " was" : " were") +
         " left when the test ended: " + parts + ".";
}

// The line at which goroutines stand that may wait for good: of their own code, else of a library
// of which nothing is known. kNone for others, which are idle or end by themselves.
std::uint32_t waiting_line(const Model& model, const GroupFacts& facts) {
  const bool library = facts.site < 0;
  const bool ends = (facts.op == Operation::unknown && !facts.parked_on_channel) ||
                    facts.op == Operation::running || facts.op == Operation::runnable ||
                    (facts.op == Operation::sleep && !library);
  if (ends || facts.normal || (library && facts.role != nullptr)) return kNone;
  const std::uint32_t frame = place_to_tell(model, facts);
  return frame == kNone || model.own(frame) || model.origin(frame) == Origin::module ? frame
                                                                                     : kNone;
}

// The line at which most wait.
struct WaitingCrowd {
  std::uint64_t count = 0;
  bool held_up = false;  ///< by others, and not at rest as who waits for its next job or byte is
  std::string words;  ///< "wait for a sync.Cond in …, for 1 minute: …", "" where only few share one
};

WaitingCrowd largest_crowd(const Model& model) {
  constexpr std::uint64_t kFew = 4;
  std::vector<std::uint64_t> at(model.dump().symbols.frame_count());
  std::uint32_t line = kNone;
  for (const GroupFacts& facts : model.groups()) {
    const std::uint32_t frame = waiting_line(model, facts);
    if (frame == kNone) continue;
    at[frame] += facts.count;
    if (line == kNone || at[frame] > at[line]) line = frame;
  }
  if (line == kNone || at[line] < kFew) return {};
  const GroupFacts* largest = nullptr;
  std::int32_t oldest = -1;
  for (const GroupFacts& facts : model.groups()) {
    if (waiting_line(model, facts) != line) continue;
    if (largest == nullptr || facts.count > largest->count) largest = &facts;
    if (facts.ages.known > 0) oldest = std::max(oldest, facts.ages.max);
  }
  const bool hidden = largest->op == Operation::unknown;  // a profile: parked on a channel
  const std::string_view doing =
      hidden ? std::string_view("wait at a channel") : doing_of(model, *largest, true);
  // A handler in a select of its own is a long poll or a stream.
  const bool polls = largest->op == Operation::select && largest->site == largest->top;
  const bool held_up = (runs_handler(model, *largest) && !polls) || is_lock_wait(largest->op) ||
                       largest->op == Operation::chan_send || largest->op == Operation::once ||
                       largest->op == Operation::waitgroup;
  return {at[line], held_up && !hidden,
          std::string(doing) + " in " + place(model, line) +
              (oldest > 0 ? ", for " + time_span(oldest) : "") +
              (held_up || hidden ? ": whether they move on" : ": at rest or left behind") +
              ", only a second dump shows."};
}

// A large part of the process at one line is what its owner must hear of first: a fifth of it that
// is held up, or half of it whatever it does.
bool is_large_part(const Model& model, const WaitingCrowd& crowd) {
  constexpr std::uint64_t kHeldUp = 8, kMany = 20;
  const std::uint64_t total = model.goroutines();
  return (crowd.held_up && crowd.count >= kHeldUp && crowd.count * 5 >= total) ||
         (crowd.count >= kMany && crowd.count * 2 >= total);
}

// "22 are usual ones of a healthy process (among them 19 × … and 1 × …)"
std::string normal_words(const Model& model, std::uint64_t normal) {
  std::string text = number(normal) + (normal == 1 ? " is a usual one" : " are usual ones") +
                     " of a healthy process";
  const std::string seen = what_was_seen(model);
  if (!seen.empty()) text += " (among them " + seen + ")";
  return text;
}

// One that has been held up for minutes, by a lock or in a send, is not at rest, as few as they
// are: "1 of 8 goroutines waits for a lock in …". "" if there is none.
std::string held_up_words(const Model& model) {
  const GroupFacts* oldest = nullptr;
  for (const GroupFacts& facts : model.groups()) {
    const bool held_up = is_lock_wait(facts.op) || facts.op == Operation::once ||
                         (facts.op == Operation::chan_send && facts.site == facts.top);
    if (!held_up || facts.ages.max < kOldMinutes || waiting_line(model, facts) == kNone) continue;
    if (oldest == nullptr || facts.ages.max > oldest->ages.max) oldest = &facts;
  }
  if (oldest == nullptr) return {};
  return number(oldest->count) + " of " + count_of(model.goroutines(), "goroutine") + " " +
         std::string(doing_of(model, *oldest, oldest->count != 1)) + " in " +
         place(model, waiting_line(model, *oldest)) + ", for " + time_span(oldest->ages.max) +
         ": whether " + (oldest->count == 1 ? "it moves" : "they move") +
         " on, only a second dump shows.";
}

std::string healthy_verdict(const Model& model) {
  const std::uint64_t total = model.goroutines();
  if (model.snapshot().leak_profile) {
    if (total == 0) {
      return "The leak profile is empty: the runtime found no goroutine that can never go on.";
    }
    if (total == 1 && is_parked_main(model, model.group(0))) {
      return "The leak profile has only `main` in its `select {}`, which keeps the program "
             "running: nothing has leaked.";
    }
  }
  if (total == 0) return "There is no goroutine dump in this text.";
  if (model.snapshot().newest_first) {
    return "The lines of this dump stand in reverse order, the newest first, so its stacks cannot "
           "be "
           "read: turn them round, with `tac FILE | gowhy` or in the console they come from.";
  }
  if (model.snapshot().format == Format::goleak) return leftover_verdict(model);
  constexpr std::uint64_t kFew = 4, kSome = 16;
  if (model.fragment() &&
      (total <= kFew || (total <= kSome && is_lock_wait(most_telling(model).op)))) {
    return fragment_verdict(model);
  }
  if (std::string most = crowd_verdict(model); !most.empty()) return most;
  // Of a dump that ends in the middle the part that is missing may hold what is stuck.
  const std::string nothing = model.fragment() || model.snapshot().cut
                                  ? "Nothing in this excerpt looks stuck: "
                                  : "Nothing looks stuck: ";
  std::uint64_t normal = 0, blank = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (facts.normal) normal += facts.count;
    if (facts.frames.empty()) blank += facts.count;
  }
  if (blank * 2 > total) {
    return "Of " + count_of(total, "goroutine") + " " + number(blank) +
           (blank == 1 ? " has" : " have") +
           " no frames in this text, so nothing can be said about what they wait for: copy the "
           "dump again, with the lines below each header.";
  }
  if (total == 1 && normal == 0) return nothing + "no known cause fits this goroutine.";
  const WaitingCrowd crowd = largest_crowd(model);
  std::string held_up = held_up_words(model);
  if (is_large_part(model, crowd) && (crowd.held_up || held_up.empty())) {
    held_up = number(crowd.count) + " of " + count_of(total, "goroutine") + " " + crowd.words;
  }
  if (!held_up.empty()) {
    return held_up + (normal == 0 ? " No known cause fits."
                                  : " No known cause fits; " + normal_words(model, normal) + ".");
  }
  const std::string of_these = number(crowd.count) + " " + crowd.words;
  if (normal == 0) {
    return nothing + "no known cause fits these " + count_of(total, "goroutine") +
           (crowd.count == 0 ? ", and they show no pile-up." : ", of which " + of_these);
  }
  const std::string text =
      nothing + "of " + count_of(total, "goroutine") + ", " + normal_words(model, normal);
  if (normal == total) return text + ".";
  return text +
         (crowd.count == 0 ? ", and the others show no pile-up." : "; of the others " + of_these);
}

}  // namespace

void say(const Model& model, Diagnosis& diagnosis) noexcept {
  for (const Diagnosed& one : diagnosis.findings) {
    if (one.severity == Severity::info) continue;
    diagnosis.verdict = one.finding.verdict.empty() ? one.finding.summary : one.finding.verdict;
    diagnosis.restart = one.finding.restart;
    return;
  }
  // An `info` finding about a fragment is still the best that can be said about it.
  if (model.fragment()) {
    for (const Diagnosed& one : diagnosis.findings) {
      if (one.finding.cause == "sigquit_requested") continue;
      diagnosis.verdict = one.finding.verdict.empty() ? one.finding.summary : one.finding.verdict;
      return;
    }
  }
  for (const Diagnosed& one : diagnosis.findings) {
    if (one.finding.cause == "sigquit_requested") continue;
    // All these wait for one goroutine, which may be slow or stuck.
    const bool open = (one.finding.cause == "lock_held_while_blocked" ||
                       one.finding.cause == "singleflight_leader_stuck") &&
                      is_large_part(model, largest_crowd(model));
    diagnosis.verdict = (open ? "Slow or stuck, only a second dump shows: "
                              : "Nothing looks stuck; what stands out: ") +
                        one.finding.summary;
    return;
  }
  diagnosis.verdict = healthy_verdict(model);
}

}  // namespace gowhy
