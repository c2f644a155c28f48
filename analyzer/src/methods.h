// The types whose methods functions are.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model.h"

namespace gowhy {

/// "main.(*Coupons)" of "main.(*Coupons).Redeem.func1", "" for a plain function.
std::string_view method_type(const Function& function) noexcept;

/// Ids of the functions that are methods of the type; found once for all types.
std::span<const std::uint32_t> methods_of(const Model& model, std::string_view type) noexcept;

}  // namespace gowhy
