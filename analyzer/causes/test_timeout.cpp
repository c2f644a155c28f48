// testing.(*M).startAlarm (testing/testing.go) panics when -timeout is over: "panic: test timed out
// after 10m0s", since Go 1.20 with the list of running tests and their times. Its goroutine is the
// alarm clock. A test runs in a goroutine of its own with testing.tRunner at the bottom; parents
// wait in testing.(*T).Run or, for parallel subtests, in tRunner.func1, and parallel tests that
// have not had their turn in (*T).Parallel. What is left is the test that hangs, which waits for
// the cause.
#include <algorithm>

#include "crash.h"
#include "finding.h"
#include "stack_facts.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "test_timeout";

// Test goroutines that are neither parents nor queued.
std::vector<std::uint32_t> stuck_tests(const Model& model) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (test_of(model, facts).empty()) continue;
    const bool parent = model.has(facts, {"testing.(*T).Run", "testing.tRunner.func1"});
    const bool queued = model.has(facts, {"testing.(*T).Parallel"});
    if (!parent && !queued) groups.push_back(g);
  }
  return groups;
}

// Names of "running tests:" that are no parent of another one.
std::vector<const RunningTest*> leaves(const Model& model) {
  std::vector<const RunningTest*> found;
  const std::vector<RunningTest>& tests = model.dump().running_tests;
  for (const RunningTest& test : tests) {
    const bool parent = std::any_of(tests.begin(), tests.end(), [&](const RunningTest& other) {
      return other.name.size() > test.name.size() && other.name[test.name.size()] == '/' &&
             other.name.compare(0, test.name.size(), test.name) == 0;
    });
    if (!parent) found.push_back(&test);
  }
  return found;
}

std::string limit_of(std::string_view message) {
  constexpr std::string_view kText = "test timed out after ";
  message.remove_prefix(std::min(kText.size(), message.size()));
  return std::string(message.substr(0, message.find('\n')));
}

// "waits for a lock in `ledger.(*Ledger).Move` (ledger.go:31)"
std::string doing(const Model& model, const GroupFacts& facts) {
  std::string text;
  if (facts.op == Operation::running || facts.op == Operation::runnable) {
    text = "was running";
  } else if (facts.op == Operation::unknown) {
    text = "stood";
  } else {
    text = doing_words(facts.op, false);
  }
  if (facts.site >= 0) text += " in " + place(model, model.site_frame(facts));
  if (facts.ages.max > 0) text += " for " + time_span(facts.ages.max);
  return text;
}

std::string name_of(const Model& model, const std::vector<const RunningTest*>& tests,
                    const GroupFacts& facts, std::size_t stuck) {
  if (tests.size() == 1 && stuck == 1) return code(tests.front()->name);
  return code(short_name(test_of(model, facts)));
}

std::string summary(const Model& model, const Crash& crash, const Finding& finding,
                    const std::vector<const RunningTest*>& tests) {
  const std::string within = " within " + limit_of(crash.text());
  if (finding.groups.empty()) {
    std::vector<std::string> names;
    for (const RunningTest* test : tests) names.push_back(code(test->name));
    return (names.empty() ? "The tests of this package" : list_of(names)) + " did not end" +
           within + ", and no goroutine of a test that hangs is printed.";
  }
  const GroupFacts& first = model.group(finding.groups.front());
  std::string text = name_of(model, tests, first, finding.groups.size()) + " did not end" + within +
                     ": it " + doing(model, first);
  const std::uint64_t all =
      std::max<std::uint64_t>(tests.size(), goroutines_in(model, finding.groups));
  if (all > 1) text += "; nor did " + count_of(all - 1, "other test");
  return text + ".";
}

}  // namespace

void detect_test_timeout(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (crash.kind != Event::test_timeout) continue;
    Finding finding(kId);
    finding.confidence = Confidence::certain;
    finding.groups = stuck_tests(model);
    const std::vector<const RunningTest*> tests = leaves(model);
    finding.summary = summary(model, crash, finding, tests);
    if (!finding.groups.empty()) {
      const GroupFacts& first = model.group(finding.groups.front());
      finding.site = model.site_frame(first);
      finding.created_at = first.created_by;
    }
    finding.supports(quoted_message(crash) +
                     " is the alarm of package `testing`; its goroutine is not "
                     "the cause");
    for (const RunningTest* test : tests) {
      if (test->duration.empty() || finding.evidence.size() > 4) continue;
      finding.supports(test->duration + " is how long " + code(test->name) + " had been running");
    }
    const bool moves =
        !finding.groups.empty() &&
        std::all_of(finding.groups.begin(), finding.groups.end(), [&](std::uint32_t g) {
          const Operation op = model.group(g).op;
          return op == Operation::sleep || op == Operation::running || op == Operation::runnable;
        });
    finding.against(
        moves ? "No locks or channels hold it up: it sleeps or computes, so it may only be "
                "slow, or poll for something that never comes"
              : "1 dump does not show whether it would have gone on later: the limit is "
                "for all tests of the package together");
    finding.next = "Run it alone: `go test -run '^" +
                   (tests.size() == 1 ? tests.front()->name.substr(0, tests.front()->name.find('/'))
                                      : std::string("TestName")) +
                   "$' -timeout 30s -count 100 -failfast`";
    out.push_back(std::move(finding));
    return;
  }
}

}  // namespace gowhy::cause
