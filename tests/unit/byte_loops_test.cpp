// The loops over 16 bytes at once against the plainest ones, at every length and near every end.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "hex_digits.h"
#include "text_copy.h"
#include "text_equal.h"
#include "text_scan.h"

using namespace gowhy;

namespace {

// Bytes of an alphabet in a piece of memory of their own, so that a sanitizer sees what is read
// behind them.
std::string random_text(std::mt19937& random, std::size_t size, const std::string& alphabet) {
  std::string text(size, '\0');
  for (char& c : text) c = alphabet[random() % alphabet.size()];
  return text;
}

constexpr std::size_t kMost = 70;

}  // namespace

TEST_CASE("the first newline, wrapping or end of arguments is found", "[byte_loops]") {
  std::mt19937 random(1);
  const std::string alphabet = "0123456789abcdefx, {}_?.-aaaaaaaaaaaaaaaaaaaaaaa(\n&]<\x1b\xC2";
  for (std::size_t size = 0; size < kMost; ++size) {
    for (int round = 0; round < 200; ++round) {
      const std::string text = random_text(random, size, alphabet);
      const char *const p = text.data(), *const end = p + size;
      const auto first = [&](const auto& wanted) { return std::find_if(p, end, wanted); };
      REQUIRE(find_newline(p, end) == first([](char c) { return c == '\n'; }));
      REQUIRE(find_wrapping(p, end) == first([](char c) {
                return std::string("&\x1b\r]<\xC2").find(c) != std::string::npos;
              }));
      REQUIRE(skip_arguments(p, end) == first([](char c) { return !is_argument_byte(c); }));
    }
  }
}

TEST_CASE("every byte is an argument's or is not, alone and among others", "[byte_loops]") {
  for (int byte = 0; byte < 256; ++byte) {
    const auto c = static_cast<char>(byte);
    std::string text(32, '0');
    text[19] = c;
    const std::size_t expected = is_argument_byte(c) ? text.size() : 19;
    CHECK(skip_arguments(text.data(), text.data() + text.size()) == text.data() + expected);
  }
}

TEST_CASE("a line is copied to its newline and no further than allowed", "[byte_loops]") {
  std::mt19937 random(2);
  for (std::size_t size = 0; size < kMost; ++size) {
    for (std::size_t most : {std::size_t{5}, std::size_t{16}, std::size_t{33}, kMost}) {
      for (int round = 0; round < 50; ++round) {
        const std::string text = random_text(random, size, "abcdefghijklmnopqrstuvwxyz\n");
        std::string to(most + 16, '#');
        const std::size_t newline = text.substr(0, most).find('\n');
        const char* const got = copy_to_newline(text.data(), text.data() + size, to.data(), most);
        if (newline == std::string::npos) {
          REQUIRE(got == nullptr);
          continue;
        }
        REQUIRE(got == text.data() + newline);
        REQUIRE(to.substr(0, newline) == text.substr(0, newline));
      }
    }
  }
  for (std::size_t size = 0; size < kMost; ++size) {
    const std::string text = random_text(random, size, "abc");
    std::string to(size, '#');
    copy_bytes(text.data(), to.data(), size);
    CHECK(to == text);
  }
}

TEST_CASE("texts are equal, or differ in one byte anywhere", "[byte_loops]") {
  std::mt19937 random(3);
  for (std::size_t size = 1; size < kMost; ++size) {
    const std::string text = random_text(random, size, "0123456789abcdef/.()*");
    CHECK(equal_bytes(text.data(), std::string(text).data(), size));
    CHECK(equal_front(text, text + "~") == size);
    std::string pattern = text;
    for (char& c : pattern) c = is_hex_digit(c) && random() % 2 == 0 ? kWild : c;
    if (size >= 16) CHECK(equal_but_wild(text.data(), pattern.data(), size));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = '~';
      CHECK(equal_front(text, other) == at);
      CHECK(equal_front(other, text.substr(0, at)) == at);
      CHECK_FALSE(equal_bytes(text.data(), other.data(), size));
      if (size < 16) continue;
      CHECK(equal_but_wild(other.data(), pattern.data(), size) == is_wild(pattern[at]));
      const auto heads = static_cast<unsigned>(at < 16 ? at : 15);
      CHECK(equal_heads(text.data(), other.data(), heads));
      if (at < 15)
        CHECK_FALSE(equal_heads(text.data(), other.data(), static_cast<unsigned>(at) + 1));
      other[at] = static_cast<char>(0xC3);  // no ASCII
      CHECK_FALSE(equal_but_wild(other.data(), pattern.data(), size));
    }
  }
}

TEST_CASE("hexadecimal digits are read forwards, backwards and at the end", "[byte_loops]") {
  std::mt19937_64 random(4);
  for (unsigned count = 1; count <= 16; ++count) {
    for (int round = 0; round < 100; ++round) {
      std::string digits(count, '0');
      std::uint64_t expected = 0;
      for (char& c : digits) {
        const auto digit = static_cast<unsigned>(random() % 16);
        c = "0123456789abcdef"[digit];
        expected = expected << 4 | digit;
      }
      for (const std::string behind : {"", ")", "?, 0x1", "\n\t/srv/main.go:12 +0x1d\n"}) {
        const std::string text = digits + behind;
        std::uint64_t value = 1;
        CHECK(parse_hex(text.data(), text.data() + text.size(), value) == count);
        CHECK(value == expected);
      }
      const std::string before = "goroutine 7 (0x, " + digits;
      CHECK(hex_before(before.data() + before.size(), count) == expected);
    }
  }
  std::uint64_t value = 0;
  for (const std::string none : {"", "g", "x1", "A1234567890123456"}) {
    CHECK(parse_hex(none.data(), none.data() + none.size(), value) == 0);
  }
  for (int byte = 0; byte < 256; ++byte) {
    std::string text(16, 'x');
    text[5] = static_cast<char>(byte);
    CHECK(hex_digits_at(text.data()) == (is_hex_digit(text[5]) ? 1u << 5 : 0u));
  }
}
