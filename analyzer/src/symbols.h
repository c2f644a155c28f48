// Interned names: strings, functions, files, frames and the trie of stacks.
//
// A dump repeats itself: 26,000 goroutines have 1,000 different stacks. Everything that is text is
// stored once and named by a number, so that a goroutine costs a few dozen bytes and a stack is one
// node of a trie (root = top of the stack, the newest call; a node's parent is the frame above it).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace gowhy {

inline constexpr std::uint32_t kNone = 0xFFFFFFFFu;

/// Where code comes from. `main` is the user's own module (inferred by the model, see own_code.h).
enum class Origin : std::uint8_t { stdlib, runtime, main, module, cgo, unknown };

/// Bump allocator for text; a view it returns lives as long as the arena.
class Arena {
 public:
  std::string_view copy(std::string_view text) noexcept;
  /// One text behind the other, and `spare` bytes behind both, which are not cleared.
  char* copy_pair(std::string_view first, std::string_view second, std::size_t spare) noexcept;
  [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }

 private:
  char* room(std::size_t size) noexcept;

  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = 0, capacity_ = 0, bytes_ = 0;
};

/// Open-addressing set of numbers keyed by a 64-bit hash; the owner compares the real keys.
class HashIndex {
 public:
  /// Calls `equal(value)` for candidates; returns the value found or kNone.
  template <typename Equal>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, Equal equal) const noexcept {
    if (slots_.empty()) return kNone;
    std::size_t mask = slots_.size() - 1;
    auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
      const Slot& slot = slots_[i];
      if (slot.value == kNone) return kNone;
      if (slot.tag == tag && equal(slot.value)) return slot.value;
    }
  }
  void insert(std::uint64_t hash, std::uint32_t value) noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return count_; }
  void clear() noexcept;

 private:
  struct Slot {
    std::uint32_t tag = 0, low = 0, value = kNone;
  };
  void grow() noexcept;
  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

std::uint64_t hash_bytes(std::string_view text) noexcept;
std::uint64_t hash_pair(std::uint64_t a, std::uint64_t b) noexcept;

/// A function as Go prints it, taken apart (names.h). All views live in the Symbols' arena.
struct Function {
  /// As printed, arguments removed, e.g. net/http.(*conn).serve; of a vendored package what stands
  /// behind `vendor/`, so that a library is known wherever its copy lies (GOPATH builds print
  /// example.org/app/vendor/google.golang.org/grpc.(*ClientConn).Close).
  std::string_view name;
  std::string_view package;   ///< import path with %2e decoded, e.g. gopkg.in/yaml.v3
  std::string_view receiver;  ///< type name without * and brackets, "" for a plain function
  std::string_view base;      ///< the rest: method or function, with .func1 and the like
  bool pointer_receiver = false;
  bool method_value = false;        ///< ends in -fm
  bool generic = false;             ///< has type arguments
  int closure_depth = 0;            ///< number of .funcN / .gowrapN / .deferwrapN parts
  Origin origin = Origin::unknown;  ///< by the name alone: stdlib, runtime, cgo or unknown
  std::uint8_t kept_words = 1;      ///< how many argument words of its frames are kept
  std::uint16_t vendored_in = 0;    ///< bytes that stand before name: example.org/app/vendor/

  /// The whole name, as printed.
  [[nodiscard]] std::string_view printed_name() const noexcept {
    return {name.data() - vendored_in, name.size() + vendored_in};
  }
  [[nodiscard]] std::string_view printed_package() const noexcept {
    return {package.data() - vendored_in, package.size() + vendored_in};
  }
};

/// One line of a stack: function and place.
struct Frame {
  enum Kind : std::uint8_t { call, created_by, elided };
  std::uint32_t function = kNone;
  std::uint32_t file = kNone;  ///< string id of the path as printed, kNone when missing
  std::uint32_t line = 0;
  Kind kind = call;
  bool inlined = false;    ///< printed as F(...)
  std::string_view place;  ///< `file:line` as printed
};

/// A frame as the reader predicts it: its text in one piece, the function's name, the place, and
/// what stood behind it lately, ` +0x1d\n`.
struct FrameText {
  static constexpr std::size_t kRest = 16;

  [[nodiscard]] char* rest() const noexcept { return text + name + place; }

  char* text = nullptr;
  std::uint16_t name = 0, place = 0;  ///< lengths; both 0 where they are too long, or not known
  Frame::Kind kind = Frame::call;
  bool inlined = false;
  std::uint8_t kept_words = 0;     ///< of its function
  std::uint8_t rest_size = 0;      ///< of kRest bytes, which are readable
  std::uint32_t follower = kNone;  ///< the frame that stood below it lately
};

/// A stack, seen from its newest frame down to this one.
struct StackNode {
  std::uint32_t parent = kNone;
  std::uint32_t frame = kNone;
  std::uint32_t first_child = kNone;  ///< most nodes have one child or two; others are indexed
  std::uint32_t second_child = kNone;
  std::uint32_t last_group = kNone;  ///< the group of this stack that was met last
  std::uint16_t depth = 0;           ///< frames from the top down to here, this one included
  std::uint8_t first_tag = 0;        ///< the low byte of the first child's frame
  bool branches : 1 = false;         ///< there are more than two children
  bool several_groups : 1 = false;   ///< more than one group has this stack
};
static_assert(sizeof(StackNode) == 24, "all-different stacks have as many as they have frames");

/// Owns all interned text. Not copyable; ids stay valid for its life.
class Symbols {
 public:
  Symbols() noexcept;

  std::uint32_t string(std::string_view text) noexcept;
  [[nodiscard]] std::string_view text(std::uint32_t id) const noexcept {
    return id == kNone ? std::string_view{} : strings_[id];
  }
  [[nodiscard]] std::size_t string_count() const noexcept { return strings_.size(); }
  /// kNone if that text was never seen.
  [[nodiscard]] std::uint32_t find_string(std::string_view text) const noexcept;

  std::uint32_t function(std::string_view name) noexcept;
  [[nodiscard]] const Function& function_at(std::uint32_t id) const noexcept {
    return functions_[id];
  }
  /// The id of a function by its printed name, kNone if no frame has it.
  [[nodiscard]] std::uint32_t find_function(std::string_view name) const noexcept;
  [[nodiscard]] std::size_t function_count() const noexcept { return functions_.size(); }

  /// `place` is `file:line` (or a bare file); "" when the frame has none.
  std::uint32_t frame(std::uint32_t function, std::string_view place, Frame::Kind kind,
                      bool inlined) noexcept;
  [[nodiscard]] const Frame& frame_at(std::uint32_t id) const noexcept { return frames_[id]; }
  [[nodiscard]] const FrameText& frame_text(std::uint32_t id) const noexcept { return texts_[id]; }
  FrameText& frame_text(std::uint32_t id) noexcept { return texts_[id]; }
  [[nodiscard]] std::size_t frame_count() const noexcept { return frames_.size(); }

  /// The child of `node` (0 is the root) for `frame`, or kNone.
  [[nodiscard]] std::uint32_t find_child(std::uint32_t node, std::uint32_t frame) const noexcept;
  /// The same, made if new.
  std::uint32_t child(std::uint32_t node, std::uint32_t frame) noexcept;
  /// A child of `node` for `frame`, which has none.
  std::uint32_t add_child(std::uint32_t node, std::uint32_t frame) noexcept;
  [[nodiscard]] const StackNode& node(std::uint32_t id) const noexcept { return nodes_[id]; }
  StackNode& node(std::uint32_t id) noexcept { return nodes_[id]; }
  [[nodiscard]] std::size_t node_count() const noexcept { return nodes_.size(); }
  /// The node below `node` by these frames, newest first; what is new of them is made.
  std::uint32_t descend(std::uint32_t node, std::span<const std::uint32_t> frames) noexcept;
  /// The frame ids from the top of the stack down to `node`.
  void frames_of(std::uint32_t node, std::vector<std::uint32_t>& out) const noexcept;

  /// Gives a string or a function another text, for redaction: whoever has its id sees the new one.
  /// Looking it up by the old text no longer finds it.
  void rename_string(std::uint32_t id, std::string_view text) noexcept;
  void rename_function(std::uint32_t id, std::string_view name) noexcept;

  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  FrameText text_of(const Frame& frame) noexcept;

  Arena arena_;
  std::vector<std::string_view> strings_;
  std::vector<Function> functions_;
  std::vector<Frame> frames_;
  std::vector<FrameText> texts_;  // by frame
  std::vector<StackNode> nodes_;
  HashIndex string_index_, function_index_, frame_index_, node_index_;
};

}  // namespace gowhy
