// A stack read line by line, newest call first, into the trie of Symbols. For the small formats
// (race, goleak, go-deadlock, Delve, text profiles); the traceback reader predicts instead.
#pragma once

#include <cstdint>
#include <string_view>

#include "symbols.h"

namespace gowhy {

/// Holds only ids, so the lines given to it may go away. The Symbols must outlive it.
class StackBuilder {
 public:
  explicit StackBuilder(Symbols& symbols) noexcept : symbols_(symbols) {}

  void clear() noexcept;

  /// A call whose place follows as `place`, on this or the next line.
  void call(std::string_view name, bool inlined = false) noexcept;
  /// The function that started the goroutine; its place may follow.
  void created_by(std::string_view name) noexcept;
  /// `file:line` of the call or creator before it; without one it is dropped.
  void place(std::string_view file_line) noexcept;
  /// A call that has its frame already.
  void push(std::uint32_t frame) noexcept;
  /// Frames are missing here.
  void elided() noexcept;

  /// Takes a line as runtime/traceback.go prints it: call, place, `created by`, elided mark. False
  /// if it is none of them.
  bool take(std::string_view line) noexcept;

  [[nodiscard]] bool wants_place() const noexcept { return pending_ != kNone; }
  [[nodiscard]] bool empty() const noexcept {
    return node_ == 0 && pending_ == kNone && creator_ == kNone;
  }

  /// What was read; a call that got no place is a frame without one.
  struct Stack {
    std::uint32_t node = 0;            ///< trie node of the oldest call, 0 without frames
    std::uint32_t created_by = kNone;  ///< frame id
    std::uint64_t creator = 0;         ///< "in goroutine N", 0 when not printed
  };
  Stack finish() noexcept;

 private:
  void settle(std::string_view file_line) noexcept;

  Symbols& symbols_;
  std::uint32_t node_ = 0;
  std::uint32_t creator_ = kNone;
  std::uint32_t pending_ = kNone;  // function whose place is not known yet
  std::uint64_t creator_id_ = 0;
  Frame::Kind kind_ = Frame::call;
  bool inlined_ = false;
};

/// True for a line that begins a traceback: a goroutine's header, a panic, a fatal error, a signal.
/// Formats that stay open between their reports give way to it.
bool begins_traceback(std::string_view line) noexcept;

}  // namespace gowhy
