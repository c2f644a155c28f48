// `objects` and `cycles` of the report: locks, channels and WaitGroups with who waits for them.
#pragma once

#include "report_parts.h"

namespace gowhy {

/// {"objects": […], "cycles": […]}: at most 1,000 objects, those with most waiters first.
Json objects_json(const Model& model);

}  // namespace gowhy
