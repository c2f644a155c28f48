#include "rule_findings.h"

#include <algorithm>
#include <utility>

#include "births.h"
#include "wording.h"

namespace gowhy {
namespace {

std::string replaced(std::string text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::int32_t oldest_of(const Model& model, const Matched& matched) {
  std::int32_t oldest = -1;
  const std::vector<Record>& records = model.dump().records;
  for (std::uint32_t record : matched.records) oldest = std::max(oldest, records[record].minutes);
  if (!matched.records.empty()) return oldest;
  for (std::uint32_t group : matched.groups) {
    const Ages& ages = model.group(group).ages;
    if (ages.known > 0) oldest = std::max(oldest, ages.max);
  }
  return oldest;
}

std::string where(const Model& model, std::uint32_t frame) {
  return frame == kNone ? "a place that is not printed" : place(model, frame);
}

// The first group that has one tells: groups come in the order of their size.
void find_places(const Model& model, Finding& finding) {
  for (std::uint32_t group : finding.groups) {
    const GroupFacts& facts = model.group(group);
    if (finding.site == kNone) finding.site = model.site_frame(facts);
    if (finding.created_at == kNone) finding.created_at = facts.created_by;
  }
}

std::string summary(const Model& model, const OwnCause& own, const Matched& matched,
                    const Finding& finding) {
  const std::int32_t oldest = oldest_of(model, matched);
  if (own.summary.empty()) {
    std::string text = count_of(matched.goroutines, "goroutine");
    if (finding.site != kNone) text += " at " + place(model, finding.site);
    return text + oldest_for(oldest) + ": " + std::string(own.info.title) + ".";
  }
  std::string text(own.summary);
  text = replaced(std::move(text), "{goroutines}", number(matched.goroutines));
  text = replaced(std::move(text), "{oldest}",
                  oldest < 0 ? std::string("an unknown time") : time_span(oldest));
  text = replaced(std::move(text), "{site}", where(model, finding.site));
  text = replaced(std::move(text), "{creator}", where(model, finding.created_at));
  text = replaced(std::move(text), "{with}", number(matched.related));
  return text.back() == '.' ? text : text + ".";
}

Finding finding_of(const Model& model, const OwnCause& own, const Matched& matched) {
  Finding finding(own.info.id);
  finding.confidence = own.confidence;
  finding.groups = matched.groups;
  finding.records = matched.records;
  finding.goroutines = matched.goroutines;
  find_places(model, finding);
  // A few pasted goroutines are not a process: their number proves nothing.
  if (model.fragment() && own.match.min_goroutines > 1) finding.confidence = Confidence::possible;
  finding.summary = summary(model, own, matched, finding);
  finding.rate = rate_of(model, births_of(model, matched.groups, matched.records), matched.groups);
  finding.supports(count_of(matched.goroutines, "goroutine") +
                       (matched.goroutines == 1 ? " fits" : " fit") + " the rule of " +
                       code(own.pack),
                   matched.records);
  if (matched.related > 0) {
    finding.supports(count_of(matched.related, "goroutine") +
                     " that the rule asks for besides (`with`)");
  }
  finding.against(code(own.info.id) +
                  " is told by names, states, numbers and minutes alone, as its rule says");
  finding.next = own.next;
  finding.restart = own.restart;
  return finding;
}

const IgnoreRule* rule_for(const Model& model, const Rules& rules, const Diagnosed& one) {
  for (const auto& pack : rules.packs.packs()) {
    for (const IgnoreRule& rule : pack->ignored) {
      if (matches_glob(rule.cause, one.finding.cause) &&
          all_match(model, rules.names, rule.match, one.finding.groups,
                    records_of(model, one.finding), one.goroutines)) {
        return &rule;
      }
    }
  }
  return nullptr;
}

Note note_of(const Model& model, const IgnoreRule& rule, const Diagnosed& one) {
  Note note;
  note.code = "ignored_finding";
  note.text = code(rule.pack) + " ignores " + code(one.finding.cause) + " (" +
              std::string(severity_word(one.severity)) + ", " +
              count_of(one.goroutines, "goroutine");
  if (one.finding.site != kNone) note.text += " at " + place(model, one.finding.site);
  note.text += "): " + std::string(rule.reason);
  return note;
}

}  // namespace

void find_own_causes(const Model& model, const Rules& rules, Findings& out) noexcept {
  for (const auto& pack : rules.packs.packs()) {
    for (const OwnCause& own : pack->causes) {
      if (!own.looks) continue;
      const Matched matched = find_matching(model, rules.names, own.match);
      if (matched.groups.empty()) continue;
      out.push_back(finding_of(model, own, matched));
    }
  }
}

void drop_ignored(const Model& model, const Rules& rules, std::vector<Diagnosed>& all,
                  std::vector<Note>& notes) noexcept {
  std::vector<Diagnosed> kept;
  std::vector<int> place_of(all.size(), -1);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (const IgnoreRule* rule = rule_for(model, rules, all[i])) {
      notes.push_back(note_of(model, *rule, all[i]));
      continue;
    }
    place_of[i] = static_cast<int>(kept.size());
    kept.push_back(std::move(all[i]));
  }
  for (Diagnosed& one : kept) {
    if (one.explained_by >= 0)
      one.explained_by = place_of[static_cast<std::size_t>(one.explained_by)];
  }
  all.swap(kept);
}

}  // namespace gowhy
