#include "operations.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "format_support.h"
#include "measured_calls.h"
#include "model.h"
#include "reader.h"

using namespace gowhy;
using namespace gowhy::test;

namespace {

// What a stack waits for, newest function first.
Operation stack(std::string_view state, const std::vector<std::string_view>& functions) {
  std::vector<Special> specials;
  for (std::string_view function : functions) specials.push_back(special_of(function));
  return operation_of(state, specials);
}

}  // namespace

TEST_CASE("a writer that waits for readers is told from one behind another writer",
          "[operations]") {
  // One word for every semaphore up to Go 1.19: the frames between decide (sync/rwmutex.go).
  CHECK(stack("semacquire", {"sync.runtime_SemacquireMutex", "sync.(*RWMutex).Lock", "main.f"}) ==
        Operation::wlock_readers);
  CHECK(stack("semacquire", {"sync.runtime_Semacquire", "sync.(*RWMutex).Lock", "main.f"}) ==
        Operation::wlock_readers);
  CHECK(stack("semacquire", {"sync.runtime_SemacquireMutex", "sync.(*Mutex).lockSlow",
                             "sync.(*Mutex).Lock", "sync.(*RWMutex).Lock", "main.f"}) ==
        Operation::wlock_writer);
  CHECK(stack("sync.RWMutex.Lock", {"sync.runtime_SemacquireRWMutex", "sync.(*RWMutex).Lock",
                                    "main.f"}) == Operation::wlock_readers);
  CHECK(stack("sync.Mutex.Lock", {"internal/sync.runtime_SemacquireMutex",
                                  "internal/sync.(*Mutex).lockSlow", "internal/sync.(*Mutex).Lock",
                                  "sync.(*Mutex).Lock", "sync.(*RWMutex).Lock", "main.f"}) ==
        Operation::wlock_writer);
}

TEST_CASE("the caller of a lock is another story", "[operations]") {
  CHECK(stack("semacquire", {"sync.runtime_SemacquireMutex", "sync.(*Mutex).Lock", "main.f",
                             "sync.(*RWMutex).Lock"}) == Operation::lock);
  CHECK(stack("semacquire", {"sync.runtime_Semacquire", "sync.(*WaitGroup).Wait", "main.f"}) ==
        Operation::waitgroup);
  CHECK(stack("semacquire", {"sync.runtime_SemacquireMutex", "sync.(*Mutex).Lock",
                             "sync.(*Once).doSlow", "sync.(*Once).Do", "main.f"}) ==
        Operation::once);
}

TEST_CASE("a profile names the operation by its frames alone", "[operations]") {
  CHECK(stack("", {"sync.runtime_SemacquireMutex", "sync.(*RWMutex).Lock", "main.f"}) ==
        Operation::wlock_readers);
  CHECK(stack("", {"sync.(*RWMutex).Lock", "main.f"}) == Operation::wlock);
  CHECK(stack("", {"runtime.chanrecv1", "main.f"}) == Operation::chan_receive);
  CHECK(stack("", {"main.f"}) == Operation::unknown);
}

TEST_CASE("in no release is a hidden distance that of a send and of a receive", "[operations]") {
  const MeasuredCall* last = nullptr;
  for (const MeasuredCall& one : kMeasured) {
    CAPTURE(one.distance, one.minor);
    if (last != nullptr) {
      CHECK(std::pair{last->distance, last->minor} < std::pair{one.distance, one.minor});
    }
    last = &one;
  }
}

TEST_CASE("a profile whose goroutines all stand at one kind of channel call tells which",
          "[operations]") {
  for (const char* release : {"1.18", "1.23", "1.27"}) {
    CAPTURE(release);
    const std::string name = std::string("formats/labels_rates.go") + release + ".debug1.txt";
    const std::string text = read_dump(name);
    Dump dump;
    Reader reader(dump);
    reader.open(name);
    reader.feed(text.data(), text.size());
    reader.finish();
    const Model model(dump);
    std::uint64_t sends = 0, unknown = 0;
    for (const GroupFacts& facts : model.groups()) {
      if (facts.op == Operation::chan_send) sends += facts.count;
      if (facts.parked_on_channel) unknown += facts.count;
    }
    CHECK(sends > 0);
    CHECK(unknown == 0);
  }
}
