// What the debugger prints for `goroutines`.
#pragma once

#include <cstdint>
#include <string_view>

#include "dump.h"
#include "format_reader.h"
#include "id_set.h"
#include "stack_builder.h"

namespace gowhy {

/// Reads Delve's list of goroutines, with or without `-t` (stacks), `-l` (labels), `-r`, `-g`, `-s`
/// (other places than the user's), `-group` (pkg/terminal/command.go, Delve 1.6 to 1.27):
///
///     (dlv) * Goroutine 200 - User: ./main.go:33 main.f (0x680ce5) (thread 7) [chan send
///     4001353214211] <tab>0  0x000000000048a02e in runtime.gopark <tab>    at
///     /usr/local/go/src/runtime/proc.go:463 [206 goroutines]
///
/// and in groups, of which the first goroutines only are printed:
///
///     /home/dev/shop/main.go:33 in main.f
///     <tab>  Goroutine 22 - User: …
///     <tab>Total: 12
///
/// Every printed goroutine is a Record; those of a group that are not printed are a Sample of the
/// stack most of the printed ones have, or of no stack. The number in the brackets is the runtime's
/// clock at the start of the wait (g.waitsince, nanoseconds since an unknown moment), so it gives
/// no minutes: a note says how far apart they are.
class DelveReader final : public FormatReader {
 public:
  static bool begins(std::string_view line) noexcept;

  DelveReader(Dump& dump, std::uint16_t snapshot) noexcept;
  Take line(std::string_view line, const LinePlace& place) noexcept override;
  void end() noexcept override;

 private:
  void open_goroutine(std::string_view line, const LinePlace& place) noexcept;
  void take_wait(std::string_view bracket, const LinePlace& place) noexcept;
  bool take_stack_line(std::string_view line) noexcept;
  void close_goroutine() noexcept;
  void close_group(std::uint64_t total) noexcept;
  std::uint32_t group_of_the_rest(std::size_t first, std::size_t printed) noexcept;
  static void place_in(StackBuilder& stack, std::string_view file_line) noexcept;

  Dump& dump_;
  StackBuilder stack_;
  StackBuilder where_;  // the one place of the goroutine's own line, for lists without stacks
  IdSet seen_;
  Record record_;
  std::uint64_t end_ = 0, last_line_ = 0, listed_ = 0, expected_ = 0, not_printed_ = 0;
  std::uint64_t oldest_wait_ = UINT64_MAX, newest_wait_ = 0;
  std::size_t group_first_ = 0;  // first Record of the open group
  std::uint32_t state_ = kNone;
  std::uint16_t snapshot_;
  std::uint8_t flags_ = 0;
  bool in_goroutine_ = false, grouped_ = false, complete_ = false, after_total_ = false;
};

}  // namespace gowhy
