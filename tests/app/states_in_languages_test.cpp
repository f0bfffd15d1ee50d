// Every lexicon against ICU's CLDR: the names of the states that matter most, and their capitals, are found in every
// language vigie must read.
#include <unicode/locid.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/knowledge.h"
#include "classifier/lexicon.h"
#include "classifier/tokens.h"

using namespace vigie;
using namespace vigie::classifier;

namespace {

constexpr std::array k_states = {"US", "GB", "CN", "RU", "KP", "KR", "IR", "IL", "UA", "BY", "TW", "JP", "IN", "PK",
                                 "VN", "TR", "SY", "SA", "AE", "DE", "FR", "NL", "BE", "PL", "CZ", "SK", "HU", "RO",
                                 "BG", "LT", "LV", "EE", "FI", "SE", "NO", "DK", "ES", "PT", "IT", "GR", "AL", "RS",
                                 "HR", "SI", "GE", "AM", "AZ", "KZ", "CA", "AU", "SG", "PH", "BR", "MX", "AF", "IQ"};
constexpr std::array<std::pair<const char*, const char*>, 36> k_capitals = {
    {{"GB", "Europe/London"},   {"RU", "Europe/Moscow"},     {"KP", "Asia/Pyongyang"},  {"KR", "Asia/Seoul"},
     {"IR", "Asia/Tehran"},     {"IL", "Asia/Jerusalem"},    {"UA", "Europe/Kiev"},     {"BY", "Europe/Minsk"},
     {"TW", "Asia/Taipei"},     {"JP", "Asia/Tokyo"},        {"SY", "Asia/Damascus"},   {"SA", "Asia/Riyadh"},
     {"DE", "Europe/Berlin"},   {"FR", "Europe/Paris"},      {"PL", "Europe/Warsaw"},   {"CZ", "Europe/Prague"},
     {"HU", "Europe/Budapest"}, {"RO", "Europe/Bucharest"},  {"BG", "Europe/Sofia"},    {"LT", "Europe/Vilnius"},
     {"LV", "Europe/Riga"},     {"EE", "Europe/Tallinn"},    {"FI", "Europe/Helsinki"}, {"SE", "Europe/Stockholm"},
     {"NO", "Europe/Oslo"},     {"DK", "Europe/Copenhagen"}, {"ES", "Europe/Madrid"},   {"PT", "Europe/Lisbon"},
     {"IT", "Europe/Rome"},     {"GR", "Europe/Athens"},     {"AL", "Europe/Tirane"},   {"RS", "Europe/Belgrade"},
     {"HR", "Europe/Zagreb"},   {"BE", "Europe/Brussels"},   {"GE", "Asia/Tbilisi"},    {"IQ", "Asia/Baghdad"}}};
// The languages vigie must read (docs/lexicons.md).
constexpr std::array k_languages = {"ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he",
                                    "hi", "hr", "hu", "id", "it", "ja", "ka", "ko", "lt", "lv", "nl", "no", "pl",
                                    "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh"};

// Names left out on purpose, because the word means something else more often: a cheque, a bag and "scared" in Persian,
// a fly and the Romans in Korean, the first name Sofia in Ukrainian, parts of other words in kana. القدس is claimed by
// two.
constexpr std::array k_left_out = {"fa CZ", "fa UA", "fa IT", "ko FR", "ko IT", "ko LV",
                                   "uk BG", "ja FR", "ja IT", "ja LV", "ar IL"};

bool left_out(const std::string& hole) {
  return std::find(k_left_out.begin(), k_left_out.end(), hole) != k_left_out.end();
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

class Reader {
 public:
  explicit Reader(const LoadedTables& loaded, std::string_view language) {
    for (const LexiconTable& table : loaded.tables.lexicons) {
      if (table.language == language) lexicon_ = std::make_unique<Lexicon>(table, codes_);
    }
  }
  bool finds(const std::string& text, std::string_view state) const {
    TokenStream stream;
    tokenize({}, text, stream);
    std::vector<Hit> hits;
    lexicon_->find(stream, 0, hits);
    for (const Hit& hit : hits) {
      if (is_state(hit.category) && codes_.code(hit.state) == state) return true;
    }
    return false;
  }

 private:
  StateCodes codes_;
  std::unique_ptr<Lexicon> lexicon_;
};

const LoadedTables& shipped() {
  static const LoadedTables k_loaded =
      read_tables({VIGIE_CONFIG "/lexicon", VIGIE_CONFIG "/states.toml", VIGIE_CONFIG "/actors.toml"});
  return k_loaded;
}

}  // namespace

TEST_CASE("every language's lexicon knows the states by the names CLDR gives them") {
  std::string holes;
  for (const char* language : k_languages) {
    const Reader reader(shipped(), language);
    for (const char* state : k_states) {
      icu::UnicodeString name;
      icu::Locale("", state).getDisplayCountry(icu::Locale(language), name);
      const std::string key = std::string(language) + " " + state;
      if (!left_out(key) && !reader.finds(utf8(name), state)) holes += "\n" + key + " " + utf8(name);
    }
  }
  INFO("holes:" << holes);
  CHECK(holes.empty());
}

TEST_CASE("every language's lexicon takes the capitals CLDR names for their states") {
  std::string holes;
  for (const char* language : k_languages) {
    const Reader reader(shipped(), language);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::TimeZoneNames> names(icu::TimeZoneNames::createInstance(icu::Locale(language), status));
    REQUIRE(U_SUCCESS(status));
    for (const auto& [state, zone] : k_capitals) {
      icu::UnicodeString city;
      names->getExemplarLocationName(icu::UnicodeString::fromUTF8(zone), city);
      const std::string key = std::string(language) + " " + state;
      if (!left_out(key) && !reader.finds(utf8(city), state)) holes += "\n" + key + " " + utf8(city);
    }
  }
  INFO("holes:" << holes);
  CHECK(holes.empty());
}
