#include "methods.h"

#include <unordered_map>
#include <vector>

namespace gowhy {
namespace {

using Methods = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

Methods find_methods(const Model& model) {
  Methods methods;
  const Symbols& symbols = model.dump().symbols;
  for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
    const std::string_view type = method_type(symbols.function_at(id));
    if (!type.empty()) methods[type].push_back(id);
  }
  return methods;
}

}  // namespace

std::span<const std::uint32_t> methods_of(const Model& model, std::string_view type) noexcept {
  const Methods& methods = model.once(find_methods);
  const auto found = methods.find(type);
  return found == methods.end() ? std::span<const std::uint32_t>{} : found->second;
}

std::string_view method_type(const Function& function) noexcept {
  // `T.m-fm` is the compiler's: it calls the method of a method value and takes no lock. Its
  // arguments are those of the method, without the receiver.
  if (function.receiver.empty() || function.method_value) return {};
  // The printed name up to the end of the receiver: "pkg.(*T)" or "pkg.T".
  const std::size_t at = static_cast<std::size_t>(function.receiver.data() - function.name.data());
  if (at > function.name.size()) return function.receiver;
  std::size_t end = at + function.receiver.size();
  while (end < function.name.size() && function.name[end] != '.') {
    if (function.name[end] == '[') {
      end = function.name.find(']', end);
      if (end == std::string_view::npos) return function.name;
    }
    ++end;
  }
  return function.name.substr(0, end);
}

}  // namespace gowhy
