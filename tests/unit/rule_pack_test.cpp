// Rule packs: what is refused and how, what matches, and what a report then says. The packs are the
// examples of docs/rule-packs.md and small ones made here; the dumps are those of tests/dumps.
#include "rule_pack.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "format_support.h"
#include "gowhy/gowhy.h"
#include "json_scan.h"
#include "report_parts.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

constexpr const char* kImports = "chan_receive_blocked/import_range.go1.27.n40.old.debug2.txt";
constexpr const char* kImportsProfile = "chan_receive_blocked/import_range.go1.27.n40.debug1.txt";
constexpr const char* kPools = "worker_pool_not_stopped/resize_per_upload.go1.27.n10.debug2.txt";
constexpr const char* kFewSessions =
    "timer_loop_never_ends/session_heartbeat.go1.27.n12.old.debug2.txt";
constexpr const char* kManySessions =
    "timer_loop_never_ends/session_heartbeat.go1.27.n40.debug2.txt";

std::string example(const std::string& name) {
  std::ifstream file(std::string(GOWHY_DUMPS) + "/../../docs/rules/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A pack with one cause that has this match.
std::string matching(const std::string& match) {
  return R"({"gowhyRules": 1, "name": "test", "causes": [{"id": "own", "title": "Own",
             "match": )" +
         match + "}]}";
}

Json report_of(const std::string& dump, const std::vector<std::string>& packs,
               Options options = {}) {
  Analysis analysis(std::move(options));
  for (const std::string& pack : packs) REQUIRE(analysis.add_rules(pack).empty());
  const std::string text = read_dump(dump);
  analysis.open("dump.txt");
  analysis.feed(text.data(), text.size());
  analysis.finish();
  return Json::parse(analysis.report());
}

// The finding of a cause, null if there is none.
Json finding(const Json& report, const std::string& cause) {
  for (const Json& one : report["findings"]) {
    if (one["cause"] == cause) return one;
  }
  return nullptr;
}

std::uint64_t found(const std::string& dump, const std::string& match) {
  const Json one = finding(report_of(dump, {matching(match)}), "own");
  return one.is_null() ? 0 : one["goroutines"].get<std::uint64_t>();
}

std::string error_of(const std::string& pack) { return RulePacks().add(pack); }

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an error of a pack names line and field", "[rules]") {
  CHECK(has(error_of("{\n\"gowhyRules\": 1,\n\"name\": }"), "line 3: this is not JSON"));
  CHECK(has(error_of(""), "line 1: this is not JSON"));
  CHECK(error_of("[]") == "line 1: an object is wanted");
  CHECK(error_of("{\"name\": \"a\"}") ==
        "line 1: gowhyRules: must be 1, the version of the format");
  CHECK(error_of("{\n \"gowhyRules\": 1,\n \"name\": 5\n}") == "line 3: name: text is wanted");
  CHECK(error_of("{\"gowhyRules\": 1}") == "line 1: name: is missing");
  CHECK(has(error_of("{\"gowhyRules\": 1, \"name\": \"a\",\n \"rules\": []}"),
            "line 2: rules: there is no such field; there are "));
  CHECK(error_of(matching("\n\n{\"minGoroutines\": \"5\"}")) ==
        "line 4: causes[0].match.minGoroutines: a number is wanted");
  CHECK(error_of(matching("{\"minGoroutines\": -1}")) ==
        "line 2: causes[0].match.minGoroutines: a whole number from 1 is wanted");
  CHECK(error_of(matching("{\"functions\": [\"a\",\n\"b\",\n7]}")) ==
        "line 4: causes[0].match.functions[2]: text is wanted");
  CHECK(has(error_of(matching("{}")), "causes[0].match: is empty"));
  CHECK(has(error_of(matching("{\"with\": {\"with\": {}}}")), "causes[0].match.with.with: there"));
  CHECK(has(error_of(matching("{\"labels\": []}")), "causes[0].match.labels: an object"));
  CHECK(has(error_of(matching("{\"minGoroutines\": 3, \"maxGoroutines\": 2}")),
            "maxGoroutines: is less"));
}

TEST_CASE("ids, severities and causes of a pack are checked", "[rules]") {
  const auto cause = [](const std::string& fields) {
    return R"({"gowhyRules": 1, "name": "t", "causes": [{)" + fields + "}]}";
  };
  CHECK(has(error_of(cause(R"("id": "chan_nil", "title": "T", "match": {"states": "x"})")),
            "causes[0].id: is a built-in cause"));
  CHECK(has(error_of(cause(R"("id": "A b", "title": "T", "match": {"states": "x"})")),
            "causes[0].id: only a-z"));
  CHECK(has(error_of(cause(R"("id": "a", "title": "T")")), "causes[0].match: is missing"));
  CHECK(has(error_of(cause(R"("id": "a", "match": {"states": "x"})")),
            "causes[0].title: is missing"));
  CHECK(has(error_of(cause(R"("id": "a", "title": "T", "severity": "fatal")")),
            "causes[0].severity: one of info, warning, critical"));
  CHECK(has(error_of(cause(R"("id": "a", "title": "T", "summary": "{gorutines} wait")")),
            "causes[0].summary: after {"));
  CHECK(
      has(error_of(cause(
              R"("id": "a", "title": "T", "references": [{"title": "x", "url": "javascript:1"}])")),
          "causes[0].references[0].url: an address"));
  CHECK(has(
      error_of(R"({"gowhyRules": 1, "name": "t", "ignore": [{"cause": "nil", "reason": "r"}]})"),
      "ignore[0].cause: there is no cause"));
  CHECK(has(error_of(R"({"gowhyRules": 1, "name": "t", "ignore": [{"cause": "chan_nil"}]})"),
            "ignore[0].reason: is missing"));
  CHECK(has(error_of(R"({"gowhyRules": 1, "name": "t", "libraries": [{"library": "l",
                         "goroutines": [{"role": "r"}]}]})"),
            "line 2: libraries[0].goroutines[0]: entry, frame or creator"));
  CHECK(has(error_of(R"({"gowhyRules": 1, "name": "t", "libraries": [{"library": "l",
                         "severity": "high", "goroutines": []}]})"),
            "libraries[0].severity: one of info, warning, critical"));
  CHECK(has(error_of(R"({"gowhyRules": 1, "name": "t", "libraries": [{"library": "l", "uses": 3,
                         "goroutines": []}]})"),
            "libraries[0].uses: text or a list of texts"));
  RulePacks packs;
  CHECK(packs.add(matching("{\"states\": \"select\"}")).empty());
  CHECK(packs.add(matching("{\"states\": \"select\"}")) ==
        "line 1: causes[0].id: is the id of an earlier cause");
  CHECK(packs.packs().size() == 1);
}

TEST_CASE("no cut of a pack is taken, and none breaks the reader", "[rules]") {
  const std::string pack = example("northshop.json");
  REQUIRE(pack.size() > 1000);
  REQUIRE(error_of(pack).empty());
  const std::size_t end = pack.rfind('}');
  for (std::size_t size = 0; size <= end; ++size) {
    const std::string error = error_of(pack.substr(0, size));
    REQUIRE(error.substr(0, 5) == "line ");
    REQUIRE(error.find('\n') == std::string::npos);
  }
}

TEST_CASE("what a match asks for", "[rules]") {
  CHECK(found(kImports, R"({"functions": "*csvimport.storeAll"})") == 40);
  CHECK(found(kImports, R"({"functions": ["nobody", "*csvimport.storeAll"]})") == 40);
  CHECK(found(kImports, R"({"functions": "csvimport.storeAll"})") == 0);
  CHECK(found(kImports, R"({"packages": "*/internal/csvimport"})") == 40);
  CHECK(found(kImports, R"({"files": "*/csvimport/import.go"})") == 40);
  CHECK(found(kImports, R"({"creators": "*csvimport.Import"})") == 40);
  CHECK(found(kImports, R"({"files": "*/import.go", "states": "chan receive"})") == 40);
  CHECK(found(kImports, R"({"files": "*/import.go", "states": "select"})") == 0);
  CHECK(found(kImports, R"({"roles": "writes this dump"})") == 1);
  CHECK(found(kImports, R"({"files": "*/import.go", "minGoroutines": 41})") == 0);
  CHECK(found(kImports, R"({"files": "*/import.go", "maxGoroutines": 39})") == 0);
  CHECK(found(kImports, R"({"files": "*/import.go", "with": {"functions": "main.main"}})") == 40);
  CHECK(found(kImports, R"({"files": "*/import.go", "without": {"functions": "main.main"}})") == 0);
  // A profile prints neither states nor minutes.
  CHECK(found(kImportsProfile, R"({"functions": "*csvimport.storeAll"})") == 40);
  CHECK(found(kImportsProfile, R"({"files": "*/import.go", "states": "chan receive"})") == 0);
  CHECK(found(kImportsProfile, R"({"files": "*/import.go", "minWaitMinutes": 1})") == 0);
}

TEST_CASE("minutes and labels are asked of each goroutine", "[rules]") {
  const Json report = report_of(kImports, {matching(R"({"files": "*/import.go",
                                                        "minWaitMinutes": 3})")});
  const Json one = finding(report, "own");
  REQUIRE_FALSE(one.is_null());
  CHECK(one["goroutines"] == 21);
  CHECK(one["goroutineIds"].size() == 21);
  for (const char* labelled :
       {"formats/labels_rates.go1.27.debug2.txt", "formats/labels_rates.go1.27.debug1.txt"}) {
    CHECK(found(labelled, R"({"labels": {"currency": "EUR"}})") == 3);
    CHECK(found(labelled, R"({"labels": {"currency": "EUR", "tenant": "north-*"}})") == 2);
    CHECK(found(labelled, R"({"labels": {"tenant": "south-*"}})") == 0);
  }
}

TEST_CASE("the first example: a cause of one's own", "[rules]") {
  const Json report = report_of(kImports, {example("imports.json")});
  const Json& first = report["findings"][0];
  CHECK(first["cause"] == "price_list_not_closed");
  CHECK(first["title"] == "A rejected price list leaves its writer behind");
  CHECK(first["severity"] == "critical");
  CHECK(first["confidence"] == "likely");
  CHECK(first["goroutines"] == 40);
  CHECK(first["summary"] == report["summary"]["verdict"]);
  CHECK(has(first["summary"], "40 writers of price lists wait for rows at `csvimport.storeAll`"));
  CHECK(has(first["summary"], "the oldest for 5 minutes"));
  CHECK(has(first["fix"], "defer close(rows)"));
  CHECK(first["references"].size() == 1);
  CHECK(first["site"]["line"] == 30);
  CHECK(report["summary"]["restart"].is_string());
  // It says more about the same goroutines than the built-in cause does.
  CHECK(finding(report, "chan_receive_blocked").is_null());
  CHECK(report_of(kImportsProfile, {example("imports.json")})["findings"][0]["cause"] ==
        "price_list_not_closed");
}

TEST_CASE("the second example: a library row names its clients", "[rules]") {
  const Json report = report_of(kPools, {example("imports.json"), example("northshop.json")});
  const Json one = finding(report, "resize_pool_per_upload");
  REQUIRE_FALSE(one.is_null());
  CHECK(has(one["summary"], "10 × `resize.Pool` (gallery resize pool) are open"));
  CHECK(one["fix"] == "Make the pool in `main` and hand it to the handlers.");
  CHECK(finding(report, "worker_pool_not_stopped").is_null());
  bool named = false;
  for (const Json& group : report["groups"]) {
    named = named || group["role"] == "worker of a resize pool";
  }
  CHECK(named);
}

TEST_CASE("a library row may say that too many clients cost little", "[rules]") {
  std::string pack = example("northshop.json");
  const std::string usual = "\"usual\": 1";
  REQUIRE(pack.find(usual) != std::string::npos);
  pack.replace(pack.find(usual), usual.size(), usual + R"(, "severity": "info", "uses": "none")");
  const Json one =
      finding(report_of(kPools, {example("imports.json"), pack}), "resize_pool_per_upload");
  REQUIRE_FALSE(one.is_null());
  CHECK(one["severity"] == "info");
}

TEST_CASE("the second example: a known finding is silent until it grows", "[rules]") {
  const Json before = report_of(kFewSessions, {});
  REQUIRE_FALSE(finding(before, "chan_receive_blocked").is_null());
  const Json few = report_of(kFewSessions, {example("northshop.json")});
  CHECK(finding(few, "chan_receive_blocked").is_null());
  bool said = false;
  for (const Json& note : few["notes"]) {
    if (note["code"] != "ignored_finding") continue;
    said = said || has(note["text"], "SHOP-1412");
    CHECK(has(note["text"], "`northshop` ignores "));
  }
  CHECK(said);
  const Json many = report_of(kManySessions, {example("northshop.json")});
  CHECK_FALSE(finding(many, "chan_receive_blocked").is_null());
}

TEST_CASE("a rule that fits the goroutine that crashed does not hide the crash", "[rules]") {
  const Json report = report_of("panic_nil_dereference/voucher_cli.go1.27.panic.txt",
                                {matching(R"({"functions": "main.(*printer).work"})")});
  CHECK(report["findings"][0]["cause"] == "panic_nil_dereference");
  CHECK_FALSE(finding(report, "own").is_null());
}

TEST_CASE("rules speak of names as they are printed, also when the report is redacted", "[rules]") {
  Options options;
  options.redact = true;
  const Json report = report_of(kImports, {example("imports.json")}, options);
  const Json one = finding(report, "price_list_not_closed");
  REQUIRE_FALSE(one.is_null());
  CHECK(one["goroutines"] == 40);
  CHECK_FALSE(has(report["groups"].dump(), "storeAll"));
  CHECK_FALSE(has(one["site"]["func"], "storeAll"));
}

TEST_CASE("a pack comes before the report", "[rules]") {
  Analysis analysis;
  analysis.report();
  CHECK(has(analysis.add_rules(example("imports.json")), "before the report"));
}

TEST_CASE("places in JSON", "[rules]") {
  const std::string json = "{\"a\": [1,\n {\"b]\": \"}\",\n \"c\": [true, null]}]}";
  CHECK(line_at(json, place_of(json, "a[0]")) == 1);
  CHECK(line_at(json, place_of(json, "a[1]")) == 2);
  CHECK(line_at(json, place_of(json, "a[1].c[1]")) == 3);
  CHECK(json.substr(place_of(json, "a[1].c[1]"), 4) == "null");
  CHECK(place_of(json, "a[1].missing") == place_of(json, "a[1]"));
  CHECK(place_of(json, "a[9]") == place_of(json, "a"));
}
