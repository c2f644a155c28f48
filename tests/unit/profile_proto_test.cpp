#include "profile_proto.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <random>

#include "format_support.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

Dump read_profile(std::string_view bytes, std::size_t chunk = SIZE_MAX) {
  Dump dump;
  dump.snapshots.emplace_back();
  ProfileProtoReader reader(dump, 0);
  while (!bytes.empty()) {
    const std::size_t size = std::min(chunk, bytes.size());
    reader.feed(bytes.data(), size);
    bytes.remove_prefix(size);
  }
  reader.end();
  return dump;
}

std::string varint(std::uint64_t value) {
  std::string out;
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>(value | 0x80));
  out.push_back(static_cast<char>(value));
  return out;
}
std::string number(unsigned field, std::uint64_t value) {
  return varint(std::uint64_t{field} << 3) + varint(value);
}
std::string bytes(unsigned field, std::string_view value) {
  return varint((std::uint64_t{field} << 3) | 2) + varint(value.size()) + std::string(value);
}

// Strings 0 "", 1 goroutine, 2 count, 3 main.f, 4 /a/main.go, 5 key, 6 value, 7 main.g.
std::string strings() {
  std::string out;
  for (const char* text :
       {"", "goroutine", "count", "main.f", "/a/main.go", "key", "value", "main.g"}) {
    out += bytes(6, text);
  }
  return out;
}
std::string sample_type() { return bytes(1, number(1, 1) + number(2, 2)); }

std::uint64_t counted(const Dump& dump) {
  std::uint64_t sum = 0;
  for (const Sample& sample : dump.samples) sum += sample.count;
  return sum;
}

}  // namespace

TEST_CASE("a goroutine profile as Go writes it", "[profile_proto]") {
  for (const char* release : {"1.14", "1.18", "1.20", "1.27"}) {
    const std::string file =
        read_dump(std::string("formats/labels_rates.go") + release + ".debug0.pb");
    INFO(release);
    REQUIRE(ProfileProtoReader::looks_like(file));
    const Dump dump = read_profile(file);
    CHECK(dump.snapshots[0].format == Format::profile_proto);
    CHECK(dump.snapshots[0].goroutines == 11);
    CHECK(counted(dump) == 11);
    CHECK(dump.groups.size() == 3);
    CHECK(dump.notes.empty());
    const std::string stack = stack_of(dump, dump.samples[0].group);
    // Unlike debug=1 the runtime's frames are there, so the operation can be told.
    CHECK(stack.find("runtime.chansend1 ") != std::string::npos);
    CHECK(stack.find("; main.(*source).refresh /srv/shop/labels_rates/main.go:18") !=
          std::string::npos);
    CHECK(dump.groups[dump.samples[0].group].state == kNone);
  }
}

TEST_CASE("labels of a protobuf profile are those of its text form", "[profile_proto]") {
  for (const char* release : {"1.18", "1.20", "1.27"}) {
    const Dump dump =
        read_profile(read_dump(std::string("formats/labels_rates.go") + release + ".debug0.pb"));
    std::vector<std::string> labels;
    for (const Sample& sample : dump.samples) labels.emplace_back(dump.symbols.text(sample.labels));
    for (const char* expected :
         {"", R"({"currency":"EUR"})", R"({"currency":"EUR","empty":"","tenant":"north-1"})",
          R"({"k:1,2":"ü€😀","note":"a, b: {c} # labels\u0009tab\u000aline",)"
          R"("path":"C:\\rates \"live\""})"}) {
      INFO(expected);
      CHECK(std::count(labels.begin(), labels.end(), expected) >= 1);
    }
  }
}

TEST_CASE("a protobuf profile may come in pieces", "[profile_proto]") {
  const std::string file = read_dump("formats/labels_rates.go1.27.debug0.pb");
  for (const std::size_t chunk : {1u, 7u, 1000u}) {
    CHECK(read_profile(file, chunk).groups.size() == 3);
  }
}

TEST_CASE("inlined calls of a protobuf profile are marked", "[profile_proto]") {
  const Dump dump = read_profile(read_dump("formats/labels_rates.go1.27.debug0.pb"));
  std::size_t inlined = 0, real = 0;
  for (std::uint32_t id = 0; id < dump.symbols.frame_count(); ++id) {
    (dump.symbols.frame_at(id).inlined ? inlined : real) += 1;
  }
  CHECK(inlined > 0);
  CHECK(real > inlined);
}

TEST_CASE("a leak profile as protobuf", "[profile_proto]") {
  for (const char* release : {"1.26", "1.27"}) {
    const Dump dump = read_profile(
        read_dump(std::string("formats/labels_rates.go") + release + ".leak.debug0.pb"));
    CHECK(dump.snapshots[0].leak_profile);
    CHECK(dump.snapshots[0].goroutines == 9);
    REQUIRE(dump.groups.size() == 1);
    CHECK(dump.groups[0].flags == kLeaked);
  }
}

TEST_CASE("protobuf profiles of other things get a note", "[profile_proto]") {
  const std::pair<const char*, const char*> kinds[] = {{"heap", "of heap"},
                                                       {"cpu", "of CPU time"},
                                                       {"mutex", "contention"},
                                                       {"threadcreate", "of threadcreate"}};
  for (const auto& [what, words] : kinds) {
    const std::string file =
        read_dump(std::string("formats/other_profiles.go1.27.") + what + ".debug0.pb");
    INFO(what);
    CHECK(ProfileProtoReader::looks_like(file));
    const Dump dump = read_profile(file);
    CHECK(dump.snapshots[0].format == Format::none);
    CHECK(dump.samples.empty());
    REQUIRE(find_note(dump, "other_profile") != nullptr);
    CHECK(find_note(dump, "other_profile")->text.find(words) != std::string::npos);
  }
}

TEST_CASE("text does not look like a protobuf profile", "[profile_proto]") {
  for (const char* text :
       {"", "\n", "\n\n\n", "goroutine 1 [running]:\n", "Z", "Zebra", "HTTP/1.1 200 OK\r\n",
        "\n\x04", "\n  at main.go", "{\"log\":\"x\"}", "\x1f\x8b\x08", "PK\x03\x04", "Hello\n"}) {
    INFO(text);
    CHECK_FALSE(ProfileProtoReader::looks_like(text));
  }
}

TEST_CASE("unknown ids, unsymbolised code and wild references", "[profile_proto]") {
  const std::string location =
      bytes(4, number(1, 900) + number(3, 0x4a1b) + bytes(4, number(1, 77) + number(2, 12)));
  const std::string function = bytes(5, number(1, 77) + number(2, 3) + number(4, 4));
  const std::string nameless = bytes(4, number(1, 5) + number(3, 0x4a1b));
  const std::string sample = bytes(2, bytes(1, varint(900)) + bytes(2, varint(3)));
  SECTION("ids need not be in order, tables may follow or precede") {
    const Dump dump = read_profile(sample_type() + sample + location + function + strings());
    REQUIRE(dump.samples.size() == 1);
    CHECK(stack_of(dump, dump.samples[0].group) == "main.f /a/main.go:12");
  }
  SECTION("numbers need not be packed") {
    const Dump dump = read_profile(sample_type() + strings() + location + function +
                                   bytes(2, number(1, 900) + number(1, 900) + number(2, 3)));
    CHECK(stack_of(dump, dump.samples.at(0).group) == "main.f /a/main.go:12; main.f /a/main.go:12");
  }
  SECTION("code without a name is its address") {
    const Dump dump =
        read_profile(sample_type() + strings() + nameless + bytes(2, number(1, 5) + number(2, 1)));
    CHECK(stack_of(dump, dump.samples.at(0).group) == "0x4a1b");
  }
  SECTION("references to nothing are counted, not followed") {
    const Dump dump = read_profile(sample_type() + strings() + sample + location);
    CHECK(stack_of(dump, dump.samples.at(0).group) == "0x4a1b");
    REQUIRE(find_note(dump, "bad_profile") != nullptr);
  }
  SECTION("a profile without sample types") {
    const Dump dump = read_profile(strings() + sample);
    CHECK(dump.samples.empty());
    CHECK(find_note(dump, "other_profile") != nullptr);
  }
}

TEST_CASE("stacks do not depend on the samples before them, nor on how ids are packed",
          "[profile_proto]") {
  // Ids of one, two and three bytes, which begin alike more often than they are.
  const std::uint64_t known[] = {1, 2, 127, 128, 129, 256, 257, 16512, 16513};
  std::string file = sample_type() + strings() + bytes(5, number(1, 1) + number(2, 3));
  for (const std::uint64_t id : known) {
    file += bytes(4, number(1, id) + bytes(4, number(1, 1) + number(2, 2 * id)) +
                         (id % 2 == 0 ? bytes(4, number(1, 1) + number(2, 2 * id + 1)) : ""));
  }
  std::mt19937 random(5);
  std::vector<std::uint64_t> ids;
  std::vector<std::string> expected;
  for (int i = 0; i < 2000; ++i) {
    ids.resize(random() % (ids.size() + 1));  // the beginning of the one before
    for (std::size_t more = random() % 5; more > 0; --more) {
      ids.push_back(known[random() % std::size(known)]);
    }
    std::string stack;
    for (const std::uint64_t id : ids) {
      for (std::uint64_t line = 2 * id; line <= 2 * id + 1 - id % 2; ++line) {
        stack += (stack.empty() ? "main.f :" : "; main.f :") + std::to_string(line);
      }
    }
    expected.push_back(stack);
    std::string fields, packed;
    const std::size_t alone = random() % 2 == 0 ? random() % (ids.size() + 1) : 0;
    for (std::size_t k = 0; k < ids.size(); ++k) {
      if (k >= alone)
        packed += varint(ids[k]);
      else if (random() % 2 == 0)
        fields += number(1, ids[k]);
      else
        fields += bytes(1, varint(ids[k]));
    }
    file += bytes(2, fields + bytes(1, packed) + number(2, 1));
  }
  const Dump dump = read_profile(file);
  REQUIRE(dump.samples.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(stack_of(dump, dump.samples[i].group) == expected[i]);
  }
}

TEST_CASE("the difference of two profiles", "[profile_proto]") {
  const std::string function = bytes(5, number(1, 1) + number(2, 3));
  const std::string location = bytes(4, number(1, 1) + bytes(4, number(1, 1)));
  const Dump dump = read_profile(sample_type() + strings() + function + location +
                                 number(10, 5000000000) + bytes(2, number(1, 1) + number(2, 4)) +
                                 bytes(2, number(1, 1) + number(2, ~std::uint64_t{2})));
  CHECK(dump.snapshots[0].goroutines == 4);
  REQUIRE(find_note(dump, "delta_profile") != nullptr);
  CHECK(find_note(dump, "delta_profile")->text.find("leaves out 3 ") != std::string::npos);
}

TEST_CASE("counts that cannot be do not overflow", "[profile_proto]") {
  const std::string huge = bytes(2, number(2, INT64_MAX));
  const Dump dump = read_profile(sample_type() + strings() + huge + huge + huge);
  CHECK(dump.snapshots[0].goroutines == UINT64_MAX);
}

TEST_CASE("a small profile cannot make a large dump", "[profile_proto]") {
  // 200 lines to a location, 200 locations, and stacks that share no beginning.
  std::string file =
      sample_type() + strings() + bytes(5, number(1, 1) + number(2, 3) + number(4, 4));
  for (std::uint64_t id = 1; id <= 200; ++id) {
    std::string lines;
    for (std::uint64_t i = 0; i < 200; ++i)
      lines += bytes(4, number(1, 1) + number(2, id * 1000 + i));
    file += bytes(4, number(1, id) + lines);
  }
  for (std::uint64_t i = 0; i < 20000; ++i) {
    std::string ids;
    for (std::uint64_t k = 0; k < 6; ++k) ids += varint(1 + (i * (7 + 13 * k) + k) % 200);
    file += bytes(2, bytes(1, ids) + number(2, 1));
  }
  const Dump dump = read_profile(file);
  CHECK(dump.symbols.node_count() < 4 * file.size() + 5000);
  CHECK(find_note(dump, "bad_profile") != nullptr);
}

TEST_CASE("one long string cannot be made many", "[profile_proto]") {
  std::string file = sample_type() + strings() + bytes(6, std::string(100000, 'x')) +
                     bytes(5, number(1, 1) + number(2, 3) + number(4, 8));
  for (std::uint64_t id = 1; id <= 10000; ++id) {
    file += bytes(4, number(1, id) + bytes(4, number(1, 1) + number(2, id)));
    file += bytes(2, number(1, id) + number(2, 1));
  }
  const Dump dump = read_profile(file);
  CHECK(dump.symbols.bytes() < 64 * file.size());
}

TEST_CASE("every cut and every flipped byte of a profile is survived", "[profile_proto]") {
  const std::string file = read_dump("formats/labels_rates.go1.27.debug0.pb");
  for (std::size_t size = 0; size < file.size(); ++size) {
    const Dump dump = read_profile(std::string_view(file).substr(0, size));
    CHECK(dump.snapshots[0].goroutines <= 11);
  }
  for (std::size_t at = 0; at < file.size(); ++at) {
    for (const int flip : {0x01, 0x80, 0xff}) {
      std::string changed = file;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      read_profile(changed);
    }
  }
}
