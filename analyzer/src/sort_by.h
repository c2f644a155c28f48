// Sorting what there may be a million of: ids and minutes of goroutines.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gowhy {

/// Sorts by key(item), a std::uint64_t; items of equal keys keep their order. Goroutines stand in a
/// dump nearly in the order of their ids, so that is asked first; large lists are then sorted digit
/// by digit, in as many passes as the largest key needs.
template <typename T, typename Key>
void sort_by(std::vector<T>& items, Key key) noexcept {
  constexpr unsigned kDigit = 11;
  constexpr std::size_t kDigits = std::size_t{1} << kDigit, kFew = 1024;
  const auto less = [&](const T& a, const T& b) { return key(a) < key(b); };
  if (std::is_sorted(items.begin(), items.end(), less)) return;
  if (items.size() < kFew) {
    std::stable_sort(items.begin(), items.end(), less);
    return;
  }
  std::uint64_t largest = 0;
  for (const T& item : items) largest = std::max<std::uint64_t>(largest, key(item));
  std::vector<T> other(items.size());
  std::vector<std::size_t> next(kDigits);
  for (unsigned shift = 0; shift < 64 && largest >> shift != 0; shift += kDigit) {
    const auto digit = [&](const T& item) {
      return static_cast<std::size_t>(key(item) >> shift) & (kDigits - 1);
    };
    std::fill(next.begin(), next.end(), 0);
    for (const T& item : items) ++next[digit(item)];
    std::size_t begin = 0;
    for (std::size_t& at : next) {
      const std::size_t count = at;
      at = begin;
      begin += count;
    }
    for (const T& item : items) other[next[digit(item)]++] = item;
    items.swap(other);
  }
}

}  // namespace gowhy
