#include "pack_reader.h"

#include <algorithm>
#include <limits>

#include "json_scan.h"
#include "names.h"

namespace gowhy {
namespace {

// nlohmann's tree parser only says that a text is wrong; its events say where.
class ErrorFinder final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    place = position == 0 ? 0 : position - 1;
    what = error.what();
    return false;
  }

  std::size_t place = 0;
  std::string what;
};

std::string joined(std::initializer_list<std::string_view> words) {
  std::string text;
  for (std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

// A name as it may be quoted in an error: whatever a pack says, the error stays one short line.
std::string quotable(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string out(text.substr(0, kMost));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

}  // namespace

std::string syntax_error(std::string_view json) noexcept {
  ErrorFinder finder;
  if (Json::sax_parse(json.begin(), json.end(), &finder)) return {};
  // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while … - why"
  const std::size_t dash = finder.what.find(" - ");
  const std::string why = dash == std::string::npos ? "" : ": " + finder.what.substr(dash + 3);
  return "line " + std::to_string(line_at(json, finder.place)) + ": this is not JSON" +
         quotable(why);
}

std::string field_path(const std::string& path, std::string_view field) {
  return path.empty() ? std::string(field) : path + "." + std::string(field);
}

std::string item_path(const std::string& path, std::size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

void PackReader::fail(std::string_view path, std::string_view what) {
  if (!error_.empty()) return;
  error_ = "line " + std::to_string(line_at(json_, place_of(json_, path))) + ": ";
  if (!path.empty()) error_ += quotable(path) + ": ";
  error_ += what;
}

bool PackReader::is_object(const Json& value, const std::string& path,
                           std::initializer_list<std::string_view> known) {
  if (!value.is_object()) {
    fail(path, "an object is wanted");
    return false;
  }
  for (const auto& [key, unused] : value.items()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      fail(field_path(path, key), "there is no such field; there are " + joined(known));
    }
  }
  return true;
}

std::string PackReader::text(const Json& object, const std::string& path, const char* field,
                             bool needed) {
  const auto found = object.find(field);
  if (found == object.end()) {
    if (needed) fail(field_path(path, field), "is missing");
    return {};
  }
  if (!found->is_string()) {
    fail(field_path(path, field), "text is wanted");
    return {};
  }
  if (needed && found->get_ref<const std::string&>().empty()) {
    fail(field_path(path, field), "is empty");
  }
  return found->get<std::string>();
}

std::uint32_t PackReader::number(const Json& object, const std::string& path, const char* field,
                                 std::uint32_t otherwise, std::uint32_t least) {
  const auto found = object.find(field);
  if (found == object.end()) return otherwise;
  const std::uint64_t value = found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
  if (!found->is_number_unsigned() || value < least ||
      value > std::numeric_limits<std::uint32_t>::max()) {
    fail(field_path(path, field),
         found->is_number() ? "a whole number from " + std::to_string(least) + " is wanted"
                            : "a number is wanted");
    return otherwise;
  }
  return static_cast<std::uint32_t>(value);
}

bool PackReader::flag(const Json& object, const std::string& path, const char* field,
                      bool otherwise) {
  const auto found = object.find(field);
  if (found == object.end()) return otherwise;
  if (!found->is_boolean()) {
    fail(field_path(path, field), "true or false is wanted");
    return otherwise;
  }
  return found->get<bool>();
}

std::size_t PackReader::choice(const Json& object, const std::string& path, const char* field,
                               std::initializer_list<std::string_view> words,
                               std::size_t otherwise) {
  const auto found = object.find(field);
  if (found == object.end()) return otherwise;
  const auto at = found->is_string()
                      ? std::find(words.begin(), words.end(), found->get_ref<const std::string&>())
                      : words.end();
  if (at == words.end()) {
    fail(field_path(path, field), "one of " + joined(words) + " is wanted");
    return otherwise;
  }
  return static_cast<std::size_t>(at - words.begin());
}

std::vector<std::string> PackReader::texts(const Json& object, const std::string& path,
                                           const char* field) {
  std::vector<std::string> all;
  const auto found = object.find(field);
  if (found == object.end()) return all;
  const auto usable = [](const Json& value) {
    return value.is_string() && !value.get_ref<const std::string&>().empty();
  };
  if (usable(*found)) {
    all.push_back(found->get<std::string>());
  } else if (found->is_array() && !found->empty()) {
    for (std::size_t i = 0; i < found->size(); ++i) {
      const Json& item = (*found)[i];
      if (usable(item)) {
        all.push_back(item.get<std::string>());
      } else {
        fail(item_path(field_path(path, field), i), "text is wanted");
      }
    }
  } else {
    fail(field_path(path, field), "text or a list of texts is wanted");
  }
  return all;
}

const Json* PackReader::list(const Json& object, const std::string& path, const char* field) {
  const auto found = object.find(field);
  if (found == object.end()) return nullptr;
  if (!found->is_array()) {
    fail(field_path(path, field), "a list is wanted");
    return nullptr;
  }
  return &*found;
}

}  // namespace gowhy
