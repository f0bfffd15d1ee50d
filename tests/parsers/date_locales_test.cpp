// Dates as ICU writes them in the languages of the press, read back: the CLDR is the judge of month and day names, of
// their order and of what stands around them.
#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>

#include <catch2/catch.hpp>

#include <array>
#include <chrono>
#include <memory>

#include "parsers/date.h"

using namespace vigie;
using namespace vigie::parsers;
using namespace std::chrono;

namespace {

constexpr std::array k_locales = {
    "af",    "am", "ar",    "ar_IQ", "ar_MA", "az",      "be",    "bg",      "bn",     "bs",    "ca", "cs", "cy",
    "da",    "de", "de_AT", "el",    "en_US", "en_GB",   "en_IN", "en_ZA",   "es",     "es_MX", "et", "eu", "fa",
    "fa_AF", "fi", "fil",   "fr",    "fr_CA", "ga",      "gl",    "gu",      "he",     "hi",    "hr", "hu", "hy",
    "id",    "is", "it",    "ja",    "ka",    "kk",      "km",    "kn",      "ko",     "lb",    "lo", "lt", "lv",
    "mk",    "ml", "mr",    "ms",    "my",    "nb",      "ne",    "nl",      "nn",     "pa",    "pl", "pt", "pt_PT",
    "ro",    "ru", "si",    "sk",    "sl",    "sq",      "sr",    "sr_Latn", "sv",     "sw",    "ta", "te", "tg",
    "th",    "tr", "uk",    "ur",    "uz",    "uz_Cyrl", "vi",    "zh",      "zh_Hant"};

struct Locale {
  explicit Locale(const char* name) : icu(icu::Locale::createCanonical(name)) {
    context.language = icu.getLanguage();
    if (*icu.getScript() != '\0') context.language += std::string("-") + icu.getScript();
    context.country = icu.getCountry();
  }
  icu::Locale icu;
  DateContext context;
};

std::string written(const icu::DateFormat& format, Time at) {
  icu::UnicodeString text;
  format.format(static_cast<UDate>(at.time_since_epoch().count()) * 1000, text);
  std::string utf8;
  return text.toUTF8String(utf8);
}

// A day of each month, all weekdays among them, at different hours.
std::vector<Time> moments() {
  std::vector<Time> out;
  for (unsigned m = 1; m <= 12; ++m) {
    out.push_back(Time(sys_days(year(2025) / m / (m * 5 % 28 + 1))) + hours(m * 7 % 24) + minutes(m * 13 % 60));
  }
  return out;
}

std::string reading(const std::string& text, const DateContext& context) {
  const std::optional<Date> date = parse_date(text, context);
  return date ? format_date(*date).substr(0, 16) : "no date";
}

}  // namespace

TEST_CASE("dates written by the CLDR in eighty languages and countries are read back") {
  icu::TimeZone::adoptDefault(icu::TimeZone::createTimeZone("UTC"));
  for (const char* name : k_locales) {
    const Locale locale(name);
    for (const auto style : {icu::DateFormat::kFull, icu::DateFormat::kLong, icu::DateFormat::kMedium}) {
      const std::unique_ptr<icu::DateFormat> day(icu::DateFormat::createDateInstance(style, locale.icu));
      const std::unique_ptr<icu::DateFormat> minute(
          icu::DateFormat::createDateTimeInstance(style, icu::DateFormat::kShort, locale.icu));
      for (const Time at : moments()) {
        const std::string expected = format_iso8601(at).substr(0, 16);
        INFO(name << ": " << written(*day, at) << " / " << written(*minute, at));
        CHECK(reading(written(*day, at), locale.context) == expected.substr(0, 10));
        CHECK(reading(written(*minute, at), locale.context) == expected);
      }
    }
  }
}

TEST_CASE("distances written by the CLDR are read back") {
  const Time now = Time(sys_days(year(2026) / 3 / 18)) + hours(15) + minutes(30);
  for (const char* name : k_locales) {
    Locale locale(name);
    locale.context.now = now;
    UErrorCode status = U_ZERO_ERROR;
    const icu::RelativeDateTimeFormatter formatter(locale.icu, status);
    for (const auto& [unit, length] :
         {std::pair(UDAT_REL_UNIT_MINUTE, seconds(minutes(1))), std::pair(UDAT_REL_UNIT_HOUR, seconds(hours(1))),
          std::pair(UDAT_REL_UNIT_DAY, seconds(days(1)))}) {
      for (const int count : {1, 2, 3, 5, 11, 21}) {
        icu::UnicodeString text;
        formatter.formatNumeric(-count, unit, text, status);
        std::string utf8;
        text.toUTF8String(utf8);
        INFO(name << ": " << utf8);
        const std::optional<Date> date = parse_date(utf8, locale.context);
        REQUIRE(date);
        CHECK(format_iso8601(date->at).substr(0, 10) == format_iso8601(now - count * length).substr(0, 10));
        if (unit != UDAT_REL_UNIT_DAY) CHECK(date->at == now - count * length);
      }
    }
  }
}
