#include "delve.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "format_support.h"

using namespace gowhy;
using namespace gowhy::test;
using DelveFeed = Feed<DelveReader>;

namespace {

std::string capture(const std::string& variant) {
  return without_colours(read_dump("formats/delve_shipping.go" + variant + ".delve.txt"));
}

std::size_t with_state(const Dump& dump, std::string_view state) {
  std::size_t count = 0;
  for (const Record& record : dump.records) {
    if (dump.symbols.text(dump.groups[record.group].state) == state) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("Delve's goroutines with stacks", "[delve]") {
  for (const char* release : {"1.21", "1.27"}) {
    const DelveFeed feed(capture(std::string(release) + ".stacks"));
    const Dump& dump = feed.dump;
    INFO(release);
    REQUIRE(dump.snapshots.size() == 1);
    CHECK(dump.snapshots[0].format == Format::delve);
    CHECK(dump.snapshots[0].goroutines == dump.records.size());
    CHECK(dump.records.size() > 20);
    CHECK(dump.samples.empty());
    CHECK(dump.records[0].id == 1);
    CHECK(state_of(dump, dump.records[0].group).empty());
    CHECK(stack_of(dump, dump.records[0].group).substr(0, 10) == "main.main ");
    CHECK(with_state(dump, "chan send") == 12);
    CHECK(with_state(dump, "sync.Cond.Wait") == 3);
    CHECK(find_note(dump, "truncated_delve") == nullptr);
    CHECK(feed.foreign.empty());
  }
}

TEST_CASE("Delve's clock readings are no minutes", "[delve]") {
  const DelveFeed feed(capture("1.27.stacks"));
  for (const Record& record : feed.dump.records) CHECK(record.minutes == -1);
  CHECK(find_note(feed.dump, "delve_wait_clock") != nullptr);
}

TEST_CASE("Delve's goroutines without stacks have one frame", "[delve]") {
  const DelveFeed feed(capture("1.27.plain"));
  const DelveFeed stacks(capture("1.27.stacks"));
  CHECK(feed.dump.records.size() == stacks.dump.records.size());
  CHECK(with_state(feed.dump, "chan send") == 12);
  for (const Record& record : feed.dump.records) {
    if (state_of(feed.dump, record.group) != "chan send") continue;
    CHECK(stack_of(feed.dump, record.group) ==
          "github.com/northshop/shipping/internal/quote.(*Desk).Ask.func1 "
          "./delve_shipping/internal/quote/quote.go:34");
  }
}

TEST_CASE("labels and short stacks of Delve", "[delve]") {
  const DelveFeed feed(capture("1.27.labels"));
  std::size_t labelled = 0, short_stacks = 0;
  for (const Record& record : feed.dump.records) {
    const std::string labels(feed.dump.symbols.text(record.labels));
    if (!labels.empty()) ++labelled;
    if (!labels.empty()) CHECK(labels.find(R"("zone":"\"north\""})") != std::string::npos);
    if (stack_of(feed.dump, record.group).find("elided") != std::string::npos) ++short_stacks;
  }
  CHECK(labelled == 12);
  CHECK(short_stacks > 12);
  CHECK(feed.foreign.empty());
}

TEST_CASE("Delve's groups count what they do not print", "[delve]") {
  const DelveFeed feed(capture("1.27.group"));
  const Dump& dump = feed.dump;
  CHECK(dump.snapshots[0].goroutines >= 23);
  std::uint64_t rest = 0;
  for (const Sample& sample : dump.samples) rest += sample.count;
  CHECK(rest > 0);
  CHECK(dump.records.size() + rest == dump.snapshots[0].goroutines);
  // Twelve senders are one group, of which five are printed.
  const auto senders = std::find_if(dump.samples.begin(), dump.samples.end(), [&](const Sample& s) {
    return state_of(dump, s.group) == "chan send";
  });
  REQUIRE(senders != dump.samples.end());
  CHECK(senders->count == 7);
  CHECK(find_note(dump, "delve_groups") != nullptr);
  CHECK(feed.foreign.empty());
}

TEST_CASE("goroutines of a mixed Delve group have no stack", "[delve]") {
  const DelveFeed feed(capture("1.27.grouplabel"));
  REQUIRE(feed.dump.samples.size() == 1);
  CHECK(stack_of(feed.dump, feed.dump.samples[0].group).empty());
  CHECK(feed.dump.snapshots[0].goroutines == feed.dump.records.size() + feed.dump.samples[0].count);
}

TEST_CASE("Delve's go statements and start functions", "[delve]") {
  const DelveFeed feed(capture("1.27.go"));
  REQUIRE(feed.dump.snapshots.size() == 3);
  std::size_t asked = 0, started = 0;
  for (const Record& record : feed.dump.records) {
    const std::string stack = stack_of(feed.dump, record.group);
    if (record.snapshot == 0) CHECK(stack.empty());
    if (creator_of(feed.dump, record.group).find("(*Desk).Ask ") != std::string::npos) ++asked;
    if (record.snapshot == 1 && stack.find("elided...; ") != std::string::npos) ++started;
  }
  CHECK(asked == 12);
  CHECK(started > 20);
}

TEST_CASE("variables below Delve's frames are not frames", "[delve]") {
  const DelveFeed feed(capture("1.27.full"));
  const DelveFeed plain(capture("1.27.plain"));
  CHECK(feed.dump.records.size() == plain.dump.records.size());
  CHECK(with_state(feed.dump, "chan send") == 12);
  CHECK(feed.foreign.empty());
  for (const Record& record : feed.dump.records) {
    CHECK(stack_of(feed.dump, record.group).find(" = ") == std::string::npos);
  }
}

TEST_CASE("a working directory of / is put back into Delve's paths", "[delve]") {
  const std::string text = capture("1.27.plain");
  const DelveFeed feed(replace_all(text, "/home/dev/", ".home/dev/"));
  bool put_back = false;
  for (const Record& record : feed.dump.records) {
    const std::string stack = stack_of(feed.dump, record.group);
    CHECK(stack.find(" .home") == std::string::npos);
    put_back = put_back || stack.find(" /home/dev/") != std::string::npos;
  }
  CHECK(put_back);
}

TEST_CASE("a cut list of Delve", "[delve]") {
  const std::string text = capture("1.27.stacks");
  const DelveFeed feed(text.substr(0, text.size() / 2));
  CHECK(feed.dump.records.size() > 5);
  CHECK(find_note(feed.dump, "truncated_delve") != nullptr);
  CHECK(survive_cuts<DelveReader>(text) > 200);
  CHECK(survive_cuts<DelveReader>(capture("1.27.group")) > 200);
}

TEST_CASE("a wait reason that Delve does not know", "[delve]") {
  const std::string text = capture("1.27.plain");
  const DelveFeed feed(replace_all(text, "[sync.Cond.Wait ", "[unknown wait reason 44 "));
  CHECK(with_state(feed.dump, "sync.Cond.Wait") == 0);
  const Note* note = find_note(feed.dump, "delve_wait_reason");
  REQUIRE(note != nullptr);
  CHECK(note->text.find("unknown wait reason 44;") != std::string::npos);
  const DelveFeed bare(replace_all(text, "[GC worker (idle)]", "[unknown wait reason 44]"));
  REQUIRE(find_note(bare.dump, "delve_wait_reason") != nullptr);
}

TEST_CASE("what begins a list of Delve", "[delve]") {
  CHECK(DelveReader::begins("(dlv)   Goroutine 1 - User: ./main.go:3 main.f (0x1)"));
  CHECK(DelveReader::begins("* Goroutine 7 - Start: C:/shop/main.go:3 main.f (0x1) (thread 3)"));
  CHECK_FALSE(DelveReader::begins("Goroutine 7 (running) created at:"));
  CHECK_FALSE(DelveReader::begins("Goroutine 7 - Else: ./main.go:3 main.f (0x1)"));
  CHECK_FALSE(DelveReader::begins("Goroutine 7 - User: ./main.go:3 main.f"));
}

TEST_CASE("impossible totals of Delve", "[delve]") {
  const std::string group = "\t  Goroutine 1 - User: ./a.go:3 main.f (0x1) [select]\n";
  const DelveFeed feed(group + "\tTotal: 18446744073709551615\n\nx in y\n" + group +
                       "\tTotal: 18446744073709551615\n");
  CHECK(feed.dump.snapshots[0].goroutines == UINT64_MAX);
  const DelveFeed fewer(group + "\tTotal: 0\n");
  CHECK(fewer.dump.snapshots[0].goroutines == 1);
}
