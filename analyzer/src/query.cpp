#include "query.h"

#include <algorithm>

#include "lines.h"
#include "regex.h"
#include "report_parts.h"
#include "roles.h"

namespace gowhy {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// One term from the text at `at`, quotes kept together and taken off; moves `at` behind it.
std::string next_word(std::string_view text, std::size_t& at) {
  std::string word;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '\\' && quoted && at + 1 < text.size()) {
      word.push_back(text[++at]);
    } else if (!quoted && (c == ' ' || c == '\t' || c == '\n')) {
      break;
    } else {
      word.push_back(c);
    }
  }
  return word;
}

bool text_fits(std::string_view value, bool regex, std::string_view text) {
  const std::string lowered = lower(text);
  if (regex) return regex_finds(value, lowered);
  if (value.find('*') != std::string_view::npos) return matches_glob(value, lowered);
  return lowered.find(value) != std::string::npos;
}

bool number_fits(char compare, std::int64_t wanted, std::int64_t value) {
  if (compare == '>') return value > wanted;
  if (compare == '<') return value < wanted;
  return value == wanted;
}

}  // namespace

Query::Query(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string word = next_word(text, at);
    if (!word.empty()) add(word);
    ++at;
  }
}

void Query::add(std::string_view word) {
  struct Name {
    std::string_view name;
    Field field;
  };
  constexpr Name kNames[] = {
      {"age", Field::age},         {"count", Field::count}, {"created", Field::created},
      {"file", Field::file},       {"fn", Field::function}, {"func", Field::function},
      {"id", Field::id},           {"label", Field::label}, {"origin", Field::origin},
      {"package", Field::package}, {"pkg", Field::package}, {"role", Field::role},
      {"state", Field::state}};
  Term term;
  if (word.size() > 1 && word[0] == '-') {
    term.negated = true;
    word.remove_prefix(1);
  }
  const std::size_t colon = word.find(':');
  const std::string field = lower(word.substr(0, colon));
  for (const Name& name : kNames) {
    if (colon != std::string_view::npos && name.name == field) {
      term.field = name.field;
      word.remove_prefix(colon + 1);
      break;
    }
  }
  if (!word.empty() && word[0] == '~') {
    term.regex = true;
    word.remove_prefix(1);
  }
  term.value = lower(word);
  const bool numeric =
      term.field == Field::age || term.field == Field::count || term.field == Field::id;
  if (numeric && !parse_number(term)) {
    error_ =
        "`" + field + ":" + std::string(word) + "` needs a number, as in `age:>5m` or `count:>10`";
    return;
  }
  terms_.push_back(std::move(term));
}

bool Query::parse_number(Term& term) {
  std::string_view text = term.value;
  if (!text.empty() && (text[0] == '<' || text[0] == '>')) {
    term.compare = text[0];
    text.remove_prefix(1);
  }
  std::uint64_t value = 0;
  std::size_t used = 0;
  if (!parse_uint(text, value, used) || value > INT64_MAX / 1440) return false;
  text.remove_prefix(used);
  std::int64_t factor = 1;
  if (term.field == Field::age) {
    if (text == "h")
      factor = 60;
    else if (text == "d")
      factor = std::int64_t{24} * 60;
    else if (!text.empty() && text != "m" && text != "min")
      return false;
  } else if (!text.empty()) {
    return false;
  }
  term.number = static_cast<std::int64_t>(value) * factor;
  return true;
}

bool Query::group_matches(const Model& model, const GroupFacts& facts,
                          const Term& term) const noexcept {
  const auto any_frame = [&](auto text_of) {
    return std::any_of(facts.frames.begin(), facts.frames.end(), [&](std::uint32_t frame) {
      return text_fits(term.value, term.regex, text_of(frame));
    });
  };
  const auto file_of = [&](std::uint32_t frame) {
    return model.dump().symbols.text(model.dump().symbols.frame_at(frame).file);
  };
  const auto name_of = [&](std::uint32_t frame) { return model.name(frame); };
  switch (term.field) {
    case Field::state:
      return text_fits(term.value, term.regex, facts.state);
    case Field::count:
      return number_fits(term.compare, term.number, static_cast<std::int64_t>(facts.count));
    case Field::package:
      return any_frame([&](std::uint32_t frame) { return model.function(frame).package; });
    case Field::function:
      return any_frame(name_of);
    case Field::file:
      return any_frame(file_of);
    case Field::role:
      if (term.value == "normal") return facts.normal;
      return facts.role != nullptr && text_fits(term.value, term.regex, facts.role->name);
    case Field::origin:
      return any_frame([&](std::uint32_t frame) { return origin_word(model.origin(frame)); });
    case Field::created:
      return text_fits(term.value, term.regex, model.creator(facts));
    case Field::any:
      return any_frame(name_of) || any_frame(file_of) ||
             text_fits(term.value, term.regex, facts.state) ||
             text_fits(term.value, term.regex, model.creator(facts)) ||
             (facts.role != nullptr && text_fits(term.value, term.regex, facts.role->name));
    case Field::age:
    case Field::label:
    case Field::id:
      break;
  }
  return false;
}

bool Query::record_matches(const Model& model, const Record& record,
                           const Term& term) const noexcept {
  if (term.field == Field::age) {
    return record.minutes >= 0 && number_fits(term.compare, term.number, record.minutes);
  }
  if (term.field == Field::id) {
    return number_fits(term.compare, term.number, static_cast<std::int64_t>(record.id));
  }
  const Json labels = Json::parse(model.dump().symbols.text(record.labels), nullptr, false);
  if (!labels.is_object()) return false;
  const std::size_t equals = term.value.find('=');
  const std::string key = term.value.substr(0, equals);
  for (const auto& [name, value] : labels.items()) {
    if (lower(name) != key || !value.is_string()) continue;
    if (equals == std::string::npos) return true;
    return text_fits(term.value.substr(equals + 1), term.regex, value.get<std::string>());
  }
  return false;
}

std::uint64_t Query::matching(const Model& model, std::uint32_t group) const noexcept {
  const GroupFacts& facts = model.group(group);
  bool each = false;
  for (const Term& term : terms_) {
    if (term.field == Field::age || term.field == Field::label || term.field == Field::id) {
      each = true;
    } else if (group_matches(model, facts, term) == term.negated) {
      return 0;
    }
  }
  if (!each) return facts.count;
  std::uint64_t count = 0;
  const auto fits = [&](const Record& record) {
    return std::all_of(terms_.begin(), terms_.end(), [&](const Term& term) {
      const bool of_record =
          term.field == Field::age || term.field == Field::label || term.field == Field::id;
      return !of_record || record_matches(model, record, term) != term.negated;
    });
  };
  for (std::uint32_t record : facts.records) count += fits(model.dump().records[record]) ? 1 : 0;
  if (facts.records.empty()) {
    for (const Sample& sample : model.dump().samples) {
      if (sample.group != facts.group || sample.snapshot != model.snapshot_index()) continue;
      Record record;
      record.labels = sample.labels;
      if (fits(record)) count += sample.count;
    }
  }
  return count;
}

}  // namespace gowhy
