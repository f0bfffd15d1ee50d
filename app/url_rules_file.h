#pragma once

#include <string>
#include <vector>

#include "app/toml_reader.h"
#include "model/url_rules.h"

namespace vigie {

/// Adds the rules of a file (config/urls.toml tells its form) to `rules`; a name with "!" in front takes a rule away
/// that is already there. Every mistake is noted with its line: what is no parameter, label, file name or host, a rule
/// that says nothing, and a "!" that takes nothing away.
void read_url_rules(const std::string& file, UrlRules& rules, std::vector<Mistake>& mistakes);

}  // namespace vigie
