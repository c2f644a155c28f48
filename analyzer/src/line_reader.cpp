#include "line_reader.h"

#include <algorithm>
#include <string>

#include "escapes.h"
#include "lines.h"
#include "notes.h"
#include "text_scan.h"
#include "traceback.h"
#include "unfold.h"

namespace gowhy {
namespace {

// Without the end of a code block that stands behind the last line of its text.
std::string_view without_fence(std::string_view line) noexcept {
  for (std::string_view end : {"```", "{noformat}", "{code}"}) {
    if (line.size() > end.size() && line.substr(line.size() - end.size()) == end) {
      line.remove_suffix(end.size());
    }
  }
  return line;
}

}  // namespace

void LineReader::open() noexcept {
  for (Unwrapper& unwrapper : unwrappers_) unwrapper.reset();
  torn_ = TornLine();
  wrapped_ = false;
}

void LineReader::finish(const LineStart& end) noexcept {
  for (int depth = 0; depth < kDepth; ++depth) {
    unwrapper(depth).flush(inner(depth));
    read_batch(inner(depth), depth + 1);
  }
  if (!torn_.empty()) line({}, {end.number, end.offset, end.offset}, 0);
}

std::size_t LineReader::block(const TextBlock& lines, int depth) noexcept {
  const char* p = lines.begin;
  std::size_t index = 0;
  while (p < lines.end) {
    const char* const before = p;
    if (depth < kDepth && unwrapper(depth).active()) index = unwrap_block(lines, p, index, depth);
    if (p != before) continue;
    if (router_.traceback() != nullptr && torn_.empty()) {
      const auto ahead = router_.traceback()->read_ahead(lines.from(p, index), unwrapper(depth));
      p = ahead.at;
      index += ahead.lines;
      if (ahead.used) used_line();
      if (p != before) continue;
    }
    const char* const newline = find_newline(p, lines.end);
    line({p, static_cast<std::size_t>(newline - p)}, lines.place(p, newline + 1, index), depth);
    ++index;
    p = newline + 1;
  }
  return index;
}

// Unwraps lines from p on as long as they are wrapped, and reads them. Returns the index of the
// line at which p then stands.
std::size_t LineReader::unwrap_block(const TextBlock& lines, const char*& p, std::size_t index,
                                     int depth) noexcept {
  LineBatch& batch = inner(depth);
  while (batch.text().size() < kBatch) {
    p = unwrapper(depth).strip_alike(lines, p, index, kBatch, batch);
    if (p == lines.end) break;
    const char* const newline = find_newline(p, lines.end);
    const LinePlace place = lines.place(p, newline + 1, index);
    if (!unwrapper(depth).strip({p, static_cast<std::size_t>(newline - p)}, place, batch)) break;
    ++index;
    p = newline + 1;
  }
  ++stripped_;
  read_batch(batch, depth + 1);
  --stripped_;
  return index;
}

void LineReader::read_batch(LineBatch& batch, int depth) noexcept {
  if (!batch.empty()) block(batch.block(), depth);
  batch.clear();
}

// One line that is not read ahead.
void LineReader::line(std::string_view line, const LinePlace& place, int depth) noexcept {
  // A carriage return as `cat -v` and some editors show it.
  if (line.size() > 1 && line.substr(line.size() - 2) == "^M") line.remove_suffix(2);
  if (depth < kDepth) {
    if (!line.empty() && line.back() == '\r') unwrapper(depth).learn_crlf();
    if (unwrapper(depth).active() && unwrap_line(line, place, depth)) return;
  }
  // Only now: the prefix of a log is no other record.
  if (!torn_.empty() && mend(line, place)) return;
  std::string visible;
  if (depth < kDepth) {
    if (!unwrapper(depth).active() && router_.again(line, place)) {
      used_line();
      return;
    }
    line = without_fence(line);
    if (has_zero_width(line)) {
      if (zero_width_at(line, 0) > 0) unwrapper(depth).learn_start(line);
      remove_zero_width(line, visible);
      line = visible;
    }
    if (line.find('\x1b') != std::string_view::npos || has_entities(line)) {
      std::string plain;
      if (line.find('\x1b') != std::string_view::npos) {
        strip_ansi(line, plain);
      } else {
        decode_entities(line, plain);
      }
      this->line(plain, place, depth + 1);
      return;
    }
    constexpr std::size_t kWholeDump = 256;
    if (line.size() > kWholeDump && line.find("#012") != std::string_view::npos &&
        expand(line, place, depth)) {
      return;
    }
    if (split_line(line, place, depth) || inner_dump(line, place, depth)) return;
  }
  if (router_.take(line, place)) {
    if (!trim(line).empty()) used_line();
    return;
  }
  if (depth < kDepth) {
    if (unwrapper(depth).learn(line) && unwrap_line(line, place, depth)) return;
    if (expand(line, place, depth)) return;
  }
  const std::size_t record = find_record(line);
  if (record != std::string_view::npos && record > 0 && tear(line, record, place)) return;
  // Where the dump has a prefix, a line without one is not of its making.
  const bool outside =
      record == 0 || (wrapped_ && stripped_ == 0) || unwrapper(depth).is_other_record(line);
  router_.other(line, place, outside);
}

// A record begins inside of the dump's line: what stands before it waits for its rest.
bool LineReader::tear(std::string_view line, std::size_t record, const LinePlace& place) noexcept {
  const std::string_view beginning = line.substr(0, record);
  const bool header = beginning.substr(0, 10) == "goroutine ";
  if (router_.traceback() == nullptr || !(header || router_.traceback()->inside())) return false;
  if (!torn_.hold(beginning, place)) return false;
  add_note(dump_, "torn_line", "Two writers wrote into one line", place.number);
  router_.other(line.substr(record), place, true);
  return true;
}

// Between the parts of a torn line there are only records. False if the line is not the rest.
bool LineReader::mend(std::string_view line, const LinePlace& place) noexcept {
  const std::size_t record = find_record(line);
  if (record != std::string_view::npos) {
    torn_.append(line.substr(0, record));
    router_.other(line.substr(record), place, true);
    return true;
  }
  LinePlace begun;
  const std::string whole = torn_.join(line, place.end, begun);
  if (router_.take(whole, begun)) {
    used_line();
    return true;
  }
  router_.other(whole.substr(0, whole.size() - line.size()), begun, false);
  return false;
}

bool LineReader::unwrap_line(std::string_view line, const LinePlace& place, int depth) noexcept {
  LineBatch& batch = inner(depth);
  if (!unwrapper(depth).strip(line, place, batch)) return false;
  ++stripped_;
  read_batch(batch, depth + 1);
  --stripped_;
  return true;
}

// Several lines of a dump in one: their ends were lost, or are those of a page or an old terminal.
bool LineReader::split_line(std::string_view line, const LinePlace& place, int depth) noexcept {
  LineBatch& batch = inner(depth);
  if (has_inner_return(line)) {
    split_at_returns(line, place, batch);
  } else if (has_tags(line)) {
    split_at_tags(line, place, batch);
  } else if (!unfold(line, place, batch)) {
    return false;
  }
  read_batch(batch, depth + 1);
  return true;
}

// A whole dump in one line, its line ends escaped.
bool LineReader::expand(std::string_view line, const LinePlace& place, int depth) noexcept {
  LineBatch& batch = inner(depth);
  if (!Unwrapper::expand(line, place, batch)) return false;
  read_batch(batch, depth + 1);
  return true;
}

// A header that is not at the start of its line: behind a prefix, inside an escaped text, or behind
// what another writer began to write there.
bool LineReader::inner_dump(std::string_view line, const LinePlace& place, int depth) noexcept {
  const std::size_t at = find_inner_header(line);
  if (at == std::string_view::npos && line.find("]:\\n") == std::string_view::npos) return false;
  if (unwrapper(depth).learn(line) && unwrap_line(line, place, depth)) return true;
  if (expand(line, place, depth)) return true;
  if (at == std::string_view::npos) return false;
  add_note(dump_, "torn_line", "Two writers wrote into one line", place.number);
  // A line that was decoded may be longer than it is in the input.
  const std::uint64_t middle = std::min(place.offset + at, place.end);
  const LinePlace first{place.number, place.offset, middle};
  const LinePlace second{place.number, middle, place.end};
  this->line(line.substr(0, at), first, depth + 1);
  this->line(line.substr(at), second, depth + 1);
  return true;
}

}  // namespace gowhy
