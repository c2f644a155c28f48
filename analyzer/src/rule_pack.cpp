#include "rule_pack.h"

#include <algorithm>

#include "pack_reader.h"

namespace gowhy {
namespace {

constexpr std::string_view kPlaceholders[] = {"{goroutines}", "{oldest}", "{site}", "{creator}",
                                              "{with}"};

class Checker {
 public:
  Checker(std::string_view json, const RulePacks& earlier, RulePack& pack)
      : reader_(json), earlier_(earlier), pack_(pack) {}

  std::string check(const Json& root) {
    if (!reader_.is_object(root, "",
                           {"$schema", "gowhyRules", "name", "libraries", "causes", "ignore"})) {
      return reader_.error();
    }
    if (!root.contains("gowhyRules") || root["gowhyRules"] != 1) {
      reader_.fail("gowhyRules", "must be 1, the version of the format");
    }
    pack_.name = keep(reader_.text(root, "", "name", true));
    each(root, "", "causes", [&](const Json& item, const std::string& path) { cause(item, path); });
    each(root, "", "libraries",
         [&](const Json& item, const std::string& path) { library(item, path); });
    each(root, "", "ignore",
         [&](const Json& item, const std::string& path) { ignore(item, path); });
    for (std::size_t i = 0; i < pack_.causes.size(); ++i) {
      const OwnCause& one = pack_.causes[i];
      const bool named = std::any_of(pack_.roles.begin(), pack_.roles.end(),
                                     [&](const Role& role) { return role.cause == one.info.id; });
      if (!one.looks && !named) reader_.fail(item_path("causes", i) + ".match", "is missing");
    }
    return reader_.error();
  }

 private:
  std::string_view keep(std::string_view text) { return pack_.texts.copy(text); }
  std::string_view kept(const Json& object, const std::string& path, const char* field,
                        bool needed = false) {
    return keep(reader_.text(object, path, field, needed));
  }

  template <typename Take>
  void each(const Json& object, const std::string& path, const char* field, Take take) {
    const Json* items = reader_.list(object, path, field);
    if (items == nullptr) return;
    for (std::size_t i = 0; i < items->size(); ++i) {
      take((*items)[i], item_path(field_path(path, field), i));
    }
  }

  void library(const Json& item, const std::string& path) {
    if (!reader_.is_object(
            item, path,
            {"library", "module", "versions", "cause", "client", "made", "close", "severity",
             "uses", "usual", "verified", "source", "note", "goroutines"})) {
      return;
    }
    Role row;
    row.library = kept(item, path, "library", true);
    row.module = kept(item, path, "module");
    row.client = kept(item, path, "client");
    row.made = kept(item, path, "made");
    row.close = kept(item, path, "close");
    row.cause = kept(item, path, "cause");
    if (item.contains("severity")) row.severity = severity(item, path);
    std::string uses;
    for (const std::string& one : reader_.texts(item, path, "uses")) {
      uses += (uses.empty() ? "" : "; ") + one;
    }
    row.uses = keep(uses);
    for (const char* unused : {"versions", "source", "note"}) reader_.text(item, path, unused);
    row.usual_clients = reader_.number(item, path, "usual", 4);
    row.verified = reader_.flag(item, path, "verified", false);
    if (!row.cause.empty() && find_cause(row.cause) == nullptr && !is_own(row.cause)) {
      reader_.fail(field_path(path, "cause"), "there is no cause of this id");
    }
    if (!item.contains("goroutines")) reader_.fail(field_path(path, "goroutines"), "is missing");
    each(item, path, "goroutines",
         [&](const Json& one, const std::string& inner) { goroutine(one, inner, row); });
  }

  // How many are usual defaults as in scripts/build-tables.mjs.
  void goroutine(const Json& item, const std::string& path, Role row) {
    if (!reader_.is_object(
            item, path,
            {"role", "entry", "frame", "creator", "per", "count", "usual", "normal", "bare"})) {
      return;
    }
    row.name = kept(item, path, "role", true);
    row.entry = kept(item, path, "entry");
    row.frame = kept(item, path, "frame");
    row.creator = kept(item, path, "creator");
    if (row.entry.empty() && row.frame.empty() && row.creator.empty()) {
      reader_.fail(path, "entry, frame or creator is wanted, or the row would fit everything");
    }
    row.per = static_cast<Role::Per>(reader_.choice(
        item, path, "per", {"client", "connection", "operation", "process", "server"}, 3));
    row.count = reader_.number(item, path, "count", 1, 1);
    const bool per_client = row.per == Role::Per::client || row.per == Role::Per::server;
    row.usual =
        reader_.number(item, path, "usual", per_client ? row.usual_clients * row.count : 64);
    row.normal = reader_.flag(item, path, "normal", true);
    row.bare = reader_.flag(item, path, "bare", false);
    pack_.roles.push_back(row);
  }

  void cause(const Json& item, const std::string& path) {
    if (!reader_.is_object(
            item, path,
            {"id", "title", "severity", "confidence", "match", "summary", "next", "restart",
             "normalWhen", "explanation", "confirm", "fix", "references"})) {
      return;
    }
    OwnCause one;
    one.pack = pack_.name;
    one.info.id = kept(item, path, "id", true);
    one.info.title = kept(item, path, "title", true);
    one.info.category = "rules";
    one.info.severity = severity(item, path);
    one.confidence = static_cast<Confidence>(
        reader_.choice(item, path, "confidence", {"possible", "likely", "certain"}, 1));
    one.summary = kept(item, path, "summary");
    one.next = kept(item, path, "next");
    one.restart = kept(item, path, "restart");
    one.looks = item.contains("match");
    if (one.looks) one.match = match(item["match"], field_path(path, "match"), true);
    one.words = words(item, path);
    check_id(one.info.id, field_path(path, "id"));
    check_placeholders(one.summary, field_path(path, "summary"));
    pack_.causes.push_back(std::move(one));
  }

  std::string_view severity(const Json& item, const std::string& path) {
    constexpr std::string_view kWords[] = {"info", "warning", "critical"};
    return kWords[reader_.choice(item, path, "severity", {"info", "warning", "critical"}, 1)];
  }

  std::string words(const Json& item, const std::string& path) {
    Json words = Json::object();
    for (const char* name : {"normalWhen", "explanation", "confirm", "fix"}) {
      words[name] = reader_.text(item, path, name);
    }
    words["references"] = Json::array();
    each(item, path, "references", [&](const Json& one, const std::string& inner) {
      if (!reader_.is_object(one, inner, {"title", "url"})) return;
      const std::string url = reader_.text(one, inner, "url", true);
      // The page makes links of them.
      if (url.substr(0, 8) != "https://" && url.substr(0, 7) != "http://") {
        reader_.fail(field_path(inner, "url"), "an address with https:// or http:// is wanted");
      }
      words["references"].push_back(
          {{"title", reader_.text(one, inner, "title", true)}, {"url", url}});
    });
    return dumped(words);
  }

  void ignore(const Json& item, const std::string& path) {
    if (!reader_.is_object(item, path, {"cause", "match", "reason"})) return;
    IgnoreRule rule;
    rule.pack = pack_.name;
    rule.cause = kept(item, path, "cause", true);
    rule.reason = kept(item, path, "reason", true);
    const bool pattern = rule.cause.find('*') != std::string_view::npos;
    if (!pattern && find_cause(rule.cause) == nullptr && !is_own(rule.cause)) {
      reader_.fail(field_path(path, "cause"),
                   "there is no cause of this id; `gowhy causes` lists them");
    }
    if (item.contains("match")) rule.match = match(item["match"], field_path(path, "match"), true);
    pack_.ignored.push_back(std::move(rule));
  }

  RuleMatch match(const Json& item, const std::string& path, bool outer) {
    RuleMatch match;
    const bool is_match =
        outer ? reader_.is_object(
                    item, path,
                    {"functions", "packages", "files", "states", "creators", "roles", "labels",
                     "minWaitMinutes", "minGoroutines", "maxGoroutines", "with", "without"})
              : reader_.is_object(item, path,
                                  {"functions", "packages", "files", "states", "creators", "roles",
                                   "labels", "minWaitMinutes", "minGoroutines", "maxGoroutines"});
    if (!is_match) return match;
    if (item.empty()) reader_.fail(path, "is empty and would fit everything");
    match.functions = reader_.texts(item, path, "functions");
    match.packages = reader_.texts(item, path, "packages");
    match.files = reader_.texts(item, path, "files");
    match.states = reader_.texts(item, path, "states");
    match.creators = reader_.texts(item, path, "creators");
    match.roles = reader_.texts(item, path, "roles");
    match.labels = labels(item, path);
    if (item.contains("minWaitMinutes")) {
      const std::uint32_t minutes = reader_.number(item, path, "minWaitMinutes", 0);
      match.min_wait_minutes = static_cast<std::int32_t>(std::min(minutes, 0x7FFFFFFFu));
    }
    match.min_goroutines = reader_.number(item, path, "minGoroutines", 1, 1);
    if (item.contains("maxGoroutines")) {
      match.max_goroutines = reader_.number(item, path, "maxGoroutines", 1, 1);
      if (match.max_goroutines < match.min_goroutines) {
        reader_.fail(field_path(path, "maxGoroutines"), "is less than minGoroutines");
      }
    }
    if (item.contains("with")) match.with.push_back(inner(item, path, "with"));
    if (item.contains("without")) match.without.push_back(inner(item, path, "without"));
    return match;
  }
  RuleMatch inner(const Json& item, const std::string& path, const char* field) {
    return match(item[field], field_path(path, field), false);
  }

  std::vector<std::pair<std::string, std::string>> labels(const Json& item,
                                                          const std::string& path) {
    std::vector<std::pair<std::string, std::string>> all;
    const auto found = item.find("labels");
    if (found == item.end()) return all;
    const std::string inner = field_path(path, "labels");
    if (!found->is_object() || found->empty()) {
      reader_.fail(inner, "an object of names and patterns is wanted");
      return all;
    }
    for (const auto& [key, value] : found->items()) {
      if (value.is_string()) {
        all.emplace_back(key, value.get<std::string>());
      } else {
        reader_.fail(field_path(inner, key), "text is wanted");
      }
    }
    return all;
  }

  [[nodiscard]] bool is_own(std::string_view id) const {
    return earlier_.find(id) != nullptr ||
           std::any_of(pack_.causes.begin(), pack_.causes.end(),
                       [&](const OwnCause& one) { return one.info.id == id; });
  }

  void check_id(std::string_view id, const std::string& path) {
    const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!plain) reader_.fail(path, "only a-z, 0-9 and _ may stand in it");
    if (find_cause(id) != nullptr) {
      reader_.fail(path,
                   "is a built-in cause; give yours another id, and silence that with ignore");
    }
    if (is_own(id)) reader_.fail(path, "is the id of an earlier cause");
  }

  // A slip in a placeholder would otherwise be seen by the first reader of a report.
  void check_placeholders(std::string_view text, const std::string& path) {
    for (std::size_t at = text.find('{'); at != std::string_view::npos;
         at = text.find('{', at + 1)) {
      const bool known =
          std::any_of(std::begin(kPlaceholders), std::end(kPlaceholders),
                      [&](std::string_view one) { return text.substr(at, one.size()) == one; });
      if (!known) {
        reader_.fail(path, "after { only goroutines}, oldest}, site}, creator} or with} may stand");
      }
    }
  }

  PackReader reader_;
  const RulePacks& earlier_;
  RulePack& pack_;
};

}  // namespace

std::string RulePacks::add(std::string_view json) noexcept {
  const Json root = Json::parse(json.begin(), json.end(), nullptr, false);
  if (root.is_discarded()) return syntax_error(json);
  auto pack = std::make_unique<RulePack>();
  std::string error = Checker(json, *this, *pack).check(root);
  if (!error.empty()) return error;
  roles_.insert(roles_.end(), pack->roles.begin(), pack->roles.end());
  packs_.push_back(std::move(pack));
  return {};
}

const OwnCause* RulePacks::find(std::string_view id) const noexcept {
  for (const auto& pack : packs_) {
    for (const OwnCause& one : pack->causes) {
      if (one.info.id == id) return &one;
    }
  }
  return nullptr;
}

}  // namespace gowhy
