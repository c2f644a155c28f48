#include "race.h"

#include <catch2/catch.hpp>

#include "format_support.h"

using namespace gowhy;
using namespace gowhy::test;
using RaceFeed = Feed<RaceReader>;

TEST_CASE("a race report is titled sections and a record per access", "[race]") {
  const RaceFeed feed(read_dump("data_race/basket_totals.go1.27.loopvar.race.txt"));
  const Dump& dump = feed.dump;
  REQUIRE(dump.snapshots.size() == 1);
  CHECK(dump.snapshots[0].format == Format::race);
  CHECK(dump.snapshots[0].goroutines == 2);
  REQUIRE(dump.sections.size() == 3);
  CHECK(dump.sections[0].title.substr(0, 14) == "Write at 0x00c");
  CHECK(dump.sections[0].address == dump.sections[1].address);
  CHECK(dump.sections[0].address != 0);
  CHECK(dump.sections[2].title == "Goroutine 7 (finished) created at");
  CHECK(dump.sections[2].address == 0);
  REQUIRE(dump.records.size() == 2);
  CHECK(dump.records[0].id == 1);
  CHECK(dump.records[1].id == 7);
  CHECK(creator_of(dump, dump.records[0].group).empty());
  CHECK(creator_of(dump, dump.records[1].group).substr(0, 13) == "main.greetAll");
  // The stack of the creation is a section's, whose newest call is the creator.
  CHECK(stack_of(dump, dump.sections[2].group).substr(0, 13) == "main.greetAll");
  REQUIRE(dump.events.size() == 1);
  CHECK(dump.events[0].kind == Event::race);
  CHECK(dump.events[0].goroutine == 1);
  CHECK(dump.events[0].line != 0);
  CHECK(dump.notes.empty());
}

TEST_CASE("several race reports are one snapshot and count goroutines once", "[race]") {
  const RaceFeed feed(read_dump("data_race/basket_totals.go1.20.counter.race.txt"));
  const Dump& dump = feed.dump;
  CHECK(dump.snapshots.size() == 1);
  CHECK(dump.snapshots[0].goroutines == 3);
  CHECK(dump.events.size() == 2);
  CHECK(dump.sections.front().report == 0);
  CHECK(dump.sections.back().report == 1);
  REQUIRE(dump.records.size() == 4);
  CHECK_FALSE(dump.records[0].extra);
  CHECK(dump.records[2].id == dump.records[0].id);
  CHECK(dump.records[2].extra);
}

TEST_CASE("a race report in the output of go test", "[race]") {
  for (const char* release : {"1.20", "1.27"}) {
    const RaceFeed feed(read_dump(std::string("data_race/stock_test.go") + release + ".race.txt"));
    CHECK(feed.dump.events.size() == 1);
    CHECK(feed.dump.records.size() == 2);
    CHECK(feed.dump.notes.empty());
  }
}

TEST_CASE("a stack that the race detector has lost", "[race]") {
  const std::string text = read_dump("formats/race_lost_stack.go1.18.race.txt");
  const RaceFeed feed(text);
  REQUIRE(feed.dump.records.size() == 2);
  CHECK(stack_of(feed.dump, feed.dump.records[0].group) ==
        "main.(*counters).visit /srv/shop/race_lost_stack/main.go:15; "
        "main.main /srv/shop/race_lost_stack/main.go:39");
  CHECK(stack_of(feed.dump, feed.dump.records[1].group).empty());
  CHECK(creator_of(feed.dump, feed.dump.records[1].group) ==
        "main.main /srv/shop/race_lost_stack/main.go:30");
  CHECK(find_note(feed.dump, "race_stack_lost") != nullptr);
  CHECK(feed.foreign == std::vector<std::string>{"2"});
  CHECK(survive_cuts<RaceReader>(text) > 400);
}

TEST_CASE("a race report without its first or last lines", "[race]") {
  const std::string text = read_dump("formats/race_lost_stack.go1.18.race.txt");
  const std::size_t access = text.find("Read at");
  const RaceFeed headless(text.substr(access));
  CHECK(headless.dump.records.size() == 2);
  CHECK(headless.dump.notes.size() == 1);
  const RaceFeed cut(text.substr(0, text.find("Previous write")));
  CHECK(cut.dump.records.size() == 1);
  CHECK(find_note(cut.dump, "truncated_race") != nullptr);
  // The next report begins before the first was closed.
  const RaceFeed torn(text.substr(0, text.find("Previous write")) + text);
  CHECK(torn.dump.events.size() == 2);
  CHECK(torn.dump.snapshots.size() == 1);
}

TEST_CASE("a traceback ends a race report", "[race]") {
  const std::string text = read_dump("formats/race_lost_stack.go1.18.race.txt");
  const RaceFeed feed(text + "panic: boom\n");
  REQUIRE_FALSE(feed.outside.empty());
  CHECK(feed.outside.back() == "panic: boom");
}

TEST_CASE("what begins a race report", "[race]") {
  CHECK(RaceReader::begins("WARNING: DATA RACE"));
  CHECK(RaceReader::begins("Previous write at 0x00c0000b2000 by goroutine 7:"));
  CHECK_FALSE(RaceReader::begins("=================="));
  CHECK_FALSE(RaceReader::begins("Read at 0x12 of the file"));
  CHECK_FALSE(RaceReader::begins("Goroutine 7 (running) created at:"));
}

TEST_CASE("more parts than a race has do not grow without bound", "[race]") {
  std::string text = "WARNING: DATA RACE\n";
  for (int i = 0; i < 1000; ++i) {
    text += "Read at 0x00c0000b2000 by goroutine " + std::to_string(i) +
            ":\n  main.f()\n      a.go:1 +0x1\n";
  }
  const RaceFeed feed(text);
  CHECK(feed.dump.sections.size() == 64);
}
