#include <catch2/catch.hpp>

#include "reader_support.h"

using namespace gowhy;
using namespace gowhy::test;

TEST_CASE("prediction reads what line by line reads", "[reader]") {
  // Fed byte by byte, no line is ever complete ahead, so all go through TracebackReader::line.
  std::size_t compared = 0;
  for (const std::string& name : small_captures(24 << 10)) {
    INFO(name);
    const std::string text = read_dump(name);
    Dump whole, bytewise, pieces;
    read_text(whole, text);
    read_text(bytewise, text, 1);
    read_text(pieces, text, 777);
    const std::string expected = describe_exactly(whole);
    CHECK(describe_exactly(bytewise) == expected);
    CHECK(describe_exactly(pieces) == expected);
    ++compared;
  }
  CHECK(compared > 100);
}

TEST_CASE("a second reading of the same text predicts all of it and changes nothing", "[reader]") {
  for (const char* name : {"chan_nil/order_events.go1.20.n3.debug2.txt",
                           "chan_nil/order_events.go1.27.n3.debug2.txt"}) {
    const std::string text = read_dump(name);
    REQUIRE(!text.empty());
    Dump once, twice;
    read_text(once, text);
    read_text(twice, text + "\n" + text);
    REQUIRE(twice.snapshots.size() == 2);
    CHECK(twice.groups.size() == once.groups.size());
    CHECK(twice.records.size() == 2 * once.records.size());
    CHECK(twice.snapshots[0].goroutines == twice.snapshots[1].goroutines);
    CHECK(twice.snapshots[1].offset >= text.size());
  }
}

TEST_CASE("every cut of a dump is read, and no goroutine before it is lost", "[reader]") {
  for (const char* name : {"http_transport_per_request/post.go1.12.debug2.txt",
                           "chan_nil/order_events.go1.27.n3.debug2.txt",
                           "sigquit_requested/night_shift.go1.27.crash.sigquit.txt"}) {
    const std::string text = read_dump(name);
    Dump whole;
    read_text(whole, text);
    const std::size_t step = text.size() / 400 + 1;
    for (std::size_t size = 0; size < text.size(); size += step) {
      INFO(name << " cut at " << size);
      Dump dump;
      read_text(dump, std::string_view(text).substr(0, size));
      std::size_t complete = 0;
      for (const Record& record : whole.records) {
        complete += record.offset + record.length <= size;
      }
      CHECK(dump.records.size() >= complete);
    }
  }
}

TEST_CASE("places of goroutines are those of their text", "[reader]") {
  const std::string text = read_dump("chan_nil/order_events.go1.27.n3.debug2.txt");
  Dump dump;
  read_text(dump, text);
  REQUIRE(dump.records.size() > 3);
  for (const Record& record : dump.records) {
    const std::string begin = "goroutine " + std::to_string(record.id) + " [";
    CHECK(text.compare(record.offset, begin.size(), begin) == 0);
    CHECK(text[record.offset + record.length - 1] == '\n');
    // An empty line, or the end, follows.
    const std::size_t end = record.offset + record.length;
    CHECK((end == text.size() || text[end] == '\n'));
  }
}

TEST_CASE("a damaged header costs one goroutine its id and no other", "[reader]") {
  const std::string text = read_dump("chan_nil/order_events.go1.27.n3.debug2.txt");
  Dump whole;
  read_text(whole, text);
  for (std::size_t i = 1; i < whole.records.size(); ++i) {
    std::string damaged = text;
    damaged.erase(whole.records[i].offset, 12);
    Dump dump;
    read_text(dump, damaged);
    CHECK(dump.records.size() == whole.records.size());
    CHECK(dump.records[i].id == 0);
    CHECK(find_note(dump, "missing_header") != nullptr);
    for (std::size_t j = 0; j < whole.records.size(); ++j) {
      if (j != i) CHECK(dump.records[j].id == whole.records[j].id);
    }
  }
}

TEST_CASE("a crash: event, goroutine, and what GOTRACEBACK=crash repeats", "[reader]") {
  Dump dump;
  read_text(dump, read_dump("sigquit_requested/night_shift.go1.27.crash.sigquit.txt"));
  REQUIRE(dump.snapshots.size() == 1);
  CHECK(dump.snapshots[0].crash);
  CHECK((dump.snapshots[0].marks & kPointers) != 0);
  REQUIRE(dump.events.size() == 1);
  CHECK(dump.events[0].message == "SIGQUIT: quit");
  std::size_t zero = 0, repeated = 0;
  for (const Record& record : dump.records) {
    if (record.id == 0) CHECK(record.extra);
    zero += record.id == 0;
    repeated += record.extra && record.id != 0;
  }
  CHECK(zero > 1);
  CHECK(repeated > 0);
}

TEST_CASE("a test that hangs: its name and duration, and the time-out", "[reader]") {
  for (const char* name : {"test_timeout/feed_parallel.go1.20.test.txt",
                           "test_timeout/feed_parallel.go1.27.test.txt"}) {
    INFO(name);
    Dump dump;
    read_text(dump, read_dump(name));
    REQUIRE(!dump.events.empty());
    CHECK(dump.events[0].kind == Event::test_timeout);
    CHECK(dump.events[0].message == "test timed out after 2s");
    REQUIRE(!dump.running_tests.empty());
    CHECK(dump.running_tests[0].duration == "2s");
  }
}

TEST_CASE("no bytes are too strange", "[reader]") {
  const std::string header = "goroutine 7 [chan receive]:\n";
  Dump zeros, huge, many;
  read_text(zeros, std::string(100000, '\0'));
  CHECK(zeros.records.empty());
  read_text(huge, "goroutine 99999999999999999999999 [select]:\nmain.f()\n\t/a/b.go:1 +0x1\n");
  REQUIRE(huge.records.size() == 1);
  CHECK(find_note(huge, "large_id") != nullptr);
  std::string headers;
  for (int i = 0; i < 20000; ++i) headers += header;
  read_text(many, headers);
  CHECK(many.records.size() == 20000);
  CHECK(many.snapshots.size() < 1000);
}
