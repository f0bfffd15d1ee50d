#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/time.h"

namespace vigie::parsers {

/// What is known around a date written by people. Every field may be empty.
struct DateContext {
  std::string language;     // BCP 47 of the text; decides day-month order and the meaning of names two languages share
  std::optional<Time> now;  // when the text was read; relative forms ("2 hours ago") are dates only when it is set
  std::string
      zone_hint;  // zone of the page or feed: "+02:00", "EST" or "Europe/Brussels"; used when the text names none
  // ISO 3166-1 alpha-2; decides day-month order where a language is written both ways, and between zones of one name.
  std::string country;
};

/// Reads a date as feeds and HTTP headers write them: RFC 822/2822/850, asctime, ISO 8601/W3CDTF and the broken forms
/// real feeds use. A text without a zone is read as UTC with zone_known == false. Null for what is no date.
/// `country` (ISO 3166-1 alpha-2, may be empty) decides between zones of one name ("IST") and the order of "3/4/2026".
/// Text over 512 bytes is no date. Sources: RFC 5322 3.3, RFC 9110 5.6.7, ISO 8601,
/// https://www.w3.org/TR/NOTE-datetime.
std::optional<Date> parse_feed_date(std::string_view text, std::string_view country = {});

/// Reads all that parse_feed_date reads and dates as pages write them in any language of the tables (month, day and
/// relative words, native digits, Solar Hijri, Hebrew, Thai Buddhist, Japanese and Minguo years). The whole text has to
/// be the date. A part that is not written is never invented: the precision says what was. Null for what is no date.
std::optional<Date> parse_date(std::string_view text, const DateContext& context);

/// The date of publication inside a longer byline ("Publié le 3 mars 2026 à 14 h 05 | Mis à jour le 4 mars"): the first
/// date that is not marked as an update, else the first date. Text past 2048 bytes is not looked at.
std::optional<Date> find_date(std::string_view text, const DateContext& context);

}  // namespace vigie::parsers
