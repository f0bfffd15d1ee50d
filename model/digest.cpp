#include "model/digest.h"

#include "model/enum_names.h"

namespace vigie {
namespace {

constexpr EnumNames<DigestSection, 5> k_section_names{{"attributions", "denials", "sanctions", "reports", "changed"}};

}  // namespace

std::string_view to_string(DigestSection section) { return k_section_names.name(section); }

}  // namespace vigie
