#include "cause_words.h"

#include <catch2/catch.hpp>

using gowhy::CauseWords;

TEST_CASE("words are found by cause, whatever stands in their strings") {
  CauseWords words;
  REQUIRE(words.set(R"( {"a": {"fix": "use {} and \"[\"", "references": [{"url": "u"}]},"b":{}} )"
                    "\n"));
  CHECK(words.find("a") == R"({"fix": "use {} and \"[\"", "references": [{"url": "u"}]})");
  CHECK(words.find("b") == "{}");
  CHECK(words.find("c").empty());
  CHECK(words.set("{}"));
  CHECK(words.find("a").empty());
}

TEST_CASE("what is not an object of objects changes nothing") {
  CauseWords words;
  REQUIRE(words.set(R"({"a":{"fix":"f"}})"));
  for (const char* wrong :
       {"", "x", "[]", "{", R"({"a")", R"({"a":})", R"({"a":1})", R"({"a":{})", R"({"a":{"b)",
        R"({"a":{}},)", R"({"a":{},})", R"({"a":{}} x)", R"({a:{}})"}) {
    INFO(wrong);
    CHECK_FALSE(words.set(wrong));
    CHECK(words.find("a") == R"({"fix":"f"})");
  }
}
