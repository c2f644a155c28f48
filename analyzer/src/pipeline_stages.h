// Stages of pipelines: each call starts one goroutine for each stage, the first stage first.
#pragma once

#include "crowds.h"

namespace gowhy {

/// Each goroutine that started one of `earlier` started one of `later` after it, in another
/// function of the same package: stages of one pipeline each, of which the earlier ones wait
/// because the later ones do. False where no creators or ids are printed. Linear in the members.
bool feeds(const Model& model, const Crowd& earlier, const Crowd& later) noexcept;

}  // namespace gowhy
