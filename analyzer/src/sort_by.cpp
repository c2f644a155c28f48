#include "sort_by.h"

namespace gowhy {

std::vector<std::uint32_t> stable_order(std::size_t size, AskLess less, const void* list) noexcept {
  std::vector<std::uint32_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = static_cast<std::uint32_t>(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return less(list, a, b); });
  return order;
}

void sort_numbers(std::vector<std::uint64_t>& numbers) noexcept {
  sort_by(numbers, [](std::uint64_t number) { return number; });
}

void sort_minutes(std::vector<std::int32_t>& minutes) noexcept {
  sort_by(minutes, [](std::int32_t minute) { return static_cast<std::uint64_t>(minute); });
}

void keep_distinct(std::vector<std::uint32_t>& numbers) noexcept {
  sort_by(numbers, [](std::uint32_t number) { return number; });
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace gowhy
