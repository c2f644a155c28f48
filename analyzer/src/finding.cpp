#include "finding.h"

namespace gowhy {

Severity severity_of(std::string_view word) noexcept {
  if (word == "critical") return Severity::critical;
  return word == "warning" ? Severity::warning : Severity::info;
}

std::string_view severity_word(Severity severity) noexcept {
  switch (severity) {
    case Severity::critical:
      return "critical";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "info";
}

std::string_view confidence_word(Confidence confidence) noexcept {
  switch (confidence) {
    case Confidence::certain:
      return "certain";
    case Confidence::likely:
      return "likely";
    case Confidence::possible:
      break;
  }
  return "possible";
}

}  // namespace gowhy
