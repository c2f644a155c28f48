// The registry of causes, from causes.def and the front matter of their words.
#pragma once

#include <span>
#include <string_view>

#include "finding.h"
#include "gowhy/gowhy.h"
#include "model.h"

namespace gowhy {

/// Looks at the model and adds a Finding for each reason it sees. Pure; knows no other cause.
using Detect = void (*)(const Model& model, Findings& out) noexcept;

/// All detectors, in the order of causes.def; tables of several causes have one for all.
std::span<const Detect> detectors() noexcept;

/// Title, category and severity of a cause, nullptr for an id that is not in causes.def.
const CauseInfo* find_cause(std::string_view id) noexcept;

}  // namespace gowhy
