// A synctest bubble has its own clock, which moves only when every goroutine of the bubble is
// durably blocked. If no timer is left then either, synctest.Run panics: "deadlock: all goroutines
// in bubble are blocked", or "deadlock: main bubble goroutine has exited but blocked goroutines
// remain" (runtime/synctest.go, Go 1.24 as an experiment, 1.25 as testing/synctest). The goroutines
// of the bubble carry ", synctest bubble N" ("group N" in 1.24) and, since 1.25, "(durable)". What
// they wait for is the cause; this is the frame around it.
#include <algorithm>

#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

bool is_deadlock(std::string_view text) noexcept {
  return text.substr(0, 34) == "deadlock: all goroutines in bubble" ||
         text.substr(0, 31) == "deadlock: main bubble goroutine";
}

// Blocked goroutines of bubbles below the user's own code; testing's own wrappers have none.
std::vector<std::uint32_t> bubbled(const Model& model) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.site < 0 || facts.records.empty()) continue;
    if (model.dump().records[facts.records.front()].in_bubble && is_blocked(facts.op)) {
      groups.push_back(g);
    }
  }
  return groups;
}

}  // namespace

void detect_synctest_deadlock(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (crash.kind != Event::panic || !is_deadlock(crash.text())) continue;
    Finding finding("synctest_deadlock");
    finding.confidence = Confidence::certain;
    finding.groups = bubbled(model);
    const std::string_view test =
        crash.group == kNone ? std::string_view{} : test_of(model, model.group(crash.group));
    std::vector<std::string> waits;
    for (std::uint32_t g : finding.groups) {
      const GroupFacts& facts = model.group(g);
      waits.push_back(place(model, model.site_frame(facts)) + " " +
                      std::string(doing_words(facts.op, facts.count > 1)));
    }
    const bool exited = crash.text().find("exited") != std::string_view::npos;
    finding.summary = "The synctest bubble of " +
                      (test.empty() ? std::string("a test") : code(short_name(test))) +
                      (exited ? " ended while goroutines that it had started still wait"
                              : " can never go on: all its goroutines wait and no timer is left");
    if (!waits.empty()) finding.summary += ": " + list_of(waits);
    finding.summary += ".";
    finding.site = finding.groups.empty() ? crash_frame(model, crash)
                                          : model.site_frame(model.group(finding.groups.front()));
    finding.supports(quoted_message(crash) + " is what the runtime says");
    if (finding.groups.empty()) {
      if (crash.group != kNone) finding.groups.push_back(crash.group);
      finding.against("No goroutines of the bubble are printed; `GOTRACEBACK=all` prints them");
    } else {
      finding.supports(count_of(finding.groups.size(), "place") +
                       " in the bubble, durably blocked: only "
                       "the bubble itself could wake them");
      finding.against("No words of the text say who should have sent, closed or unlocked");
    }
    finding.next = "Run the test alone: a bubble fails each time in the same way";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
