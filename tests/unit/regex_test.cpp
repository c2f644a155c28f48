#include "regex.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

// libc++, that of the wasm, misses an empty match at the end of a text and recurses without end
// over `(a*)+`: it is no judge.
#if defined(__GLIBCXX__)
#include <regex>
#endif

using namespace gowhy;

#if defined(__GLIBCXX__)
namespace {

// An expression of what regex.h promises.
std::string random_pattern(std::mt19937& random, int depth) {
  const auto atom = [&]() -> std::string {
    switch (random() % (depth > 0 ? 9 : 7)) {
      case 0:
        return ".";
      case 1:
        return "[ab]";
      case 2:
        return "[^a-c]";
      case 3:
        return random() % 2 == 0 ? "\\d" : "[\\d.]";
      case 4:
        return random() % 2 == 0 ? "\\." : "[^\\w]";
      case 5:
      case 6:
        return std::string(1, "abc1"[random() % 4]);
      default:
        return "(" + random_pattern(random, depth - 1) + ")";
    }
  };
  std::string pattern;
  const auto alternatives = 1 + random() % 2;
  for (unsigned a = 0; a < alternatives; ++a) {
    if (a > 0) pattern += "|";
    const auto atoms = 1 + random() % 3;
    for (unsigned i = 0; i < atoms; ++i) {
      pattern += atom();
      const auto repeat = random() % 8;
      if (repeat < 3) pattern += "*+?"[repeat];
    }
  }
  return pattern;
}

}  // namespace

TEST_CASE("expressions find what std::regex finds", "[regex]") {
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string pattern = random_pattern(random, 2);
    if (random() % 6 == 0) pattern = "^(" + pattern + ")";
    if (random() % 6 == 0) pattern = "(" + pattern + ")$";
    const std::regex expected(pattern);
    for (int i = 0; i < 5; ++i) {
      std::string text(random() % 8, '\0');
      for (char& c : text) c = "abcd1. "[random() % 7];
      INFO(pattern << " in \"" << text << '"');
      REQUIRE(regex_finds(pattern, text) == std::regex_search(text, expected));
    }
  }
}

#endif

TEST_CASE("what is in a group repeats, also where it may be empty", "[regex]") {
  CHECK(regex_finds("^(ab)+$", "ababab"));
  CHECK_FALSE(regex_finds("^(ab)+$", "ababa"));
  CHECK(regex_finds("^(a|b1)*d?$", "ab1aad"));
  CHECK(regex_finds("^(a?)+d$", "d"));
  CHECK(regex_finds("^x(a*|b)+d$", "xaabad"));
  CHECK(regex_finds("^(a*)*$", "aaa"));
}

TEST_CASE("no expression runs for long, and what is broken ends", "[regex]") {
  const std::string many(5000, 'a');
  CHECK(regex_finds("(a*)*(a*)*b", many));  // gives up
  CHECK(regex_finds("((a|aa)+)+$", many + "b"));
  CHECK(regex_finds(many, many));
  CHECK_FALSE(regex_finds(std::string(5000, '(') + "b", many));
  CHECK_FALSE(regex_finds("^[^b]+b", many));
  CHECK_FALSE(regex_finds("a*b", std::string(500, 'a')));
  for (const char* broken :
       {"(", ")", "[", "[^", "*", "+a", "a|", "|", "\\", "(a", "a)", "[]", "()"}) {
    INFO(broken);
    const bool first = regex_finds(broken, "abc");
    CHECK(first == regex_finds(broken, "abc"));
  }
}
