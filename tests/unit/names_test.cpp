// Function names as Go prints them, taken apart.
#include "names.h"

#include <catch2/catch.hpp>
#include <string>

#include "gowhy/gowhy.h"

using namespace gowhy;

namespace {

struct Parts {
  const char *printed, *package, *receiver, *base;
  Origin origin;
};

Function parsed(const char* name) {
  static Arena arena;
  return parse_function_name(name, arena);
}

}  // namespace

TEST_CASE("names are taken apart", "[names]") {
  const Parts parts =
      GENERATE(Parts{"main.main", "main", "", "main", Origin::unknown},
               Parts{"net/http.(*conn).serve", "net/http", "conn", "serve", Origin::stdlib},
               Parts{"net/http.HandlerFunc.ServeHTTP", "net/http", "HandlerFunc", "ServeHTTP",
                     Origin::stdlib},
               Parts{"gopkg.in/yaml%2ev3.(*parser).parse", "gopkg.in/yaml.v3", "parser", "parse",
                     Origin::unknown},
               Parts{"main.run.func1.2", "main", "", "run.func1.2", Origin::unknown},
               Parts{"main.(*Pool[...]).Get.func1", "main", "Pool", "Get.func1", Origin::unknown},
               Parts{"main.Map[...].func1", "main", "", "Map[...].func1", Origin::unknown},
               Parts{"internal/runtime/maps.(*Map).Get", "internal/runtime/maps", "Map", "Get",
                     Origin::runtime},
               Parts{"vendor/golang.org/x/net/http2/hpack.(*Decoder).Write",
                     "vendor/golang.org/x/net/http2/hpack", "Decoder", "Write", Origin::stdlib},
               Parts{"shop/img._Cfunc_resize", "shop/img", "", "_Cfunc_resize", Origin::cgo});
  INFO(parts.printed);
  const Function function = parsed(parts.printed);
  CHECK(function.printed_name() == parts.printed);
  CHECK(function.name == parts.printed);
  CHECK(function.package == parts.package);
  CHECK(function.receiver == parts.receiver);
  CHECK(function.base == parts.base);
  CHECK(function.origin == parts.origin);
}

// moby prints names like these, as all did before modules.
TEST_CASE("a library in a vendor folder is that library", "[names]") {
  const Function inner = parsed(
      "github.com/docker/docker/vendor/github.com/docker/swarmkit/vendor/gopkg.in/"
      "fsnotify%2ev1.(*Watcher).readEvents");
  CHECK(inner.name == "gopkg.in/fsnotify%2ev1.(*Watcher).readEvents");
  CHECK(inner.package == "gopkg.in/fsnotify.v1");
  CHECK(inner.printed_package() ==
        "github.com/docker/docker/vendor/github.com/docker/swarmkit/vendor/gopkg.in/fsnotify.v1");
  CHECK(inner.receiver == "Watcher");

  Symbols symbols;
  const std::uint32_t copy = symbols.function("shop/vendor/go.uber.org/zap.(*Logger).Info");
  CHECK(symbols.function("shop/vendor/go.uber.org/zap.(*Logger).Info") == copy);
  CHECK(symbols.find_function("go.uber.org/zap.(*Logger).Info") == copy);
  CHECK(symbols.function("go.uber.org/zap.(*Logger).Info") != copy);
  CHECK(symbols.function("office/vendor/go.uber.org/zap.(*Logger).Info") != copy);
}

TEST_CASE("redaction takes the company's path off its vendor folder", "[names][redact]") {
  const std::string text =
      "goroutine 7 [chan receive]:\n"
      "office.example/payroll/vendor/github.com/nats-io/nats%2ego.(*Conn).flusher(0xc000010000)\n"
      "\t/home/dev/go/src/office.example/payroll/vendor/github.com/nats-io/nats.go/nats.go:9 +0x1\n"
      "created by office.example/payroll/salary.Pay\n"
      "\t/home/dev/go/src/office.example/payroll/salary/pay.go:12 +0x1\n";
  const auto report = [&](bool redact) {
    Options options;
    options.redact = redact;
    Analysis analysis(options);
    analysis.open("dump.txt");
    analysis.feed(text.data(), text.size());
    analysis.finish();
    return std::string(analysis.report());
  };
  CHECK(report(false).find("\"office.example/payroll/vendor/github.com/nats-io/nats.go\"") !=
        std::string::npos);
  const std::string hidden = report(true);
  for (const char* word : {"office", "payroll", "salary", "/home/dev"}) {
    CHECK(hidden.find(word) == std::string::npos);
  }
  CHECK(hidden.find("github.com/nats-io/nats.go/nats.go") != std::string::npos);
}
