// Crowds: goroutines that do the same at the same line of the user's own code and were started at
// the same place. A leak, a pool, a burst and a queue are all crowds; when they were born, by whom,
// and whether those still run tells them apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "births.h"
#include "finding.h"
#include "model.h"
#include "stack_facts.h"

namespace gowhy {

/// What is known of the goroutines that started a crowd: `created by F in goroutine N`, Go 1.21+.
struct Creators {
  std::uint64_t known = 0;     ///< members whose creator's id is printed
  std::uint64_t distinct = 0;  ///< different creators
  /// Different calls that started them: a creator each, and of those that send the requests of
  /// connections of net/http's server, which serves one after the other.
  std::uint64_t calls = 0;
  /// Members whose creator is not in the dump any more, or has left the function that started them.
  std::uint64_t left = 0;
  /// Members that another one shares the call with.
  std::uint64_t siblings = 0;
  /// In the order of their ids, members whose creator is not that of the one before: a loop starts
  /// all of its own in a row, and a connection of net/http serves one request after the other. Only
  /// counted where all have left.
  std::uint64_t turns = 0;
  /// Members whose creator is still in the function that started them, in WaitGroup.Wait.
  std::uint64_t awaited = 0;
  /// Members, eight at most for each creator, whose creator has left that function but is still in
  /// the user's own code, not in main: it may hold the channel that the function returned.
  std::uint64_t kept = 0;
  /// Members that main itself started: once, for as long as the process lives.
  std::uint64_t by_main = 0;
  /// Members whose creator has waited for at least 2 minutes longer than they have: they were born
  /// before that wait began, so they have moved since.
  std::uint64_t moved = 0;

  /// Several goroutines started them by turns: separate calls, if not loops at the same time.
  [[nodiscard]] bool by_turns() const noexcept { return distinct >= 3 && turns * 2 >= known; }
};

struct Crowd {
  Operation op = Operation::unknown;
  bool nil_channel = false;
  bool leaked = false;  ///< all of them carry (leaked)
  bool yields = false;  ///< a library called the user's code and sends what that yields to it
  bool handler =
      false;  ///< a library called the user's code: an HTTP handler, not a `go` statement
  std::uint32_t site = kNone;        ///< frame id, first own frame
  std::uint32_t created_by = kNone;  ///< frame id
  std::vector<std::uint32_t> groups;
  std::uint64_t count = 0;
  Ages ages;
};

/// Crowds whose members wait themselves, with no library between the operation and the own line,
/// for one of `operations`. Known background roles, main and the writer of the dump are left out.
std::vector<Crowd> crowds_in(const Model& model,
                             std::initializer_list<Operation> operations) noexcept;

/// True for the name of a loop that waits for its next job, such as run, loop, worker or pump.
bool named_as_loop(const Function& function) noexcept;

/// True for the name of a loop, or of a function that waits for the next item of a queue, such as
/// get, pop or take.
bool named_as_taker(const Function& function) noexcept;

/// The user's own function that started a crowd, also if it did so through a library, as errgroup's
/// Go: then the function whose closure was started. "" when not printed.
std::string_view starter_of(const Model& model, const Crowd& crowd) noexcept;

/// The frame is of a function of their own that starts whatever it is given, as one that counts its
/// goroutines: it has always returned, and who called it is not printed.
bool starts_what_it_is_given(const Model& model, std::uint32_t created_by) noexcept;

/// Started by main, its goroutine, or the initialisation of a package: once for each process.
bool started_once(const Model& model, const Crowd& crowd) noexcept;

/// Some that were started among them run the same function and are in the middle of something: one
/// for eight, or more. Then these wait for their next turn. False where no ids are printed.
bool siblings_work(const Model& model, const Crowd& crowd) noexcept;

/// Linear in the members and, once per call, in the goroutines of the snapshot.
Creators creators_of(const Model& model, const Crowd& crowd) noexcept;

/// Requests in progress, and workers in the middle of a piece of work. Requests that receive from a
/// channel count where somebody works on it: else they may wait for the very goroutines that are
/// stuck, and end none of them.
std::uint64_t calls_in_progress(const Model& model) noexcept;

/// One goroutine started them all, one after the other: a pool, or the workers of as many objects,
/// made when the process started. A leak has as many creators as calls, or gaps between.
bool made_in_a_row(const Creators& creators, const Births& births, std::uint64_t count) noexcept;

/// How many goroutines one call left behind.
enum class Litter : std::uint8_t { unknown, one, several };
Litter litter_of(const Model& model, const Crowd& crowd, const Creators& creators) noexcept;

/// "started by `main.(*Store).open` (store.go:31)", "" if no creator is printed.
std::string started_by(const Model& model, const Crowd& crowd);

/// The members' own function takes one interface, as a context is, that all share: two words, one
/// in the program's data and one in the heap, in front. Nothing else that all share is among its
/// arguments: neither a receiver nor a channel, from which a worker would receive.
bool waits_with_context_alone(const Model& model, const Crowd& crowd) noexcept;

}  // namespace gowhy
