// When the last running thread goes idle and no timer is due, runtime.checkdead (proc.go) counts:
// if no goroutine can run and none waits for the network, a signal or a system call, it ends the
// process with "all goroutines are asleep - deadlock!". With cgo, or while a server listens, it
// stays silent. It proves a deadlock of the whole process. Which wait was wrong is in the stacks,
// so a specific cause comes first and this one is the frame around it.
#include <algorithm>

#include "crash.h"
#include "finding.h"
#include "roles.h"
#include "sort_by.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "all_goroutines_asleep";

// "`main.main` (main.go:53) waits for a WaitGroup": who waits where, goroutine 1 first.
std::vector<std::string> waits(const Model& model, std::vector<std::uint32_t>& groups) {
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    if (model.site_frame(model.group(g)) != kNone && is_blocked(model.group(g).op)) {
      groups.push_back(g);
    }
  }
  sort_stably(groups, [&](std::uint32_t a, std::uint32_t b) {
    auto first = [&](std::uint32_t g) {
      const auto records = model.group(g).records;
      return records.empty() ? UINT64_MAX : model.dump().records[records.front()].id;
    };
    return first(a) < first(b);
  });
  std::vector<std::string> texts;
  for (std::uint32_t g : groups) {
    const GroupFacts& facts = model.group(g);
    std::string text = facts.count > 1 ? count_of(facts.count, "goroutine") + " in " : "";
    text += place(model, model.site_frame(facts)) + " ";
    text += doing_words(facts.op, facts.count > 1);
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

void detect_all_goroutines_asleep(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (crash.kind != Event::fatal ||
        crash.text().find("all goroutines are asleep") == std::string_view::npos) {
      continue;
    }
    // Without goroutine 1 it is main_goexit_deadlock that says why nobody is left.
    if (main_has_left(model)) return;
    Finding finding(kId);
    finding.confidence = Confidence::certain;
    const std::vector<std::string> texts = waits(model, finding.groups);
    const std::uint64_t total = model.goroutines();
    finding.summary = (total == 1 ? std::string("The only goroutine waits")
                                  : "All " + count_of(total, "goroutine") + " wait") +
                      " and nobody is left who could wake one" +
                      (texts.empty() ? "" : ": " + list_of(texts)) + ".";
    if (!finding.groups.empty()) {
      finding.site = model.site_frame(model.group(finding.groups.front()));
    }
    finding.supports(quoted_message(crash) +
                     " is the runtime's proof: no timer, signal or connection "
                     "could wake a goroutine either");
    finding.against(
        "No words of the text say which of the waits was wrong: who should have sent, "
        "closed, unlocked or counted down may have ended already");
    finding.next =
        "Read what goroutine 1 waits for, and look for the way on which the other side ends "
        "without doing it";
    finding.restart = "A restart helps until the same happens again.";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
