#include "recent_goroutines.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "argument_words.h"
#include "hex_digits.h"
#include "text_equal.h"
#include "text_scan.h"

namespace gowhy {
namespace {

constexpr std::size_t kMostText = 4u << 20;  // about as much as a cache of the processor holds
constexpr std::size_t kLongest = 8u << 10;   // of one text
constexpr std::size_t kShortest = 64;        // nothing is gained with less
constexpr std::uint64_t kTrial = 1u << 18;   // bytes that are kept before they were of use
constexpr std::size_t kMostPlaces = 1 << 13;
constexpr int kDeepest = 32;
constexpr std::string_view kIn = " in goroutine ";

// The content of a place: nothing, that a text came once, a byte to look at, or a text's number.
constexpr std::uint32_t kNothing = 0xFFFFFFFFu, kOnce = 0xFFFFFFFEu, kByte = 0x80000000u;
bool is_text(std::uint32_t content) noexcept { return (content & kByte) == 0; }
bool is_byte(std::uint32_t content) noexcept { return !is_text(content) && content < kOnce; }

// Where texts differ: a byte of the head, or of the tail behind a head.
struct Branch {
  std::uint32_t at = 0, head = 0;  // head is 0 where the byte is in it
  bool digits = false;             // which digit it is does not matter

  // 15 bits each hold kLongest.
  [[nodiscard]] std::uint32_t pack() const noexcept {
    return kByte | (digits ? 1u << 30 : 0u) | (head << 15) | at;
  }
  static Branch unpack(std::uint32_t content) noexcept {
    return {content & 0x7FFFu, content >> 15 & 0x7FFFu, (content >> 30 & 1u) != 0};
  }
};

std::uint64_t hash_with(std::uint64_t hash, char byte, bool digits) noexcept {
  const char c = digits && (is_hex_digit(byte) || is_wild(byte)) ? '0' : byte;
  hash = (hash ^ static_cast<unsigned char>(c)) * 0x9FB21C651E98DF25ull;
  return hash ^ (hash >> 29);
}

// Of a stack below a header of that state.
std::uint64_t first_hash(std::uint64_t state, const char* p) noexcept {
  std::uint64_t bytes;
  std::memcpy(&bytes, p, 8);
  return hash_pair(state, bytes);
}

// Makes the pattern of a text, whose digits become wild, and its words. All functions return false
// where the text cannot be told from a pattern.
class PatternMaker {
 public:
  using Word = RecentGoroutines::Word;

  PatternMaker(std::string_view text, char* pattern, std::vector<Word>& words) noexcept
      : text_(text.data()), end_(text_ + text.size()), pattern_(pattern), words_(words) {}

  // The lines of a call.
  bool call(unsigned frame, unsigned wanted) noexcept {
    const std::string_view line = take_line();
    const std::size_t open = line.rfind('(');
    if (open == std::string_view::npos) return false;
    make_wild(line.substr(open));
    each_argument_word(
        line.substr(open + 1), wanted, end_,
        [&](unsigned slot, const char* first, unsigned count, std::uint64_t, bool stale) {
          if (!may_be_pointer(count)) return;
          words_.push_back({static_cast<std::uint16_t>(first + count - text_),
                            static_cast<std::uint8_t>(count), static_cast<std::uint8_t>(slot),
                            Arg::make(0, frame, slot, stale)});
        });
    const std::string_view place = take_line();
    // ` fp=0xc000… sp=0xc000… pc=0x…` are of each goroutine.
    const std::size_t registers = place.find(" fp=0x");
    if (registers != std::string_view::npos) make_wild(place.substr(registers));
    return !place.empty();
  }

  // Those of the creator: its number is not in the pattern, and nothing of them is wild.
  bool creator() noexcept { return !take_line().empty() && !take_line().empty(); }

  // The empty line.
  bool end() noexcept { return take_line().empty() && line_ == end_; }

 private:
  void make_wild(std::string_view text) noexcept {
    for (std::size_t i = 2; i < text.size(); ++i) {
      if (text[i - 2] != '0' || text[i - 1] != 'x') continue;
      for (; i < text.size() && is_hex_digit(text[i]); ++i) {
        pattern_[text.data() + i - text_] = kWild;
      }
    }
  }

  std::string_view take_line() noexcept {
    const char* const begin = line_;
    const char* const newline = find_newline(begin, end_);
    line_ = newline == end_ ? end_ : newline + 1;
    return {begin, static_cast<std::size_t>(newline - begin)};
  }

  const char* const text_;
  const char* const end_;
  const char* line_ = text_;
  char* const pattern_;
  std::vector<Word>& words_;
};

// Behind the digits of the creator's number, or null where it is none.
const char* take_number(const char* p, std::uint64_t& number) noexcept {
  const char* const first = p;
  for (; is_digit(*p); ++p) number = number * 10 + static_cast<std::uint64_t>(*p - '0');
  return p == first || p - first > 16 || number == 0 ? nullptr : p;
}

// The part of the text before the creator's number; all of it where there is none.
std::size_t head_of(std::string_view text) noexcept {
  const std::size_t place = text.rfind('\n', text.size() - 3);
  if (place == std::string_view::npos) return text.size();
  std::size_t digits = place;
  while (digits > 0 && is_digit(text[digits - 1])) --digits;
  const bool number = digits < place && place - digits <= 16 && text[digits] != '0';
  return number && text.substr(0, digits).ends_with(kIn) ? digits : text.size();
}

}  // namespace

// The place of the hash, or the empty one where it is to be.
std::size_t RecentGoroutines::place_of(std::uint64_t hash) const noexcept {
  const std::size_t mask = places_.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t at = tag & mask;
  while (places_[at].content != kNothing && places_[at].tag != tag) at = (at + 1) & mask;
  return at;
}

void RecentGoroutines::put(std::uint64_t hash, std::uint32_t content) noexcept {
  Place& place = places_[place_of(hash)];
  const bool is_new = place.content == kNothing;
  place = {static_cast<std::uint32_t>(hash >> 32), content};
  if (is_new && ++used_places_ > places_.size() / 2) grow();
}

// Follows the branches from `hash` on to where the text at p is, or is to be.
std::uint32_t RecentGoroutines::descend(std::uint64_t& hash, const char* p,
                                        const char* end) const noexcept {
  for (int depth = 0;; ++depth) {
    const std::uint32_t content = places_[place_of(hash)].content;
    if (!is_byte(content) || depth == kDeepest) return content;
    const Branch branch = Branch::unpack(content);
    const char* from = p;
    if (branch.head != 0) {
      if (static_cast<std::size_t>(end - p) <= branch.head) return content;
      for (from += branch.head; from < end && is_digit(*from);) ++from;
    }
    if (static_cast<std::size_t>(end - from) <= branch.at) return content;
    hash = hash_with(hash, from[branch.at], branch.digits);
  }
}

RecentGoroutines::Found RecentGoroutines::find(std::uint64_t state, const char* p,
                                               const char* end) noexcept {
  if (static_cast<std::size_t>(end - p) < kShortest) return {};
  std::uint64_t hash = first_hash(state, p);
  const std::uint32_t content = descend(hash, p, end);
  if (!is_text(content)) return {};
  const Found found = match(texts_[content], p, end);
  if (found.text != nullptr) found_ += static_cast<std::size_t>(found.end - p);
  return found;
}

RecentGoroutines::Found RecentGoroutines::match(const Text& text, const char* p,
                                                const char* end) const noexcept {
  constexpr std::size_t kDigits = 20;
  if (static_cast<std::size_t>(end - p) < text.head + kDigits + text.tail) return {};
  const char* const pattern = patterns_.data() + text.begin;
  if (!equal_but_wild(p, pattern, text.head)) return {};
  Found found;
  found.end = p + text.head;
  if (text.tail != 0) {
    const char* const tail = take_number(found.end, found.creator);
    if (tail == nullptr || !equal_bytes(tail, pattern + text.head, text.tail)) return {};
    found.end = tail + text.tail;
  }
  unsigned others = 0;
  for (std::uint32_t i = text.digits_begin; i < text.digits_end; ++i) {
    others |= digits_[i].bits & ~hex_digits_at(p + digits_[i].at);
  }
  found.text = others == 0 ? &text : nullptr;
  return found;
}

void RecentGoroutines::keep(const Symbols& symbols, std::uint64_t state, const char* p,
                            const char* end, Text text) noexcept {
  const auto size = static_cast<std::size_t>(end - p);
  if (size > kLongest || size < kShortest) return;
  if (kept_ > found_ / 2 + kTrial && ++refused_ % 64 != 0) return;
  if (patterns_.size() + size > kMostText || used_places_ > kMostPlaces) return forget();
  std::uint64_t hash = first_hash(state, p);
  const std::uint32_t before = descend(hash, p, end);
  if (before == kNothing) return put(hash, kOnce);
  if (is_byte(before)) return;  // at the deepest
  if (!add(symbols, {p, size}, text)) return;
  const auto made = static_cast<std::uint32_t>(texts_.size()) - 1;
  if (is_text(before)) {
    branch(hash, before, made);
  } else {
    put(hash, made);
  }
}

// Puts a branch at `hash`, with the texts a, which is there, and b below it.
void RecentGoroutines::branch(std::uint64_t hash, std::uint32_t a, std::uint32_t b) noexcept {
  const Text &x = texts_[a], &y = texts_[b];
  const char *const p = patterns_.data() + x.begin, *const q = patterns_.data() + y.begin;
  const auto shared = [&](std::size_t most) {
    return static_cast<std::size_t>(std::mismatch(p, p + most, q).first - p);
  };
  std::size_t at = shared(std::min(x.head, y.head));
  std::uint32_t head = 0;
  if (at == x.head && at == y.head) {
    head = x.head;
    const std::size_t both = head + std::min(x.tail, y.tail);
    at = shared(both);
    if (at == both) return put(hash, b);
  }
  // The creator's number is a digit where the head ends.
  const char first = head == 0 && at == x.head ? kWild : p[at];
  const char second = head == 0 && at == y.head ? kWild : q[at];
  const Branch branch{static_cast<std::uint32_t>(at) - head, head,
                      is_wild(first) || is_wild(second)};
  put(hash, branch.pack());
  put(hash_with(hash, first, branch.digits), a);
  put(hash_with(hash, second, branch.digits), b);
}

bool RecentGoroutines::add(const Symbols& symbols, std::string_view lines, Text text) noexcept {
  if (std::any_of(lines.begin(), lines.end(), is_wild)) return false;
  const std::size_t head = head_of(lines);
  const std::size_t tail_begin =
      head == lines.size() ? head : lines.find_first_not_of("0123456789", head);
  text.head = static_cast<std::uint32_t>(head);
  text.tail = static_cast<std::uint32_t>(lines.size() - tail_begin);
  text.words_begin = static_cast<std::uint32_t>(words_.size());

  std::string pattern = std::string(lines.substr(0, head)).append(lines.substr(tail_begin));
  std::vector<std::uint32_t> frames;
  symbols.frames_of(text.node, frames);
  PatternMaker maker(lines, pattern.data(), words_);
  bool made = true;
  for (std::size_t i = 0; made && i < frames.size(); ++i) {
    const unsigned wanted = i < kFramesWithArgs ? symbols.frame_text(frames[i]).kept_words : 0;
    made = maker.call(static_cast<unsigned>(i), wanted);
  }
  made = made && (text.created_by == kNone || maker.creator()) && maker.end();
  if (!made) {
    words_.resize(text.words_begin);
    return false;
  }
  text.digits_begin = static_cast<std::uint32_t>(digits_.size());
  add_digits(std::string_view(pattern).substr(0, head));
  text.begin = static_cast<std::uint32_t>(patterns_.size());
  patterns_.append(pattern);
  kept_ += lines.size();
  text.digits_end = static_cast<std::uint32_t>(digits_.size());
  text.words_end = static_cast<std::uint32_t>(words_.size());
  texts_.push_back(text);
  return true;
}

void RecentGoroutines::add_digits(std::string_view pattern) noexcept {
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (!is_wild(pattern[at])) continue;
    const std::string_view bytes = pattern.substr(at, 16);
    unsigned bits = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) bits |= is_wild(bytes[i]) ? 1u << i : 0u;
    digits_.push_back({static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(bits)});
    at += 15;
  }
}

void RecentGoroutines::grow() noexcept {
  std::vector<Place> before(places_.size() * 4);
  before.swap(places_);
  for (const Place& place : before) {
    if (place.content != kNothing) places_[place_of(std::uint64_t{place.tag} << 32)] = place;
  }
}

void RecentGoroutines::forget() noexcept {
  used_places_ = 0;
  patterns_.clear();
  texts_.clear();
  digits_.clear();
  words_.clear();
  std::fill(places_.begin(), places_.end(), Place{});
}

}  // namespace gowhy
