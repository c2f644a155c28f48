#include "regex.h"

#include <algorithm>

namespace gowhy {
namespace {

// A backtracking matcher over a small grammar; `steps` bounds it.
class Regex {
 public:
  Regex(std::string_view pattern, std::string_view text) : pattern_(pattern), text_(text) {}

  bool find() {
    for (std::size_t start = 0; start <= text_.size(); ++start) {
      if (alternatives(0, pattern_.size(), start, [](std::size_t) { return true; })) return true;
    }
    return false;
  }

 private:
  static constexpr int kMostSteps = 200000;
  static constexpr int kMostDepth = 500;  // of step() in step(): a browser's stack holds it

  // The end of the group or of the pattern's part that begins at p; `|` of this level are passed
  // on.
  template <typename Rest>
  bool alternatives(std::size_t begin, std::size_t end, std::size_t t, const Rest& rest) {
    int depth = 0;
    std::size_t from = begin;
    for (std::size_t p = begin; p <= end; ++p) {
      const char c = p < end ? pattern_[p] : '|';
      if (p < end && c == '\\') {
        ++p;
        continue;
      }
      if (p < end && c == '[') {
        p = class_end(p, end) - 1;
        continue;
      }
      if (c == '(') ++depth;
      if (c == ')') --depth;
      if (c != '|' || depth > 0) continue;
      if (sequence(from, p, t, rest)) return true;
      from = p + 1;
    }
    return false;
  }

  struct Next {
    virtual ~Next() = default;
    virtual bool operator()(std::size_t t) const = 0;
  };

  template <typename Rest>
  bool sequence(std::size_t p, std::size_t end, std::size_t t, const Rest& rest) {
    struct Last final : Next {
      explicit Last(const Rest& given) : rest(given) {}
      bool operator()(std::size_t at) const override { return rest(at); }
      const Rest& rest;
    };
    return step(p, end, t, Last(rest));
  }

  bool step(std::size_t p, std::size_t end, std::size_t t, const Next& rest) {
    if (++steps_ > kMostSteps || depth_ >= kMostDepth) return true;
    ++depth_;
    const bool found = next_atom(p, end, t, rest);
    --depth_;
    return found;
  }

  bool next_atom(std::size_t p, std::size_t end, std::size_t t, const Next& rest) {
    if (p >= end) return rest(t);
    if (pattern_[p] == '^') return t == 0 && step(p + 1, end, t, rest);
    if (pattern_[p] == '$') return t == text_.size() && step(p + 1, end, t, rest);
    const std::size_t atom = atom_end(p, end);
    const char repeat = atom < end ? pattern_[atom] : '\0';
    if (repeat == '*' || repeat == '+') {
      const int least = repeat == '+' ? 1 : 0;
      return pattern_[p] == '(' ? repeated(p, atom, atom + 1, end, t, rest, least)
                                : run(p, atom, end, t, rest, least);
    }
    if (repeat == '?') {
      return one(p, atom, t, Then(*this, atom + 1, end, rest)) || step(atom + 1, end, t, rest);
    }
    return one(p, atom, t, Then(*this, atom, end, rest));
  }

  // Characters that all fit, as many as there are or fewer.
  bool run(std::size_t p, std::size_t atom, std::size_t end, std::size_t t, const Next& rest,
           int least) {
    std::size_t most = t;
    while (most < text_.size() && fits(p, atom, text_[most])) ++most;
    for (const std::size_t first = t + static_cast<std::size_t>(least); most >= first; --most) {
      if (step(atom + 1, end, most, rest)) return true;
      if (most == 0) break;
    }
    return false;
  }

  struct Then final : Next {
    Then(Regex& regex, std::size_t at, std::size_t stop, const Next& after)
        : self(regex), p(at), end(stop), rest(after) {}
    bool operator()(std::size_t t) const override { return self.step(p, end, t, rest); }
    Regex& self;
    std::size_t p, end;
    const Next& rest;
  };

  struct Again final : Next {
    Again(Regex& regex, std::size_t from, std::size_t to, std::size_t at, std::size_t stop,
          std::size_t begun, const Next& after, int wanted)
        : self(regex),
          p(from),
          atom(to),
          next(at),
          end(stop),
          start(begun),
          rest(after),
          least(wanted) {}
    bool operator()(std::size_t t) const override {
      // Nothing, found again and again, is found once.
      if (t == start) return least > 0 && self.step(next, end, t, rest);
      return self.repeated(p, atom, next, end, t, rest, 0);
    }
    Regex& self;
    std::size_t p, atom, next, end, start;
    const Next& rest;
    int least;
  };

  bool repeated(std::size_t p, std::size_t atom, std::size_t next, std::size_t end, std::size_t t,
                const Next& rest, int least) {
    return one(p, atom, t, Again(*this, p, atom, next, end, t, rest, least)) ||
           (least == 0 && step(next, end, t, rest));
  }

  // A group, a class, an escape or a character.
  bool one(std::size_t p, std::size_t atom, std::size_t t, const Next& rest) {
    if (pattern_[p] == '(') {
      return alternatives(p + 1, atom - 1, t, [&](std::size_t at) { return rest(at); });
    }
    return t < text_.size() && fits(p, atom, text_[t]) && rest(t + 1);
  }

  [[nodiscard]] bool fits(std::size_t p, std::size_t atom, char c) const {
    if (pattern_[p] == '[') return in_class(p, atom, c);
    if (pattern_[p] == '\\' && p + 1 < atom) return escape_fits(pattern_[p + 1], c);
    return pattern_[p] == '.' || pattern_[p] == c;
  }

  static bool escape_fits(char escape, char c) {
    const bool digit = c >= '0' && c <= '9';
    const bool word = digit || (c >= 'a' && c <= 'z') || c == '_';
    if (escape == 'd') return digit;
    if (escape == 'w') return word;
    if (escape == 's') return c == ' ' || c == '\t';
    return escape == c;
  }

  bool in_class(std::size_t p, std::size_t end, char c) const {
    bool negated = false, found = false;
    std::size_t i = p + 1;
    if (i < end && pattern_[i] == '^') {
      negated = true;
      ++i;
    }
    for (; i + 1 < end; ++i) {
      if (pattern_[i] == '\\' && i + 2 < end) {
        found = found || escape_fits(pattern_[++i], c);
      } else if (i + 2 < end - 1 && pattern_[i + 1] == '-') {
        found = found || (c >= pattern_[i] && c <= pattern_[i + 2]);
        i += 2;
      } else {
        found = found || pattern_[i] == c;
      }
    }
    return found != negated;
  }

  std::size_t class_end(std::size_t p, std::size_t end) const {
    std::size_t i = p + 1;
    if (i < end && pattern_[i] == '^') ++i;
    if (i < end && pattern_[i] == ']') ++i;
    while (i < end && pattern_[i] != ']') i += pattern_[i] == '\\' ? 2 : 1;
    return i < end ? i + 1 : end;
  }

  std::size_t atom_end(std::size_t p, std::size_t end) const {
    if (pattern_[p] == '\\') return std::min(p + 2, end);
    if (pattern_[p] == '[') return class_end(p, end);
    if (pattern_[p] != '(') return p + 1;
    int depth = 0;
    for (std::size_t i = p; i < end; ++i) {
      if (pattern_[i] == '\\') {
        ++i;
      } else if (pattern_[i] == '(') {
        ++depth;
      } else if (pattern_[i] == ')' && --depth == 0) {
        return i + 1;
      }
    }
    return end;
  }

  std::string_view pattern_, text_;
  int steps_ = 0, depth_ = 0;
};

}  // namespace

bool regex_finds(std::string_view pattern, std::string_view text) noexcept {
  return Regex(pattern, text).find();
}

}  // namespace gowhy
