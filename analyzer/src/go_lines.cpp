#include "go_lines.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace gowhy {
namespace go_lines {
namespace {

struct FileEntry {
  std::uint32_t hash;    // of its last part
  std::uint16_t first;   // function
  std::uint32_t offset;  // in kLines
};

#include "go_lines.inc"

// FNV-1a, as in scripts/lib/golines/compact.go: the table has no names, only their hashes.
constexpr std::uint32_t hash(std::string_view text) noexcept {
  std::uint32_t h = 2166136261u;
  for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}

// The kinds of a run of releases, see compact.go.
enum Run : std::uint32_t { kSameShape, kSameGap, kNextShape, kAbsent, kAnyShape };

bool all_digits(std::string_view text) noexcept {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// func1, gowrap2 (Go 1.22), deferwrap1, dwrap (1.17), range1 (a range-over-func body), 1.
bool is_closure_part(std::string_view part) noexcept {
  for (std::string_view word : {"func", "gowrap", "deferwrap", "range", ""}) {
    if (part.substr(0, word.size()) == word && all_digits(part.substr(word.size()))) return true;
  }
  return false;
}

std::string_view last_part(std::string_view path) noexcept {
  std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::span<const Release> releases() noexcept { return kReleases; }

static_assert(std::size(kRoles) + kOperation < 256, "a role no longer fits a byte");

std::string_view role_name(std::uint8_t code) noexcept {
  std::size_t role = code - std::size_t{kOperation} - 1;  // wraps for both codes without a role
  return role < std::size(kRoles) ? kRoles[role] : std::string_view{};
}

std::string_view base_function(std::string_view name) noexcept {
  // Go 1.17: main.main·dwrap·4; a range-over-func body: main.main-range1; a method value: T.m-fm.
  for (std::string_view mark : {"·dwrap", "-range", "-fm"}) {
    std::size_t at = name.find(mark);
    if (at != std::string_view::npos) name = name.substr(0, at);
  }
  // Type arguments of a function, Pull[...].func1; a generic type's methods are not in the table.
  name = name.substr(0, name.find('['));
  std::size_t package = name.rfind('/');
  std::size_t dot = name.find('.', package == std::string_view::npos ? 0 : package);
  if (dot == std::string_view::npos) return name;
  // Behind the package: (*T).m, T.m or f, then the closures. A value's method and a closure of an
  // inlined function (f.g.func1) look alike, so everything up to the first closure part is kept; if
  // another name follows behind closures, the line belongs to that one.
  std::size_t end = name.size();
  bool closure = false;
  for (std::size_t at = dot + 1; at < name.size();) {
    std::size_t stop = std::min(name.find('.', at), name.size());
    if (name[at] == '(') stop = std::min(name.find(").", at), name.size() - 1) + 1;
    std::string_view part = name.substr(at, stop - at);
    if (at > dot + 1 && is_closure_part(part)) {
      if (!closure) end = at - 1;
      closure = true;
    } else if (closure) {
      return {};
    }
    at = stop + 1;
  }
  return name.substr(0, end);
}

std::size_t find(std::string_view name, std::string_view file, std::span<Entry> out) noexcept {
  std::uint32_t wanted = hash(name), base = hash(last_part(file));
  const auto* first = std::lower_bound(std::begin(kNames), std::end(kNames), wanted);
  std::size_t count = 0;
  for (; first != std::end(kNames) && *first == wanted && count < out.size(); ++first) {
    std::uint16_t function = kFunctions[first - std::begin(kNames)];
    const auto* behind =
        std::upper_bound(std::begin(kFiles), std::end(kFiles), function,
                         [](std::uint16_t f, const FileEntry& entry) { return f < entry.first; });
    auto number = static_cast<std::uint16_t>(behind - std::begin(kFiles) - 1);
    if (file.empty() || kFiles[number].hash == base) out[count++] = {function, number};
  }
  return count;
}

Walker::Walker() noexcept : bodies_(std::size(kReleases)), ends_(std::size(kReleases)) {}

std::uint32_t Walker::number() noexcept {
  std::uint32_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    std::uint32_t byte = kLines[at_++];
    value |= (byte & 127u) << shift;
    if (byte < 128) return value;
  }
}

int Walker::signed_number() noexcept {
  auto value = static_cast<int>(number());
  return value % 2 == 0 ? value / 2 : -(value + 1) / 2;
}

std::span<const Body> Walker::body(Entry entry) noexcept {
  if (file_ != entry.file || next_ > entry.function + 1) open(entry.file);
  while (next_ <= entry.function) read_function();
  return bodies_;
}

void Walker::open(std::uint16_t file) noexcept {
  file_ = file;
  next_ = kFiles[file].first;
  at_ = kFiles[file].offset;
  std::fill(ends_.begin(), ends_.end(), 0);
}

void Walker::read_function() noexcept {
  std::uint32_t count = number();
  // Grown, never shrunk: the lines' storage is used again for the next function.
  if (shapes_.size() < count) shapes_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    read_shape(shapes_[i], i == 0 ? nullptr : &shapes_[i - 1]);
  }
  read_runs();
  ++next_;
}

void Walker::read_shape(std::vector<std::uint8_t>& lines,
                        const std::vector<std::uint8_t>* before) noexcept {
  lines.assign(number(), kNothing);
  std::size_t head = 0, tail = 0;
  if (before != nullptr) {
    head = number();
    tail = number();
    std::copy_n(before->begin(), head, lines.begin());
    std::copy_n(before->rbegin(), tail, lines.rbegin());
  }
  std::size_t middle = lines.size() - head - tail;
  for (std::size_t i = 0; i < middle; ++i) {
    if ((kLines[at_ + i / 8] >> (i % 8) & 1) != 0) lines[head + i] = kOperation;
  }
  at_ += (middle + 7) / 8;
  std::size_t line = head;
  for (std::uint32_t left = number(); left > 0; --left) {
    line += number();
    lines[line] = static_cast<std::uint8_t>(number() + kOperation + 1);
  }
}

void Walker::read_runs() noexcept {
  std::size_t shape = 0, used = 0;
  int gap = 0;
  for (std::size_t release = 0; release < bodies_.size();) {
    std::uint32_t head = number();
    std::uint32_t kind = head % 8;
    std::size_t end = release + head / 8;
    if (kind == kAbsent) {
      for (; release < end; ++release) bodies_[release] = {};
      continue;
    }
    if (kind == kAnyShape) shape = number();
    if (kind == kSameGap || kind == kNextShape) shape = used++;
    if (kind != kSameGap) gap = signed_number();
    for (; release < end; ++release) {
      bodies_[release] = {&shapes_[shape], ends_[release] + gap};
      ends_[release] = bodies_[release].start + static_cast<int>(shapes_[shape].size()) - 1;
    }
  }
}

}  // namespace go_lines

namespace {

using go_lines::Body;

// A release behind the table is read like the newest one.
bool in_range(std::size_t release, VersionRange range) noexcept {
  auto all = go_lines::releases();
  if (range.max_minor == 0) return true;
  if (range.min_minor > all.back().minor) return release + 1 == all.size();
  return all[release].minor >= range.min_minor && all[release].minor <= range.max_minor;
}

// Gathers the roles of a function, oldest release first, and judges which one a line has.
class RoleJudge {
 public:
  void offer(std::uint8_t code, int distance, int minor) noexcept {
    if (distance == 0) exact(code, minor);
    if (code == go_lines::kOperation) return;
    if (code == nearest_) {
      distance_ = std::min(distance_, distance);
    } else if (distance < distance_) {
      runner_up_ = distance_;
      distance_ = distance;
      nearest_ = code;
    } else {
      runner_up_ = std::min(runner_up_, distance);
    }
  }

  // A line that a release has is taken as such, first as a role: those are what goroutines wait in.
  // Else the function has moved, and the nearest role is meant if no other is about as near.
  [[nodiscard]] std::string_view role() const noexcept {
    constexpr int kFarthest = 300;  // within a minor lines moved by at most 282
    if (disputed_) return {};
    if (exact_ != go_lines::kNothing) return go_lines::role_name(exact_);
    bool clear = distance_ <= kFarthest && distance_ <= runner_up_ / 2;
    return clear ? go_lines::role_name(nearest_) : std::string_view{};
  }

 private:
  // Of the patch releases of one minor the newest is believed, minors must agree.
  void exact(std::uint8_t code, int minor) noexcept {
    if (code == go_lines::kOperation && exact_ != go_lines::kNothing) return;
    disputed_ |= exact_ > go_lines::kOperation && exact_ != code && exact_minor_ != minor;
    exact_ = code;
    exact_minor_ = minor;
  }

  static constexpr int kNone = std::numeric_limits<int>::max();
  std::uint8_t exact_ = go_lines::kNothing, nearest_ = go_lines::kNothing;
  int exact_minor_ = 0;
  bool disputed_ = false;
  int distance_ = kNone, runner_up_ = kNone;  // of the nearest role and the next other one
};

}  // namespace

std::string_view role_at(std::string_view function, std::uint32_t line,
                         VersionRange range) noexcept {
  go_lines::Entry entries[8];
  std::size_t count = go_lines::find(go_lines::base_function(function), {}, entries);
  go_lines::Walker walker;
  RoleJudge judge;
  for (std::size_t i = 0; i < count; ++i) {
    std::span<const Body> bodies = walker.body(entries[i]);
    for (std::size_t r = 0; r < bodies.size(); ++r) {
      if (bodies[r].lines == nullptr || !in_range(r, range)) continue;
      const std::vector<std::uint8_t>& lines = *bodies[r].lines;
      for (std::size_t offset = 0; offset < lines.size(); ++offset) {
        if (lines[offset] == go_lines::kNothing) continue;
        int distance =
            std::abs(bodies[r].start + static_cast<int>(offset) - static_cast<int>(line));
        judge.offer(lines[offset], distance, go_lines::releases()[r].minor);
      }
    }
  }
  return judge.role();
}

}  // namespace gowhy
