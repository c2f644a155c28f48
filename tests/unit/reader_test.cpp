#include <catch2/catch.hpp>

#include "reader_support.h"

using namespace gowhy;
using namespace gowhy::test;

// The text with one word instead of another, wherever it stands.
static std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

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

TEST_CASE("stacks that come again are compared as one piece, and read as line by line",
          "[reader]") {
  // Arguments of other lengths, offsets behind the place, and addresses of frames differ among
  // them.
  for (const char* name :
       {"lock_held_while_blocked/token_http.go1.27.n30.sigquit.txt",
        "http_transport_per_request/h2_per_call.go1.23.n40.debug2.txt",
        "rwmutex_upgrade/lazy_translation.go1.20.n20.noinline.sigquit.txt",
        "http_transport_per_request/client_per_call.go1.18.n40.old.debug2.txt"}) {
    INFO(name);
    const std::string text = read_dump(name);
    REQUIRE(text.size() > 80'000);
    Dump whole, bytewise;
    read_text(whole, text);
    read_text(bytewise, text, 1);
    CHECK(describe_exactly(bytewise) == describe_exactly(whole));
  }
}

// The first goroutines of a dump, each `times` times and with an id of its own.
std::string printed_again(const std::string& text, int goroutines, int times) {
  std::string out;
  for (int round = 0, id = 100; round < times; ++round) {
    std::size_t at = 0;
    for (int i = 0; i < goroutines; ++i) {
      const std::size_t end = text.find("\n\n", at) + 2, bracket = text.find(" [", at);
      REQUIRE(end > at + 1);
      out += "goroutine " + std::to_string(id++) + text.substr(bracket, end - bracket);
      at = end;
    }
  }
  return out;
}

TEST_CASE("no byte of a stack that came before is taken for another", "[reader]") {
  for (const auto& [name, goroutines] :
       {std::pair{"http_transport_per_request/post.go1.12.debug2.txt", 2},
        std::pair{"chan_nil/order_events.go1.27.n3.debug2.txt", 4}}) {
    INFO(name);
    const std::string text = read_dump(name);
    // Behind those that are changed there is another pair: a text is only compared with one that is
    // sure to end.
    const std::string again = printed_again(text + "\n", goroutines, 5);
    const auto header = [&, count = goroutines](int round) {
      return again.find("goroutine " + std::to_string(100 + round * count) + " ");
    };
    const std::size_t from = header(3), to = header(4);
    for (std::size_t at = from; at < to; ++at) {
      for (const char other : {'7', 'e', 'z', '\n', '?', ')'}) {
        if (other != "7ez\n?)"[at % 6] && again[at] != '\n') continue;
        std::string changed = again;
        changed[at] = other;
        Dump whole, bytewise;
        read_text(whole, changed);
        read_text(bytewise, changed, 1);
        INFO(at << ": " << changed.substr(from, to - from));
        REQUIRE(describe_exactly(bytewise) == describe_exactly(whole));
      }
    }
  }
}

TEST_CASE("registers behind the place of a creator, which Go does not print, change nothing",
          "[reader]") {
  std::string text =
      printed_again(read_dump("chan_nil/order_events.go1.27.n3.debug2.txt") + "\n", 4, 5);
  text = replaced(text, " in goroutine 1\n", " in goroutine 123456789\n");
  text = replaced(text, "ops.go:30 +0x1b6\n", "ops.go:30 +0x1b6 fp=0xc000 sp=0xc000 pc=0xffff\n");
  Dump whole, bytewise;
  read_text(whole, text);
  read_text(bytewise, text, 1);
  CHECK(describe_exactly(bytewise) == describe_exactly(whole));
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

TEST_CASE("a method of an unnamed type is a call, blanks in its name or not", "[reader]") {
  Dump dump;
  read_text(dump, read_dump("healthy/disk_checksums.go1.20.sigquit.txt"));
  CHECK(describe(dump).find("go:(*struct { io.Writer }).Write <autogenerated>:1") !=
        std::string::npos);
}

TEST_CASE("what a torn line teaches holds from there on, whole or in pieces", "[reader]") {
  // The second log breaks off inside of a line, so its prefix is found in a line of the first.
  const std::string cri = read_dump("formats/wrapped/post.cri.txt");
  const std::string syslog = read_dump("formats/wrapped/post.syslog-tab.txt");
  const std::string torn = cri + syslog.substr(0, 1851) + cri + syslog;
  Dump whole, halves, bytewise;
  read_text(whole, torn);
  read_text(halves, torn, torn.size() / 2 + 1);
  read_text(bytewise, torn, 1);
  CHECK(whole.records.size() == 7);
  CHECK(describe_exactly(halves) == describe_exactly(whole));
  CHECK(describe_exactly(bytewise) == describe_exactly(whole));
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

TEST_CASE("a header torn by the next one is read alike in one piece and in many", "[reader]") {
  const std::string text = read_dump("chan_nil/order_events.go1.27.n3.debug2.txt");
  Dump whole;
  read_text(whole, text);
  for (std::size_t i = 1; i + 1 < whole.records.size(); ++i) {
    const auto at = static_cast<std::size_t>(whole.records[i].offset);
    const auto next = static_cast<std::size_t>(whole.records[i + 1].offset);
    const std::string torn = text.substr(0, text.find('[', at) + 3) +
                             "2026/11/23 10:00:00 main.go:41: " + text.substr(next);
    Dump once, bytewise;
    read_text(once, torn);
    read_text(bytewise, torn, 1);
    CHECK(describe_exactly(bytewise) == describe_exactly(once));
  }
}

TEST_CASE("a torn line inside a log costs no goroutine behind it, in one piece and in many",
          "[reader]") {
  const std::string text = read_dump("formats/wrapped/post.cri.txt");
  Dump whole;
  read_text(whole, text);
  REQUIRE(whole.records.size() == 2);
  // The line before the last of the first goroutine loses its end and its newline.
  const std::size_t end = text.rfind("created by", text.find("goroutine ", 100));
  const std::string torn = text.substr(0, end + 5) + text.substr(text.find('\n', end) + 1);
  Dump once, bytewise;
  read_text(once, torn);
  read_text(bytewise, torn, 1);
  CHECK(once.records.size() == 2);
  CHECK(describe_exactly(bytewise) == describe_exactly(once));
}

TEST_CASE("a list of goleak that begins inside its first entry is one list, and a part",
          "[reader]") {
  for (const char* name : {"goleak_orders.go1.27.many", "goleak_old.go1.18.many"}) {
    INFO(name);
    std::string text = read_dump(std::string("formats/") + name + ".goleak.txt");
    Dump whole, part;
    read_text(whole, text);
    REQUIRE(whole.snapshots.size() == 1);
    CHECK_FALSE(whole.snapshots[0].cut);
    const auto first = static_cast<std::size_t>(whole.records[0].offset);
    read_text(part, text.substr(text.find('\n', first) + 1));
    REQUIRE(part.snapshots.size() == 1);
    CHECK(part.snapshots[0].cut);
    CHECK(part.records.size() == whole.records.size());
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

TEST_CASE("a report of go tool pprof gets one note and no goroutines", "[reader]") {
  for (const char* report : {"top", "tree", "traces"}) {
    INFO(report);
    Dump dump;
    read_text(dump,
              read_dump("formats/pprof_reports.go1.27." + std::string(report) + ".pprof.txt"));
    CHECK(dump.records.empty());
    CHECK(dump.inputs[0].snapshots == 0);
    REQUIRE(dump.notes.size() == 1);
    CHECK(dump.notes[0].code == "pprof_report");
    CHECK(dump.notes[0].line == 5);
  }
}

TEST_CASE("the beginning of a dump's own line is no prefix of a log", "[reader]") {
  // Another writer's dump begins inside of a frame or a creator; later lines begin alike.
  const std::string dump = read_dump("http_transport_per_request/post.go1.12.debug2.txt");
  for (const std::string_view beginning : {"internal/poll.(*FD)", "created "}) {
    INFO(beginning);
    const std::size_t at = dump.find(beginning);
    REQUIRE(at != std::string::npos);
    const std::string torn = dump.substr(0, at + beginning.size()) + dump + dump;
    Dump whole, bytewise;
    read_text(whole, torn);
    read_text(bytewise, torn, 1);
    CHECK(describe_exactly(bytewise) == describe_exactly(whole));
    const std::string read = describe(whole), second = read.substr(read.rfind("goroutine 39381 "));
    CHECK(second.find("  internal/poll.(*FD).Read ") != std::string::npos);
    CHECK(second.find("created by net/http.(*Transport).dialConn ") != std::string::npos);
  }
}

TEST_CASE("frames that were read before their wrapping was known are unwrapped from then on",
          "[reader]") {
  // A hunk without its first line: that its lines begin with a dash is known only from the next.
  const std::string plain = read_dump("formats/wrapped/post.spaces.txt");
  const std::string patch = read_dump("formats/wrapped/post.patch-removed.txt");
  const std::string header = plain.substr(0, plain.find('\n') + 1);
  const std::size_t body = patch.find('\n', patch.find("goroutine ")) + 1;
  const std::string hunk = patch.substr(body, patch.find("-created by") - body);
  const std::string text = plain + "\n" + replaced(header, "39381", "77") + hunk + "\n" +
                           replaced(patch, "3938", "4938") + "\n" +
                           replaced(header, "39381", "78") + hunk;
  Dump whole, bytewise;
  read_text(whole, text);
  read_text(bytewise, text, 1);
  CHECK(whole.records.size() == 6);
  CHECK(describe_exactly(bytewise) == describe_exactly(whole));
}

TEST_CASE("a place behind a record on its line belongs to the record, in one piece and in many",
          "[reader]") {
  // Two writers, line by line in turn; once the newline between them is lost.
  const std::string log = read_dump("formats/wrapped/post.docker-json.txt");
  const std::string plain = read_dump("formats/wrapped/post.spaces.txt");
  std::string text;
  std::size_t a = 0, b = 0;
  for (std::size_t turn = 0; a < log.size(); ++turn) {
    const std::size_t record = std::min(log.find('\n', a), log.size());
    text += log.substr(a, record - a) + (turn == 21 ? "" : "\n");
    a = record + 1;
    if (turn > 0 && b < plain.size()) {
      const std::size_t line = std::min(plain.find('\n', b), plain.size());
      text += plain.substr(b, line - b);
      b = line + 1;
    }
    text += "\n";
  }
  Dump whole, bytewise;
  read_text(whole, text);
  read_text(bytewise, text, 1);
  CHECK(describe_exactly(bytewise) == describe_exactly(whole));
}

TEST_CASE("a header torn into the registers behind a place is seen, in one piece and in many",
          "[reader]") {
  const std::string text = read_dump("lock_held_while_blocked/token_http.go1.27.n30.sigquit.txt");
  // In a call that is expected: the stack has come before.
  std::size_t registers = text.find("\n\ngoroutine ", text.size() / 2);
  for (int call = 0; call < 4; ++call) registers = text.find(" sp=0x", registers + 1);
  const std::size_t header = text.find("\n\ngoroutine ", registers) + 2;
  REQUIRE(header < text.size());
  // The rest of the line and of its goroutine is lost: the next header follows in its middle.
  const std::string torn = text.substr(0, registers + 8) + text.substr(header);
  Dump whole, bytewise;
  read_text(whole, torn);
  read_text(bytewise, torn, 1);
  CHECK(describe_exactly(bytewise) == describe_exactly(whole));
}

TEST_CASE("a header is no prefix, though a torn one has the words of a date", "[reader]") {
  const std::string syslog = read_dump("formats/wrapped/post.syslog-tab.txt");
  const std::string page = read_dump("formats/wrapped/post.html-spans.txt");
  const std::size_t cut = syslog.find('\n', 1000) + 1 + std::string_view("Nov  3 ").size();
  const std::string text = syslog.substr(0, cut) + page + syslog.substr(cut);
  Dump whole, bytewise;
  read_text(whole, text);
  read_text(bytewise, text, 1);
  CHECK(describe_exactly(bytewise) == describe_exactly(whole));
  std::size_t headers = 0;
  for (const Record& record : whole.records) headers += record.id != 0;
  CHECK(headers == 4);
}

TEST_CASE("a place that broke off before the next call and its place is read alike", "[reader]") {
  std::string dump = read_dump("http_transport_per_request/post.go1.12.debug2.txt");
  const std::size_t broken = dump.find("go:1524 +0x7b\n");
  REQUIRE(broken != std::string::npos);
  dump.erase(broken, std::string_view("go:1524 +0x7b\n").size());
  dump.erase(dump.find('\n', broken), 1);
  // The first 4 KiB are looked at before anything is read.
  const std::string often = dump + dump + dump + dump;
  Dump whole, bytewise;
  read_text(whole, often);
  read_text(bytewise, often, 1);
  CHECK(describe_exactly(bytewise) == describe_exactly(whole));
}
