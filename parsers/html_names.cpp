#include "parsers/html_names.h"

#include <algorithm>
#include <array>

namespace vigie::parsers {
namespace {

struct Named {
  std::string_view name;
  TextFlow flow;
};

constexpr TextFlow in = TextFlow::within;
constexpr TextFlow sp = TextFlow::space;
constexpr TextFlow ln = TextFlow::line;
constexpr TextFlow pa = TextFlow::paragraph;
constexpr TextFlow un = TextFlow::unread;

// Sorted by name. Elements of the HTML standard with those it calls obsolete, and the outer ones of SVG and MathML.
constexpr std::array k_elements = std::to_array<Named>({
    {"a", in},          {"abbr", in},     {"acronym", in},   {"address", pa},    {"annotation", un}, {"applet", un},
    {"area", in},       {"article", pa},  {"aside", pa},     {"audio", in},      {"b", in},          {"base", in},
    {"basefont", in},   {"bdi", in},      {"bdo", in},       {"bgsound", in},    {"big", in},        {"blink", in},
    {"blockquote", pa}, {"body", pa},     {"br", ln},        {"button", in},     {"canvas", in},     {"caption", pa},
    {"center", pa},     {"circle", in},   {"cite", in},      {"code", in},       {"col", in},        {"colgroup", in},
    {"data", in},       {"datalist", in}, {"dd", ln},        {"del", in},        {"desc", in},       {"details", pa},
    {"dfn", in},        {"dialog", pa},   {"dir", pa},       {"div", pa},        {"dl", pa},         {"dt", ln},
    {"em", in},         {"embed", in},    {"fieldset", pa},  {"figcaption", pa}, {"figure", pa},     {"font", in},
    {"footer", pa},     {"form", pa},     {"frame", in},     {"frameset", in},   {"g", in},          {"h1", pa},
    {"h2", pa},         {"h3", pa},       {"h4", pa},        {"h5", pa},         {"h6", pa},         {"head", un},
    {"header", pa},     {"hgroup", pa},   {"hr", pa},        {"html", pa},       {"i", in},          {"iframe", in},
    {"image", in},      {"img", in},      {"input", in},     {"ins", in},        {"isindex", in},    {"kbd", in},
    {"keygen", in},     {"label", in},    {"legend", pa},    {"li", ln},         {"link", in},       {"listing", pa},
    {"main", pa},       {"map", in},      {"mark", in},      {"marquee", in},    {"math", in},       {"menu", pa},
    {"menuitem", in},   {"meta", in},     {"meter", in},     {"mfrac", in},      {"mi", in},         {"mn", in},
    {"mo", in},         {"mrow", in},     {"msqrt", in},     {"msub", in},       {"msup", in},       {"mtext", in},
    {"nav", pa},        {"nobr", in},     {"noembed", in},   {"noframes", in},   {"noscript", in},   {"object", in},
    {"ol", pa},         {"optgroup", ln}, {"option", ln},    {"output", in},     {"p", pa},          {"param", in},
    {"path", in},       {"picture", in},  {"plaintext", pa}, {"pre", pa},        {"progress", in},   {"q", in},
    {"rb", in},         {"rect", in},     {"rp", in},        {"rt", in},         {"rtc", in},        {"ruby", in},
    {"s", in},          {"samp", in},     {"script", un},    {"search", pa},     {"section", pa},    {"select", in},
    {"semantics", in},  {"small", in},    {"source", in},    {"spacer", in},     {"span", in},       {"strike", in},
    {"strong", in},     {"style", un},    {"sub", in},       {"summary", pa},    {"sup", in},        {"svg", in},
    {"table", pa},      {"tbody", in},    {"td", sp},        {"template", un},   {"textarea", in},   {"tfoot", in},
    {"th", sp},         {"thead", in},    {"time", in},      {"title", pa},      {"tr", ln},         {"track", in},
    {"tspan", in},      {"tt", in},       {"u", in},         {"ul", pa},         {"use", in},        {"var", in},
    {"video", in},      {"wbr", in},      {"xmp", pa},
});

static_assert(std::is_sorted(k_elements.begin(), k_elements.end(),
                             [](const Named& a, const Named& b) { return a.name < b.name; }));

}  // namespace

TextFlow text_flow(std::string_view name) {
  const auto it = std::lower_bound(k_elements.begin(), k_elements.end(), name,
                                   [](const Named& element, std::string_view key) { return element.name < key; });
  return it != k_elements.end() && it->name == name ? it->flow : TextFlow::unknown;
}

}  // namespace vigie::parsers
