// Whether somebody is at work on what a goroutine has asked of others and waits for.
#pragma once

#include <string_view>

#include "model.h"

namespace gowhy {

/// It waits at a channel or a Cond itself. In a call of a library it is at work: an HTTP request
/// waits in a select as well.
bool waits_by_itself(const GroupFacts& facts) noexcept;

class Answerers {
 public:
  /// Of those who are asked; whoever asks them in turn does not work for them.
  Answerers(const Model& model, std::string_view type) : model_(model), type_(type) {}

  /// It waits in a method of another type that it has called, as an actor that asks another one,
  /// and a goroutine of that type is at work, or one of a type that this asks in turn.
  [[nodiscard]] bool at_work_for(const GroupFacts& facts) noexcept;

 private:
  [[nodiscard]] std::string_view asked_by(const GroupFacts& facts) const noexcept;
  [[nodiscard]] bool any_at_work(std::string_view type) const noexcept;

  const Model& model_;
  std::string_view type_;
  // What was asked last, as a rule by all; for each type all functions are looked at.
  std::string_view last_;
  bool answered_ = false;
  int left_ = 8;
};

}  // namespace gowhy
