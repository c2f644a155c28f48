// gowhy: why are my goroutines stuck?
//
// The whole public interface of the analysis core: bytes of a goroutine dump in, a report (JSON)
// and per-goroutine columns out. The core is silent and total: it never prints, aborts, throws or
// does I/O, and every sequence of bytes gives a report. One Analysis belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gowhy {

inline constexpr std::string_view kVersion = "0.1.0";
inline constexpr int kSchemaVersion = 1;

/// What the caller wants to see. Nothing here changes what is diagnosed, only what is written.
struct Options {
  bool all_groups = false;   ///< write every group, not only the 2,000 largest and the cited ones
  bool redact = false;       ///< replace the user's own names by stable pseudonyms
  std::string min_severity;  ///< "", "info", "warning" or "critical": hide findings below it
  std::string filter;        ///< query of the page and of `--filter`; empty shows all
  /// For a text of the report: frames and goroutine ids only of the first 32 groups that are not
  /// normal; of others both lists are empty. Not where several snapshots are compared.
  bool brief = false;
};

/// How far reading has come; cheap, may be asked after every feed().
struct Progress {
  std::uint64_t bytes = 0;       ///< decoded bytes seen, over all inputs
  std::uint64_t goroutines = 0;  ///< goroutines (or the total of a profile) read so far
};

/// One entry per goroutine of the described snapshot, in the order of the text. Empty for formats
/// without goroutines of their own (debug=1, debug=0). The spans point into the Analysis and are
/// valid until its next non-const call.
struct Columns {
  std::span<const double> id;             ///< goroutine id (exact up to 2^53)
  std::span<const std::uint32_t> group;   ///< index into report.groups
  std::span<const std::int32_t> minutes;  ///< printed wait in minutes, -1 when none is printed
  std::span<const double> creator;        ///< id of the creating goroutine, 0 when not printed
  std::span<const double> offset;         ///< byte offset of the header in the decoded input
  std::span<const std::uint32_t> length;  ///< bytes from the header to the end of the goroutine
};

/// Reads one or more inputs and diagnoses them. Call order: (open feed* finish)+ report*.
/// Several inputs in one Analysis are snapshots of one process, oldest first.
class Analysis {
 public:
  explicit Analysis(Options options = {});
  ~Analysis();
  Analysis(Analysis&&) noexcept;
  Analysis& operator=(Analysis&&) noexcept;

  /// The words of the causes (the generated JSON file). May be set at any time before report();
  /// without it normalWhen, explanation, confirm, fix are "" and references is []. False and no
  /// change if the text is not that JSON.
  bool set_words(std::string_view json) noexcept;

  /// Adds a rule pack (docs/rule-packs.md), before report(). Returns "" or what is wrong with it
  /// ("line 3: causes[0].match.functions[1]: text is wanted"); a pack with an error is not used at
  /// all.
  std::string add_rules(std::string_view json) noexcept;

  /// Begins an input. `name` is what the report shows; it is copied. Ends an unfinished one.
  void open(std::string_view name) noexcept;

  /// The next bytes of the open input, split anywhere. The bytes are not kept after the call.
  void feed(const char* data, std::size_t size) noexcept;

  /// A remark of the platform about the open input, e.g. ("cut_gzip", "the gzip stream ends
  /// early").
  void note(std::string_view code, std::string_view text) noexcept;

  /// Ends the open input.
  void finish() noexcept;

  [[nodiscard]] Progress progress() const noexcept;

  /// The report: one line of JSON with a final newline (schema: docs/report.schema.json). The
  /// string is owned by the Analysis and valid until its next non-const call. The first call runs
  /// model, causes and diagnosis; a later one only writes again.
  std::string_view report() noexcept;

  [[nodiscard]] Columns columns() noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What is known of goroutines when a cause is found, the least first (analyzer/causes/README.md).
enum class Says : std::uint8_t { request, outcome, number, place, operation, mechanism };

/// An id and its title and severity, for `gowhy causes` and for tests.
struct CauseInfo {
  std::string_view id, title, category, severity;
  Says says = Says::mechanism;
};
/// All built-in causes, sorted by id. Static storage.
std::span<const CauseInfo> causes() noexcept;

}  // namespace gowhy
