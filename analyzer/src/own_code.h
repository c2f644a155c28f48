// Tells the user's own code from dependencies, the standard library and the runtime.
#pragma once

#include <vector>

#include "dump.h"

namespace gowhy {

/// The origin of every frame of the dump, by frame id. What is neither standard library nor runtime
/// nor cgo is a dependency (Origin::module) if its file carries a module version (`@v1.2.3`), lies
/// under `vendor/`, `/pkg/mod/` or in an external repository of Bazel, or, in a GOPATH tree, under
/// another import path than package main; otherwise it is the user's own (Origin::main). The module
/// of package main is the user's own also where it lies in the module cache, as `go install` leaves
/// it.
std::vector<Origin> origins_of(const Dump& dump) noexcept;

}  // namespace gowhy
