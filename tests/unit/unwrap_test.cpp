#include <catch2/catch.hpp>

#include "reader_support.h"

using namespace gowhy;
using namespace gowhy::test;

// tests/dumps/formats/wrapped holds one dump in every shape that scripts/wrap_dump.py knows.
TEST_CASE("a dump is the same however it is wrapped", "[unwrap]") {
  Dump plain;
  read_text(plain, read_dump("http_transport_per_request/post.go1.12.debug2.txt"));
  REQUIRE(plain.records.size() == 2);
  const std::string expected = describe(plain);
  std::size_t shapes = 0;
  for (const std::string& name : small_captures(1 << 20)) {
    if (name.find("formats/wrapped/post.") != 0) continue;
    INFO(name);
    const std::string text = read_dump(name);
    Dump dump, bytewise;
    read_text(dump, text);
    CHECK(describe(dump) == expected);
    read_text(bytewise, text, 1);
    CHECK(describe_exactly(bytewise) == describe_exactly(dump));
    CHECK(find_note(dump, "unknown_line") == nullptr);
    ++shapes;
  }
  CHECK(shapes >= 30);
}

TEST_CASE("places are those of the wrapped text", "[unwrap]") {
  for (const char* shape : {"cri", "syslog", "docker-json", "quoted", "compose", "crlf"}) {
    INFO(shape);
    const std::string text = read_dump(std::string("formats/wrapped/post.") + shape + ".txt");
    Dump dump;
    read_text(dump, text);
    REQUIRE(dump.records.size() == 2);
    for (const Record& record : dump.records) {
      const std::size_t line_end = text.find('\n', record.offset);
      const std::string line = text.substr(record.offset, line_end - record.offset);
      CHECK(line.find("goroutine " + std::to_string(record.id) + " [") != std::string::npos);
      CHECK((record.offset == 0 || text[record.offset - 1] == '\n'));
      CHECK(text[record.offset + record.length - 1] == '\n');
    }
  }
}

TEST_CASE("UTF-16: places are those of the bytes that were fed", "[decode]") {
  const std::string text = read_dump("formats/wrapped/post.utf16le.txt");
  Dump dump;
  read_text(dump, text);
  REQUIRE(dump.records.size() == 2);
  CHECK(dump.records[0].offset == 2);
  for (const Record& record : dump.records) {
    CHECK(text.compare(record.offset, 4, std::string("g\0o\0", 4)) == 0);
  }
}

TEST_CASE("a log of one service does not swallow the lines of another", "[unwrap]") {
  Dump dump;
  read_text(dump, read_dump("formats/wrapped/post.compose.txt"));
  const Note* other = find_note(dump, "other_text");
  REQUIRE(other != nullptr);
  CHECK(other->count > 1);
}

namespace {

std::string lines_with(const std::string& text, const std::string& prefix) {
  std::string result = prefix;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text[i] == '\n' && i + 1 < text.size()) result += prefix;
  }
  return result;
}

std::string newest_first(const std::string& text) {
  std::string result;
  for (std::size_t end = text.size(); end > 0;) {
    const std::size_t before = end < 2 ? std::string::npos : text.rfind('\n', end - 2);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    result += text.substr(begin, end - begin);
    end = begin;
  }
  return result;
}

}  // namespace

TEST_CASE("a profile is the same behind whatever stands before each of its lines", "[unwrap]") {
  const std::string text = read_dump("worker_pool_not_stopped/tenant_reindex.go1.24.n8.debug1.txt");
  Dump plain;
  read_text(plain, text);
  REQUIRE(plain.samples.size() == 8);
  for (const char* prefix : {"> ", ">> ", "+", "web-1  | ", "[web] ", "12:"}) {
    INFO(prefix);
    Dump dump;
    read_text(dump, lines_with(text, prefix));
    CHECK(describe(dump) == describe(plain));
  }
}

TEST_CASE("a dump whose newest line is the first is said to be one", "[unwrap]") {
  for (const char* name : {"http_transport_per_request/post.go1.12.debug2.txt",
                           "healthy/token_refresh_burst.go1.24.n4.debug2.txt"}) {
    INFO(name);
    const std::string text = read_dump(name);
    Dump right, reversed;
    read_text(right, text);
    CHECK_FALSE(right.snapshots.back().newest_first);
    read_text(reversed, newest_first(text));
    CHECK(reversed.snapshots.back().newest_first);
    CHECK(find_note(reversed, "newest_first") != nullptr);
  }
}
