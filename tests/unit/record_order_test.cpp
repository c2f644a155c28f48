#include "record_order.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "format_support.h"
#include "reader_support.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

// What tells a record from all others, and what it carries with it.
using Seen = std::tuple<std::uint64_t, std::uint64_t, std::uint32_t, std::uint16_t, std::uint32_t>;

std::vector<Seen> seen(const Dump& dump) {
  std::vector<Seen> all;
  for (const Record& record : dump.records) {
    all.emplace_back(record.offset, record.id, record.group, record.snapshot, record.args);
  }
  return all;
}

bool belongs(const Record& record, std::uint16_t snapshot) {
  return record.snapshot == snapshot && !record.extra;
}

}  // namespace

TEST_CASE("records of a group come by id, first those of the snapshot, and none is lost",
          "[records]") {
  const std::string name = "http_transport_per_request/client_per_call.go1.27.n40.debug2.txt";
  const std::string text = read_dump(name) + "\n" + read_dump(name);
  const auto snapshot = static_cast<std::uint16_t>(GENERATE(0, 1));
  Dump dump;
  read_text(dump, text);
  REQUIRE(dump.snapshots.size() == 2);
  // As printed, the goroutines of the groups are mixed.
  const auto by_group = [](const Record& a, const Record& b) { return a.group < b.group; };
  REQUIRE_FALSE(std::is_sorted(dump.records.begin(), dump.records.end(), by_group));
  std::vector<Seen> before = seen(dump);

  order_records(dump, snapshot);

  const auto in_order = [&](const Record& a, const Record& b) {
    const auto key = [&](const Record& record) {
      return std::tuple(record.group, !belongs(record, snapshot), record.id);
    };
    return key(a) < key(b);
  };
  CHECK(std::is_sorted(dump.records.begin(), dump.records.end(), in_order));
  std::vector<Seen> after = seen(dump);
  std::sort(before.begin(), before.end());
  std::sort(after.begin(), after.end());
  CHECK(before == after);
}
