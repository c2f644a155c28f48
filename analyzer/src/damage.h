// Crashes in which memory is not what Go code can make of it: faults at odd addresses, signals
// inside C code, inconsistencies that the runtime finds in its own data. Which of several causes it
// is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "crash.h"

namespace gowhy {

enum class Damage : std::uint8_t {
  none,
  heap,           ///< the runtime found pointers or counts that do not fit
  fault,          ///< "unexpected fault address": an address that nobody mapped
  c_fault,        ///< a signal inside C code
  c_abort,        ///< the C library ended the process: "double free or corruption"
  checked,        ///< a check of unsafe or cgo rules failed (checkptr, cgocheck)
  unknown,        ///< the runtime's own state is wrong, in a way that has no name here
  c_resolver,     ///< inside getaddrinfo and its like
  c_environment,  ///< inside C while Go changes the environment
  darwin_calls,   ///< the system calls of an old golang.org/x/sys on macOS
};

/// What kind of damage a crash shows, `none` if it is another kind of crash.
Damage damage_of(const Model& model, const Crash& crash) noexcept;

/// Groups in the middle of os.Setenv and the like.
std::vector<std::uint32_t> changes_environment(const Model& model) noexcept;

/// Position of the frame that calls C ("main._Cfunc_scale"), -1 if there is none.
int c_call(const Model& model, const Crash& crash) noexcept;

/// "sigcode=0" of a signal's details: somebody sent it with kill; a fault has another code.
bool sent_by_kill(const Crash& crash) noexcept;

}  // namespace gowhy
