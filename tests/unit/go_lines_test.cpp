#include "go_lines.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace gowhy;

namespace {

constexpr VersionRange only(int minor) { return {minor, minor}; }

}  // namespace

TEST_CASE("a blocking point is told by its line in every release", "[go_lines]") {
  const std::string read_loop = "net/http.(*persistConn).readLoop";
  // The places of the last patch release of each minor, and of 1.12 itself.
  CHECK(role_at(read_loop, 1680, only(12)) == "Peek");
  CHECK(role_at(read_loop, 1677, only(12)) == "Peek");
  CHECK(role_at(read_loop, 1801, only(12)) == "[select]");
  CHECK(role_at(read_loop, 2107, only(20)) == "Peek");
  CHECK(role_at(read_loop, 2227, only(20)) == "[select]");
  CHECK(role_at(read_loop, 2493, only(27)) == "Peek");
  CHECK(role_at(read_loop, 2616, only(27)) == "[select]");

  const std::string serve = "net/http.(*conn).serve";
  CHECK(role_at(serve, 2079, only(27)) == "readRequest");
  CHECK(role_at(serve, 2197, only(27)) == "Peek");
  CHECK(role_at(serve, 2161, only(27)) == "ServeHTTP");
  CHECK(role_at(serve, 1819, only(12)) == "readRequest");

  // Behind a writer, behind readers.
  CHECK(role_at("sync.(*RWMutex).Lock", 98, only(16)) != "Lock");
  CHECK(role_at("sync.(*RWMutex).Lock", 111, only(16)) == "Lock");
  CHECK(role_at("sync.(*RWMutex).Lock", 116, only(16)) == "runtime_SemacquireMutex");
  CHECK(role_at("sync.(*RWMutex).Lock", 155, only(27)) == "runtime_SemacquireRWMutex");

  CHECK(role_at("os/exec.(*Cmd).Wait", 930, only(26)) == "Wait");
  CHECK(role_at("net/http.(*Transport).dialConn", 2123, only(27)) == "go readLoop");
}

TEST_CASE("roles without a known release", "[go_lines]") {
  const std::string read_loop = "net/http.(*persistConn).readLoop";
  CHECK(role_at(read_loop, 1677, {}) == "Peek");
  CHECK(role_at(read_loop, 2494, only(28)) == "Peek");  // a release not known yet
  CHECK(role_at("sync.(*RWMutex).Lock", 156, only(28)) == "runtime_SemacquireRWMutex");
  CHECK(role_at("sync.(*RWMutex).Lock", 153, only(28)).empty());  // as near to both
  CHECK(role_at(read_loop, 9999, only(27)).empty());
  CHECK(role_at("main.main", 12, only(27)).empty());
  CHECK(role_at("", 0, {}).empty());
}

TEST_CASE("functions are looked up without closures and type arguments", "[go_lines]") {
  using go_lines::base_function;
  CHECK(base_function("net/http.(*conn).serve") == "net/http.(*conn).serve");
  CHECK(base_function("net/http.(*conn).serve.func1.2") == "net/http.(*conn).serve");
  CHECK(base_function("net/http.(*Transport).dialConn.gowrap3") ==
        "net/http.(*Transport).dialConn");
  CHECK(base_function("net/http.(*connReader).startBackgroundRead·dwrap·75") ==
        "net/http.(*connReader).startBackgroundRead");
  CHECK(base_function("net/http.Handler.ServeHTTP-fm") == "net/http.Handler.ServeHTTP");
  CHECK(base_function("iter.Pull[...].func1.1") == "iter.Pull");
  CHECK(base_function("os/signal.init.0") == "os/signal.init");
  CHECK(base_function("panic") == "panic");
  // A closure of an inlined function carries both names; its line is the inner one's.
  CHECK(base_function("net/http.(*Server).Serve.func1.onceCloseListener.2").empty());
}

TEST_CASE("the table is the same in whatever order it is read", "[go_lines]") {
  using go_lines::Entry;
  Entry one[8];
  const std::size_t count = go_lines::find("net/http.(*persistConn).readLoop", "transport.go", one);
  REQUIRE(count == 1);
  CHECK(go_lines::find("net/http.(*persistConn).readLoop", "C:\\go\\src\\net\\http\\transport.go",
                       one) == 1);
  CHECK(go_lines::find("net/http.(*persistConn).readLoop", "/srv/shop/transport2.go", one) == 0);

  go_lines::Walker again;
  std::vector<int> starts;
  for (const go_lines::Body& body : again.body(one[0])) starts.push_back(body.start);
  Entry later[8];
  REQUIRE(go_lines::find("sync.(*RWMutex).Lock", "rwmutex.go", later) == 1);
  (void)again.body(later[0]);
  std::size_t i = 0;
  for (const go_lines::Body& body : again.body(one[0])) CHECK(body.start == starts[i++]);
  REQUIRE(starts.size() == go_lines::releases().size());

  int last = 0;
  for (const go_lines::Release& release : go_lines::releases()) {
    CHECK(release.minor * 100 + release.patch > last);
    last = release.minor * 100 + release.patch;
  }
  CHECK(go_lines::releases().front().minor == 9);
}
