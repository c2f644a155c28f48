#include "profile_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "format_support.h"

using namespace gowhy;
using namespace gowhy::test;
using ProfileFeed = Feed<ProfileTextReader>;

namespace {

std::uint64_t counted(const Dump& dump) {
  std::uint64_t sum = 0;
  for (const Sample& sample : dump.samples) sum += sample.count;
  return sum;
}

}  // namespace

TEST_CASE("a goroutine profile becomes samples of groups without state", "[profile_text]") {
  const ProfileFeed feed(read_dump("formats/labels_rates.go1.14.debug1.txt"));
  const Dump& dump = feed.dump;
  REQUIRE(dump.snapshots.size() == 1);
  CHECK(dump.snapshots[0].format == Format::profile_text);
  CHECK(dump.snapshots[0].goroutines == 10);
  CHECK_FALSE(dump.snapshots[0].leak_profile);
  REQUIRE(dump.samples.size() == 2);
  CHECK(dump.samples[0].count == 9);
  CHECK(stack_of(dump, dump.samples[0].group) ==
        "main.(*source).refresh /srv/shop/labels_rates/main.go:18");
  CHECK(dump.groups[dump.samples[0].group].state == kNone);
  CHECK(dump.groups[dump.samples[0].group].created_by == kNone);
  CHECK(dump.groups[dump.samples[0].group].first_offset == 28);
  CHECK(dump.samples[0].labels == kNone);
  CHECK(counted(dump) == 10);
  CHECK(dump.notes.empty());
  CHECK(feed.foreign.empty());
}

TEST_CASE("labels of a text profile (Go 1.15) are kept as JSON", "[profile_text]") {
  for (const char* release : {"1.18", "1.23", "1.27"}) {
    const ProfileFeed feed(
        read_dump(std::string("formats/labels_rates.go") + release + ".debug1.txt"));
    const Dump& dump = feed.dump;
    REQUIRE(dump.samples.size() == 5);
    std::vector<std::string> labels;
    for (const Sample& sample : dump.samples) labels.emplace_back(dump.symbols.text(sample.labels));
    CHECK(std::count(labels.begin(), labels.end(), "") == 2);
    CHECK(std::count(labels.begin(), labels.end(), R"({"currency":"EUR"})") == 1);
    CHECK(std::count(labels.begin(), labels.end(),
                     R"({"currency":"EUR","empty":"","tenant":"north-1"})") == 1);
    CHECK(std::count(labels.begin(), labels.end(),
                     R"({"k:1,2":"ü€😀","note":"a, b: {c} # labels\u0009tab\u000aline",)"
                     R"("path":"C:\\rates \"live\""})") == 1);
    // Labels do not divide groups.
    CHECK(dump.groups.size() == 2);
  }
}

TEST_CASE("a leak profile holds leaked goroutines only", "[profile_text]") {
  for (const char* release : {"1.26", "1.27"}) {
    const ProfileFeed feed(
        read_dump(std::string("formats/labels_rates.go") + release + ".goroutineleak.debug1.txt"));
    REQUIRE(feed.dump.snapshots.size() == 1);
    CHECK(feed.dump.snapshots[0].leak_profile);
    CHECK(feed.dump.snapshots[0].goroutines == 9);
    REQUIRE(feed.dump.groups.size() == 1);
    CHECK(feed.dump.groups[0].flags == kLeaked);
  }
}

TEST_CASE("tabs of a text profile may be blanks or lost", "[profile_text]") {
  const std::string text = read_dump("formats/labels_rates.go1.27.debug1.txt");
  const ProfileFeed plain(text);
  for (const char* tab : {" ", "    ", "\t\t", ""}) {
    const ProfileFeed changed(replace_all(text, "\t", tab));
    INFO("tab as '" << tab << "'");
    CHECK(changed.foreign.empty());
    REQUIRE(changed.dump.samples.size() == plain.dump.samples.size());
    for (std::size_t i = 0; i < plain.dump.samples.size(); ++i) {
      CHECK(stack_of(changed.dump, changed.dump.samples[i].group) ==
            stack_of(plain.dump, plain.dump.samples[i].group));
    }
  }
}

TEST_CASE("blank lines of a text profile may be lost or doubled", "[profile_text]") {
  const std::string text = read_dump("formats/labels_rates.go1.27.debug1.txt");
  for (const std::string& changed :
       {replace_all(text, "\n\n", "\n"), replace_all(text, "\n", "\n\n")}) {
    const ProfileFeed feed(changed);
    CHECK(feed.dump.samples.size() == 5);
    CHECK(counted(feed.dump) == 10);
    CHECK(feed.dump.notes.empty());
    CHECK(feed.dump.groups.size() == 2);
  }
}

TEST_CASE("log lines in a text profile are not lost and do no harm", "[profile_text]") {
  const std::string text = replace_all(read_dump("formats/labels_rates.go1.27.debug1.txt"), "\n\n",
                                       "\n\n2026/11/23 10:00:00 served in 12ms\n");
  const ProfileFeed feed(text);
  CHECK(feed.foreign.size() == 5);
  CHECK(counted(feed.dump) == 10);
}

TEST_CASE("two text profiles in one input are two snapshots", "[profile_text]") {
  const std::string text = read_dump("formats/labels_rates.go1.14.debug1.txt") +
                           read_dump("formats/labels_rates.go1.27.debug1.txt");
  const ProfileFeed feed(text);
  REQUIRE(feed.dump.snapshots.size() == 2);
  CHECK(feed.dump.samples.front().snapshot == 0);
  CHECK(feed.dump.samples.back().snapshot == 1);
}

TEST_CASE("a cut text profile says what is missing", "[profile_text]") {
  const std::string text = read_dump("formats/labels_rates.go1.27.debug1.txt");
  const ProfileFeed feed(text.substr(0, text.size() / 2));
  CHECK(feed.dump.snapshots[0].goroutines == 10);
  CHECK(counted(feed.dump) < 10);
  REQUIRE(find_note(feed.dump, "truncated_profile") != nullptr);
  CHECK(survive_cuts<ProfileTextReader>(text) > 1000);
}

TEST_CASE("profiles of other things get a note and no goroutines", "[profile_text]") {
  for (const char* what : {"heap", "threadcreate", "block", "mutex", "sessions"}) {
    const ProfileFeed feed(
        read_dump(std::string("formats/other_profiles.go1.27.") + what + ".debug1.txt"));
    INFO(what);
    REQUIRE(feed.dump.snapshots.size() == 1);
    CHECK(feed.dump.snapshots[0].format == Format::none);
    CHECK(feed.dump.snapshots[0].goroutines == 0);
    CHECK(feed.dump.samples.empty());
    CHECK(feed.foreign.empty());
    const Note* note = find_note(feed.dump, "other_profile");
    REQUIRE(note != nullptr);
    CHECK(note->text.find(what) != std::string::npos);
    CHECK(note->line == 1);
  }
}

TEST_CASE("what is no profile does not begin one", "[profile_text]") {
  CHECK(ProfileTextReader::begins("goroutine profile: total 206"));
  CHECK(ProfileTextReader::begins("  goroutine profile: total 206\r"));
  CHECK_FALSE(ProfileTextReader::begins("goroutine profile: total"));
  CHECK_FALSE(ProfileTextReader::begins("goroutine profile: total 1x"));
  CHECK_FALSE(ProfileTextReader::begins(" profile: total 3"));
  CHECK_FALSE(ProfileTextReader::begins("goroutine profile: total 99999999999999999999999"));
  CHECK_FALSE(ProfileTextReader::begins("200 @ 0x48c6ea"));
  CHECK_FALSE(ProfileTextReader::begins(""));
}

TEST_CASE("odd records of a text profile", "[profile_text]") {
  const ProfileFeed feed(
      "goroutine profile: total 3\n"
      "# labels: {\"lost\":\"no record\"}\n"
      "2 @ 0x48c6ea\n"
      "#\t0x48c6e9\n"
      "#\tno address\n"
      "#\t0x\tmain.f\n"
      "18446744073709551615 @\n"
      "99999999999999999999 @ 0x1\n");
  CHECK(feed.foreign.size() == 4);
  REQUIRE(feed.dump.samples.size() == 2);
  CHECK(stack_of(feed.dump, feed.dump.samples[0].group) == "0x48c6e9");
  CHECK(stack_of(feed.dump, feed.dump.samples[1].group).empty());
  CHECK(feed.dump.snapshots[0].goroutines == UINT64_MAX);
}

TEST_CASE("records without the profile's first line, and frames without their #",
          "[profile_text]") {
  const std::string text = read_dump("formats/labels_rates.go1.14.debug1.txt");
  const ProfileFeed whole(text);
  std::string pasted = text.substr(text.find('\n') + 1);
  const ProfileFeed headless(pasted);
  for (std::size_t at = 0; (at = pasted.find("#\t0x", at)) != std::string::npos;) {
    pasted.erase(at, 1);
  }
  const ProfileFeed bare(pasted);
  for (const ProfileFeed* feed : {&headless, &bare}) {
    REQUIRE(feed->dump.samples.size() == whole.dump.samples.size());
    CHECK(feed->dump.snapshots[0].goroutines == 10);
    CHECK(feed->dump.snapshots[0].cut);
    CHECK(stack_of(feed->dump, feed->dump.samples[0].group) ==
          stack_of(whole.dump, whole.dump.samples[0].group));
    REQUIRE(feed->dump.notes.size() == 1);
    CHECK(feed->dump.notes[0].code == "truncated_profile");
    CHECK(feed->foreign.empty());
  }
}

TEST_CASE("a stack that was copied without the first line of its record is one goroutine",
          "[profile_text]") {
  const std::string frame = "#\t0x4663d8\tsync.(*Mutex).Lock+0x108\t/go/src/sync/mutex.go:134\n";
  const std::string caller = "#\t0x78e6c5\tshop/pool.(*Pool).get+0x65\t/srv/shop/pool.go:87\n";
  const ProfileFeed stack(frame + caller);
  REQUIRE(stack.dump.samples.size() == 1);
  CHECK(stack.dump.snapshots[0].goroutines == 1);
  CHECK(stack_of(stack.dump, stack.dump.samples[0].group) ==

        "sync.(*Mutex).Lock /go/src/sync/mutex.go:134; shop/pool.(*Pool).get /srv/shop/pool.go:87");
  // Words between two stacks part them; the rest of a record stays before the next one.
  CHECK(ProfileFeed(frame + caller + "and the other one:\n" + caller).dump.samples.size() == 2);
  CHECK(ProfileFeed(caller + "\n3 @ 0x42cb1a 0x42cbfe\n" + frame).dump.snapshots[0].goroutines ==
        4);
  // A heading and a profile of something else have such lines too.
  CHECK_FALSE(ProfileTextReader::begins("#\t0x4663d8"));
  CHECK_FALSE(ProfileTextReader::begins("# Goroutines are stuck in pool.go:87"));
  const std::string record = "1: 4096 [2: 8192] @ 0x42cb1a 0x42cbfe\n" + frame + caller;
  const ProfileFeed heap(record + record);
  CHECK(heap.dump.samples.empty());
  REQUIRE(heap.dump.notes.size() == 1);
  CHECK(heap.dump.notes[0].code == "other_profile");
}
