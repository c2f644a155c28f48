// Who holds what others queue for: the places of a semaphore, the connections of a pool. Whoever
// has one took it in the same function in which the others wait now, and is further down that
// function, or was started by it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "model.h"

namespace gowhy {

/// The function of the user's own code in which this goroutine waits and, if its name contains one
/// of `wrappers` so that it only passes the place on, its caller; without words whatever its name.
/// `facts` must have a site.
std::vector<std::string_view> users_of(
    const Model& model, const GroupFacts& facts,
    std::initializer_list<std::string_view> wrappers = {}) noexcept;

/// Groups that are in one of `users`, or were created by one, and are not among `waiting`. Of a
/// profile, which prints no creators, those that one may have started: its closures, and methods of
/// its type in the middle of something. Ascending. Linear in the groups.
std::vector<std::uint32_t> place_holders(const Model& model,
                                         const std::vector<std::string_view>& users,
                                         const std::vector<std::uint32_t>& waiting) noexcept;

}  // namespace gowhy
