#include "diagnosis.h"

#include <algorithm>
#include <iterator>

#include "extent.h"
#include "rule_findings.h"
#include "sort_by.h"
#include "verdict.h"
#include "wording.h"

namespace gowhy {
namespace {

// By the cause's page (CauseInfo::says). A cause of a rule pack knows the program, and says most.
constexpr int kOwn = static_cast<int>(Says::mechanism) + 1;
constexpr int rank(Says says) noexcept { return static_cast<int>(says); }

// Stands around a cause and is never weighed against one.
bool is_frame(const Diagnosed& one) noexcept { return one.rank <= rank(Says::outcome); }

// Conclude from nobody being seen who holds a lock: not where another finding has the holder.
constexpr std::string_view kResidual[] = {"lock_holder_gone", "mutex_contention"};

// What daemons do as long as nothing happens, and so the lesser story beside an equal number that
// waits for a lock or to send.
constexpr std::string_view kOftenIdle[] = {"chan_receive_blocked", "cond_wait_stuck",
                                           "select_blocked"};

template <typename Range>
bool contains(const Range& range, std::string_view id) noexcept {
  return std::find(std::begin(range), std::end(range), id) != std::end(range);
}

void append(const std::vector<std::uint32_t>& more, std::vector<std::uint32_t>& to) {
  to.insert(to.end(), more.begin(), more.end());
}

class Decider {
 public:
  Decider(const Model& model, const Rules* rules) : model_(model), rules_(rules) {}

  Diagnosis decide() {
    Findings found;
    // In a text that is upside down each stack is another goroutine's.
    if (!model_.snapshot().newest_first) {
      for (Detect detect : detectors()) detect(model_, found);
      if (rules_ != nullptr) find_own_causes(model_, *rules_, found);
    }
    for (Finding& finding : found) take(std::move(finding));
    drop_lesser();
    // Behind what says more: else a lesser finding about the same goroutines would take its place.
    if (rules_ != nullptr) drop_ignored(model_, *rules_, all_, diagnosis_.notes);
    link();
    order();
    say(model_, diagnosis_);
    return std::move(diagnosis_);
  }

 private:
  void take(Finding finding) {
    const CauseInfo* info = info_of(finding.cause);
    if (info == nullptr) return;
    Diagnosed one;
    one.info = info;
    one.rank = find_cause(finding.cause) == nullptr ? kOwn : rank(info->says);
    one.severity = finding.severity.value_or(severity_of(info->severity));
    if (finding.confidence == Confidence::possible) {
      one.severity = std::min(one.severity, Severity::warning);
    }
    if (finding.records.empty()) {
      for (std::uint32_t group : finding.groups) {
        const GroupFacts& facts = model_.group(group);
        one.goroutines += facts.count;
        if (facts.ages.known > 0) one.oldest = std::max(one.oldest, facts.ages.max);
      }
    } else {
      one.goroutines = finding.records.size();
      for (std::uint32_t record : finding.records) {
        one.oldest = std::max(one.oldest, model_.dump().records[record].minutes);
      }
      if (finding.groups.empty()) {
        for (std::uint32_t record : finding.records) {
          const std::uint32_t group = model_.group_of_record(record);
          if (group != kNone) finding.groups.push_back(group);
        }
      }
    }
    if (finding.goroutines != 0) one.goroutines = finding.goroutines;
    keep_distinct(finding.groups);
    one.held_up = one.goroutines + behind(finding);
    if (std::none_of(finding.evidence.begin(), finding.evidence.end(),
                     [](const Evidence& e) { return !e.supports; })) {
      finding.against("One dump shows where goroutines stand, not where they have been");
    }
    one.finding = std::move(finding);
    all_.push_back(std::move(one));
  }

  // Those who wait behind it, in other groups than its own.
  [[nodiscard]] std::uint64_t behind(const Finding& finding) const {
    std::vector<std::uint32_t> groups = finding.victim_groups;
    keep_distinct(groups);
    std::uint64_t count = 0;
    for (std::uint32_t group : groups) {
      const bool own = std::binary_search(finding.groups.begin(), finding.groups.end(), group);
      count += own ? 0 : model_.group(group).count;
    }
    return count;
  }

  [[nodiscard]] const CauseInfo* info_of(std::string_view id) const {
    if (const CauseInfo* built_in = find_cause(id)) return built_in;
    const OwnCause* own = rules_ == nullptr ? nullptr : rules_->packs.find(id);
    return own == nullptr ? nullptr : &own->info;
  }

  [[nodiscard]] std::vector<bool> marked(const std::vector<std::uint32_t>& groups) const {
    std::vector<bool> marks(model_.groups().size(), false);
    for (std::uint32_t group : groups) marks[group] = true;
    return marks;
  }

  static bool says_more(const Diagnosed& a, const Diagnosed& b) {
    if (a.rank != b.rank) return a.rank > b.rank;
    if (a.finding.confidence != b.finding.confidence) {
      return a.finding.confidence > b.finding.confidence;
    }
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.goroutines != b.goroutines) return a.goroutines > b.goroutines;
    return a.finding.cause < b.finding.cause;
  }

  // Two findings never count the same goroutines as their main evidence: the one that says more
  // stays, a place (handlers) is kept as explained by it.
  void drop_lesser() {
    sort_stably(all_, says_more);
    const std::vector<bool> nothing = marked({});
    std::vector<Extent> extents;
    std::vector<Diagnosed> kept;
    std::vector<std::vector<bool>> victims;  // of kept
    std::vector<bool> frames;                // of kept: names a place, or what is left
    std::vector<std::uint32_t> told;         // groups with a cause, or that wait for such
    for (Diagnosed& one : all_) {
      const bool frame = is_frame(one);
      const bool residual = contains(kResidual, one.finding.cause);
      Extent extent(model_, one);
      bool drop = false;
      if (!frame) {
        for (std::size_t i = 0; i < kept.size() && !drop; ++i) {
          if (frames[i]) continue;
          // An `info` remark about goroutines never hides a real finding about them.
          if (kept[i].severity == Severity::info && one.severity > Severity::info) continue;
          // A rule that fits the goroutine that crashed does not undo the crash.
          if (kept[i].rank == kOwn && is_crash(one)) continue;
          const int covered =
              extent.share(residual && !victims[i].empty() ? victims[i] : nothing, &extents[i]);
          if (covered < 500) continue;
          if (one.rank == rank(Says::place)) {
            one.explained_by = static_cast<int>(i);
            break;
          }
          drop = true;
          // Who waits for what these goroutines hold waits because of the finding that stays.
          if (kept[i].severity > Severity::info) {
            append(one.finding.victim_groups, kept[i].finding.victim_groups);
          }
        }
      }
      // Of many locks each has its own finding: together they may say it all.
      if (one.finding.cause == "goroutine_proven_leaked" &&
          extent.share(marked(told), nullptr) >= 900) {
        continue;
      }
      if (drop) continue;
      if (one.rank >= rank(Says::operation) && one.severity > Severity::info) {
        append(one.finding.groups, told);
        append(one.finding.victim_groups, told);
      }
      const std::vector<std::uint32_t>& waiting = one.finding.victim_groups;
      victims.push_back(waiting.empty() ? std::vector<bool>{} : marked(waiting));
      extents.push_back(std::move(extent));
      kept.push_back(std::move(one));
      frames.push_back(frame);
    }
    all_.swap(kept);
  }

  // A finding whose goroutines wait because of another one is explained by it.
  void link() {
    std::vector<Extent> extents;
    std::vector<std::vector<bool>> victims;
    for (const Diagnosed& one : all_) {
      extents.emplace_back(model_, one);
      victims.push_back(marked(one.finding.victim_groups));
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].explained_by >= 0) continue;
      int best = 499;
      for (std::size_t j = 0; j < all_.size(); ++j) {
        if (i == j || all_[j].severity == Severity::info || all_[j].finding.victim_groups.empty() ||
            leads_to(j, i)) {
          continue;
        }
        const int covered = extents[i].share(victims[j], nullptr);
        if (covered > best) {
          best = covered;
          all_[i].explained_by = static_cast<int>(j);
        }
      }
    }
    frame_the_cause();
  }

  // "All goroutines are asleep" and a test time-out are what a deadlock looks like from outside.
  void frame_the_cause() {
    int root = -1;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Diagnosed& one = all_[i];
      if (is_frame(one) || one.explained_by >= 0 || one.severity == Severity::info) {
        continue;
      }
      if (root < 0 || comes_first(one, all_[static_cast<std::size_t>(root)])) {
        root = static_cast<int>(i);
      }
    }
    for (Diagnosed& one : all_) {
      const bool around =
          one.rank == rank(Says::outcome) || one.finding.cause == "sigabrt_watchdog";
      if (around && one.explained_by < 0) one.explained_by = root;
    }
  }

  [[nodiscard]] bool leads_to(std::size_t from, std::size_t to) const {
    for (int steps = 0, at = static_cast<int>(from); at >= 0 && steps < 64; ++steps) {
      if (at == static_cast<int>(to)) return true;
      at = all_[static_cast<std::size_t>(at)].explained_by;
    }
    return false;
  }

  static bool comes_first(const Diagnosed& a, const Diagnosed& b) {
    const bool last_a = a.rank == rank(Says::request), last_b = b.rank == rank(Says::request);
    if (last_a != last_b) return last_b;
    const bool crash_a = is_crash(a), crash_b = is_crash(b);
    if (crash_a != crash_b) return crash_a;
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.finding.confidence != b.finding.confidence) {
      return a.finding.confidence > b.finding.confidence;
    }
    // How many there are, or where requests stand, is what a cause looks like from outside.
    const auto outside = [](const Diagnosed& one) {
      return one.rank == rank(Says::number) || one.rank == rank(Says::place);
    };
    if (outside(a) != outside(b)) return outside(b);
    if (a.held_up != b.held_up) return a.held_up > b.held_up;
    const bool idle_a = contains(kOftenIdle, a.finding.cause),
               idle_b = contains(kOftenIdle, b.finding.cause);
    if (idle_a != idle_b) return idle_b;
    if (a.oldest != b.oldest) return a.oldest > b.oldest;
    return a.finding.cause < b.finding.cause;
  }

  static bool is_crash(const Diagnosed& one) {
    if (one.rank == rank(Says::outcome)) return one.severity > Severity::info;
    return one.severity == Severity::critical &&
           (one.info->category == "panics" || one.info->category == "races");
  }

  void order() {
    std::vector<std::size_t> roots;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].explained_by < 0) roots.push_back(i);
    }
    auto first = [&](std::size_t a, std::size_t b) { return comes_first(all_[a], all_[b]); };
    sort_stably(roots, first);
    for (std::size_t root : roots) {
      std::vector<std::size_t> explained;
      for (std::size_t i = 0; i < all_.size(); ++i) {
        if (i != root && leads_to(i, root)) explained.push_back(i);
      }
      sort_stably(explained, first);
      const int index = static_cast<int>(diagnosis_.findings.size());
      diagnosis_.findings.push_back(std::move(all_[root]));
      for (std::size_t i : explained) {
        diagnosis_.findings.push_back(std::move(all_[i]));
        diagnosis_.findings.back().explained_by = index;
      }
    }
  }

  const Model& model_;
  const Rules* rules_;
  std::vector<Diagnosed> all_;
  Diagnosis diagnosis_;
};

}  // namespace

std::vector<std::uint32_t> records_of(const Model& model, const Finding& finding) noexcept {
  std::vector<std::uint32_t> records = finding.records;
  if (!records.empty()) return records;
  for (std::uint32_t group : finding.groups) {
    const std::span<const std::uint32_t> all = model.group(group).records;
    records.insert(records.end(), all.begin(), all.end());
  }
  return records;
}

Diagnosis diagnose(const Model& model, const Rules* rules) noexcept {
  return Decider(model, rules).decide();
}

}  // namespace gowhy
