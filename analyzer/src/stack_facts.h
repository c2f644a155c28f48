// Small questions about one stack, asked by many causes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "model.h"

namespace gowhy {

/// Goroutine 1, or one that runs main.main.
bool is_main(const Model& model, const GroupFacts& facts) noexcept;

/// main in `select {}`, which keeps a program of goroutines running. Nothing can wake it, and the
/// leak profile says so (Go 1.26+), but it is what its author wanted. A leak profile with debug=1
/// or 0 shows no more than that it waits in a select.
bool is_parked_main(const Model& model, const GroupFacts& facts) noexcept;

/// A library calls the user's code, as net/http does a handler: the oldest frame that is not the
/// runtime's is not the user's own.
bool runs_library_code(const Model& model, const GroupFacts& facts) noexcept;

/// A library runs the user's own code, which is neither main nor a goroutine that the tables know:
/// as a rule a request in progress.
bool is_request(const Model& model, const GroupFacts& facts) noexcept;

/// "main.f.func1" is one of "main.f".
inline bool is_closure(std::string_view name, std::string_view of) noexcept {
  return name.size() > of.size() && name[of.size()] == '.' && name.substr(0, of.size()) == of;
}

/// The initialisation of a package, of a variable or in an init function, or a closure of it:
/// "pkg.init", "pkg.init.0", "pkg.init.0.func1". A function called initDB is none, nor is a method.
inline bool is_package_init(const Function& function) noexcept {
  return function.receiver.empty() &&
         (function.base == "init" || function.base.substr(0, 5) == "init.");
}

/// The oldest call of the user's own code; null if there is none.
const Function* own_entry_function(const Model& model, const GroupFacts& facts) noexcept;

/// The frame of the oldest call of the user's own code; kNone if there is none.
std::uint32_t own_entry_frame(const Model& model, const GroupFacts& facts) noexcept;

/// The function or a closure of it is on the stack; the wrapper that the compiler makes of its own
/// `go` statement (main.f.func1 created by main.f, to Go 1.21) does not count.
bool on_stack(const Model& model, const GroupFacts& facts, std::string_view name) noexcept;

/// The goroutine with this number is in the dump and has a frame of the user's own code.
bool works_in_own_code(const Model& model, std::uint64_t id) noexcept;

/// Goroutines in the snapshot that have the function `name` on their stack, whatever it calls.
std::uint64_t inside(const Model& model, std::string_view name) noexcept;

/// Goroutines in the snapshot that have `name` itself on their stack, and not only a closure of it,
/// which may have been started by a call that is over.
std::uint64_t in_call_of(const Model& model, std::string_view name) noexcept;

/// Frame `at` stands further on in the function of frame `line`: who is there has passed that line.
bool is_past(const Model& model, std::uint32_t at, std::uint32_t line) noexcept;

/// Where a goroutine stands in its own code, else in that of the library that has it: a frame,
/// kNone if it is all the standard library's.
std::uint32_t telling_frame(const Model& model, const GroupFacts& facts) noexcept;

/// How many goroutines the groups hold together.
std::uint64_t goroutines_in(const Model& model, std::span<const std::uint32_t> groups) noexcept;

/// The runtime or the test says itself that nothing moves: all goroutines are asleep, a test timed
/// out.
bool stands_still(const Model& model) noexcept;

/// By the name of a function of the user's own, of its type or its package, something is tried
/// again: such a loop has an end of its own, success or as many attempts as its maker wanted.
bool tries_again(const Model& model, const GroupFacts& facts) noexcept;
inline constexpr std::string_view kTriesAgain =
    "1 name on their stacks says that something is tried again: that ends with success, or after "
    "some attempts";

/// The user's function that started the goroutine. Where a helper such as sync.(*WaitGroup).Go or
/// errgroup's did it for others, `created by` names only that; then it is the function in which the
/// closure was written, "" if it was none.
std::string_view starter_of(const Model& model, const GroupFacts& facts) noexcept;

/// True if the function's own name, without package, type and closures, contains one of the words;
/// letters compare without case.
bool named_like(std::string_view base, std::initializer_list<std::string_view> words) noexcept;

}  // namespace gowhy
