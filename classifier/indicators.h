#pragma once

#include <vector>

#include "classifier/reading.h"
#include "model/assessment.h"

namespace vigie::classifier {

/// CVE ids, ATT&CK techniques, hashes, addresses and domains (defanged or not), named vulnerabilities, malware and
/// products, in order of appearance, each value once. At most 500.
std::vector<Indicator> find_indicators(const Reading& reading);

}  // namespace vigie::classifier
