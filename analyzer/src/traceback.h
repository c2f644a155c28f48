// Goroutines as the runtime prints them: debug=2, runtime.Stack, panics, fatal errors, SIGQUIT.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "argument_words.h"
#include "brackets.h"
#include "crash_lines.h"
#include "dump.h"
#include "format_reader.h"
#include "frames_by_place.h"
#include "id_set.h"
#include "lines.h"
#include "recent_goroutines.h"
#include "text_block.h"

namespace gowhy {

class Unwrapper;

/// Reads the text of runtime.traceback, goroutine by goroutine. Every goroutine becomes a Record,
/// and only its number of bytes is new: stack, state and creator are interned. What is damaged
/// costs the goroutine it stands in at most: a header opens a goroutine whatever was before it, and
/// a stack that has lost its header becomes a goroutine without an id.
class TracebackReader final : public FormatReader {
 public:
  /// A header, the first line of a crash, or the creator of a goroutine without its header.
  static bool begins(std::string_view line) noexcept;

  TracebackReader(Dump& dump, std::uint16_t snapshot) noexcept;

  /// `ended` when the line begins another dump: an id comes again, or a crash after a whole dump.
  Take line(std::string_view line, const LinePlace& place) noexcept override;
  void end() noexcept override;
  /// The last line has no end and was not understood: the text is cut there.
  void cut_short() noexcept { cut_short_ = true; }

  /// A goroutine is half read: what is not understood now stands inside the dump.
  [[nodiscard]] bool inside() const noexcept {
    return open_ && !blank_ && (created_by_ == kNone || pending_ != kNone);
  }

  /// Reads whole lines from the start of the block as long as they are what a dump looks like, much
  /// faster than line by line (traceback_ahead.cpp) and to the same effect. Stops at lines that the
  /// unwrapper knows to be wrapped. Returns how many lines
  /// and where the first one begins that was not read.
  struct Ahead {
    const char* at = nullptr;
    std::size_t lines = 0;
    bool used = false;  ///< not only empty lines
  };
  Ahead read_ahead(const TextBlock& block, Unwrapper& unwrapper) noexcept;

 private:
  class Runner;
  static constexpr std::uint64_t kSmallestPointer = 4096;
  // The lowest heap of a 64-bit machine: 0xc000… from Go 1.11, 0xc42… before (runtime/malloc.go).
  static constexpr std::uint64_t kSmallestWideHeap = 0xc000000000;

  Take take_header(const HeaderLine& header, const LinePlace& place) noexcept;
  // `line` is `text` without blanks around it; only places look at the indentation.
  bool take_frame_line(std::string_view line, std::string_view text,
                       const LinePlace& place) noexcept;
  bool take_section(std::string_view line, const LinePlace& place) noexcept;
  bool take_c_function(std::string_view line, const LinePlace& place) noexcept;
  void open_goroutine(std::uint64_t id, const LinePlace& place) noexcept;
  void open_headless(const LinePlace& place) noexcept;
  void take_call(const CallLine& call, const LinePlace& place) noexcept;
  void settle(std::string_view file_line) noexcept;
  // `readable` is how far memory may be read behind the arguments.
  void keep_args(std::string_view args, unsigned wanted, const char* readable) noexcept;
  // On a 64-bit machine what has no more than 32 bits points to types and functions, or to a
  // variable of a package: of interest only where it is the receiver.
  // (A number of 64 bits is one word on a 32-bit machine too: 30 s are 0x6fc23ac00.)
  void keep_word(unsigned frame, unsigned slot, unsigned digits, std::uint64_t value,
                 bool stale) noexcept {
    if (keeps(slot, digits, value)) add_in_place(dump_.args, Arg::make(value, frame, slot, stale));
  }
  bool keeps(unsigned slot, unsigned digits, std::uint64_t value) noexcept {
    wide_ = wide_ || (digits <= 12 && value >= kSmallestWideHeap);
    return may_be_pointer(digits) && value >= kSmallestPointer &&
           (slot == 0 || digits > 8 || !wide_);
  }
  void mark_args(std::string_view args) noexcept;
  void close() noexcept;
  void judge_order() noexcept;
  void close_into(std::uint32_t group) noexcept;
  [[nodiscard]] bool other_dump(std::uint64_t id) const noexcept;
  [[nodiscard]] bool ends_early() const noexcept;

  Dump& dump_;
  CrashLines crash_;
  IdSet ids_;
  Brackets brackets_;
  FramesByPlace frames_;
  RecentGoroutines recent_;
  Record record_;           // of the open goroutine
  std::string c_function_;  // a line that is a C function's name if a place with pc= follows
  std::uint64_t end_ = 0, last_line_ = 0, c_line_ = 0;
  std::uint64_t since_crash_ = 0;  // goroutines since the last crash line
  std::uint64_t block_ = 0;        // goroutines that follow each other without other text
  std::uint64_t largest_block_ = 0;
  std::uint64_t headers_below_ = 0;  // right behind a call without its place
  std::uint64_t headless_ = 0;
  std::uint32_t node_ = 0, state_ = kNone, created_by_ = kNone;
  std::uint32_t pending_ = kNone;  // function whose place has not come yet
  std::uint16_t snapshot_;
  std::uint8_t flags_ = 0;
  Frame::Kind pending_kind_ = Frame::call;
  bool pending_inlined_ = false;
  bool wide_ = false;  // addresses of more than 32 bits were seen
  bool open_ = false, blank_ = false, cut_ = false, cut_short_ = false;
  bool has_places_ = false;
  bool crash_section_ = false;  // behind a "-----" of GOTRACEBACK=crash: ids come again
};

}  // namespace gowhy
