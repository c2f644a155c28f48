#include "goleak.h"

#include <catch2/catch.hpp>

#include "format_support.h"

using namespace gowhy;
using namespace gowhy::test;
using GoleakFeed = Feed<GoleakReader>;

TEST_CASE("goleak's list of one", "[goleak]") {
  for (const char* name : {"goleak_orders.go1.20", "goleak_orders.go1.27", "goleak_old.go1.18"}) {
    const GoleakFeed feed(read_dump(std::string("formats/") + name + ".one.goleak.txt"));
    INFO(name);
    REQUIRE(feed.dump.snapshots.size() == 1);
    CHECK(feed.dump.snapshots[0].format == Format::goleak);
    CHECK(feed.dump.snapshots[0].goroutines == 1);
    REQUIRE(feed.dump.records.size() == 1);
    const Record& record = feed.dump.records[0];
    CHECK(record.id > 1);
    CHECK(state_of(feed.dump, record.group) == "chan send");
    CHECK(stack_of(feed.dump, record.group).find("orders.Price.func1 ") != std::string::npos);
    CHECK(creator_of(feed.dump, record.group).find("orders.Price ") != std::string::npos);
    CHECK(feed.dump.notes.empty());
    CHECK(feed.foreign.empty());
  }
}

TEST_CASE("goleak's list of several, of each release", "[goleak]") {
  for (const char* name :
       {"goleak_orders.go1.20.many", "goleak_orders.go1.23.many", "goleak_orders.go1.27.many",
        "goleak_orders.go1.27.main", "goleak_old.go1.18.many", "goleak_old.go1.27.many",
        "goleak_old.go1.18.main"}) {
    const GoleakFeed feed(read_dump(std::string("formats/") + name + ".goleak.txt"));
    INFO(name);
    CHECK(feed.dump.records.size() == 7);
    CHECK(feed.dump.groups.size() == 6);
    CHECK(feed.dump.snapshots.size() == 1);
    CHECK(feed.dump.snapshots[0].goroutines == 7);
    CHECK(feed.dump.notes.empty());
    CHECK(feed.foreign.empty());
    // Two watchers alike, whatever their labels.
    CHECK(feed.dump.records[0].group == feed.dump.records[1].group);
    CHECK(state_of(feed.dump, feed.dump.records[0].group) == "chan receive");
  }
}

TEST_CASE("creator and labels in goleak's list", "[goleak]") {
  const GoleakFeed feed(read_dump("formats/goleak_orders.go1.27.many.goleak.txt"));
  const Record& record = feed.dump.records[0];
  CHECK(record.creator != 0);
  CHECK(feed.dump.symbols.text(record.labels) == R"({"order-id":"A 17","tenant":"north"})");
  CHECK(feed.dump.records[2].labels == kNone);
  CHECK(record.offset + record.length == feed.dump.records[1].offset);
}

TEST_CASE("two lists of goleak in one output are two snapshots", "[goleak]") {
  const GoleakFeed feed(read_dump("formats/goleak_orders.go1.27.both.goleak.txt"));
  REQUIRE(feed.dump.snapshots.size() == 2);
  CHECK(feed.dump.snapshots[0].goroutines + feed.dump.snapshots[1].goroutines ==
        feed.dump.records.size());
  CHECK(feed.dump.notes.empty());
}

TEST_CASE("a cut list of goleak", "[goleak]") {
  const std::string text = read_dump("formats/goleak_orders.go1.27.many.goleak.txt");
  const GoleakFeed cut(text.substr(0, text.find("Goroutine", text.size() / 2)));
  CHECK(cut.dump.records.size() > 2);
  CHECK(cut.dump.records.size() < 7);
  CHECK(find_note(cut.dump, "truncated_goleak") != nullptr);
  // A middle part, from one entry on.
  const GoleakFeed middle(text.substr(text.find(" Goroutine")));
  CHECK(middle.dump.records.size() == 6);
  CHECK(survive_cuts<GoleakReader>(text) > 500);
  CHECK(survive_cuts<GoleakReader>(read_dump("formats/goleak_old.go1.18.many.goleak.txt")) > 500);
}

TEST_CASE("minutes in goleak's state", "[goleak]") {
  const GoleakFeed feed(read_dump("formats/goleak_orders.go1.27.old.goleak.txt"));
  REQUIRE(feed.dump.records.size() == 7);
  CHECK(feed.dump.records[0].minutes == 2);
  CHECK(state_of(feed.dump, feed.dump.records[0].group) == "chan receive");
  CHECK(feed.dump.symbols.text(feed.dump.records[0].labels) ==
        R"({"order-id":"A 17","tenant":"north"})");
}

TEST_CASE("what begins goleak's list", "[goleak]") {
  CHECK(GoleakReader::begins("    leak_test.go:15: found unexpected goroutines:"));
  CHECK(GoleakReader::begins(" Goroutine 8 in state select, with main.f on top of the stack:"));
  CHECK_FALSE(GoleakReader::begins("goroutine 8 [select]:"));
  CHECK_FALSE(GoleakReader::begins("Goroutine 8 in state select"));
  CHECK_FALSE(GoleakReader::begins("[Goroutine x in state y, with z on top of the stack:"));
}

TEST_CASE("a traceback ends goleak's list", "[goleak]") {
  const std::string text = read_dump("formats/goleak_orders.go1.27.many.goleak.txt");
  const std::string cut = text.substr(0, text.find("created by"));
  const GoleakFeed feed(cut + "\ngoroutine 99 [running]:\nmain.main()\n");
  CHECK(feed.outside.size() >= 2);
  CHECK(feed.dump.records.size() == 1);
}
