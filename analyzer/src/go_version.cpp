#include "go_version.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string_view>
#include <vector>

#include "go_line_votes.h"
#include "go_old.h"
#include "go_paths.h"
#include "go_traits.h"

namespace gowhy {
namespace {

using Minors = std::bitset<kMinors>;

std::string version_name(int minor) { return "1." + std::to_string(minor); }

// "Go 1.12", "Go 1.11 to 1.15", "Go 1.9 and 1.18"
std::string minors_text(const Minors& minors) {
  std::vector<std::string> parts;
  for (int m = 0; m < kMinors; ++m) {
    if (!minors[static_cast<std::size_t>(m)]) continue;
    int end = m;
    while (end + 1 < kMinors && minors[static_cast<std::size_t>(end) + 1]) ++end;
    if (end > m + 1) {
      parts.push_back(version_name(m) + " to " + version_name(end));
    } else {
      parts.push_back(version_name(m));
      if (end > m) parts.push_back(version_name(end));
    }
    m = end;
  }
  std::string out = "Go ";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

class Inference {
 public:
  Inference(const Dump& dump, std::uint16_t snapshot) noexcept
      : dump_(dump),
        oldest_(go_lines::releases().front().minor),
        newest_(go_lines::releases().back().minor) {
    std::vector<bool> groups = groups_of(dump, snapshot);
    lines_ = vote_by_lines(dump, groups);
    traits_ = find_traits(dump, snapshot, groups);
    path_ = path_version(dump, groups);
    old_ = old_release(dump, groups);
    if (old_.max_minor == 0) old_ = old_release_by_path();
    if (old_.max_minor == 0) old_ = old_release_by_heap(dump, snapshot, no_line_fits());
  }

  GoVersion run() noexcept {
    GoVersion out;
    if (old_.max_minor > 0 && traits_are_old()) {
      out.known = true;
      out.min_minor = old_.min_minor;
      out.max_minor = old_.max_minor;
      out.evidence = old_.text;
      return out;
    }
    if (lines_.votes.empty() && traits_.empty() && path_.minor < 0) return out;
    weigh();
    out.known = true;
    out.min_minor = oldest_;
    while (cost_[at(out.min_minor)] > limit_) ++out.min_minor;
    out.max_minor = newest_;
    while (cost_[at(out.max_minor)] > limit_) --out.max_minor;
    best_ = out;
    count_fits();
    if (unknown_release()) {
      // Or older than the table, where its beginning fits as well as anything.
      out.min_minor = out.min_minor == oldest_ ? 1 : out.min_minor - 1;
      ++out.max_minor;
    }
    // A release behind the table: its paths alone can name it, its lines only say "none of these".
    if (path_.minor > newest_) {
      out.max_minor = path_.minor;
      if (misfits_ > 1) out.min_minor = path_.minor;
    }
    out.evidence = evidence(out);
    return out;
  }

 private:
  // What a newer release alone prints outweighs an old path.
  bool traits_are_old() const noexcept {
    return std::none_of(traits_.begin(), traits_.end(), [&](const Trait& trait) {
      return trait.from > oldest_ && trait.cost >= kProofCost;
    });
  }

  // A release before the table, of which only the paths know.
  OldRelease old_release_by_path() const noexcept {
    if (path_.minor < 1 || path_.minor >= oldest_) return {};
    return {path_.minor, path_.minor, "The paths say Go " + std::string(path_.text) + "."};
  }

  bool no_line_fits() const noexcept {
    return path_.minor < 0 &&
           std::all_of(lines_.votes.begin(), lines_.votes.end(),
                       [&](const LineVote& vote) { return exact_minors(vote).none(); });
  }

  static std::size_t at(int minor) noexcept { return static_cast<std::size_t>(minor); }

  // Sums what every minor would have to explain away.
  void weigh() noexcept {
    cost_.fill(0);
    for (const LineVote& vote : lines_.votes) {
      for (std::size_t m = 0; m < cost_.size(); ++m) cost_[m] += vote.cost[m];
    }
    for (const Trait& trait : traits_) {
      for (int m = oldest_; m <= newest_; ++m) {
        // The next release has what the newest known one has.
        if (m < trait.from || m > trait.to) cost_[at(m)] += trait.cost;
      }
    }
    if (path_.minor >= 0) {
      constexpr int kPathCost = 40;  // outvoted by five lines that are far off
      for (int m = oldest_; m <= newest_; ++m) {
        if (m != std::min(path_.minor, newest_)) cost_[at(m)] += kPathCost;
      }
    }
    int least = *std::min_element(cost_.begin() + oldest_, cost_.begin() + newest_ + 1);
    // What is explained badly is not explained for sure: the worse the best, the wider the range.
    limit_ = least + (lines_.votes.size() < 3 ? kNoCall : kOtherCall) + least / 4;
  }

  // Counts the lines that no release of the range has, and those that only the best minor has.
  void count_fits() noexcept {
    auto begin = cost_.begin();
    auto best = std::min_element(begin + oldest_, begin + newest_ + 1) - begin;
    for (const LineVote& vote : lines_.votes) {
      int least = kAbsent;
      bool shared = false;
      for (int m = oldest_; m <= newest_; ++m) {
        if (m >= best_.min_minor && m <= best_.max_minor) least = std::min(least, vote.cost[at(m)]);
        if (m != best && vote.cost[at(m)] == 0) shared = true;
      }
      if (least >= kNoCall) ++misfits_;
      if (vote.cost[static_cast<std::size_t>(best)] == 0 && !shared) ++unique_;
    }
  }

  // A patch release that the table does not have still shares most files with its neighbours, so
  // the lines that only its minor has outnumber those that fit nowhere, or nearly (measured with
  // releases taken out of the table: 0.5 to 10 where patches were missing, 0 to 0.3 where the minor
  // was).
  bool unknown_release() const noexcept {
    return path_.minor < 0 && misfits_ > 0 && unique_ * 5 < misfits_ * 2;
  }

  Minors exact_minors(const LineVote& vote) const noexcept {
    Minors minors;
    for (int m = oldest_; m <= newest_; ++m) {
      if (vote.cost[at(m)] == 0) minors.set(at(m));
    }
    return minors;
  }

  // The vote that leaves the fewest minors of `left`, while it fits every one of the range.
  const LineVote* most_telling(const Minors& left) const noexcept {
    const LineVote* best = nullptr;
    std::size_t fewest = left.count();
    for (const LineVote& vote : lines_.votes) {
      Minors minors = exact_minors(vote);
      bool fits = true;
      for (int m = best_.min_minor; m <= best_.max_minor; ++m) fits &= minors[at(m)];
      if (fits && (minors & left).count() < fewest) {
        fewest = (minors & left).count();
        best = &vote;
      }
    }
    return best;
  }

  std::string line_text(const LineVote& vote) const {
    const Frame& frame = dump_.symbols.frame_at(vote.frame);
    std::string_view file = dump_.symbols.text(frame.file);
    std::size_t slash = file.find_last_of("/\\");
    if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
    return "`" + std::string(dump_.symbols.function_at(frame.function).name) + "` " +
           (vote.created ? "starts a goroutine" : "stands") + " at " + std::string(file) + ":" +
           std::to_string(frame.line) + ", as in " + minors_text(exact_minors(vote));
  }

  // Of the releases of one minor those that explain the lines best, when not all do.
  std::string patch_text() const {
    auto releases = go_lines::releases();
    int least = -1, all = 0, fit = 0;
    for (std::size_t r = 0; r < releases.size(); ++r) {
      if (releases[r].minor != best_.min_minor) continue;
      ++all;
      int cost = lines_.release_cost[r];
      if (least < 0 || cost < least) {
        least = cost;
        fit = 0;
      }
      if (cost == least) ++fit;
    }
    if (best_.min_minor != best_.max_minor || fit == all) return {};
    std::vector<std::string> names;
    for (std::size_t r = 0; r < releases.size(); ++r) {
      if (releases[r].minor == best_.min_minor && lines_.release_cost[r] == least) {
        names.push_back(version_name(releases[r].minor) + "." + std::to_string(releases[r].patch));
      }
    }
    std::string out = names.front();
    if (names.size() > 1) out += " to " + names.back();
    return "of its patch releases " + out + (names.size() > 1 ? " fit" : " fits") + " best";
  }

  // Whole clauses, strongest first.
  std::string evidence(const GoVersion& out) const {
    std::vector<std::string> clauses;
    Minors left;
    for (int m = oldest_; m <= newest_; ++m) left.set(at(m));
    Minors range;
    for (int m = best_.min_minor; m <= best_.max_minor; ++m) range.set(at(m));
    for (int i = 0; i < 2 && left != range; ++i) {
      const LineVote* vote = most_telling(left);
      if (vote == nullptr) break;
      left &= exact_minors(*vote);
      clauses.push_back(line_text(*vote));
    }
    for (const Trait& trait : traits_) {
      Minors kept = left;
      for (int m = 0; m < kMinors; ++m) {
        if (m < trait.from || m > trait.to) kept.reset(at(m));
      }
      if (left == range || kept == left || (kept & range) != range) continue;
      left = kept;
      clauses.emplace_back(trait.text);
    }
    if (path_.minor >= 0) {
      bool inside = path_.minor >= out.min_minor && path_.minor <= out.max_minor;
      clauses.push_back((inside ? "the paths say " : "against the paths, which say ") + path_.text);
    }
    if (!lines_.votes.empty()) {
      std::string patch = patch_text();
      if (!patch.empty()) clauses.push_back(patch);
    }
    if (unknown_release()) {
      clauses.push_back("but its lines fit no release known here, nearest is " +
                        minors_text(range));
    } else if (misfits_ > 0) {
      clauses.push_back(std::to_string(misfits_) + " of " + std::to_string(lines_.votes.size()) +
                        " lines fit no patch release known here");
    }
    if (clauses.empty()) clauses.push_back("its lines and marks fit " + minors_text(range));
    std::string text;
    for (std::size_t i = 0; i < clauses.size(); ++i) text += (i > 0 ? "; " : "") + clauses[i];
    if (text.front() >= 'a' && text.front() <= 'z') {
      text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text + ".";
  }

  const Dump& dump_;
  int oldest_, newest_;
  LineVotes lines_;
  std::vector<Trait> traits_;
  PathVersion path_;
  OldRelease old_;
  MinorCosts cost_{};
  int limit_ = 0;
  GoVersion best_;
  std::size_t misfits_ = 0, unique_ = 0;
};

}  // namespace

GoVersion infer_go_version(const Dump& dump, std::uint16_t snapshot) noexcept {
  if (snapshot >= dump.snapshots.size()) return {};
  return Inference(dump, snapshot).run();
}

}  // namespace gowhy
