#include "model/assessment.h"

#include "model/enum_names.h"

namespace vigie {
namespace {

constexpr EnumNames<Act, 8> k_act_names{
    {"accusation", "denial", "sanction", "indictment", "advisory", "report", "incident", "response"}};
constexpr EnumNames<Stance, 3> k_stance_names{{"asserts", "reports", "denies"}};
constexpr EnumNames<Span::Field, 2> k_field_names{{"title", "text"}};

}  // namespace

std::string_view to_string(Act act) { return k_act_names.name(act); }
std::string_view to_string(Stance stance) { return k_stance_names.name(stance); }
std::string_view to_string(Span::Field field) { return k_field_names.name(field); }
std::optional<Act> act_from(std::string_view name) { return k_act_names.value(name); }
std::optional<Stance> stance_from(std::string_view name) { return k_stance_names.value(name); }

}  // namespace vigie
