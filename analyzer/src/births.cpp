#include "births.h"

#include <algorithm>

#include "sort_by.h"
#include "wording.h"

namespace gowhy {
namespace {

// Fewer of anything are not a pattern.
constexpr std::uint64_t kFew = 3;
constexpr std::uint64_t kCloseIds = 64;  // four Ps with 16 ids each

struct Sample2 {
  std::vector<std::uint64_t> ids;
  std::vector<std::int32_t> minutes;
};

Sample2 sample(const Model& model, const std::vector<std::uint32_t>& groups,
               const std::vector<std::uint32_t>& records) {
  Sample2 result;
  auto take = [&](std::uint32_t index) {
    const Record& record = model.dump().records[index];
    result.ids.push_back(record.id);
    if (record.minutes >= 0) result.minutes.push_back(record.minutes);
  };
  if (records.empty()) {
    for (std::uint32_t group : groups) {
      for (std::uint32_t record : model.group(group).records) take(record);
    }
  } else {
    for (std::uint32_t record : records) take(record);
  }
  sort_numbers(result.ids);
  sort_minutes(result.minutes);
  return result;
}

// Goroutines that one loop starts on one P take ids in steps of one, or of k if each turn starts k;
// every 16th time the step is another (runtime.newproc1 takes ids from the P's cache,
// _GoidCacheBatch).
bool born_in_a_loop(const std::vector<std::uint64_t>& ids) {
  if (ids.size() < 3) return false;
  std::size_t steps[5] = {};
  for (std::size_t i = 1; i < ids.size(); ++i) {
    const std::uint64_t step = ids[i] - ids[i - 1];
    if (step < 5) ++steps[step];
  }
  return ids.size() - 1 - *std::max_element(steps + 1, steps + 5) <= ids.size() / 8 + 1;
}

bool ages_are_known(const Births& births) noexcept {
  // A goroutine that began to wait after the last collection prints none: a few may be missing.
  return births.ages.known * 2 >= births.count;
}

// Ages of a leak fill the whole range; one incident leaves a single heap of them.
bool spread_over_time(const std::vector<std::int32_t>& minutes) noexcept {
  const std::int32_t low = minutes.front(), high = minutes.back();
  if (high - low < 2 || (high - low) * 10 < high * 3) return false;
  const std::size_t n = minutes.size();
  const std::int32_t lower = minutes[n / 4], upper = minutes[n - 1 - n / 4];
  return n < 8 || (upper - lower) * 5 >= high - low;
}

std::string words_for(const Births& births, const Sample2& sample) {
  std::string text;
  if (ages_are_known(births)) {
    const bool all = births.ages.known == births.count;
    text = births.ages.min == births.ages.max
               ? (all ? "all " + number(births.count)
                      : number(births.ages.known) + " of " + number(births.count)) +
                     " have waited for " + time_span(births.ages.max)
               : "ages spread from " + time_span(births.ages.min) + " to " +
                     time_span(births.ages.max);
  }
  if (sample.ids.size() > 1 && sample.ids.back() > 0) {
    if (!text.empty()) text += ", ";
    text += births.contiguous ? "ids lie close together (" : "ids are spread (";
    text += number(sample.ids.front()) + " to " + number(sample.ids.back()) + ")";
  }
  return text;
}

}  // namespace

Births births_of(const Model& model, const std::vector<std::uint32_t>& groups,
                 const std::vector<std::uint32_t>& records) noexcept {
  Births births;
  const Sample2 sampled = sample(model, groups, records);
  births.count = sampled.ids.size();
  if (births.count == 0) {
    for (std::uint32_t group : groups) births.count += model.group(group).count;
    return births;
  }
  if (!sampled.minutes.empty()) {
    births.ages = {sampled.minutes.front(), sampled.minutes[(sampled.minutes.size() - 1) / 2],
                   sampled.minutes.back(), sampled.minutes.size()};
  }
  // 16 ids a P at once; a constructor that starts two or three goroutines a worker leaves gaps too.
  births.contiguous = sampled.ids.back() - sampled.ids.front() <= births.count * 4 + 64;
  births.late = sampled.ids.front() > model.largest_id() / 2;
  births.latest = model.largest_id() >= 1000 &&
                  sampled.ids.front() > model.largest_id() - model.largest_id() / 10;
  births.in_a_loop = born_in_a_loop(sampled.ids);
  const bool aged = ages_are_known(births);
  if (births.count == 1) {
    births.kind = Births::single;
  } else if (aged && births.count >= 4 && spread_over_time(sampled.minutes)) {
    births.kind = Births::leak;
    // The youngest of a leak have no minutes yet: the range is the whole age.
    births.since_minutes = births.ages.max;
    births.per_minute = static_cast<double>(births.count) / std::max(1, births.ages.max);
  } else if (aged && births.ages.known * 10 >= births.count * 8 &&
             births.ages.max - births.ages.min <= std::max(2, births.ages.max / 10)) {
    births.kind = births.contiguous ? Births::together : Births::stuck;
  } else if (!aged && model.has_minutes() && births.ages.known == 0) {
    births.kind = Births::burst;
  } else if (!aged && births.contiguous) {
    births.kind = Births::together;
  }
  births.words = words_for(births, sampled);
  return births;
}

std::uint64_t woken_in(const Model& model, const std::vector<std::uint32_t>& groups) noexcept {
  std::vector<std::pair<std::uint64_t, std::int32_t>> births;
  for (std::uint32_t group : groups) {
    for (std::uint32_t index : model.group(group).records) {
      const Record& record = model.dump().records[index];
      if (record.id != 0) births.emplace_back(record.id, std::max(record.minutes, 0));
    }
  }
  if (births.size() < 3) return 0;
  sort_by(births, [](const auto& birth) { return birth.first; });
  const std::uint64_t close = std::clamp<std::uint64_t>(
      (births.back().first - births.front().first) / 4, kCloseIds, 16 * kCloseIds);
  std::uint64_t woken = 0;
  std::int32_t longest = -1;  // of all that are so much younger by their ids
  for (std::size_t i = births.size(), later = births.size(); i-- > 0;) {
    while (later > 0 && births[later - 1].first > births[i].first + close) {
      longest = std::max(longest, births[--later].second);
    }
    if (longest - births[i].second >= kMoved) ++woken;
  }
  return woken;
}

namespace {

// The samples of all profiles of the input.
std::vector<std::uint32_t> samples_by_group(const Model& model) {
  const std::vector<Sample>& samples = model.dump().samples;
  return stable_order(
      samples.size(),
      [](const void* list, std::uint32_t a, std::uint32_t b) {
        const auto* items = static_cast<const Sample*>(list);
        return items[a].group < items[b].group;
      },
      samples.data());
}

// What stood at the same waits in each snapshot of the input.
struct History {
  std::vector<std::uint64_t> counts;
  std::vector<std::uint64_t> left;      // those that are not there any more in the last one
  std::vector<std::uint64_t> youngest;  // largest ids
  std::uint64_t oldest_now = UINT64_MAX;
};

History history_of(const Model& model, const std::vector<std::uint32_t>& groups) {
  const Dump& dump = model.dump();
  const std::vector<std::uint32_t>& samples = model.once(samples_by_group);
  History history;
  history.counts.resize(dump.snapshots.size());
  history.left = history.youngest = history.counts;
  for (std::uint32_t group : groups) {
    const GroupFacts& facts = model.group(group);
    // Behind those of the last snapshot lie the others of the same stack (record_order.h).
    std::size_t at = facts.records.empty() ? dump.records.size() : facts.records.front();
    if (!facts.records.empty()) {
      history.oldest_now = std::min(history.oldest_now, dump.records[at].id);
    }
    for (; at < dump.records.size() && dump.records[at].group == facts.group; ++at) {
      const Record& record = dump.records[at];
      if (record.extra) continue;
      ++history.counts[record.snapshot];
      std::uint64_t& youngest = history.youngest[record.snapshot];
      youngest = std::max(youngest, record.id);
      // Ids are never used again: who is at the same wait in the last snapshot has not moved since.
      history.left[record.snapshot] += record.id != 0 && model.group_of_id(record.id) != group;
    }
    auto sample = std::lower_bound(
        samples.begin(), samples.end(), facts.group,
        [&](std::uint32_t i, std::uint32_t wanted) { return dump.samples[i].group < wanted; });
    for (; sample != samples.end() && dump.samples[*sample].group == facts.group; ++sample) {
      history.counts[dump.samples[*sample].snapshot] += dump.samples[*sample].count;
    }
  }
  return history;
}

}  // namespace

Growth growth_of(const Model& model, const std::vector<std::uint32_t>& groups) noexcept {
  Growth growth;
  const std::vector<Snapshot>& snapshots = model.dump().snapshots;
  // A profile and a dump name no group alike: beside one another they are no series.
  if (snapshots.size() < 2 || snapshots.front().format != snapshots.back().format) return growth;
  History history = history_of(model, groups);
  std::vector<std::uint64_t>& counts = growth.counts = std::move(history.counts);
  // Where none were before, as in the report of a race, nothing tells how their number changes.
  std::size_t before = counts.size() - 1;
  while (before > 0 && counts[--before] == 0) {
  }
  // A leak keeps those it had. Where most are others, all of them younger, work goes on, however
  // many wait for it; else these are two processes.
  const bool others = history.left[before] * 2 > counts[before];
  const bool moved_on =
      others && counts[before] >= kFew && history.youngest[before] < history.oldest_now;
  growth.known = counts[before] > 0 && (!others || moved_on);
  if (!growth.known) return growth;
  growth.growing =
      !others && std::is_sorted(counts.begin(), counts.end()) && counts.back() > counts.front();
  growth.moving = others || counts.back() < counts.front();
  return growth;
}

Since started_since(const Model& model, const std::vector<std::uint32_t>& groups) noexcept {
  Since since;
  const Sample2 sampled = sample(model, groups, {});
  const std::size_t count = sampled.ids.size();
  if (count > 0) since.before = sampled.ids[(count - 1) * 7 / 8];
  if (since.before > 0) since.after = model.largest_id() - since.before;
  return since;
}

std::optional<Rate> rate_of(const Model& model, const Births& births,
                            const std::vector<std::uint32_t>& groups) noexcept {
  if (births.kind != Births::leak) return std::nullopt;
  Rate rate{births.per_minute, births.since_minutes,
            number(births.count) + " births over " +
                time_span(static_cast<std::int64_t>(births.since_minutes)) + " of printed waits"};
  const Growth growth = growth_of(model, groups);
  if (growth.growing) rate.basis += ", and the snapshots grow";
  return rate;
}

}  // namespace gowhy
