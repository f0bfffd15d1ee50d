#include "parsers/date_zone.h"

#include <algorithm>
#include <array>

#include "model/text.h"

namespace vigie::parsers {
namespace {

struct Zone {
  std::string_view name;
  int minutes;
  bool certain;
};

constexpr int hours(int h, int m = 0) { return h * 60 + (h < 0 ? -m : m); }

// Sorted by name. Those of RFC 5322 and of one meaning are certain.
constexpr std::array k_zones = {Zone{"acdt", hours(10, 30), true},
                                Zone{"acst", hours(9, 30), true},
                                Zone{"adt", hours(-3), true},
                                Zone{"aedt", hours(11), true},
                                Zone{"aest", hours(10), true},
                                Zone{"aft", hours(4, 30), true},
                                Zone{"akdt", hours(-8), true},
                                Zone{"akst", hours(-9), true},
                                Zone{"almt", hours(6), true},
                                Zone{"amt", hours(4), false},
                                Zone{"art", hours(-3), true},
                                Zone{"ast", hours(-4), false},
                                Zone{"awst", hours(8), true},
                                Zone{"azt", hours(4), true},
                                Zone{"bnt", hours(8), true},
                                Zone{"bot", hours(-4), true},
                                Zone{"brst", hours(-2), true},
                                Zone{"brt", hours(-3), true},
                                Zone{"bst", hours(1), false},
                                Zone{"cat", hours(2), true},
                                Zone{"cdt", hours(-5), true},
                                Zone{"cest", hours(2), true},
                                Zone{"cet", hours(1), true},
                                Zone{"clst", hours(-3), true},
                                Zone{"clt", hours(-4), true},
                                Zone{"cot", hours(-5), true},
                                Zone{"cst", hours(-6), true},
                                Zone{"ct", hours(-6), false},
                                Zone{"eat", hours(3), true},
                                Zone{"ect", hours(-5), false},
                                Zone{"edt", hours(-4), true},
                                Zone{"eest", hours(3), true},
                                Zone{"eet", hours(2), true},
                                Zone{"est", hours(-5), true},
                                Zone{"et", hours(-5), false},
                                Zone{"fjt", hours(12), true},
                                Zone{"gmt", 0, true},
                                Zone{"gst", hours(4), false},
                                Zone{"gyt", hours(-4), true},
                                Zone{"haa", hours(-3), true},
                                Zone{"hac", hours(-5), true},
                                Zone{"hae", hours(-4), true},
                                Zone{"hap", hours(-7), true},
                                Zone{"har", hours(-6), true},
                                Zone{"hkt", hours(8), true},
                                Zone{"hna", hours(-4), true},
                                Zone{"hnc", hours(-6), true},
                                Zone{"hne", hours(-5), true},
                                Zone{"hnp", hours(-8), true},
                                Zone{"hnr", hours(-7), true},
                                Zone{"hovt", hours(7), true},
                                Zone{"hst", hours(-10), true},
                                Zone{"ict", hours(7), true},
                                Zone{"idt", hours(3), true},
                                Zone{"irdt", hours(4, 30), true},
                                Zone{"irkt", hours(8), true},
                                Zone{"irst", hours(3, 30), true},
                                Zone{"ist", hours(2), false},
                                Zone{"jst", hours(9), true},
                                Zone{"kgt", hours(6), true},
                                Zone{"krat", hours(7), true},
                                Zone{"kst", hours(9), true},
                                Zone{"magt", hours(11), true},
                                Zone{"mdt", hours(-6), true},
                                Zone{"mesz", hours(2), true},
                                Zone{"met", hours(1), true},
                                Zone{"mez", hours(1), true},
                                Zone{"mmt", hours(6, 30), true},
                                Zone{"msd", hours(4), true},
                                Zone{"msk", hours(3), true},
                                Zone{"mst", hours(-7), true},
                                Zone{"mt", hours(-7), false},
                                Zone{"mvt", hours(5), true},
                                Zone{"myt", hours(8), true},
                                Zone{"ndt", hours(-2, 30), true},
                                Zone{"novt", hours(7), true},
                                Zone{"npt", hours(5, 45), true},
                                Zone{"nst", hours(-3, 30), true},
                                Zone{"nzdt", hours(13), true},
                                Zone{"nzst", hours(12), true},
                                Zone{"oesz", hours(3), true},
                                Zone{"oez", hours(2), true},
                                Zone{"omst", hours(6), true},
                                Zone{"pdt", hours(-7), true},
                                Zone{"pet", hours(-5), true},
                                Zone{"pett", hours(12), true},
                                Zone{"pgt", hours(10), true},
                                Zone{"phst", hours(8), true},
                                Zone{"pht", hours(8), true},
                                Zone{"pkt", hours(5), true},
                                Zone{"pst", hours(-8), true},
                                Zone{"pt", hours(-8), false},
                                Zone{"samt", hours(4), true},
                                Zone{"sast", hours(2), true},
                                Zone{"sgt", hours(8), true},
                                Zone{"sst", hours(-11), false},
                                Zone{"tjt", hours(5), true},
                                Zone{"tmt", hours(5), true},
                                Zone{"trt", hours(3), true},
                                Zone{"tsi", hours(3), true},
                                Zone{"ut", 0, true},
                                Zone{"utc", 0, true},
                                Zone{"uyt", hours(-3), true},
                                Zone{"uzt", hours(5), true},
                                Zone{"vet", hours(-4), true},
                                Zone{"vlat", hours(10), true},
                                Zone{"wat", hours(1), true},
                                Zone{"west", hours(1), true},
                                Zone{"wet", 0, true},
                                Zone{"wib", hours(7), true},
                                Zone{"wit", hours(9), true},
                                Zone{"wita", hours(8), true},
                                Zone{"yakt", hours(9), true},
                                Zone{"yekt", hours(5), true},
                                Zone{"z", 0, true},
                                Zone{"мск", hours(3), true}};

struct Local {
  std::string_view name;
  std::string_view country;
  int minutes;
};
constexpr std::array k_local = {
    Local{"ist", "IN", hours(5, 30)}, Local{"ist", "LK", hours(5, 30)},  Local{"ist", "IE", hours(1)},
    Local{"ist", "IL", hours(2)},     Local{"cst", "CN", hours(8)},      Local{"cst", "TW", hours(8)},
    Local{"cst", "HK", hours(8)},     Local{"cst", "CU", hours(-5)},     Local{"cdt", "CU", hours(-4)},
    Local{"bst", "BD", hours(6)},     Local{"bst", "GB", hours(1)},      Local{"ast", "SA", hours(3)},
    Local{"ast", "IQ", hours(3)},     Local{"ast", "KW", hours(3)},      Local{"ast", "QA", hours(3)},
    Local{"ast", "BH", hours(3)},     Local{"ast", "YE", hours(3)},      Local{"gst", "AE", hours(4)},
    Local{"gst", "OM", hours(4)},     Local{"pst", "PH", hours(8)},      Local{"pst", "PK", hours(5)},
    Local{"est", "AU", hours(10)},    Local{"edt", "AU", hours(11)},     Local{"wst", "AU", hours(8)},
    Local{"cst", "AU", hours(9, 30)}, Local{"cdt", "AU", hours(10, 30)}, Local{"sst", "SG", hours(8)},
    Local{"mst", "MY", hours(8)},     Local{"mst", "MM", hours(6, 30)},  Local{"amt", "AM", hours(4)},
    Local{"amt", "BR", hours(-4)},    Local{"ect", "EC", hours(-5)},     Local{"nst", "NP", hours(5, 45)}};

// Languages of one country, for the names of zones that others use too.
struct National {
  std::string_view language;
  std::string_view country;
};
constexpr std::array k_national = {
    National{"as", "IN"}, National{"bn", "BD"}, National{"ga", "IE"}, National{"gu", "IN"}, National{"he", "IL"},
    National{"hi", "IN"}, National{"hy", "AM"}, National{"kn", "IN"}, National{"ml", "IN"}, National{"mr", "IN"},
    National{"ne", "NP"}, National{"or", "IN"}, National{"pa", "IN"}, National{"si", "LK"}, National{"ta", "IN"},
    National{"te", "IN"}, National{"zh", "CN"}};

// Two-letter domains that are sold to the whole world say nothing of a place.
constexpr std::array<std::string_view, 12> k_sold_domains = {"AI", "CC", "CO", "FM", "GG", "IO",
                                                             "LY", "ME", "SH", "TO", "TV", "WS"};

std::string upper_pair(std::string_view letters) {
  std::string out;
  for (const char c : letters) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const bool pair = out.size() == 2 && out[0] >= 'A' && out[0] <= 'Z' && out[1] >= 'A' && out[1] <= 'Z';
  return pair ? (out == "UK" ? "GB" : out) : std::string();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<ZoneName> zone_by_name(std::string_view lower, std::string_view country) {
  for (const Local& local : k_local) {
    if (local.name == lower && equals_ignoring_ascii_case(local.country, country)) return ZoneName{local.minutes, true};
  }
  const auto found = std::lower_bound(k_zones.begin(), k_zones.end(), lower,
                                      [](const Zone& zone, std::string_view name) { return zone.name < name; });
  if (found == k_zones.end() || found->name != lower) return std::nullopt;
  return ZoneName{found->minutes, found->certain};
}

std::string zone_country(std::string_view country, std::string_view host, std::string_view language) {
  if (std::string known = upper_pair(country); !known.empty() && known != "EU") return known;
  std::string domain = upper_pair(host.substr(host.rfind('.') + 1));
  if (!domain.empty() && host.find('.') != host.npos &&
      std::find(k_sold_domains.begin(), k_sold_domains.end(), domain) == k_sold_domains.end()) {
    return domain;
  }
  const std::size_t last = language.find_last_of("-_");
  if (last != language.npos) {
    if (std::string region = upper_pair(language.substr(last + 1)); !region.empty()) return region;
  }
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  const auto national = std::find_if(k_national.begin(), k_national.end(), [&](const National& one) {
    return equals_ignoring_ascii_case(one.language, primary);
  });
  return national == k_national.end() ? std::string() : std::string(national->country);
}

std::optional<int> parse_offset(std::string_view text) {
  const std::string lower = ascii_lower(trim_ascii(text));
  std::string_view rest = lower;
  for (const std::string_view name : {"utc", "gmt"}) {
    if (rest.starts_with(name) && rest.size() > 3) rest.remove_prefix(3);
  }
  if (rest.empty() || (rest[0] != '+' && rest[0] != '-')) {
    const auto named = zone_by_name(rest, "");
    return named ? std::optional(named->minutes) : std::nullopt;
  }
  const int sign = rest[0] == '-' ? -1 : 1;
  rest.remove_prefix(1);
  std::string digits;
  for (const char c : rest) {
    if (is_digit(c)) digits += c;
    if (!is_digit(c) && c != ':') return std::nullopt;
  }
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  const bool with_minutes = digits.size() > 2;
  const int value = std::stoi(digits);
  const int minutes = with_minutes ? value / 100 * 60 + value % 100 : value * 60;
  if (minutes > 15 * 60 || (with_minutes && value % 100 > 59)) return std::nullopt;
  return sign * minutes;
}

std::string zone_identifier(std::string_view folded) {
  static constexpr std::array<std::string_view, 11> k_areas = {"africa", "america",  "antarctica", "arctic",
                                                               "asia",   "atlantic", "australia",  "europe",
                                                               "indian", "pacific",  "etc"};
  const std::string_view area = folded.substr(0, folded.find('/'));
  if (area.size() == folded.size() || std::find(k_areas.begin(), k_areas.end(), area) == k_areas.end()) return {};
  std::string out;
  bool start = true;
  for (const char c : folded) {
    const bool upper = start && c >= 'a' && c <= 'z';
    out += upper ? static_cast<char>(c - 'a' + 'A') : c;
    start = c == '/' || c == '_' || c == '-';
  }
  return area == "etc" ? "Etc/" + std::string(out.substr(4) == "Gmt"   ? "GMT"
                                              : out.substr(4) == "Utc" ? "UTC"
                                                                       : out.substr(4))
                       : out;
}

}  // namespace vigie::parsers
