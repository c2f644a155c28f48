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
