// Which Go release printed a dump: inferred from what the text lets slip.
//
// Sources, strongest first: paths that name a release; lines of the standard library (go_lines.h);
// functions that exist only in some releases; wait reasons, header marks and argument syntax; the
// range of heap addresses. No single one is trusted against several others.
#pragma once

#include <cstdint>
#include <string>

#include "dump.h"

namespace gowhy {

/// A range of minor releases of Go 1 that holds the one that printed the dump.
struct GoVersion {
  int min_minor = 0;     ///< 12 for Go 1.12; meaningless unless known
  int max_minor = 0;     ///< the newest that fits; above the newest known release never
  bool known = false;    ///< false when the dump says nothing about its release
  std::string evidence;  ///< one sentence that names the decisive facts, with full stop
};

/// Infers the release from one snapshot. Linear in the distinct frames, plus one look at each
/// record; allocates nothing per goroutine.
GoVersion infer_go_version(const Dump& dump, std::uint16_t snapshot) noexcept;

}  // namespace gowhy
