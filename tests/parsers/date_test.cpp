#include "parsers/date.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "model/text.h"
#include "parsers/date_calendar.h"
#include "parsers/date_lexicon.h"
#include "parsers/date_tokens.h"
#include "parsers/date_zone.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

// 2026-03-15 is a Sunday.
const Time k_now = parse_iso8601("2026-03-15T10:00:00Z")->at;

std::string written(const std::optional<Date>& date) { return date ? format_date(*date) : "no date"; }
std::string moment(const std::optional<Date>& date) { return date ? format_iso8601(date->at) : "no date"; }

std::string feed(std::string_view text) { return written(parse_feed_date(text)); }
std::string page(std::string_view text, std::string language) {
  return written(parse_date(text, {std::move(language), std::nullopt, "", ""}));
}
std::string seen(std::string_view text, std::string language) {
  return moment(parse_date(text, {std::move(language), k_now, "", ""}));
}
std::string found(std::string_view text, std::string language) {
  return written(find_date(text, {std::move(language), k_now, "", ""}));
}

struct Sample {
  const char* language;
  const char* text;
  const char* date;
};

}  // namespace

TEST_CASE("feeds date themselves by RFC 5322, ISO 8601 and asctime") {
  CHECK(feed("Mon, 02 Mar 2026 14:05:06 +0100") == "2026-03-02T13:05:06Z");
  CHECK(feed("2 Mar 26 14:05 EST") == "2026-03-02T19:05Z");
  CHECK(feed("Monday, 02-Mar-26 14:05:06 GMT") == "2026-03-02T14:05:06Z");
  CHECK(feed("Mon Mar  2 14:05:06 2026") == "2026-03-02T14:05:06Z");
  CHECK(feed("2026-03-02T14:05:06.789+02:00") == "2026-03-02T12:05:06Z");
  CHECK(feed("2026-03-02T14:05Z") == "2026-03-02T14:05Z");
  CHECK(feed("20260302T140506Z") == "2026-03-02T14:05:06Z");
  CHECK(feed("2026-061") == "2026-03-02");
  CHECK(feed("1772460306") == "2026-03-02T14:05:06Z");
}

TEST_CASE("a feed's broken date is read where it can mean one thing only") {
  CHECK(feed("Mon, 2 March, 2026 14:05:06 UTC") == "2026-03-02T14:05:06Z");
  CHECK(feed("2026-03-02 14:05:06 -05:00Z") == "2026-03-02T19:05:06Z");
  CHECK(feed("Mon (a comment), 2(nd) Mar(ch) 2026 14:05 +0000") == "2026-03-02T14:05Z");
  CHECK(feed("Mon Mar 02 2026 14:05:06 GMT+0100 (Central European Standard Time)") == "2026-03-02T13:05:06Z");
  CHECK(feed("lundi, 2 mars 2026 - 14:05") == "2026-03-02T14:05Z");
  CHECK(feed("Mon, 02 Mar 2026 14:05:06 Europe/Brussels") == "2026-03-02T13:05:06Z");
  CHECK(moment(parse_feed_date("2026-03-02 오후 2:05:06")) == "2026-03-02T05:05:06Z");
  CHECK(moment(parse_feed_date("2026-03-02T24:00:00Z")) == "2026-03-03T00:00:00Z");
}

TEST_CASE("what is no date is none") {
  for (const char* text : {"", "  ", "soon", "2026-13-01", "2026-02-30", "2026-03-02T10:61:00Z", "2026-03-02T25:00:00Z",
                           "Mon, 2 Xyz 2026", "Sun, 16 Dec 2012 1:2:3:4 GMT", "Mon, 02 Mar 2026 14:05:06 +zz:00",
                           "0001-01-01T00:00:00Z", "12", "3.5%", "$5"}) {
    INFO(text);
    CHECK(feed(text) == "no date");
  }
  CHECK(feed(std::string(600, '1')) == "no date");
  CHECK(page("5 minutes", "en") == "no date");
}

TEST_CASE("a date is never more exact than it was written") {
  CHECK(page("2026", "en") == "2026");
  CHECK(page("March 2026", "en") == "2026-03");
  CHECK(page("2 March 2026", "en") == "2026-03-02");
  CHECK(page("2 March 2026 14:05", "en") == "2026-03-02T14:05Z");
  CHECK(page("2 March 2026 14:05:06", "en") == "2026-03-02T14:05:06Z");
  CHECK(page("2 March", "en") == "no date");
  CHECK(page("14:05", "en") == "no date");
}

TEST_CASE("a zone is known only where the text, the page or the feed names one") {
  CHECK_FALSE(parse_feed_date("2026-03-02 14:05")->zone_known);
  CHECK(parse_feed_date("2026-03-02 14:05 CET")->zone_known);
  CHECK_FALSE(parse_feed_date("Mon, 02 Mar 2026 14:05 IST")->zone_known);
  const std::optional<Date> hinted = parse_date("2 mars 2026 14:05", {"fr", std::nullopt, "Europe/Paris", ""});
  CHECK(moment(hinted) == "2026-03-02T13:05:00Z");
  CHECK(hinted->zone_known);
  const std::optional<Date> indian = parse_date("Mon, 02 Mar 2026 14:05 IST", {"en", std::nullopt, "", "IN"});
  CHECK(moment(indian) == "2026-03-02T08:35:00Z");
  CHECK(indian->zone_known);
  CHECK(moment(parse_date("2026-07-02T14:05", {"en", std::nullopt, "-03:00", ""})) == "2026-07-02T17:05:00Z");
}

TEST_CASE("letters that several zones share are read by country, by language, or with a doubt") {
  const auto in = [](std::string_view text, const char* language, const char* country) {
    return parse_date(text, {language, std::nullopt, "", country});
  };
  CHECK(moment(in("3 March 2026 10:30 IST", "en", "IN")) == "2026-03-03T05:00:00Z");
  CHECK(moment(in("3 July 2025 10:30 IST", "en", "IE")) == "2025-07-03T09:30:00Z");
  CHECK(moment(in("3 मार्च 2026 10:30 IST", "hi", "")) == "2026-03-03T05:00:00Z");
  CHECK(moment(in("3 March 2026 10:30 IST", "en-IN", "")) == "2026-03-03T05:00:00Z");
  CHECK(in("3 March 2026 10:30 IST", "en", "IN")->zone_known);
  CHECK_FALSE(in("3 March 2026 10:30 IST", "en", "")->zone_known);
  CHECK(moment(in("3 March 2026 10:30 CST", "en", "")) == "2026-03-03T16:30:00Z");
  CHECK(moment(in("3 March 2026 10:30 CST", "zh", "")) == "2026-03-03T02:30:00Z");
  CHECK(moment(in("3 mars 2026 à 10 h 30 HNE", "fr", "CA")) == "2026-03-03T15:30:00Z");
  CHECK(moment(parse_feed_date("Tue, 03 Mar 2026 10:30:00 IST", "IN")) == "2026-03-03T05:00:00Z");
  CHECK(zone_country("", "news.example.in", "en-us") == "IN");
  CHECK(zone_country("", "news.example.io", "en-GB") == "GB");
  CHECK(zone_country("EU", "news.example.com", "he") == "IL");
}

TEST_CASE("inside a line a zone stands in capitals") {
  CHECK(found("March 3, 2026 10:30 ART", "en") == "2026-03-03T13:30Z");
  CHECK(found("March 3, 2026 10:30 Art and culture", "en") == "2026-03-03T10:30Z");
}

TEST_CASE("pages date themselves in their languages") {
  const Sample sample = GENERATE(values<Sample>({
      {"en", "Monday, March 2nd, 2026 at 2:05 p.m.", "2026-03-02T14:05Z"},
      {"fr", "lundi 2 mars 2026 à 14 h 05", "2026-03-02T14:05Z"},
      {"fr", "1er août 2025", "2025-08-01"},
      {"de", "Montag, 2. März 2026, 14.05 Uhr", "2026-03-02T14:05Z"},
      {"de-AT", "2. Jänner 2026", "2026-01-02"},
      {"es", "lunes, 2 de marzo de 2026 a las 14:05", "2026-03-02T14:05Z"},
      {"pt-BR", "2 de março de 2026 às 14h05", "2026-03-02T14:05Z"},
      {"it", "lunedì 2 marzo 2026, ore 14:05", "2026-03-02T14:05Z"},
      {"nl", "maandag 2 maart 2026 om 14:05 uur", "2026-03-02T14:05Z"},
      {"sv", "2 mars 2026 kl. 14.05", "2026-03-02T14:05Z"},
      {"da", "2. marts 2026 kl. 14:05", "2026-03-02T14:05Z"},
      {"no", "2. mars 2026 kl. 14:05", "2026-03-02T14:05Z"},
      {"fi", "2. maaliskuuta 2026 klo 14.05", "2026-03-02T14:05Z"},
      {"et", "2. märts 2026, kell 14:05", "2026-03-02T14:05Z"},
      {"lv", "2026. gada 2. marts, plkst. 14:05", "2026-03-02T14:05Z"},
      {"lt", "2026 m. kovo 2 d. 14:05", "2026-03-02T14:05Z"},
      {"pl", "poniedziałek, 2 marca 2026, godz. 14:05", "2026-03-02T14:05Z"},
      {"cs", "pondělí 2. března 2026 v 14:05", "2026-03-02T14:05Z"},
      {"sk", "2. marca 2026 o 14:05", "2026-03-02T14:05Z"},
      {"sl", "2. marec 2026 ob 14.05", "2026-03-02T14:05Z"},
      {"hr", "2. ožujka 2026. u 14:05", "2026-03-02T14:05Z"},
      {"sr", "понедељак, 2. март 2026, 14:05", "2026-03-02T14:05Z"},
      {"sr-Latn", "2. mart 2026. 14:05", "2026-03-02T14:05Z"},
      {"hu", "2026. március 2., hétfő 14:05", "2026-03-02T14:05Z"},
      {"ro", "luni, 2 martie 2026, ora 14:05", "2026-03-02T14:05Z"},
      {"bg", "2 март 2026 г., 14:05 ч.", "2026-03-02T14:05Z"},
      {"ru", "2 марта 2026 года в 14:05", "2026-03-02T14:05Z"},
      {"uk", "2 березня 2026 р. о 14:05", "2026-03-02T14:05Z"},
      {"be", "2 сакавіка 2026 года", "2026-03-02"},
      {"el", "Δευτέρα 2 Μαρτίου 2026, 2:05 μ.μ.", "2026-03-02T14:05Z"},
      {"tr", "2 Mart 2026 Pazartesi, saat 14:05", "2026-03-02T14:05Z"},
      {"ka", "2 მარტი, 2026 14:05", "2026-03-02T14:05Z"},
      {"kk", "2026 ж. 2 наурыз", "2026-03-02"},
      {"ar", "الاثنين، ٢ مارس ٢٠٢٦ الساعة ١٤:٠٥", "2026-03-02T14:05Z"},
      {"ar", "2 آذار 2026", "2026-03-02"},
      {"he", "2 במרץ 2026 בשעה 14:05", "2026-03-02T14:05Z"},
      {"hi", "२ मार्च २०२६", "2026-03-02"},
      {"bn", "২ মার্চ ২০২৬", "2026-03-02"},
      {"ta", "2 மார்ச், 2026", "2026-03-02"},
      {"th", "วันจันทร์ที่ 2 มีนาคม 2569 เวลา 14:05 น.", "2026-03-02T14:05Z"},
      {"vi", "Thứ hai, ngày 2 tháng 3 năm 2026, 14:05", "2026-03-02T14:05Z"},
      {"id", "Senin, 2 Maret 2026 14:05 WIB", "2026-03-02T07:05Z"},
      {"zh", "2026年3月2日 下午2:05", "2026-03-02T14:05Z"},
      {"zh", "二〇二六年三月二日", "2026-03-02"},
      {"ja", "2026年3月2日(月) 14時05分", "2026-03-02T14:05Z"},
      {"ko", "2026년 3월 2일 오후 2시 5분", "2026-03-02T14:05Z"},
  }));
  INFO(sample.language << ": " << sample.text);
  CHECK(page(sample.text, sample.language) == sample.date);
}

TEST_CASE("a month by two of its names, and a day by two calendars, are one") {
  for (const char* text :
       {"24 نيسان / أبريل 2020", "24 أبريل/نيسان 2020", "٢٤ نيسان (أبريل) ٢٠٢٠", "24 نيسان أبريل 2020"}) {
    INFO(text);
    CHECK(page(text, "ar") == "2020-04-24");
    CHECK(found(text, "ar") == "2020-04-24");
  }
  CHECK(page("الجمعة 24 نيسان/ أبريل 2020 - 10:30", "ar") == "2020-04-24T10:30Z");
  CHECK(page("24 نيسان / مايو 2020", "ar") == "no date");
  // The table's Islamic months can be a day off the moon's: the other calendar is believed.
  CHECK(page("الاثنين 21 رمضان 1447 هـ - 9 مارس 2026 م", "ar") == "2026-03-09");
  CHECK(page("9 مارس 2026 م الموافق 21 رمضان 1447 هـ", "ar") == "2026-03-09");
  CHECK(page("دوشنبه ۱۸ اسفند ۱۴۰۴ - ۹ مارس ۲۰۲۶", "fa") == "2026-03-09");
  CHECK(page("20 رمضان 1447 هـ - 19 مارس 2026 م", "ar") == "no date");
}

TEST_CASE("a weekday shares its letters with a month, or goes by a number") {
  CHECK(page("mar, 11 mar 2025", "es") == "2025-03-11");
  CHECK(page("Mar, 11 de mar. de 2025", "gl") == "2025-03-11");
  CHECK(page("Thứ 4, 11/3/2026 10:00", "vi") == "2026-03-11T10:00Z");
  CHECK(page("4ª-feira, 11 de março de 2026", "pt") == "2026-03-11");
  CHECK(page("จ. 2 มี.ค. 69", "th") == "2026-03-02");
}

TEST_CASE("years of other calendars and eras become civil ones") {
  CHECK(page("۱۱ اسفند ۱۴۰۴", "fa") == "2026-03-02");
  CHECK(page("۱۴۰۴/۱۲/۱۱", "fa") == "2026-03-02");
  CHECK(page("令和8年3月2日", "ja") == "2026-03-02");
  CHECK(page("民國115年3月2日", "zh-Hant") == "2026-03-02");
  CHECK(page("12 رمضان 1447 هـ", "ar") == "2026-03-01");
  CHECK(page("י״ג באדר תשפ״ו", "he") == "2026-03-02");
  CHECK(page("23 የካቲት 2018", "am") == "2026-03-02");
  CHECK(to_civil(Calendar::persian, 1404, 12, 30) == std::nullopt);
  CHECK(to_civil(Calendar::persian, 1403, 12, 30).has_value());
}

TEST_CASE("the order of day and month follows the language and the country") {
  const auto in_country = [](std::string_view text, std::string country) {
    return written(parse_date(text, {"en", std::nullopt, "", std::move(country)}));
  };
  CHECK(page("03/04/2026", "fr") == "2026-04-03");
  CHECK(in_country("03/04/2026", "US") == "2026-03-04");
  CHECK(in_country("03/04/2026", "GB") == "2026-04-03");
  CHECK(page("23/04/2026", "en") == "2026-04-23");
  CHECK(page("03.04.2026", "en") == "2026-04-03");
  CHECK(page("26/4/3", "zh") == "2026-04-03");
  CHECK(page("Friday, 03/04/2026", "en") == "2026-04-03");  // the weekday decides
}

TEST_CASE("a text in another language than it is said to be in is read all the same") {
  CHECK(page("2 mars 2026", "en") == "2026-03-02");
  CHECK(page("2 марта 2026", "") == "2026-03-02");
  CHECK(page("2 March 2026", "ja") == "2026-03-02");
}

TEST_CASE("a relative date counts from now and is none without it") {
  CHECK(seen("il y a 3 heures", "fr") == "2026-03-15T07:00:00Z");
  CHECK(seen("vor 2 Tagen", "de") == "2026-03-13T10:00:00Z");
  CHECK(seen("hace 2 días", "es") == "2026-03-13T10:00:00Z");
  CHECK(seen("3 часа назад", "ru") == "2026-03-15T07:00:00Z");
  CHECK(seen("3 小时前", "zh") == "2026-03-15T07:00:00Z");
  CHECK(seen("قبل ساعتين", "ar") == "2026-03-15T08:00:00Z");
  CHECK(seen("an hour ago", "en") == "2026-03-15T09:00:00Z");
  CHECK(seen("8 tuần trước", "vi") == "2026-01-18T10:00:00Z");
  CHECK(seen("1 year and 1 month ago", "en") == "2025-02-15T10:00:00Z");
  CHECK(seen("полчаса назад", "ru") == "2026-03-15T09:30:00Z");
  CHECK(seen("now - 2 hours", "en") == "2026-03-15T08:00:00Z");
  CHECK(seen("in 2 days", "en") == "2026-03-17T10:00:00Z");
  CHECK(seen("yesterday", "en") == "2026-03-14T10:00:00Z");
  CHECK(seen("昨日", "ja") == "2026-03-14T10:00:00Z");
  CHECK(seen("вчера в 14:30", "ru") == "2026-03-14T14:30:00Z");
  CHECK(page("il y a 3 heures", "fr") == "no date");
}

TEST_CASE("a relative date is as exact as its smallest unit") {
  const auto precision = [](std::string_view text) { return parse_date(text, {"en", k_now, "", ""})->precision; };
  CHECK(precision("30 seconds ago") == Precision::second);
  CHECK(precision("5 minutes ago") == Precision::minute);
  CHECK(precision("3 hours ago") == Precision::day);
  CHECK(precision("yesterday") == Precision::day);
  CHECK(precision("2 months ago") == Precision::month);
  CHECK(precision("last year") == Precision::year);
}

TEST_CASE("a date without its year, or a bare weekday or clock, is the last one before now") {
  CHECK(seen("2 mars", "fr") == "2026-03-02T00:00:00Z");
  CHECK(seen("28 décembre", "fr") == "2025-12-28T00:00:00Z");
  CHECK(seen("Friday", "en") == "2026-03-13T00:00:00Z");
  CHECK(seen("Friday 17:15", "en") == "2026-03-13T17:15:00Z");
  CHECK(seen("09:30", "en") == "2026-03-15T09:30:00Z");
}

TEST_CASE("a byline's date is the one of publication") {
  CHECK(found("Publié le 3 mars 2026 à 14 h 05 | Mis à jour le 4 mars 2026 à 9 h 12", "fr") == "2026-03-03T14:05Z");
  CHECK(found("Mis à jour le 4 mars 2026. Publié le 3 mars 2026", "fr") == "2026-03-03");
  CHECK(found("By Jane Doe | March 3, 2026 | 5 min read", "en") == "2026-03-03");
  CHECK(found("Updated 4 March 2026", "en") == "2026-03-04");
  CHECK(found("发布时间：2026-03-02 15:05 来源：新华网", "zh") == "2026-03-02T15:05Z");
  CHECK(found("입력 2026.03.02. 오후 3:05 수정 2026.03.03. 오전 9:00", "ko") == "2026-03-02T15:05Z");
  CHECK(found("Von Erika Muster, Berlin – 03.03.2026, 14:05 Uhr", "de") == "2026-03-03T14:05Z");
}

TEST_CASE("a line without a date of publication has none") {
  for (const char* text : {"", "5 min read", "Tel. 03 12 45 67 89", "version 3.5.2", "192.168.1.10", "Copyright 2026",
                           "Photo 1/4", "Opens on 1 April 2027"}) {
    INFO(text);
    CHECK(found(text, "en") == "no date");
  }
}

TEST_CASE("every entry of the tables is one the reader of words can meet") {
  for (const DateWords& row : date_names()) {
    INFO(row.language);
    CHECK_FALSE(row.entries.empty());
    CHECK(fold(row.entries.substr(row.entries.find(':') + 1, 40)).size() > 0);
  }
  const DateLexicon& lexicon = DateLexicon::instance();
  for (const DateWords& row : date_words()) {
    INFO(row.language);
    CHECK((row.language.empty() || lexicon.language(row.language) != 0));
  }
  for (const char* word : {"fevrier", "marta", "gestern", "yesterday"}) CHECK_FALSE(lexicon.find(word).empty());
}

TEST_CASE("a month told by both its names is one month") {
  CHECK(found("تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", "ar") == "2020-04-24T21:22Z");
  CHECK(page("24 نيسان/أبريل 2020", "ar") == "2020-04-24");
}
