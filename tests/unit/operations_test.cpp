#include "operations.h"

#include <catch2/catch.hpp>
#include <string_view>
#include <vector>

using namespace gowhy;

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
