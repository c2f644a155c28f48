// Sorting: what there may be a million of, ids and minutes of goroutines, by its digits; and lists
// of larger things by one sort that all of them share. A visitor of the page loads every copy that
// the standard library's templates make, a dozen kilobytes for each kind of list.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace gowhy {

/// Sorts by key(item), a std::uint64_t; items of equal keys keep their order. Goroutines stand in a
/// dump nearly in the order of their ids, so that is asked first; lists that are not short are then
/// sorted digit by digit, in as many passes as the largest key needs.
template <typename T, typename Key>
void sort_by(std::vector<T>& items, Key key) noexcept {
  constexpr unsigned kDigit = 11;
  constexpr std::size_t kDigits = std::size_t{1} << kDigit, kFew = 32;
  bool sorted = true;
  std::uint64_t largest = 0, last = 0;
  for (const T& item : items) {
    const std::uint64_t value = key(item);
    sorted = sorted && value >= last;
    largest = std::max(largest, value);
    last = value;
  }
  if (sorted) return;
  if (items.size() < kFew) {
    for (std::size_t i = 1; i < items.size(); ++i) {
      for (std::size_t k = i; k > 0 && key(items[k]) < key(items[k - 1]); --k) {
        std::swap(items[k], items[k - 1]);
      }
    }
    return;
  }
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

/// Asks whether item `a` of a list stands before item `b`.
using AskLess = bool (*)(const void* list, std::uint32_t a, std::uint32_t b);

/// The indexes 0 to size - 1 in the order of their items; equal ones keep theirs.
std::vector<std::uint32_t> stable_order(std::size_t size, AskLess less, const void* list) noexcept;

/// std::stable_sort of a whole list.
template <typename T, typename Less>
void sort_stably(std::vector<T>& items, const Less& less) noexcept {
  if (items.size() < 2) return;
  struct List {
    const T* items;
    const Less* less;
  } const list{items.data(), &less};
  const AskLess ask = [](const void* given, std::uint32_t a, std::uint32_t b) {
    const List& known = *static_cast<const List*>(given);
    return static_cast<bool>((*known.less)(known.items[a], known.items[b]));
  };
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (std::uint32_t i : stable_order(items.size(), ask, &list)) {
    sorted.push_back(std::move(items[i]));
  }
  items.swap(sorted);
}

/// Addresses or ids of goroutines, ascending.
void sort_numbers(std::vector<std::uint64_t>& numbers) noexcept;

/// Printed waits, none of them negative, ascending.
void sort_minutes(std::vector<std::int32_t>& minutes) noexcept;

/// Sorts, and leaves each number once.
void keep_distinct(std::vector<std::uint32_t>& numbers) noexcept;

}  // namespace gowhy
