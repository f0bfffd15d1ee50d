#pragma once

#include <cstdint>
#include <string_view>

#include "parsers/html.h"

namespace vigie::parsers {

/// What the words in an element's class, id, role and tag say of its content, as bits.
enum class Hint : std::uint32_t {
  body = 1u << 0,        // article-body, entry-content, itemprop=articleBody
  article = 1u << 1,     // article, story, post, content, main, text
  related = 1u << 2,     // related, recommended, more, most read, teaser
  share = 1u << 3,       // share bars, follow-us
  comments = 1u << 4,    // readers' comments
  newsletter = 1u << 5,  // newsletter, subscribe, sign-up
  consent = 1u << 6,     // cookie and consent boxes, overlays
  navigation = 1u << 7,  // menus, breadcrumbs, pagination
  footer = 1u << 8,
  header = 1u << 9,
  sidebar = 1u << 10,    // sidebars, widgets, rails
  advert = 1u << 11,     // adverts, sponsors, promotions
  caption = 1u << 12,    // captions, credits, galleries, pictures
  author = 1u << 13,     // bylines, author boxes, biographies
  meta = 1u << 14,       // dates, info lines, kickers
  tags = 1u << 15,       // tags, topics, categories
  paywall = 1u << 16,    // paywalls, membership, registration
  hidden = 1u << 17,     // hidden, screen readers only, templates
  media = 1u << 18,      // players, embeds, live widgets
  quote = 1u << 19,      // pull quotes
  summary = 1u << 20,    // standfirst, lead, summary
  contents = 1u << 21,   // tables of contents, key points
  form = 1u << 22,       // forms, searches, logins, polls, ratings
  title = 1u << 23,      // headlines
  infobox = 1u << 24,    // fact boxes
  embed = 1u << 25,      // posts of social networks
  copyright = 1u << 26,  // copyright, disclaimer, legal
};

using Hints = std::uint32_t;
inline bool has(Hints hints, Hint hint) { return (hints & static_cast<std::uint32_t>(hint)) != 0; }

/// The hints of the element itself, ancestors not looked at.
Hints hints_of(const Document& document, NodeId element);

/// The hints of the words of one class or id value: words are parted at what is no letter and at camelCase humps.
Hints hints_of_words(std::string_view value);

/// The name of the hint that speaks loudest against a block's being text ("related", "comments" …), or empty.
std::string_view strongest_hint(Hints hints);

}  // namespace vigie::parsers
