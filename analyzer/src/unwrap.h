// Takes off what logs, containers and people put around the lines of a dump. Nothing is asked of
// the user: a line that has the mark of a dump somewhere inside tells how it is wrapped, and the
// lines after it are unwrapped alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "log_prefix.h"
#include "text_block.h"

namespace gowhy {

class Unwrapper {
 public:
  /// Forgets all that was learned; a new input begins.
  void reset() noexcept;

  /// Some wrapping is known: strip() is worth being asked.
  [[nodiscard]] bool active() const noexcept {
    return crlf_ || !json_.empty() || !prefixes_.empty();
  }

  /// If the line is wrapped in a way that was learned, adds its content to `out`, none, one or
  /// several lines, and returns true. A line that goes on in the next record is kept until then.
  bool strip(std::string_view line, const LinePlace& place, LineBatch& out) noexcept;

  /// The same, and much faster, for the lines from p on, p being line `index` of the block, that
  /// begin like the one that was unwrapped last and are nothing but that and their content. Returns
  /// where the first other line begins and its index in `index`.
  const char* strip_alike(const TextBlock& lines, const char* p, std::size_t& index,
                          std::size_t most, LineBatch& out) const noexcept;

  /// True if strip() would take the line.
  bool knows(std::string_view line) noexcept;

  /// Looks for a dump inside the line and learns the wrapping. True if strip() or expand() will now
  /// do something with it.
  bool learn(std::string_view line) noexcept;

  /// Lines begin with the invisible character that this one begins with, from now on.
  void learn_start(std::string_view line) noexcept;

  /// Lines end in CRLF from now on.
  void learn_crlf() noexcept { crlf_ = true; }

  /// A whole dump or report inside one line, its newlines escaped: `msg="goroutine 1
  /// [running]:\nmain…"`. Adds its lines; false if the line has none.
  static bool expand(std::string_view line, const LinePlace& place, LineBatch& out) noexcept;

  /// What was kept and never went on: the input ends.
  void flush(LineBatch& out) noexcept;

  /// The records of a JSON log are known, and this is one of them without the text.
  [[nodiscard]] bool is_other_record(std::string_view line) const noexcept;

 private:
  // A line of which the end is still to come.
  struct Partial {
    std::string text;
    LinePlace place;
    bool set = false;

    void append(std::string_view part, const LinePlace& at) noexcept;
    void finish(LineBatch& out) noexcept;
  };
  // Records of a JSON log, and the key of the text in them.
  struct JsonLog {
    std::string key;
    Partial partial;
  };

  // Where the text begins in a record of the log; npos if the line is none.
  static std::size_t text_in_record(const JsonLog& log, std::string_view line) noexcept;
  bool strip_json(JsonLog& log, std::string_view line, const LinePlace& place,
                  LineBatch& out) noexcept;
  bool strip_prefix(std::string_view line, const LinePlace& place, LineBatch& out) noexcept;
  bool learn_prefix(std::string_view prefix) noexcept;
  // False if it is known already.
  bool keep_prefix(std::string_view prefix) noexcept;
  bool learn_json(std::string_view line, std::size_t at) noexcept;

  std::vector<LogPrefix> prefixes_;  // the one used last is the first
  std::vector<JsonLog> json_;
  Partial partial_;  // of a container log's parts
  bool crlf_ = false;
};

/// Where a goroutine's header begins behind the start of a line: a prefix is before it, or another
/// writer's text. npos if there is none.
std::size_t find_inner_header(std::string_view line) noexcept;

/// Something in the line is what only the reader unwraps: a colour, an entity, a tag, a line end of
/// another system, or a dump whose header ends with "]:" or has a place behind "] ".
bool may_be_wrapped(std::string_view line) noexcept;

}  // namespace gowhy
