#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie::parsers {

/// A zone an abbreviation stands for. `certain` is false where several zones share the letters.
struct ZoneName {
  int minutes = 0;  // east of UTC
  bool certain = true;
};

/// "gmt", "est", "msk" … in lower case. `country` (ISO 3166-1 alpha-2) decides between zones of one name: "IST" is
/// India's, Ireland's or Israel's. Without one, those of RFC 5322 4.3 are North American; of the others that reading is
/// taken which mail and feed readers take ("IST": Israel's), and `certain` is false.
std::optional<ZoneName> zone_by_name(std::string_view lower, std::string_view country);

/// The country whose zones a text means: `country` where it is known, else the top-level domain of `host`, else the
/// region of `language` ("en-IN"), else the country a language is written in and whose zones others name too ("he",
/// "hi"). ISO 3166-1 alpha-2 in upper case, or empty.
std::string zone_country(std::string_view country, std::string_view host, std::string_view language);

/// Minutes east of UTC of "+02:00", "-0530", "+2", "UTC+2", "Z" or an abbreviation; null for anything else.
std::optional<int> parse_offset(std::string_view text);

/// The tz database's spelling of a folded name, "europe/brussels" or "america/new_york"; empty when it does not begin
/// with an area of that database.
std::string zone_identifier(std::string_view folded);

}  // namespace vigie::parsers
