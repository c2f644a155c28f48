#include "report.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "compare.h"
#include "query.h"
#include "redact.h"
#include "report_objects.h"
#include "report_parts.h"
#include "wording.h"

namespace gowhy {
namespace {

constexpr std::size_t kListedGroups = 2000;
constexpr std::size_t kCitedGroups = 1000;
constexpr std::size_t kWholeGroups = 32;  // of a brief report
constexpr std::size_t kListedNotes = 100;

class Writer {
 public:
  Writer(const Model& model, const Diagnosis& diagnosis, const Options& options,
         const CauseWords& words)
      : model_(model),
        dump_(model.dump()),
        diagnosis_(diagnosis),
        options_(options),
        query_(options.filter),
        words_(words),
        frames_(model) {}

  Written write() {
    list_groups();
    out_.reserve(1 << 16);
    out_ += "{\"schemaVersion\":" + std::to_string(kSchemaVersion);
    key("tool");
    put(Json{{"name", "gowhy"}, {"version", kVersion}});
    key("redacted");
    out_ += options_.redact ? "true" : "false";
    key("inputs");
    list(dump_.inputs, [&](const Input& input) { put(input_json(input)); });
    key("summary");
    put(summary());
    key("findings");
    list(shown_, [&](const Diagnosed* one) { put_finding(*one); });
    key("groups");
    const bool brief = options_.brief && dump_.snapshots.size() <= 1;
    std::size_t whole = brief ? kWholeGroups : listed_.size();
    list(listed_, [&](std::uint32_t group) {
      const bool normal = model_.group(group).normal;
      const bool short_one = brief && (normal || whole == 0);
      if (!normal && whole > 0) --whole;
      put_text(group_text(model_, group, place_[group], short_one ? nullptr : &frames_));
    });
    key("objects");
    const Json locks = objects_json(model_);
    put(locks["objects"]);
    key("cycles");
    put(locks["cycles"]);
    key("events");
    put(events());
    key("compare");
    put(compare_json(model_, shown_, place_));
    key("notes");
    put(notes());
    out_ += "}\n";
    return {std::move(out_), std::move(place_)};
  }

 private:
  void key(std::string_view name) { out_.append(",\"").append(name).append("\":"); }
  void put(const Json& value) { put_text(dumped(value)); }
  void put_text(const std::string& text) {
    out_ += options_.redact ? addresses_.clean(text) : text;
  }
  template <typename Items, typename Each>
  void list(const Items& items, Each each) {
    out_ += '[';
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      each(item);
    }
    out_ += ']';
  }

  // The largest groups keep their place; groups that a finding cites come behind them. Under a
  // filter only what matches is listed, and what the findings that stay cite.
  void list_groups() {
    const std::size_t total = model_.groups().size();
    place_.assign(total, kNone);
    matching_.assign(total, 0);
    for (std::uint32_t group = 0; group < total; ++group) {
      matching_[group] =
          query_.empty() ? model_.group(group).count : query_.matching(model_, group);
    }
    shown_ = shown_findings();
    std::vector<bool> cited(total, false);
    for (const Diagnosed* one : shown_) {
      // In the order of the model, so the largest first. What a finding says of a hundred thousand
      // stacks is in its counts; with all of them the report would be longer than a string may be
      // in a browser.
      const std::vector<std::uint32_t>& groups = one->finding.groups;
      for (std::size_t i = 0; i < std::min(groups.size(), kCitedGroups); ++i) {
        cited[groups[i]] = true;
      }
    }
    std::size_t free_places = options_.all_groups ? total : kListedGroups;
    for (std::uint32_t group = 0; group < total; ++group) {
      const bool listed = matching_[group] > 0 && free_places > 0;
      if (listed) --free_places;
      if (!listed && !cited[group]) continue;
      place_[group] = static_cast<std::uint32_t>(listed_.size());
      listed_.push_back(group);
    }
  }

  Json input_json(const Input& input) const {
    const Snapshot* largest = nullptr;
    const Snapshot* newest = nullptr;
    for (std::size_t i = 0; i < input.snapshots; ++i) {
      const Snapshot& snapshot = dump_.snapshots[input.first_snapshot + i];
      if (largest == nullptr || snapshot.goroutines > largest->goroutines) largest = &snapshot;
      if (snapshot.goroutines > 0) newest = &snapshot;
    }
    return {{"name", input.name},
            {"bytes", input.bytes},
            {"format", format_word(largest == nullptr ? Format::none : largest->format)},
            {"goroutines", newest == nullptr ? 0 : newest->goroutines},
            {"snapshots", input.snapshots}};
  }

  Json summary() const {
    std::map<std::string_view, std::uint64_t> states;
    std::vector<std::int32_t> minutes;
    for (const GroupFacts& facts : model_.groups()) {
      if (!facts.state.empty()) states[facts.state] += facts.count;
    }
    for (const Record& record : dump_.records) {
      if (record.minutes >= 0 && model_.counts(record)) minutes.push_back(record.minutes);
    }
    Json states_json = Json::object();
    for (const auto& [state, count] : states) states_json[std::string(state)] = count;
    const GoVersion& go = model_.go_version();
    Json version = nullptr;
    if (go.known) {
      version = {{"min", "1." + std::to_string(go.min_minor)},
                 {"max", "1." + std::to_string(go.max_minor)},
                 {"evidence", go.evidence}};
    }
    return {{"verdict", diagnosis_.verdict},
            {"goroutines", model_.goroutines()},
            {"groups", model_.groups().size()},
            {"fragment", model_.fragment()},
            {"shown", query_.empty() ? Json(nullptr) : Json(sum_of(matching_))},
            {"states", states_json},
            {"waitMinutes", minutes_json(minutes)},
            {"goVersion", version},
            {"restart", diagnosis_.restart.empty() ? Json(nullptr) : Json(diagnosis_.restart)}};
  }

  static std::uint64_t sum_of(const std::vector<std::uint64_t>& counts) {
    std::uint64_t sum = 0;
    for (std::uint64_t count : counts) sum += count;
    return sum;
  }

  [[nodiscard]] bool any_matches(const Finding& finding) const {
    if (query_.empty()) return true;
    return std::any_of(finding.groups.begin(), finding.groups.end(),
                       [&](std::uint32_t group) { return matching_[group] > 0; });
  }

  // Findings at or above --min-severity of which a goroutine matches the filter; a root stays while
  // something that it explains stays.
  std::vector<const Diagnosed*> shown_findings() const {
    const std::vector<Diagnosed>& all = diagnosis_.findings;
    const Severity least = severity_of(options_.min_severity);
    std::vector<bool> keep(all.size(), false);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].severity < least || !any_matches(all[i].finding)) continue;
      keep[i] = true;
      if (all[i].explained_by >= 0) keep[static_cast<std::size_t>(all[i].explained_by)] = true;
    }
    std::vector<const Diagnosed*> shown;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (keep[i]) shown.push_back(&all[i]);
    }
    return shown;
  }

  Json finding(const Diagnosed& one) const {
    const Finding& f = one.finding;
    Json groups = Json::array();
    for (std::uint32_t group : f.groups) {
      if (place_[group] != kNone) groups.push_back(place_[group]);
    }
    Json explained_by = nullptr;
    if (one.explained_by >= 0) {
      const Diagnosed* root = &diagnosis_.findings[static_cast<std::size_t>(one.explained_by)];
      const auto at = std::find(shown_.begin(), shown_.end(), root);
      if (at != shown_.end()) explained_by = at - shown_.begin();
    }
    Json evidence = Json::array();
    for (const Evidence& item : f.evidence) {
      evidence.push_back({{"supports", item.supports},
                          {"text", item.text},
                          {"goroutineIds", ids_json(dump_, item.records)}});
    }
    Json rate = nullptr;
    if (f.rate) {
      rate = {{"perMinute", f.rate->per_minute},
              {"sinceMinutes", f.rate->since_minutes},
              {"basis", f.rate->basis}};
    }
    return {{"cause", f.cause},
            {"title", one.info->title},
            {"severity", severity_word(one.severity)},
            {"confidence", confidence_word(f.confidence)},
            {"fingerprint", fingerprint(f)},
            {"goroutines", one.goroutines},
            {"groups", std::move(groups)},
            {"goroutineIds",
             f.records.empty() ? Json(ids_of(model_, f.groups)) : ids_json(dump_, f.records)},
            {"summary", f.summary},
            {"site", place_json(model_, f.site)},
            {"createdAt", place_json(model_, f.created_at)},
            {"explainedBy", explained_by},
            {"rate", std::move(rate)},
            {"evidence", std::move(evidence)},
            {"next", f.next}};
  }

  // The words of the cause come behind, and are nobody's secret.
  void put_finding(const Diagnosed& one) {
    put(finding(one));
    out_.pop_back();
    Json words = Json::object();
    add_words(one.finding, words);
    out_ += ',' + dumped(words).substr(1);
  }

  void add_words(const Finding& f, Json& json) const {
    Json words = Json::parse(words_.find(f.cause), nullptr, false);
    if (!words.is_object()) words = Json::object();
    for (const char* name : {"normalWhen", "explanation", "confirm", "fix"}) {
      const auto text = words.find(name);
      json[name] = text != words.end() && text->is_string() ? *text : Json("");
    }
    if (f.site != kNone) json["confirm"] = with_function(json["confirm"], f.site);
    const auto references = words.find("references");
    json["references"] =
        references != words.end() && references->is_array() ? *references : Json::array();
  }

  // What is to be searched for with `grep -F` is the function that this finding names.
  std::string with_function(std::string text, std::uint32_t site) const {
    constexpr std::string_view kPlaceholder = "YOUR_FUNCTION";
    const std::size_t at = text.find(kPlaceholder);
    if (at == std::string::npos) return text;
    return text.replace(at, kPlaceholder.size(), short_name(model_.name(site)));
  }

  // Of cause and site, without lines: an edit elsewhere in the file must not make it a new finding.
  std::string fingerprint(const Finding& f) const {
    std::string text(f.cause);
    const std::uint32_t frame = f.site != kNone ? f.site : f.created_at;
    if (frame != kNone) {
      text.append(" ").append(model_.name(frame));
    } else if (!f.groups.empty()) {
      text.append(" ").append(model_.entry(model_.group(f.groups.front())));
    }
    char digits[24];
    std::snprintf(digits, sizeof digits, "%016llx",
                  static_cast<unsigned long long>(hash_bytes(text)));
    return digits;
  }

  Json events() const {
    Json events = Json::array();
    for (const Event& event : dump_.events) {
      if (event.snapshot != model_.snapshot_index() && event.kind != Event::exit) continue;
      events.push_back({{"kind", event_word(event.kind)},
                        {"message", event.message},
                        {"goroutine", id_or_null(event.goroutine)}});
    }
    return events;
  }

  Json notes() const {
    Json notes = Json::array();
    auto add = [&](const Note& note) {
      if (notes.size() >= kListedNotes) return;
      notes.push_back({{"line", note.line == 0 ? Json(nullptr) : Json(note.line)},
                       {"code", note.code},
                       {"text", note.text},
                       {"count", note.count}});
    };
    if (model_.goroutines() == 0 && dump_.sections.empty() && !model_.snapshot().leak_profile) {
      add({"no_dump",
           "no goroutine dump was found: one begins with a line like `goroutine 1 [running]:` or "
           "`goroutine profile: total 42`",
           0, 1});
    }
    if (!query_.error().empty())
      add({"bad_filter", "the filter was not used: " + query_.error(), 0, 1});
    for (const Note& note : diagnosis_.notes) add(note);
    for (const Note& note : dump_.notes) add(note);
    return notes;
  }

  const Model& model_;
  const Dump& dump_;
  const Diagnosis& diagnosis_;
  const Options& options_;
  Query query_;
  const CauseWords& words_;
  FrameTexts frames_;
  AddressNames addresses_;
  std::vector<std::uint32_t> place_, listed_;
  std::vector<std::uint64_t> matching_;
  std::vector<const Diagnosed*> shown_;
  std::string out_;
};

}  // namespace

Written write_report(const Model& model, const Diagnosis& diagnosis, const Options& options,
                     const CauseWords& words) noexcept {
  return Writer(model, diagnosis, options, words).write();
}

}  // namespace gowhy
