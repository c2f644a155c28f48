// What the readers produce: goroutines, groups, snapshots, events and notes, all formats alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "symbols.h"

namespace gowhy {

/// The marks of a goroutine header that are not its state.
enum GroupFlag : std::uint8_t {
  kLeaked = 1,          ///< "(leaked)": the goroutine leak profile proved it, Go 1.26+
  kLockedToThread = 2,  ///< ", locked to thread"
  kScan = 4,            ///< "(scan)"
  kDurable = 8,         ///< "(durable)": blocked inside its synctest bubble, Go 1.25+
};

/// What the text of a snapshot shows anywhere, kept because it tells the Go release (go_version.h).
enum TextMark : std::uint8_t {
  kAggregates = 1,      ///< an argument list with braces, `f({0x1, 0x2})`: Go 1.17+
  kStaleArguments = 2,  ///< an argument with `?`: Go 1.18+
  kPointers = 4,        ///< a header with `gp=0x…`: Go 1.22+
};

/// A word of an argument list that may be a pointer.
struct Arg {
  std::uint64_t packed;  ///< address 48 bits | frame 7 | slot 4 | stale 1
  /// Any word: room for millions of them is not written twice.
  Arg() noexcept {}
  explicit Arg(std::uint64_t bits) noexcept : packed(bits) {}
  static Arg make(std::uint64_t address, unsigned frame, unsigned slot, bool stale) noexcept {
    return Arg((address & 0xFFFFFFFFFFFFull) | (std::uint64_t{frame & 127u} << 48) |
               (std::uint64_t{slot & 15u} << 55) | (std::uint64_t{stale ? 1u : 0u} << 59));
  }
  [[nodiscard]] std::uint64_t address() const noexcept { return packed & 0xFFFFFFFFFFFFull; }
  [[nodiscard]] unsigned frame() const noexcept { return (packed >> 48) & 127u; }
  [[nodiscard]] unsigned slot() const noexcept { return (packed >> 55) & 15u; }
  /// Printed with `?`: the register may have been reused (Go 1.18+).
  [[nodiscard]] bool stale() const noexcept { return ((packed >> 59) & 1u) != 0; }
};

/// Room for `more` in a list that may hold millions. It grows fourfold up to 64 MB: what is not yet
/// used of it costs no memory, but what it leaves behind when it moves does.
template <typename T>
void make_room(std::vector<T>& list, std::size_t more) noexcept {
  constexpr std::size_t kFew = (std::size_t{1} << 18) / sizeof(T), kMany = kFew * 256;
  if (list.capacity() - list.size() >= more || list.size() < kFew || list.size() >= kMany) return;
  list.reserve(list.size() * 4 + more);
}

template <typename T>
void add_in_place(std::vector<T>& list, const T& item) noexcept {
  make_room(list, 1);
  list.push_back(item);
}

/// One goroutine as printed; there may be millions.
struct Record {
  std::uint64_t id = 0;       ///< 0 when none is printed
  std::uint64_t creator = 0;  ///< "in goroutine N" (Go 1.21+), 0 when not printed
  std::uint64_t offset = 0;   ///< of its first byte in the decoded input
  std::uint32_t length = 0;   ///< bytes to its end
  std::uint32_t group = kNone;
  std::int32_t minutes = -1;     ///< printed wait, -1 when none
  std::uint32_t args = 0;        ///< first of its arguments in Dump::args
  std::uint32_t labels = kNone;  ///< string id of the label set as JSON, kNone without
  std::uint16_t snapshot = 0;
  std::uint16_t arg_count : 14 = 0;
  bool extra : 1 = false;      ///< goroutine 0, ancestor section or repeat: shown, not counted
  bool in_bubble : 1 = false;  ///< of synctest

  static constexpr std::size_t kMostArgs = (1u << 14) - 1;  ///< a stack keeps 2,048 at most
};
static_assert(sizeof(Record) == 48, "it decides how much memory a large dump takes");

/// Goroutines of equal state, flags, frames and creator. Interned over all snapshots.
struct Group {
  std::uint32_t stack = 0;           ///< trie node of the oldest call frame (creator not included)
  std::uint32_t created_by = kNone;  ///< frame id, kind created_by
  std::uint32_t state = kNone;       ///< string id of the runtime's word, kNone in profiles
  std::uint8_t flags = 0;
  std::uint64_t first_offset = 0;
};

/// N goroutines of a profile record (debug=1, debug=0) or of a Delve group.
struct Sample {
  std::uint32_t group = kNone;
  std::uint64_t count = 0;
  std::uint32_t labels = kNone;
  std::uint16_t snapshot = 0;
};

/// The runtime calls that a text profile prints as addresses only, newest first (parked_calls.h).
struct HiddenCalls {
  std::uint32_t group = kNone;
  std::uint32_t depth = 0;  ///< 2 or 3
  std::uint64_t pc[3] = {};
};

enum class Format : std::uint8_t {
  none,
  traceback,
  profile_text,
  profile_proto,
  race,
  delve,
  goleak
};

/// One dump: an input, or one of several dumps inside an input.
struct Snapshot {
  std::uint32_t input = 0;
  Format format = Format::none;
  std::uint64_t offset = 0;      ///< where it begins in its input
  std::uint64_t goroutines = 0;  ///< counted as the contract says
  bool leak_profile = false;     ///< goroutineleak: debug=1/0 hold only the leaked
  std::uint8_t marks = 0;        ///< TextMark bits
  bool crash = false;            ///< a panic, fatal error, signal or test time-out introduced it
  bool cut = false;              ///< a part of a list, a profile or the last stack is missing
  bool newest_first = false;     ///< its lines stand in reverse order, so its stacks are not known
};

struct Input {
  std::string name;
  std::uint64_t bytes = 0;
  std::uint16_t first_snapshot = 0, snapshots = 0;
};

/// Something the text says beside the stacks.
struct Event {
  enum Kind : std::uint8_t { panic, fatal, signal, test_timeout, race, exit };
  Kind kind = panic;
  std::string message;
  /// What was printed with it, line by line: "PC=0x… m=0 sigcode=0", "signal arrived during cgo
  /// execution", "runtime: goroutine stack exceeds 1000000000-byte limit".
  std::string detail;
  std::uint64_t goroutine = 0;  ///< 0 when unknown
  std::uint16_t snapshot = 0;
  bool logged = false;  ///< from a log line: somebody recovered the panic and the process lived
  std::uint64_t line = 0;
};

/// One access or creation of a race report, or one half of a go-deadlock report: a titled stack.
struct Section {
  std::string title;  ///< "Previous write at 0x… by goroutine 7"
  std::uint32_t group = kNone;
  std::uint32_t report = 0;  ///< sections of one report share it
  std::uint64_t address = 0;
};

/// A remark for the reader of the report; places beyond 100 are only counted.
struct Note {
  std::string code, text;
  std::uint64_t line = 0;  ///< 1-based line of the decoded input, 0 for none
  std::uint64_t count = 1;
};

/// A test named by `running tests:`, `--- FAIL` or a stack, with its duration as printed.
struct RunningTest {
  std::string name, duration;
};

/// Everything read of all inputs.
struct Dump {
  Symbols symbols;
  std::vector<Group> groups;
  HashIndex group_index;  ///< of groups that share a stack, kept by intern_group (groups.h)
  std::vector<Record> records;
  std::vector<Arg> args;
  std::vector<Sample> samples;
  std::vector<HiddenCalls> hidden_calls;
  std::vector<Snapshot> snapshots;
  std::vector<Input> inputs;
  std::vector<Event> events;
  std::vector<Section> sections;
  std::vector<RunningTest> running_tests;
  std::vector<Note> notes;
  std::uint64_t bytes = 0;
};

}  // namespace gowhy
