#include "parsers/metadata.h"

#include <algorithm>

#include "model/text.h"
#include "parsers/entities.h"
#include "parsers/plain_text.h"

namespace vigie::parsers {

std::string_view HeadFacts::meta(std::string_view name) const {
  for (const auto& [key, content] : metas) {
    if (key == name && !trim_ascii(content).empty()) return content;
  }
  return {};
}

namespace {

bool has_word(std::string_view list, std::string_view word) {
  const std::string folded = ascii_lower(list);
  std::size_t at = 0;
  while ((at = folded.find(word, at)) != std::string::npos) {
    const bool begins = at == 0 || folded[at - 1] == ' ';
    const bool ends = at + word.size() == folded.size() || folded[at + word.size()] == ' ';
    if (begins && ends) return true;
    ++at;
  }
  return false;
}

void read_meta(const Document& document, NodeId id, HeadFacts& head) {
  const std::string_view content = document.attribute(id, "content");
  if (content.empty()) return;
  for (std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = document.attribute(id, key);
    if (!name.empty() && name.size() < 80) head.metas.emplace_back(ascii_lower(name), content);
  }
}

void read_link(const Document& document, NodeId id, HeadFacts& head) {
  const std::string_view rel = document.attribute(id, "rel");
  const std::string_view href = trim_ascii(document.attribute(id, "href"));
  if (href.empty()) return;
  if (has_word(rel, "canonical") && head.canonical.empty()) head.canonical = std::string(href);
  if (has_word(rel, "amphtml") && head.amp.empty()) head.amp = std::string(href);
}

}  // namespace

HeadFacts read_head(const Document& document) {
  HeadFacts head;
  for (NodeId id = 0; id < document.size(); ++id) {
    switch (document[id].tag) {
      case Tag::meta:
        read_meta(document, id, head);
        break;
      case Tag::link:
        read_link(document, id, head);
        break;
      case Tag::title:
        if (head.title.empty()) head.title = document.text_of(id);
        break;
      case Tag::html:
        head.html_language = document.attribute(id, "lang");
        if (head.html_language.empty()) head.html_language = document.attribute(id, "xml:lang");
        break;
      case Tag::body:
        if (head.html_language.empty()) head.html_language = document.attribute(id, "lang");
        break;
      default:
        break;
    }
  }
  return head;
}

std::string clean_field(std::string_view raw) {
  std::string text(raw.substr(0, 64u << 10));
  // Twice: "&amp;quot;" is common in meta content and JSON strings.
  for (int i = 0; i < 2 && text.find('&') != std::string::npos; ++i)
    text = decode_references(text, ReferencePlace::html_text);
  if (text.find('<') != std::string::npos && text.find('>') != std::string::npos) text = plain_text(text);
  // Marks for layout inside words: soft hyphens, zero-width spaces, word joiners.
  for (std::string_view mark : {"\xC2\xAD", "\xE2\x80\x8B", "\xE2\x81\xA0", "\xEF\xBB\xBF"}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  }
  return nfc(collapse_space(text));
}

std::string letters_key(std::string_view text) { return folded_letters_key(fold(text)); }

std::string folded_letters_key(std::string_view folded) {
  std::string key;
  key.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const bool ascii_word = (point.value >= 'a' && point.value <= 'z') || (point.value >= '0' && point.value <= '9');
    // Past Latin-1 punctuation everything but the general punctuation and CJK symbol blocks counts as a letter.
    const bool letter = point.value > 0xBF && !(point.value >= 0x2000 && point.value <= 0x2BFF) &&
                        !(point.value >= 0x3000 && point.value <= 0x303F) &&
                        !(point.value >= 0xFF00 && point.value <= 0xFF0F);
    if (ascii_word || letter) key.append(folded.substr(at, point.next - at));
    at = point.next;
  }
  return key;
}

namespace {

std::string address_key(std::string_view url, const UrlRules& rules) {
  const Expected<Url> parsed = parse_url(url);
  return parsed ? canonical_key(*parsed, rules) : std::string();
}

}  // namespace

const UrlRules& url_rules_of(const PageContext& context) {
  static const UrlRules k_none;
  return context.url_rules != nullptr ? *context.url_rules : k_none;
}

const LinkedArticle* main_article(const Document& document, const HeadFacts& head, const LinkedData& linked,
                                  const PageContext& context) {
  const UrlRules& rules = url_rules_of(context);
  const std::string page = address_key(context.url, rules);
  const std::string canonical = address_key(head.canonical, rules);
  std::vector<std::string> titles;
  for (std::string_view shown : {std::string_view(head.title), head.meta("og:title")}) {
    if (!shown.empty()) titles.push_back(letters_key(clean_field(shown)));
  }
  if (const NodeId h1 = document.find(Tag::h1); h1 != k_no_node) titles.push_back(letters_key(document.text_of(h1)));
  const LinkedArticle* only = nullptr;
  const LinkedArticle* best = nullptr;
  int best_score = 0;
  int candidates = 0;
  for (const LinkedArticle& article : linked.articles) {
    if (!is_article_type(article.type) && !article.type.ends_with("Page") && article.headline.empty()) continue;
    int score = is_article_type(article.type) ? 2 : 0;
    if (article.listed) score -= 2;
    for (const std::string& address : {article.url, article.page}) {
      const std::string key = address.empty() ? std::string() : address_key(address, rules);
      if (!key.empty() && (key == page || key == canonical)) {
        score += 4;
        break;
      }
    }
    const std::string headline = letters_key(clean_field(article.headline.empty() ? article.name : article.headline));
    for (const std::string& title : titles) {
      if (!headline.empty() &&
          (title == headline || (headline.size() > 20 && title.find(headline) != std::string::npos))) {
        score += 4;
        break;
      }
    }
    if (!article.published.empty()) ++score;
    if (!article.listed && is_article_type(article.type)) {
      ++candidates;
      if (!only) only = &article;
    }
    if (score > best_score) {
      best_score = score;
      best = &article;
    }
  }
  if (best && best_score >= 4) return best;
  return candidates == 1 ? only : nullptr;
}

std::vector<std::string> site_names(const HeadFacts& head, const LinkedData& linked, const LinkedArticle* main,
                                    std::string_view url) {
  std::vector<std::string> names;
  const auto add = [&](std::string_view raw) {
    std::string name = clean_field(raw);
    if (name.size() < 2 || name.size() > 80) return;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  add(head.meta("og:site_name"));
  if (main) add(main->publisher);
  add(linked.site_name);
  for (const std::string& name : linked.organizations) {
    if (names.size() < 6) add(name);
  }
  for (std::string_view key :
       {"application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher", "twitter:app:name:iphone"}) {
    add(head.meta(key));
  }
  const Expected<Url> parsed = parse_url(url);
  if (parsed) {
    const std::string domain = registrable_domain(parsed->host);
    add(domain);
    add(domain.substr(0, domain.find('.')));
  }
  return names;
}

std::string declared_language(const MetadataInput& input, std::vector<MetadataSource>& sources) {
  const auto offer = [&](const char* source, std::string_view raw) {
    std::string value(trim_ascii(raw));
    std::replace(value.begin(), value.end(), '_', '-');
    if (value.size() < 2 || value.size() > 20) return std::string();
    sources.push_back({"language", source, value, false});
    return value;
  };
  std::string first;
  const auto take = [&](std::string value) {
    if (first.empty()) first = std::move(value);
  };
  take(offer("html[lang]", input.head.html_language));
  if (input.main) take(offer("json-ld", input.main->language));
  take(offer("http-equiv", input.head.meta("content-language")));
  take(offer("og:locale", input.head.meta("og:locale")));
  take(offer("dc.language", input.head.meta("dc.language")));
  take(offer("meta", input.head.meta("language")));
  return first;
}

std::string read_canonical(const MetadataInput& input, std::vector<MetadataSource>& sources) {
  const Expected<Url> page = parse_url(input.context.url);
  const auto absolute = [&](std::string_view reference) -> std::optional<Url> {
    const std::string text(trim_ascii(reference));
    if (text.empty()) return std::nullopt;
    Expected<Url> url = page ? resolve_url(*page, text) : parse_url(text);
    if (!url) return std::nullopt;
    return *url;
  };
  // A canonical link belongs to the page when it stays on its site and does not point at the front page or a section of
  // it.
  const auto belongs = [&](const Url& url) {
    if (!page) return true;
    if (registrable_domain(url.host) != registrable_domain(page->host)) return false;
    const bool root = url.path == "/" && url.query.empty();
    const bool page_root = page->path == "/" && page->query.empty();
    if (root && !page_root) return false;
    // A prefix of the page's own path is its section.
    std::string prefix = url.path;
    if (prefix.back() != '/') prefix.push_back('/');
    const bool section = page->path.size() > prefix.size() + 12 && page->path.starts_with(prefix) &&
                         url.query.empty() && page->path.find('-', prefix.size()) != std::string::npos;
    return !section;
  };
  struct Offer {
    const char* source;
    std::string_view value;
  };
  const Offer offers[] = {
      {"rel=canonical", input.head.canonical},
      {"og:url", input.head.meta("og:url")},
      {"json-ld", input.main ? std::string_view(input.main->url.empty() ? input.main->page : input.main->url)
                             : std::string_view()}};
  std::string chosen;
  for (const Offer& offer : offers) {
    const std::optional<Url> url = absolute(offer.value);
    if (!url) continue;
    const bool fits = belongs(*url);
    const std::string value = strip_tracking(*url, url_rules_of(input.context));
    sources.push_back({"url", offer.source, value, fits && chosen.empty()});
    if (fits && chosen.empty()) chosen = value;
  }
  if (chosen.empty() && page) {
    chosen = strip_tracking(*page, url_rules_of(input.context));
    sources.push_back({"url", "fetched", chosen, true});
  }
  return chosen;
}

std::string spoken_title(const MetadataInput& input) {
  for (std::string_view raw : {input.main ? std::string_view(input.main->headline) : std::string_view(),
                               input.head.meta("og:title"), std::string_view(input.head.title)}) {
    const std::string title = without_site_name(clean_field(raw), input.site_names);
    if (title.size() > 8) return title;
  }
  return input.context.feed_title;
}

}  // namespace vigie::parsers
