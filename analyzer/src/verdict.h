// The first sentence that a reader sees, and whether a restart helps.
#pragma once

namespace gowhy {

class Model;
struct Diagnosis;

/// Fills verdict and restart from the ordered findings.
void say(const Model& model, Diagnosis& diagnosis) noexcept;

}  // namespace gowhy
