#include "parsers/feed_fields.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "model/text.h"
#include "parsers/feed_space.h"
#include "parsers/feed_text.h"
#include "parsers/plain_text.h"

namespace vigie::parsers {
namespace {

constexpr std::size_t k_none = std::string_view::npos;
constexpr std::size_t k_max_token_bytes = 8192;

// Ranks of links: what the publisher calls the article's address first, what may stand in for it last. A link that is
// not http or https loses k_not_web.
constexpr int k_original_link = 97;
constexpr int k_link_text = 95;
constexpr int k_href_of_entry = 90;
constexpr int k_permanent_guid = 60;
constexpr int k_enclosure = 40;
constexpr int k_about = 25;
constexpr int k_web_id = 20;
constexpr int k_other_guid = 15;
constexpr int k_any_id = 5;
constexpr int k_not_web = 40;

constexpr int k_summary_rank = 80;   // of <summary>, see feed_names.cpp
constexpr int k_content_rank = 70;   // of <content>
constexpr int k_source_author = 20;  // of an author named by an entry's <source>

int link_rank(std::string_view relation, std::string_view type, FieldScope scope) {
  if (relation == "alternate" || relation.empty()) {
    if (type.find("html") != k_none) return k_href_of_entry;
    return type.empty() ? k_href_of_entry - 2 : k_href_of_entry - 10;
  }
  if (relation == "enclosure") return scope == FieldScope::entry ? k_enclosure + 1 : 0;
  if (relation == "self") return 35;
  if (relation == "via" || relation == "related") return 30;
  return 0;
}

// RSS leaves open whose links are relative to what; they are the site's, not the address the feed happens to be served
// from. xml:base and Atom are exact.
const Url* link_base(const FeedElement& element) {
  return element.site != nullptr && !element.atom ? element.site : element.base;
}

TextForm form_of(const FeedElement& element, std::string_view raw) {
  if (element.space == FeedSpace::xhtml) return TextForm::xhtml;
  if (element.atom) return atom_text_form(element.tag, raw);
  if (element.meaning.field != FeedField::content) return TextForm::guess;
  return attribute(element.tag, "type") ? atom_text_form(element.tag, raw) : TextForm::html;
}

double period_seconds(std::string_view name) {
  constexpr double k_day = 86400;
  if (name == "hourly") return 3600;
  if (name == "daily") return k_day;
  if (name == "weekly") return 7 * k_day;
  if (name == "monthly") return 30 * k_day;
  return name == "yearly" ? 365 * k_day : 0;
}

}  // namespace

void FieldReader::read(const FeedElement& element, std::string_view raw, FieldScope scope, FeedDraft& draft) const {
  const int rank = element.meaning.rank;
  switch (element.meaning.field) {
    case FeedField::title:
      return read_title(element, raw, scope, draft);
    case FeedField::summary:
      return read_summary(element, raw, scope, draft);
    case FeedField::content:
      return scope == FieldScope::entry ? read_content(element, raw, draft) : void();
    case FeedField::link:
      return read_link(element, raw, scope, draft);
    case FeedField::original_link:
      return draft.link.offer(feed_address(token(raw), link_base(element)), k_original_link);
    case FeedField::guid:
      return read_guid(element, raw, draft);
    case FeedField::id:
      return read_id(element, raw, scope, draft);
    case FeedField::author:
      return draft.add_author(person(raw), rank);
    case FeedField::source:
      return read_source(raw, draft);
    case FeedField::published:
      return draft.add_published(token(raw), rank);
    case FeedField::updated:
      return draft.add_updated(token(raw), rank);
    case FeedField::language:
      return draft.language.offer(feed_language(token(raw)), 90);
    case FeedField::category:
      return read_category(element, raw, draft);
    case FeedField::enclosure: {
      const std::string url = feed_address(attribute(element.tag, "url").value_or(""), element.base);
      if (scope == FieldScope::entry && is_web_address(url)) draft.link.offer(url, k_enclosure);
      return;
    }
    default:
      return scope == FieldScope::feed ? read_rhythm(element.meaning.field, token(raw), draft) : void();
  }
}

void FieldReader::read_attributes(const FeedElement& element, FieldScope scope, FeedDraft& draft) const {
  if (element.tag.attributes.empty()) return;
  if (scope == FieldScope::feed && element.language) draft.language.offer(feed_language(*element.language), 50);
  if (const std::optional<std::string> href = attribute(element.tag, "href")) {
    draft.link.offer(feed_address(*href, element.base), k_href_of_entry);
  }
  if (const std::optional<std::string> modified = attribute(element.tag, "lastmod")) draft.add_updated(*modified, 50);
  const std::optional<std::string> about = attribute(element.tag, "rdf:about");
  if (!about || scope == FieldScope::feed) return;
  draft.id.offer(std::string(trim_ascii(*about)), 40);
  if (is_web_address(draft.id.value)) draft.link.offer(draft.id.value, k_about);
}

std::string FieldReader::token(std::string_view raw) const {
  return read_token(raw.substr(0, k_max_token_bytes), entities_);
}

std::string FieldReader::clipped(std::string text) const {
  if (text.size() <= max_text_bytes_) return text;
  repairs_.add("a text longer than " + std::to_string(max_text_bytes_) + " bytes is cut");
  return std::string(clip_utf8(text, max_text_bytes_));
}

std::string FieldReader::text_of(const FeedElement& element, std::string_view raw) const {
  // Markup and references may take far more room than the words they carry; four times the limit is plenty.
  const std::string_view part = clip_utf8(raw, 4 * max_text_bytes_);
  return clipped(read_text(part, form_of(element, part), entities_));
}

void FieldReader::note_language(const FeedElement& element, FieldScope scope, FeedDraft& draft) const {
  if (scope == FieldScope::feed) {
    if (element.language) draft.language.offer(feed_language(*element.language), 20);
    return;
  }
  if (draft.text_language_settled) return;
  draft.text_language = element.language;
  draft.text_language_settled = element.meaning.field == FeedField::content;
}

void FieldReader::read_title(const FeedElement& element, std::string_view raw, FieldScope scope,
                             FeedDraft& draft) const {
  note_language(element, scope, draft);
  const std::string_view part = clip_utf8(raw, 4 * max_text_bytes_);
  std::string title = clipped(read_line(part, form_of(element, part), entities_));
  if (!title.empty()) draft.title.offer(std::move(title), element.meaning.rank);
}

void FieldReader::read_summary(const FeedElement& element, std::string_view raw, FieldScope scope,
                               FeedDraft& draft) const {
  note_language(element, scope, draft);
  const int rank = element.meaning.rank;
  // <summary> beside <description> is the longer of the two more often than not.
  const bool second = scope == FieldScope::entry && rank == k_summary_rank && draft.summary.rank > rank;
  if (rank <= draft.summary.rank && !second) return;
  std::string text = text_of(element, raw);
  if (text.empty()) return;
  (second ? draft.content : draft.summary).offer(std::move(text), second ? k_content_rank - 5 : rank);
}

void FieldReader::read_content(const FeedElement& element, std::string_view raw, FeedDraft& draft) const {
  note_language(element, FieldScope::entry, draft);
  int rank = element.meaning.rank;
  const TextForm form = form_of(element, raw);
  if (rank == k_content_rank) {
    if (form == TextForm::html || form == TextForm::xhtml) rank += 2;
    if (form == TextForm::plain || form == TextForm::base64 || form == TextForm::base64_plain) rank -= 1;
  }
  if (rank <= draft.content.rank) return;
  std::string text = text_of(element, raw);
  if (!text.empty()) draft.content.offer(std::move(text), rank);
}

void FieldReader::read_link(const FeedElement& element, std::string_view raw, FieldScope scope,
                            FeedDraft& draft) const {
  if (const std::optional<std::string> href = attribute(element.tag, "href")) {
    return read_href(element, *href, scope, draft);
  }
  // An address that lost its end tag ends where the next tag begins.
  std::string text = token(raw);
  text.resize(std::min(text.find('<'), text.size()));
  const std::string link = trim_ascii(text).empty() ? std::string() : feed_address(text, link_base(element));
  if (!link.empty()) draft.link.offer_last(link, is_web_address(link) ? k_link_text : k_link_text - k_not_web);
}

void FieldReader::read_href(const FeedElement& element, std::string_view href, FieldScope scope,
                            FeedDraft& draft) const {
  const std::string link = feed_address(href, element.base);
  if (link.empty()) return;
  std::string relation = ascii_lower(trim_ascii(attribute(element.tag, "rel").value_or("alternate")));
  constexpr std::string_view k_iana = "http://www.iana.org/assignments/relation/";
  if (relation.starts_with(k_iana)) relation.erase(0, k_iana.size());
  const std::string type = ascii_lower(attribute(element.tag, "type").value_or(""));
  const int rank = link_rank(relation, type, scope) - (is_web_address(link) ? 0 : k_not_web);
  if (relation == "self" && draft.self.empty()) draft.self = link;
  if (rank <= 0) return;
  // RSS has <link href> outside Atom's vocabulary only by mistake; as with its other links the last one counts.
  if (!element.atom) return draft.link.offer_last(link, relation == "alternate" ? k_link_text : rank);
  draft.link.offer(link, rank);
}

void FieldReader::read_guid(const FeedElement& element, std::string_view raw, FeedDraft& draft) const {
  std::string guid = token(raw);
  if (guid.empty()) return;
  const std::string permanent = ascii_lower(trim_ascii(attribute(element.tag, "ispermalink").value_or("")));
  if (permanent == "true" && element.base != nullptr) guid = feed_address(guid, element.base);
  if (permanent == "true" || is_web_address(guid)) {
    draft.link.offer(feed_address(guid, element.base), permanent == "false" ? k_other_guid : k_permanent_guid);
  }
  draft.id.offer(std::move(guid), element.meaning.rank);
}

void FieldReader::read_id(const FeedElement& element, std::string_view raw, FieldScope scope, FeedDraft& draft) const {
  std::string id = token(raw);
  if (id.empty()) return;
  if (id[0] == '/' && element.base != nullptr) id = feed_address(id, element.base);
  if (scope == FieldScope::entry && (element.atom || is_web_address(id))) {
    draft.link.offer(id, is_web_address(id) ? k_web_id : k_any_id);
  }
  draft.id.offer(std::move(id), element.meaning.rank);
}

// "<name>…</name>" inside, a mail address or the bare text.
std::string FieldReader::person(std::string_view raw) const {
  const std::string_view part = clip_utf8(raw, k_max_token_bytes);
  if (part.find('<') == k_none) return one_line(read_token(part, entities_));
  std::string name;
  std::string mail;
  bool structured = false;
  XmlScanner inner(part);
  for (XmlTag tag = inner.next(); tag.kind != XmlTag::Kind::done; tag = inner.next()) {
    const std::string local = ascii_lower(split_name(tag.name).local);
    structured = structured || local == "name" || local == "email" || local == "uri" || local == "url";
    if (tag.kind != XmlTag::Kind::start || (local != "name" && local != "email")) continue;
    const std::size_t end = std::min(part.find("</", tag.end), part.size());
    (local == "name" ? name : mail) = one_line(read_token(part.substr(tag.end, end - tag.end), entities_));
  }
  if (structured) return name.empty() ? mail : name;
  if (part.find("<![CDATA[") != k_none) return one_line(read_token(part, entities_));
  return read_line(part, TextForm::guess, entities_);
}

// An entry taken over from another feed keeps that feed's authors where it names none.
void FieldReader::read_source(std::string_view raw, FeedDraft& draft) const {
  const std::string_view part = clip_utf8(raw, 4 * k_max_token_bytes);
  XmlScanner inner(part);
  for (XmlTag tag = inner.next(); tag.kind != XmlTag::Kind::done; tag = inner.next()) {
    if (tag.kind != XmlTag::Kind::start || ascii_lower(split_name(tag.name).local) != "author") continue;
    const std::size_t end = std::min(part.find("</" + std::string(tag.name), tag.end), part.size());
    draft.add_author(person(part.substr(tag.end, end - tag.end)), k_source_author);
  }
}

void FieldReader::read_category(const FeedElement& element, std::string_view raw, FeedDraft& draft) const {
  std::string name = attribute(element.tag, "label").value_or(attribute(element.tag, "term").value_or(""));
  if (name.empty()) name = token(raw);
  draft.add_category(one_line(name));
}

void FieldReader::read_rhythm(FeedField field, const std::string& value, FeedDraft& draft) const {
  double number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  constexpr double k_ten_years = 10.0 * 365 * 86400;
  if (field == FeedField::wait_minutes && number > 0) {
    draft.ttl = seconds(static_cast<std::int64_t>(std::min(number * 60, k_ten_years)));
  } else if (field == FeedField::update_frequency && number > 0) {
    draft.update_frequency = number;
  } else if (field == FeedField::update_period) {
    draft.update_period = period_seconds(ascii_lower(value));
  }
}

}  // namespace vigie::parsers
