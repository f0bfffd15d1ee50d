#pragma once

#include <string>

#include "classifier/reading.h"

namespace vigie::classifier {

/// The first date a sentence writes out in full, as YYYY-MM-DD: "18 juillet 2022", "July 18, 2022", "2022年7月18日",
/// "2022-07-18", "18.07.2022"; empty when there is none.
std::string date_in(const Reading& reading, std::size_t sentence);

}  // namespace vigie::classifier
