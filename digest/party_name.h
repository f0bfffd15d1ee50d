#pragma once

#include <string_view>

namespace vigie::digest {

/// Whether a party's name is that of an office holder ("the Foreign Minister"), not of an office ("the Foreign
/// Ministry"), in any language the classifier reads. UTF-8.
bool names_a_person(std::string_view name);

/// Whether a body is named ("Hydro Nord") or only meant ("companies", 企業): by a capital where the script has them,
/// elsewhere by length. UTF-8; an empty name is none.
bool is_proper_name(std::string_view name);

}  // namespace vigie::digest
