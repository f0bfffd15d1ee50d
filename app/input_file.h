#pragma once

#include <string>

#include "model/error.h"

namespace vigie {

/// The bytes of a file, or of stdin for "-"; at most 256 MB. Errors: io, limit.
Expected<std::string> read_input(const std::string& path);

}  // namespace vigie
