#include "deadlock_report.h"

#include <catch2/catch.hpp>

#include "format_support.h"

using namespace gowhy;
using namespace gowhy::test;
using DeadlockFeed = Feed<DeadlockReportReader>;

TEST_CASE("go-deadlock: a lock held for too long", "[deadlock_report]") {
  const DeadlockFeed feed(read_dump("go_deadlock_report/ledger_checked.go1.20.slow.panic.txt"));
  const Dump& dump = feed.dump;
  REQUIRE(dump.snapshots.size() == 1);
  CHECK(dump.snapshots[0].format == Format::traceback);
  CHECK(dump.snapshots[0].crash);
  CHECK(dump.snapshots[0].goroutines == 2);
  REQUIRE(dump.events.size() == 1);
  CHECK(dump.events[0].kind == Event::fatal);
  CHECK(dump.events[0].message ==
        "POTENTIAL DEADLOCK: Have been trying to lock it again for more than 2s");
  CHECK(dump.events[0].goroutine == 1);
  REQUIRE(dump.sections.size() == 3);
  CHECK(dump.sections[0].title == "Previous place where the lock was grabbed, goroutine 19");
  CHECK(dump.sections[0].address == dump.sections[1].address);
  CHECK(dump.sections[0].address != 0);
  CHECK(stack_of(dump, dump.sections[0].group).substr(0, 23) == "ledger.(*Ledger).Export");
  CHECK(state_of(dump, dump.sections[0].group).empty());
  // Who waits and what the holder does now are goroutines; where it locked is past.
  REQUIRE(dump.records.size() == 2);
  CHECK(dump.records[0].id == 1);
  CHECK(dump.records[1].id == 19);
  CHECK(state_of(dump, dump.records[1].group) == "sleep");
  CHECK(creator_of(dump, dump.records[1].group) == "main.main /srv/shop/ledger_checked/main.go:24");
  CHECK(feed.foreign.empty());
}

TEST_CASE("go-deadlock: an inverted order", "[deadlock_report]") {
  for (const char* release : {"1.20", "1.27"}) {
    const DeadlockFeed feed(read_dump("go_deadlock_report/ledger_checked.go" +
                                      std::string(release) + ".order.panic.txt"));
    const Dump& dump = feed.dump;
    REQUIRE(dump.sections.size() == 5);
    CHECK(dump.sections[0].title == "happened before");
    CHECK(dump.sections[1].title == "happened after");
    CHECK(dump.sections[2].title == "in another goroutine: happened before");
    CHECK(dump.sections[3].title == "in another goroutine: happened after");
    CHECK(dump.sections[4].title.substr(0, 12) == "holds a lock");
    REQUIRE(dump.records.size() == 1);
    CHECK(dump.records[0].group == dump.sections[3].group);
    CHECK(dump.snapshots[0].goroutines == 1);
    CHECK(feed.foreign.empty());
  }
}

TEST_CASE("go-deadlock: a lock taken twice", "[deadlock_report]") {
  const DeadlockFeed feed(read_dump("go_deadlock_report/ledger_checked.go1.20.twice.panic.txt"));
  REQUIRE(feed.dump.sections.size() == 2);
  CHECK(feed.dump.sections[0].title == "wants the lock, current goroutine 1");
  CHECK(feed.dump.sections[0].address != 0);
  CHECK(feed.dump.records.size() == 1);
  CHECK(feed.dump.notes.empty());
}

TEST_CASE("go-deadlock on a Go that it does not know", "[deadlock_report]") {
  const DeadlockFeed feed(read_dump("go_deadlock_report/ledger_checked.go1.27.twice.panic.txt"));
  CHECK(feed.dump.events[0].goroutine == 0);
  CHECK(find_note(feed.dump, "deadlock_goid") != nullptr);
}

TEST_CASE("several reports of go-deadlock are one snapshot", "[deadlock_report]") {
  const DeadlockFeed feed(read_dump("formats/godeadlock_all.go1.27.several.panic.txt"));
  CHECK(feed.dump.snapshots.size() == 1);
  CHECK(feed.dump.events.size() == 4);
  CHECK(feed.dump.snapshots[0].goroutines == 3);
  CHECK(feed.dump.sections.back().report == 3);
  for (const std::string& line : feed.foreign) CHECK(line == "ledgers: going on");
}

TEST_CASE("all goroutines behind a report take the place of its own", "[deadlock_report]") {
  const DeadlockFeed feed(read_dump("formats/godeadlock_all.go1.27.all.panic.txt"));
  const Dump& dump = feed.dump;
  // The first reports and the time-out's; the traceback is the traceback reader's.
  CHECK(dump.snapshots[0].goroutines == 0);
  REQUIRE_FALSE(feed.outside.empty());
  CHECK(feed.outside[0].substr(0, 10) == "goroutine ");
  for (const Record& record : dump.records) CHECK(record.snapshot != 0);
  CHECK(dump.sections.size() > 8);
}

TEST_CASE("cut reports of go-deadlock", "[deadlock_report]") {
  CHECK(survive_cuts<DeadlockReportReader>(
            read_dump("go_deadlock_report/ledger_checked.go1.20.slow.panic.txt")) > 1000);
  CHECK(survive_cuts<DeadlockReportReader>(
            read_dump("formats/godeadlock_all.go1.27.all.panic.txt")) > 400);
  const std::string text = read_dump("go_deadlock_report/ledger_checked.go1.20.slow.panic.txt");
  const DeadlockFeed feed(text.substr(0, text.find("Here is what")));
  CHECK(feed.dump.records.size() == 1);
  CHECK(feed.dump.sections.size() == 2);
}

TEST_CASE("a traceback or a panic ends go-deadlock's report", "[deadlock_report]") {
  const std::string text = read_dump("go_deadlock_report/ledger_checked.go1.20.twice.panic.txt");
  const DeadlockFeed feed(text + "\npanic: boom\n\ngoroutine 1 [running]:\nmain.main()\n");
  REQUIRE(feed.outside.size() >= 3);
  CHECK(feed.outside[0] == "panic: boom");
}
