#pragma once

#include <string>
#include <vector>

#include "app/toml_reader.h"
#include "digest/labels.h"

namespace vigie {

/// Reads <folder>/<language>.toml into the labels of the digest. Every mistake (also a label that is missing, unknown,
/// or has a placeholder English does not) is noted with file and line; what is missing falls back to en.toml.
digest::Labels load_digest_labels(const std::string& folder, const std::string& language,
                                  std::vector<Mistake>& mistakes);

/// The languages a folder has labels for, sorted.
std::vector<std::string> digest_languages(const std::string& folder);

}  // namespace vigie
