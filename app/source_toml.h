#pragma once

#include <string>

#include "model/source.h"

namespace vigie {

/// A source as a [[source]] table of a sources file.
std::string source_toml(const Source& source);

/// A text as a TOML basic string, quotes included.
std::string toml_string(const std::string& text);

}  // namespace vigie
