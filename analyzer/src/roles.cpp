#include "roles.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "model.h"
#include "sort_by.h"

namespace gowhy {
namespace {

constexpr Role kRoles[] = {
#include "roles.inc"
};

// Roots under which the next newer frame is the real entry.
constexpr std::string_view kGenericRoots[] = {
    "golang.org/x/sync/errgroup.(*Group).Go.func1",
    "golang.org/x/sync/errgroup.(*Group).add.func1",
    "golang.org/x/sync/errgroup.(*Group).TryGo.func1",
    "sync.(*WaitGroup).Go.func1",
    "k8s.io/apimachinery/pkg/util/wait.(*Group).Start.func1",
    "k8s.io/apimachinery/pkg/util/wait.(*Group).StartWithContext.func1",  // called by the one above
    "github.com/IBM/sarama.withRecover",
    "github.com/Shopify/sarama.withRecover",
    "go.opencensus.io/internal.goFunc",
    "github.com/segmentio/kafka-go.(*Generation).Start.func1",
    "github.com/sourcegraph/conc.(*WaitGroup).Go.func1",
};

// True if the pattern fits more than one name: the star of `(*T)` is none.
bool is_open(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '*' && (i == 0 || pattern[i - 1] != '(')) return true;
  }
  return false;
}

// Which of many patterns a name fits. Most are the name of one function, and looked up by it.
class Patterns {
 public:
  void add(std::string_view pattern, std::uint32_t number) {
    if (is_open(pattern)) {
      open_.push_back({pattern, number, kNone});
      return;
    }
    const auto id = static_cast<std::uint32_t>(names_.size());
    names_.push_back({pattern, number, kNone});
    const std::uint32_t first = find(pattern);
    if (first == kNone) {
      index_.insert(hash_bytes(pattern), id);
    } else {
      names_[id].next = names_[first].next;
      names_[first].next = id;
    }
  }

  // Calls use(number) for each pattern that fits, in any order.
  template <typename Use>
  void each_of(std::string_view name, Use use) const {
    for (std::uint32_t id = find(name); id != kNone; id = names_[id].next) use(names_[id].number);
    for (const Entry& entry : open_) {
      if (matches_glob(entry.pattern, name)) use(entry.number);
    }
  }

 private:
  struct Entry {
    std::string_view pattern;
    std::uint32_t number = 0, next = kNone;  // the next of the same name
  };
  [[nodiscard]] std::uint32_t find(std::string_view name) const {
    return index_.find(hash_bytes(name),
                       [&](std::uint32_t id) { return names_[id].pattern == name; });
  }

  std::vector<Entry> names_, open_;
  HashIndex index_;  // the first of each name
};

class Matcher {
 public:
  Matcher(const Model& model, std::span<const Role> own) : model_(model) {
    std::unordered_map<std::string_view, std::uint32_t> bits;  // by pattern
    for (std::span<const Role> rows : {own, built_in_roles()}) {
      for (const Role& role : rows) {
        const auto number = static_cast<std::uint32_t>(rows_.size());
        rows_.push_back({&role, kNone});
        if (role.entry.empty()) {
          anywhere_.push_back(number);
        } else {
          entries_.add(role.entry, number);
        }
        if (role.frame.empty()) continue;
        const auto bit = static_cast<std::uint32_t>(bits.size());
        const auto [at, fresh] = bits.try_emplace(role.frame, bit);
        if (fresh) frames_.add(role.frame, bit);
        rows_.back().bit = at->second;
      }
    }
    words_ = bits.size() / 64 + 1;  // the last bit of the last word says that they are known
    marks_.resize(words_ * model.dump().symbols.function_count());
    shown_.resize(words_);
  }

  const Role* role_of(const GroupFacts& facts) {
    const std::string_view root = model_.entry(facts);
    const std::string_view below = is_generic_root(root) ? below_root(facts) : std::string_view{};
    look_at_frames(facts);
    for (const std::uint32_t number : candidates(root, below)) {
      const Row& row = rows_[number];
      if (!fits_creator(*row.role, facts)) continue;
      if (row.bit != kNone && !shows(row.bit)) continue;
      if (row.role->bare && facts.site >= 0) continue;
      return row.role;
    }
    return nullptr;
  }

 private:
  struct Row {
    const Role* role = nullptr;
    std::uint32_t bit = kNone;  // of the pattern of its frame, kNone without
  };

  // A profile prints no creator: there the entry or a frame must do, if the row has one.
  bool fits_creator(const Role& role, const GroupFacts& facts) const {
    if (role.creator.empty()) return true;
    const bool profile = facts.created_by == kNone && model_.is_profile();
    if (profile) return !role.entry.empty() || !role.frame.empty();
    return matches_glob(role.creator, model_.creator(facts));
  }

  // The newest frame above a chain of generic roots; older than those is at most the compiler's
  // wrapper of the go statement. They are given method values, whose wrapper level-2 tracebacks
  // (SIGQUIT) and debuggers print.
  std::string_view below_root(const GroupFacts& facts) const {
    bool rooted = false;
    for (std::size_t i = facts.frames.size(); i-- > 0;) {
      const Function& function = model_.function(facts.frames[i]);
      if (is_generic_root(function.name)) {
        rooted = true;
      } else if (rooted && !function.method_value) {
        return function.name;
      }
    }
    return {};
  }

  // Rows whose entry fits, in their order; few distinct entries make up a large dump.
  const std::vector<std::uint32_t>& candidates(std::string_view root, std::string_view below) {
    const auto [at, fresh] = by_entry_.try_emplace(below.empty() ? root : below);
    if (fresh) {
      std::vector<std::uint32_t>& numbers = at->second;
      numbers = anywhere_;
      const auto add = [&](std::uint32_t number) { numbers.push_back(number); };
      entries_.each_of(root, add);
      if (!below.empty()) entries_.each_of(below, add);
      keep_distinct(numbers);
    }
    return at->second;
  }

  // Which patterns the frames of a group fit, for all rows at once.
  void look_at_frames(const GroupFacts& facts) {
    std::fill(shown_.begin(), shown_.end(), 0);
    for (const std::uint32_t frame : facts.frames) {
      const std::uint64_t* const marks = marks_of(model_.function_id(frame));
      for (std::size_t i = 0; i < words_; ++i) shown_[i] |= marks[i];
    }
  }

  [[nodiscard]] bool shows(std::uint32_t bit) const {
    return (shown_[bit / 64] >> (bit % 64) & 1u) != 0;
  }

  // Which of all patterns for frames the function fits; they are compared once for each function.
  const std::uint64_t* marks_of(std::uint32_t function) {
    constexpr std::uint64_t kKnown = std::uint64_t{1} << 63;
    std::uint64_t* const marks = marks_.data() + function * words_;
    if ((marks[words_ - 1] & kKnown) != 0) return marks;
    const std::string_view name = model_.dump().symbols.function_at(function).name;
    frames_.each_of(name,
                    [&](std::uint32_t bit) { marks[bit / 64] |= std::uint64_t{1} << (bit % 64); });
    marks[words_ - 1] |= kKnown;
    return marks;
  }

  const Model& model_;
  std::vector<Row> rows_;                // in the order in which they are tried
  std::vector<std::uint32_t> anywhere_;  // rows without an entry
  Patterns entries_, frames_;            // of rows, of bits
  std::vector<std::uint64_t> marks_;     // by function, words_ each
  std::vector<std::uint64_t> shown_;     // of the group that is looked at
  std::size_t words_ = 1;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_entry_;
};

// What rests does not wait for minutes to send or for a lock: it is stuck in what it does else.
bool is_denied(const GroupFacts& facts) noexcept {
  return (facts.op == Operation::chan_send || is_lock_wait(facts.op)) && facts.ages.max >= 1;
}

}  // namespace

std::span<const Role> built_in_roles() noexcept { return kRoles; }

void assign_roles(const Model& model, std::vector<GroupFacts>& groups,
                  std::span<const Role> own) noexcept {
  Matcher matcher(model, own);
  std::unordered_map<const Role*, std::uint64_t> counts;
  for (GroupFacts& facts : groups) {
    facts.role = matcher.role_of(facts);
    if (facts.role != nullptr) counts[facts.role] += facts.count;
  }
  // One role may be several groups (different lines or states): together they are usual or not.
  for (GroupFacts& facts : groups) {
    facts.normal = facts.role != nullptr && facts.role->normal && !is_denied(facts) &&
                   counts[facts.role] <= facts.role->usual;
  }
}

bool is_generic_root(std::string_view function) noexcept {
  return std::find(std::begin(kGenericRoots), std::end(kGenericRoots), function) !=
         std::end(kGenericRoots);
}

bool starts_for_others(std::string_view creator) noexcept {
  constexpr std::string_view kClosure = ".func1";
  return std::any_of(
      std::begin(kGenericRoots), std::end(kGenericRoots), [&](std::string_view root) {
        return root.size() == creator.size() + kClosure.size() &&
               root.substr(0, creator.size()) == creator && root.substr(creator.size()) == kClosure;
      });
}

bool matches_glob(std::string_view pattern, std::string_view text) noexcept {
  // Nearly all are told apart by their ends.
  if (!pattern.empty() && pattern.back() != '*' &&
      (text.empty() || text.back() != pattern.back())) {
    return false;
  }
  std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    const bool wild = p < pattern.size() && pattern[p] == '*' && (p == 0 || pattern[p - 1] != '(');
    if (wild) {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace gowhy
