#pragma once

#include <cstdint>
#include <string_view>

namespace vigie::parsers {

/// The vocabularies feeds are made of. RSS in all its versions, Atom 0.3 and 1.0.
enum class FeedSpace : std::uint8_t {
  none,  // no namespace
  rss,
  atom,
  dublin_core,
  dublin_terms,
  content,
  media,
  itunes,
  syndication,
  xhtml,
  rdf,
  feedburner,
  prism,
  xml,
  other,
};

/// The vocabulary of a namespace URI; `other` for one that says nothing a crawler needs.
FeedSpace space_of_uri(std::string_view uri);

/// The vocabulary everyone means by a prefix, for feeds that forget to declare it.
FeedSpace space_of_prefix(std::string_view prefix);

/// What an element says of its feed or entry.
enum class FeedField : std::uint8_t {
  unknown,
  entry,      // <item>, <entry>
  channel,    // <channel>, <feed>, <rss>, <rdf:RDF>
  container,  // an element whose children count as its parent's: <media:group>, RSS 1.1's <items>
  aside,      // <image>, <textInput>: titles and links that are not the feed's
  title,
  link,
  original_link,  // the article behind a feed proxy's link
  guid,
  id,
  summary,
  content,
  author,
  published,
  updated,
  language,
  category,
  wait_minutes,
  update_period,
  update_frequency,
  enclosure,
  source,  // the feed an entry was taken from
};

/// A field and how much one source of it counts against another: the higher rank wins.
struct FieldMeaning {
  FeedField field = FeedField::unknown;
  int rank = 0;
};

/// `local` is the element's local name in lower case.
FieldMeaning meaning_of(FeedSpace space, std::string_view local);

}  // namespace vigie::parsers
