#include "redact.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <vector>

#include "hex_digits.h"
#include "own_code.h"
#include "report_parts.h"
#include "roles.h"

namespace gowhy {
namespace {

// Libraries that detectors know by name and that are in no table of roles.
constexpr std::string_view kKnownPackages[] = {
    "golang.org/x/",
    "google.golang.org/grpc",
    "github.com/gorilla/websocket",
    "github.com/sasha-s/go-deadlock",
    "go.uber.org/goleak",
    "go.uber.org/zap",
    "github.com/sirupsen/logrus",
    "github.com/fsnotify/fsnotify",
    "nhooyr.io/websocket",
    "github.com/coder/websocket",
};

// Beginnings of messages that the runtime or package testing writes (runtime/panic.go, error.go).
constexpr std::string_view kRuntimeMessages[] = {
    "all goroutines are asleep",
    "assignment to entry in nil map",
    "close of",
    "concurrent map",
    "deadlock: all goroutines",
    "found bad pointer",
    "index out of range",
    "integer divide",
    "interface conversion",
    "invalid memory address",
    "out of memory",
    "runtime",
    "send on closed",
    "SIG",
    "stack overflow",
    "sync: ",
    "test timed out",
    "unexpected",
    "unaligned",
    "reflect: ",
    "no goroutines",
    "exit status",
    "[signal",
    "newproc",
    "thread exhaustion",
    "bad ",
};

class Numbers {
 public:
  explicit Numbers(std::string_view word) : word_(word) {}
  std::string of(std::string_view text) {
    const auto [at, fresh] = seen_.try_emplace(std::string(text), seen_.size() + 1);
    (void)fresh;
    return word_ + std::to_string(at->second);
  }

 private:
  std::string word_;
  std::unordered_map<std::string, std::size_t> seen_;
};

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

bool is_known_library(std::string_view package, std::span<const Role> own) noexcept {
  for (std::string_view known : kKnownPackages) {
    if (starts(package, known)) return true;
  }
  const auto named = [&](const Role& role) {
    return !role.module.empty() && starts(package, role.module);
  };
  return std::any_of(own.begin(), own.end(), named) ||
         std::any_of(built_in_roles().begin(), built_in_roles().end(), named);
}

// Where the compiler's own part of a name begins: type arguments, .func1, .gowrap1, -fm, ·dwrap·1.
std::size_t compiler_suffix(std::string_view base) noexcept {
  std::size_t at = base.size();
  for (std::string_view part :
       {"[", ".func", ".gowrap", ".deferwrap", "-fm", "\xc2\xb7", "-range"}) {
    at = std::min(at, base.find(part));
  }
  return std::min(at, base.size());
}

class Redactor {
 public:
  Redactor(Dump& dump, std::span<const Role> own) : dump_(dump), own_(own) {}

  void run() {
    const std::vector<Origin> origins = origins_of(dump_);
    std::vector<bool> own(dump_.symbols.function_count(), false);
    // Files first: a function is the user's own if any frame of it is.
    for (std::uint32_t id = 0; id < dump_.symbols.frame_count(); ++id) {
      const Frame& frame = dump_.symbols.frame_at(id);
      if (frame.function == kNone) continue;
      const Function& function = dump_.symbols.function_at(frame.function);
      const bool hide = is_hidden(function, origins[id]);
      own[frame.function] = own[frame.function] || hide;
      if (frame.file != kNone) hide_file(frame.file, hide);
    }
    for (std::uint32_t id = 0; id < own.size(); ++id) {
      const Function& function = dump_.symbols.function_at(id);
      if (own[id]) {
        dump_.symbols.rename_function(id, function_name(function));
      } else if (function.vendored_in > 0) {
        dump_.symbols.rename_function(id, std::string(function.name));
      }
    }
    for (const Record& record : dump_.records) hide_labels(record.labels);
    for (const Sample& sample : dump_.samples) hide_labels(sample.labels);
    hide_texts();
  }

 private:
  bool is_hidden(const Function& function, Origin origin) const {
    if (origin == Origin::stdlib || origin == Origin::runtime || origin == Origin::cgo)
      return false;
    return origin != Origin::module || !is_known_library(function.package, own_);
  }

  // A string may be the file of several frames: it is replaced once.
  void hide_file(std::uint32_t id, bool hide) {
    if (done_.size() <= id) done_.resize(id + 1, false);
    if (done_[id]) return;
    done_[id] = true;
    const std::string_view file = dump_.symbols.text(id);
    if (hide) {
      const std::size_t dot = file.rfind('.');
      const std::string ending(dot == std::string_view::npos ? "" : file.substr(dot));
      dump_.symbols.rename_string(id, files_.of(file) + (ending.size() > 5 ? "" : ending));
      return;
    }
    const std::size_t vendor = file.rfind("/vendor/");
    if (vendor != std::string_view::npos) {
      dump_.symbols.rename_string(id, std::string(file.substr(vendor + 8)));
      return;
    }
    // The folder in which Go or the module cache lies may name a person.
    const std::size_t cache = file.find("/pkg/mod/");
    const std::size_t source = file.find("/src/");
    if (cache != std::string_view::npos && file.find("/toolchain@") == std::string_view::npos) {
      dump_.symbols.rename_string(id, std::string(file.substr(cache + 9)));
    } else if (source != std::string_view::npos) {
      dump_.symbols.rename_string(id, "$GOROOT" + std::string(file.substr(source)));
    }
  }

  std::string function_name(const Function& function) {
    const std::string package(function.package);
    std::string name = package == "main" ? package : packages_.of(package);
    if (!function.receiver.empty()) {
      const std::string type = types_.of(package + "." + std::string(function.receiver));
      name += function.pointer_receiver ? ".(*" + type + ")" : "." + type;
    }
    const std::size_t suffix = compiler_suffix(function.base);
    const std::string_view base = function.base.substr(0, suffix);
    const bool plain =
        function.receiver.empty() && (base == "init" || starts(base, "init.") || base == "glob.");
    const bool entry = function.receiver.empty() && package == "main" && base == "main";
    name += "." + (plain || entry ? std::string(base)
                                  : functions_.of(package + "." + std::string(function.receiver) +
                                                  "." + std::string(base)));
    return name.append(function.base.substr(suffix));
  }

  void hide_labels(std::uint32_t id) {
    if (id == kNone) return;
    if (done_.size() <= id) done_.resize(id + 1, false);
    if (done_[id]) return;
    done_[id] = true;
    const Json labels = Json::parse(dump_.symbols.text(id), nullptr, false);
    Json hidden = Json::object();
    if (labels.is_object()) {
      for (const auto& [key, value] : labels.items()) {
        hidden[keys_.of(key)] = values_.of(value.is_string() ? value.get<std::string>() : "");
      }
    }
    dump_.symbols.rename_string(id, dumped(hidden));
  }

  void hide_texts() {
    for (Input& input : dump_.inputs) input.name = inputs_.of(input.name);
    for (Event& event : dump_.events) event.message = hidden_message(event.message);
    for (RunningTest& test : dump_.running_tests) test.name = tests_.of(test.name);
    for (Note& note : dump_.notes) {
      // What a note quotes is text of the dump.
      const std::size_t quote = note.text.find_first_of("`\"");
      if (quote != std::string::npos) note.text = note.text.substr(0, quote) + "…";
    }
  }

  // "runtime error: …" stays; a type or text of the program in a panic's message does not.
  std::string hidden_message(const std::string& message) {
    if (starts(message, "runtime error: ") || starts(message, "test timed out")) {
      const bool names_types = message.find("interface conversion") != std::string::npos;
      if (!names_types) return message;
    }
    for (std::string_view known : kRuntimeMessages) {
      if (known != "runtime" && known != "interface conversion" && starts(message, known))
        return message;
    }
    return messages_.of(message);
  }

  Dump& dump_;
  std::span<const Role> own_;
  std::vector<bool> done_;
  Numbers packages_{"pkg"}, types_{"T"}, functions_{"f"}, files_{"file"}, keys_{"label"},
      values_{"value"}, inputs_{"input"}, tests_{"Test"}, messages_{"message"};
};

}  // namespace

void redact(Dump& dump, std::span<const Role> own) noexcept { Redactor(dump, own).run(); }

std::string AddressNames::name_of(const std::string& address) {
  const auto [at, fresh] = numbers_.try_emplace(address, numbers_.size() + 1);
  (void)fresh;
  char text[24];
  std::snprintf(text, sizeof text, "0x%zx", at->second);
  return text;
}

std::string AddressNames::clean(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 2;
    if (text.substr(i, 2) == "0x") {
      while (end < text.size() && is_hex_digit(text[end])) ++end;
    }
    if (end >= i + 6 && text.substr(i, 2) == "0x") {
      out += name_of(std::string(text.substr(i, end - i)));
      i = end;
    } else {
      out.push_back(text[i++]);
    }
  }
  return out;
}

}  // namespace gowhy
