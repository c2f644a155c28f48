// Panics, fatal errors and fatal signals with the goroutine that met them and the frame that did
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model.h"

namespace gowhy {

/// One panic of a chain, as runtime.printpanics prints it (panic.go, Go 1.9 to 1.27).
struct Panic {
  std::string_view text;   ///< without the marks; may have several lines
  bool recovered = false;  ///< "[recovered]": a deferred function caught it and panicked again
};

/// A crash of the described snapshot.
struct Crash {
  Event::Kind kind = Event::panic;
  bool logged = false;  ///< recovered, for instance by net/http; the process lives on
  /// The panic that began it comes first: "panic: first [recovered]\n\tpanic: second". One element
  /// for a fatal error or a signal.
  std::vector<Panic> chain;
  bool unannounced = false;  ///< known by its stack alone: the message is not in the text
  /// "SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x…" when a fault caused the panic.
  std::string_view fault;
  std::string_view detail;       ///< Event::detail
  std::uint32_t group = kNone;   ///< group index of its goroutine, kNone if that is not printed
  std::uint32_t record = kNone;  ///< its goroutine
  int at = -1;    ///< position of the frame in which it happened, the runtime's own left out
  int site = -1;  ///< position of the first frame of the user's own code from there on

  [[nodiscard]] std::string_view text() const noexcept {
    return chain.empty() ? std::string_view{} : chain.front().text;
  }
};

/// All crashes in the order of the text, found once for all causes that ask. The views live as long
/// as the model's dump.
const std::vector<Crash>& crashes_of(const Model& model) noexcept;

/// The frame of the user's own code that crashed, or the first frame that is not the runtime's;
/// kNone without a stack.
std::uint32_t crash_frame(const Model& model, const Crash& crash) noexcept;

/// The address of a fault, and whether one is printed.
struct Fault {
  bool known = false;
  std::uint64_t address = 0;
};
Fault fault_of(const Crash& crash) noexcept;

/// ", which `net/http` recovered: the request failed and the process lives" and the like: what the
/// crash meant for the process, as the end of a sentence without its stop.
std::string consequence(const Model& model, const Crash& crash);

/// The message as it is quoted in a sentence: its first line, at most 120 characters, with marks.
std::string quoted_message(const Crash& crash);

/// A watchdog inside the program panicked: its goroutine only reports that others stand still.
bool is_watchdog(const Model& model, const Crash& crash) noexcept;

/// A panic that is another cause's although its text is not in panics.def: a synctest bubble, a
/// check of unsafe code, a watchdog.
bool belongs_elsewhere(const Model& model, const Crash& crash) noexcept;

/// The goroutine is inside C code that it called through cgo.
bool in_c(const Model& model, const Crash& crash) noexcept;

/// Goroutine 1 is printed. It is missing from a dump of all goroutines only if main called
/// runtime.Goexit.
bool has_main_goroutine(const Model& model) noexcept;

/// True if the text shows that goroutine 1 has ended while others are left (runtime.Goexit).
bool main_has_left(const Model& model) noexcept;

/// The test under whose stack the goroutine runs, "" if it is none.
std::string_view test_of(const Model& model, const GroupFacts& facts) noexcept;

}  // namespace gowhy
