// Prints the skeleton of config/lexicon/<lang>.toml from ICU's CLDR data: months, names of states, and the seats among
// the cities CLDR knows. A person then corrects names, adds adjectives and case forms (docs/lexicons.md).
//   g++ -std=c++20 script/cldr_states.cpp -licui18n -licuuc -o /tmp/cldr_states && /tmp/cldr_states cs
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/tznames.h>

#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace {

const char* const k_states[] = {
    "US", "GB", "CN", "RU", "KP", "KR", "IR", "IL", "UA", "BY", "TW", "HK", "JP", "IN", "PK", "VN", "TR", "SY",
    "LB", "SA", "AE", "QA", "KW", "BH", "OM", "YE", "IQ", "JO", "PS", "EG", "LY", "TN", "DZ", "MA", "SD", "ET",
    "KE", "NG", "GH", "RW", "UG", "TZ", "CM", "CD", "ZW", "ZA", "SN", "CI", "ML", "NE", "TG", "MZ", "AO", "DE",
    "FR", "NL", "BE", "LU", "PL", "CZ", "SK", "HU", "RO", "MD", "BG", "LT", "LV", "EE", "FI", "SE", "NO", "DK",
    "IS", "ES", "PT", "IT", "MT", "GR", "CY", "AT", "CH", "AL", "XK", "ME", "MK", "RS", "HR", "SI", "BA", "IE",
    "CA", "MX", "GT", "SV", "HN", "NI", "CR", "PA", "CU", "DO", "JM", "HT", "CO", "VE", "EC", "PE", "BO", "CL",
    "AR", "UY", "PY", "BR", "AU", "NZ", "PG", "FJ", "SG", "MY", "ID", "PH", "TH", "MM", "KH", "LA", "BD", "LK",
    "NP", "BT", "MV", "AF", "MN", "KZ", "UZ", "KG", "TJ", "TM", "GE", "AM", "AZ", "EU"};

struct Seat {
  const char* state;
  const char* zone;
};
const Seat k_seats[] = {
    {"GB", "Europe/London"},   {"RU", "Europe/Moscow"},     {"KP", "Asia/Pyongyang"},  {"KR", "Asia/Seoul"},
    {"IR", "Asia/Tehran"},     {"IL", "Asia/Jerusalem"},    {"UA", "Europe/Kiev"},     {"BY", "Europe/Minsk"},
    {"TW", "Asia/Taipei"},     {"JP", "Asia/Tokyo"},        {"SY", "Asia/Damascus"},   {"LB", "Asia/Beirut"},
    {"SA", "Asia/Riyadh"},     {"IQ", "Asia/Baghdad"},      {"AF", "Asia/Kabul"},      {"EG", "Africa/Cairo"},
    {"DE", "Europe/Berlin"},   {"FR", "Europe/Paris"},      {"PL", "Europe/Warsaw"},   {"CZ", "Europe/Prague"},
    {"HU", "Europe/Budapest"}, {"RO", "Europe/Bucharest"},  {"BG", "Europe/Sofia"},    {"LT", "Europe/Vilnius"},
    {"LV", "Europe/Riga"},     {"EE", "Europe/Tallinn"},    {"FI", "Europe/Helsinki"}, {"SE", "Europe/Stockholm"},
    {"NO", "Europe/Oslo"},     {"DK", "Europe/Copenhagen"}, {"ES", "Europe/Madrid"},   {"PT", "Europe/Lisbon"},
    {"IT", "Europe/Rome"},     {"GR", "Europe/Athens"},     {"AT", "Europe/Vienna"},   {"AL", "Europe/Tirane"},
    {"RS", "Europe/Belgrade"}, {"HR", "Europe/Zagreb"},     {"IE", "Europe/Dublin"},   {"BE", "Europe/Brussels"},
    {"TH", "Asia/Bangkok"},    {"NP", "Asia/Katmandu"},     {"GE", "Asia/Tbilisi"},    {"AM", "Asia/Yerevan"},
    {"AZ", "Asia/Baku"},       {"UZ", "Asia/Tashkent"},     {"MD", "Europe/Chisinau"}, {"PH", "Asia/Manila"}};

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  for (char& c : out) {
    if (c == ',' || c == '|' || c == '"') c = ' ';
  }
  return out;
}

// Slavic, Baltic and Greek names decline by their last letters; Uralic and Turkic ones only add to the end.
std::string stem(const icu::UnicodeString& name, const std::string& language) {
  static const std::set<std::string> k_declining = {"cs", "sk", "pl", "ru", "uk", "bg", "hr",
                                                    "sr", "sl", "lt", "lv", "el", "ro"};
  static const std::set<std::string> k_adding = {"fi", "et", "hu", "hy", "kk"};
  if (name.indexOf(u' ') >= 0) return utf8(name);
  if (k_adding.count(language) != 0) return utf8(name) + "*";
  if (k_declining.count(language) == 0) return utf8(name);
  static const icu::UnicodeString k_endings(u"aeiouyąęěéíýůаеиоуыюяїієьαεηιουωςάίόήsš");
  icu::UnicodeString cut = name;
  while (cut.countChar32() > 4 && k_endings.indexOf(cut.char32At(cut.length() - 1)) >= 0)
    cut.truncate(cut.length() - 1);
  return cut.countChar32() >= 4 ? utf8(cut) + "*" : utf8(name);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: cldr_states LANGUAGE\n";
    return 2;
  }
  const std::string language = argv[1];
  const icu::Locale locale(argv[1]);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString own;
  icu::Locale(argv[1]).getDisplayLanguage(icu::Locale("en"), own);
  std::cout << "language = \"" << language << "\"\nname = \"" << utf8(own)
            << "\"\n\n[grammar]\norder = \"svo\"\nadjective = \"before\"\n";
  const icu::DateFormatSymbols symbols(locale, status);
  int32_t count = 0;
  const icu::UnicodeString* months = symbols.getMonths(count);
  std::cout << "months = \"";
  for (int32_t i = 0; i < 12 && i < count; ++i) std::cout << (i > 0 ? ", " : "") << utf8(months[i]);
  std::cout << "\"\n\n[states]\n";
  const std::unique_ptr<icu::TimeZoneNames> zones(icu::TimeZoneNames::createInstance(locale, status));
  for (const char* state : k_states) {
    icu::UnicodeString name;
    icu::Locale("", state).getDisplayCountry(locale, name);
    std::string line = stem(name, language);
    for (const Seat& seat : k_seats) {
      if (std::strcmp(seat.state, state) != 0) continue;
      icu::UnicodeString city;
      zones->getExemplarLocationName(icu::UnicodeString(seat.zone), city);
      line += " | | " + stem(city, language);
    }
    std::cout << state << " = \"" << line << "\"\n";
  }
}
