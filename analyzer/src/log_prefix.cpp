#include "log_prefix.h"

#include "text_scan.h"

namespace gowhy {
namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) noexcept { return is_digit(c) || is_letter(c); }

bool same_word(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if ((a[i] | 32) != (b[i] | 32)) return false;
  }
  return true;
}

// Words that change from line to line of one log.
bool is_changing_word(std::string_view word) noexcept {
  for (std::string_view known :
       {"jan",   "feb",    "mar",  "apr",      "may",   "jun",   "jul",    "aug",    "sep",
        "oct",   "nov",    "dec",  "mon",      "tue",   "wed",   "thu",    "fri",    "sat",
        "sun",   "info",   "warn", "warning",  "error", "err",   "debug",  "fatal",  "panic",
        "trace", "notice", "crit", "critical", "emerg", "alert", "stdout", "stderr", "f",
        "p",     "i",      "w",    "e",        "d"}) {
    if (same_word(word, known)) return true;
  }
  return false;
}

std::size_t run(std::string_view text, std::size_t at, bool (*fits)(char)) noexcept {
  std::size_t end = at;
  while (end < text.size() && fits(text[end])) ++end;
  return end;
}

// The end of an RFC 3339 time at `at`, or `at`. Go's RFC3339Nano drops zeros at the end of the
// fraction, and the fraction itself when it is zero.
std::size_t time_end(std::string_view text, std::size_t at) noexcept {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (text.size() - at < kShape.size()) return at;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const char c = text[at + i];
    const bool blank = kShape[i] == 'T' && c == ' ';
    if (kShape[i] == '0' ? !is_digit(c) : c != kShape[i] && !blank) return at;
  }
  std::size_t end = at + kShape.size();
  if (end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1])) {
    end = run(text, end + 1, is_digit);
  }
  if (end < text.size() && text[end] == 'Z') return end + 1;
  if (end + 3 > text.size() || (text[end] != '+' && text[end] != '-')) return end;
  std::size_t zone = run(text, end + 1, is_digit);
  if (zone == end + 3 && zone < text.size() && text[zone] == ':')
    zone = run(text, zone + 1, is_digit);
  return zone == end + 5 || zone == end + 6 ? zone : end;
}

bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

// What only a dump begins with is no prefix, even if its words look like those of one, as a
// header's first two do like a date's.
bool begins_dump_line(std::string_view text) noexcept {
  return text.substr(0, 8) == "created " || text.substr(0, 10) == "goroutine ";
}

}  // namespace

std::size_t cri_prefix(std::string_view line) noexcept {
  const std::size_t end = time_end(line, 0);
  if (end == 0 || line.size() < end + 10) return 0;
  const std::string_view stream = line.substr(end, 8);
  if (stream != " stdout " && stream != " stderr ") return 0;
  return (line[end + 8] == 'F' || line[end + 8] == 'P') && line[end + 9] == ' ' ? end + 10 : 0;
}

bool looks_like_prefix(std::string_view text) noexcept {
  if (text.empty() || text.size() > 512) return false;
  if (text.find_first_not_of(" \t") == std::string_view::npos) return false;  // only indented
  if (text.front() == '\t') return false;       // as only a dump's own lines do
  if (text == "+" || text == "-") return true;  // lines of a patch
  const char last = text.back();
  constexpr std::string_view kEnds = " \t:|]>)}\"=";
  if (kEnds.find(last) == std::string_view::npos) return false;
  // The beginning of a dump's own line into which another writer wrote.
  if (begins_dump_line(text)) return false;
  const bool place = is_blank(text.front()) && text.find(".go:") != std::string_view::npos;
  return !place && text.find("(0x") == std::string_view::npos &&
         text.find("(*") == std::string_view::npos && text.find(" +0x") == std::string_view::npos;
}

LogPrefix::LogPrefix(std::string_view prefix) noexcept {
  if (!prefix.empty() && prefix.back() == '"') quoted_ = true;
  cri_ = cri_prefix(prefix) == prefix.size();
  for (std::size_t i = 0; i < prefix.size();) {
    Token token;
    std::size_t end = time_end(prefix, i);
    if (end > i) {
      token.kind = Token::time;
      tokens_.push_back(std::move(token));
      i = end;
      continue;
    }
    end = i + 1;
    if (is_word(prefix[i])) {
      end = run(prefix, i, is_word);
      token.text = prefix.substr(i, end - i);
      const bool digit = token.text.find_first_of("0123456789") != std::string::npos;
      token.kind = run(prefix, i, is_digit) == end ? Token::digits
                   : digit                         ? Token::word
                   : is_changing_word(token.text)  ? Token::name
                                                   : Token::literal;
    } else if (is_blank(prefix[i])) {
      end = run(prefix, i, is_blank);
      token.kind = Token::blanks;
      token.text = prefix.substr(i, end - i);
    } else {
      token.text = prefix.substr(i, 1);
    }
    tokens_.push_back(std::move(token));
    i = end;
  }
  const std::size_t count = tokens_.size();
  grep_ = count >= 2 && tokens_[count - 1].text == ":" && tokens_[count - 2].kind == Token::digits;
  remember(prefix);
}

void LogPrefix::remember(std::string_view prefix) noexcept {
  if (prefix.size() < 16 || prefix.size() > kLongestSample) return;
  latest_ = (latest_ + 1) % kSamples;
  Sample& sample = samples_[latest_];
  sample.text = prefix;
  sample.digit_mask.assign(prefix.size(), '\0');
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (is_digit(prefix[i])) sample.digit_mask[i] = '\xFF';
  }
}

bool LogPrefix::matches(const Sample& sample, std::string_view line) const noexcept {
  const std::size_t size = sample.text.size();
  if (size == 0 || line.size() < size) return false;
  const char* a = sample.text.data();
  const char* mask = sample.digit_mask.data();
  const char* b = line.data();
  // A number that goes on would have another length.
  if (is_digit(a[size - 1])) return false;
#if defined(__wasm_simd128__)
  const auto fits = [&](std::size_t at) {
    const v128_t text = wasm_v128_load(b + at);
    const v128_t digit =
        wasm_u8x16_lt(wasm_i8x16_sub(text, wasm_i8x16_splat('0')), wasm_i8x16_splat(10));
    const v128_t good = wasm_v128_or(wasm_i8x16_eq(text, wasm_v128_load(a + at)),
                                     wasm_v128_and(digit, wasm_v128_load(mask + at)));
    return wasm_i8x16_all_true(good);
  };
#elif defined(__SSE2__)
  const auto load = [](const char* p) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
  };
  const auto fits = [&](std::size_t at) {
    const __m128i text = load(b + at);
    const __m128i digit = _mm_and_si128(_mm_cmpgt_epi8(text, _mm_set1_epi8('0' - 1)),
                                        _mm_cmplt_epi8(text, _mm_set1_epi8('9' + 1)));
    const __m128i good =
        _mm_or_si128(_mm_cmpeq_epi8(text, load(a + at)), _mm_and_si128(digit, load(mask + at)));
    return _mm_movemask_epi8(good) == 0xFFFF;
  };
#else
  const auto fits = [&](std::size_t at) {
    for (std::size_t i = at; i < at + 16; ++i) {
      if (a[i] != b[i] && !(mask[i] != '\0' && is_digit(b[i]))) return false;
    }
    return true;
  };
#endif
  for (std::size_t at = 0; at + 16 <= size; at += 16) {
    if (!fits(at)) return false;
  }
  return fits(size - 16);
}

std::size_t LogPrefix::match(std::string_view line) noexcept {
  for (std::size_t i = 0; i < kSamples; ++i) {
    const Sample& sample = samples_[(latest_ + kSamples - i) % kSamples];
    if (matches(sample, line)) return sample.text.size();
  }
  if (begins_dump_line(line)) return npos;
  const std::size_t end = match_tokens(line);
  if (end != npos) remember(line.substr(0, end));
  return end;
}

std::size_t LogPrefix::match_tokens(std::string_view line) const noexcept {
  std::size_t at = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    const bool last = i + 1 == tokens_.size();
    if (at >= line.size()) return last && token.kind == Token::blanks && at > 0 ? at : npos;
    std::size_t end = at;
    switch (token.kind) {
      case Token::time:
        end = time_end(line, at);
        break;
      case Token::digits:
        end = run(line, at, is_digit);
        break;
      case Token::word:
        end = run(line, at, is_word);
        if (run(line, at, is_letter) == end) return npos;
        break;
      case Token::name:
        end = run(line, at, is_letter);
        break;
      case Token::blanks:
        end = run(line, at, is_blank);
        // What follows the last blanks is the content, which may be indented itself.
        if (last && end - at > token.text.size()) end = at + token.text.size();
        break;
      case Token::literal:
        if (line.substr(at, token.text.size()) == token.text) end = at + token.text.size();
        if (grep_ && token.text == ":" && line[at] == '-') end = at + 1;
        break;
    }
    if (end == at) return npos;
    at = end;
  }
  return at;
}

}  // namespace gowhy
