#pragma once

#include <string>
#include <vector>

#include "model/article.h"
#include "model/assessment.h"

namespace vigie::storage {

/// The sentence an attribution rests on, as written: the one that holds the most of its evidence, then the earliest;
/// white space collapsed, at most 600 bytes, cut with "…". Empty without evidence. Pure.
std::string quotation(const Article& article, const Attribution& attribution);

}  // namespace vigie::storage
