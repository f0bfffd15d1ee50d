#include <algorithm>
#include <array>

#include "model/text.h"
#include "parsers/metadata.h"

namespace vigie::parsers {
namespace {

/// Words before a name. Longest first among those that begin alike.
constexpr std::array<std::string_view, 40> k_prefixes = {"written by ",
                                                         "reported by ",
                                                         "posted by ",
                                                         "published by ",
                                                         "article by ",
                                                         "story by ",
                                                         "text by ",
                                                         "edited by ",
                                                         "by: ",
                                                         "by ",
                                                         "geschrieben von ",
                                                         "veröffentlicht von ",
                                                         "ein beitrag von ",
                                                         "von: ",
                                                         "von ",
                                                         "par ",
                                                         "publié par ",
                                                         "escrito por ",
                                                         "publicado por ",
                                                         "por: ",
                                                         "por ",
                                                         "di ",
                                                         "a cura di ",
                                                         "door ",
                                                         "av ",
                                                         "af ",
                                                         "autor: ",
                                                         "autorin: ",
                                                         "autoren: ",
                                                         "auteur : ",
                                                         "autore: ",
                                                         "author: ",
                                                         "authors: ",
                                                         "text: ",
                                                         "tekst: ",
                                                         "yazan: ",
                                                         "автор: ",
                                                         "автор ",
                                                         "текст: ",
                                                         "文／"};

constexpr std::array<std::string_view, 46> k_roles = {
    "reporter",    "editor",        "correspondent",   "journalist",   "redakteur",   "redakteurin",  "staff writer",
    "writer",      "senior",        "chief",           "columnist",    "contributor", "author",       "autor",
    "autorin",     "korrespondent", "korrespondentin", "photographer", "fotograf",    "redaktion in", "producer",
    "analyst",     "director",      "professor",       "fellow",       "manager",     "founder",      "president",
    "journaliste", "redactor",      "periodista",      "corresponsal", "redattore",   "opinion",      "news editor",
    "deputy",      "head of",       "bureau",          "updated",      "published",   "minutes",      "min read",
    "follow",      "twitter",       "subscribe",       "comments"};

bool begins_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() > prefix.size() && ascii_lower(text.substr(0, prefix.size())) == prefix;
}

std::string_view without_prefix(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (std::string_view prefix : k_prefixes) {
      if (begins_ignoring_case(text, prefix)) {
        text = trim_ascii(text.substr(prefix.size()));
        again = true;
        break;
      }
    }
  }
  return text;
}

bool is_upper_start(std::string_view word) {
  if (word.empty()) return false;
  const CodePoint point = code_point_at(word, 0);
  if (point.value < 0x80) return point.value >= 'A' && point.value <= 'Z';
  std::string first(word.substr(0, point.next));
  return fold(first) != nfc(first) || is_unspaced_script(point.value) || point.value >= 0x590;
}

/// Whether a segment of a byline can be somebody's name.
bool looks_like_name(std::string_view text) {
  if (text.size() < 2 || text.size() > 80) return false;
  if (text.find("http") != std::string_view::npos || text.find('@') != std::string_view::npos ||
      text.find(".com") != std::string_view::npos)
    return false;
  int digits = 0;
  for (char c : text) digits += c >= '0' && c <= '9' ? 1 : 0;
  if (digits > 1) return false;
  const std::string lower = ascii_lower(text);
  for (std::string_view role : k_roles) {
    const std::size_t at = lower.find(role);
    if (at == std::string::npos) continue;
    const bool begins = at == 0 || lower[at - 1] == ' ';
    if (begins) return false;
  }
  int words = 0;
  int capital = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = text.find(' ', at);
    const std::string_view word =
        text.substr(at, space == std::string_view::npos ? std::string_view::npos : space - at);
    if (!word.empty()) {
      ++words;
      capital += is_upper_start(word) ? 1 : 0;
    }
    if (space == std::string_view::npos) break;
    at = space + 1;
  }
  return words <= 7 && capital * 2 >= words;
}

constexpr std::array<std::string_view, 16> k_joints = {", ",  "; ",  " & ", " and ", " und ", " et ", " y ", " e ",
                                                       " | ", " / ", " · ", " • ",   "、",    "，",   " i ", " en "};

}  // namespace

std::vector<std::string> split_byline(std::string_view byline) {
  std::vector<std::string> names;
  std::string text = collapse_space(byline.substr(0, 400));
  std::string_view rest = without_prefix(text);
  while (!rest.empty()) {
    std::size_t cut = std::string_view::npos;
    std::size_t length = 0;
    for (std::string_view joint : k_joints) {
      const std::size_t at = rest.find(joint);
      if (at < cut) {
        cut = at;
        length = joint.size();
      }
    }
    std::string_view segment = trim_ascii(rest.substr(0, cut));
    segment = without_prefix(segment);
    while (!segment.empty() &&
           (segment.back() == ',' || segment.back() == ';' || segment.back() == '|' || segment.back() == ':')) {
      segment = trim_ascii(segment.substr(0, segment.size() - 1));
    }
    if (const std::size_t bracket = segment.find(" ("); bracket != std::string_view::npos && bracket > 3)
      segment = segment.substr(0, bracket);
    if (looks_like_name(segment)) names.emplace_back(segment);
    if (cut == std::string_view::npos) break;
    rest = trim_ascii(rest.substr(cut + length));
  }
  return names;
}

namespace {

class AuthorReader {
 public:
  AuthorReader(const MetadataInput& input, std::vector<MetadataSource>& sources) : input_(input), sources_(sources) {}

  std::vector<std::string> run() {
    if (input_.main) offer("json-ld", linked_names(*input_.main));
    if (!input_.main) {
      for (const LinkedArticle& article : input_.linked.articles) {
        if (!article.listed && !article.authors.empty()) offer("json-ld", linked_names(article));
      }
    }
    offer("microdata", shown_names(true));
    offer_metas();
    offer("byline", shown_names(false));
    return best_;
  }

 private:
  bool is_site(std::string_view name) const {
    const std::string key = letters_key(name);
    return std::any_of(input_.site_names.begin(), input_.site_names.end(),
                       [&](const std::string& site) { return letters_key(site) == key; });
  }

  void offer(const char* source, std::vector<std::string> names) {
    std::vector<std::string> kept;
    std::vector<std::string> keys;
    for (std::string& name : names) {
      std::string key = letters_key(name);
      if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      keys.push_back(std::move(key));
      kept.push_back(std::move(name));
    }
    if (kept.empty()) return;
    std::string shown;
    for (const std::string& name : kept) shown += (shown.empty() ? "" : "; ") + name;
    const bool chosen = best_.empty();
    sources_.push_back({"authors", source, shown, chosen});
    if (chosen) best_ = std::move(kept);
  }

  static std::vector<std::string> linked_names(const LinkedArticle& article) {
    std::vector<std::string> names;
    for (const LinkedPerson& person : article.authors) {
      const std::string cleaned = clean_field(person.name);
      if (person.type.find("Organization") != std::string::npos) {
        names.push_back(cleaned);
        continue;
      }
      for (std::string& name : split_byline(cleaned)) names.push_back(std::move(name));
    }
    return names;
  }

  void offer_metas() {
    for (std::string_view key :
         {"author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
          "article:author", "cxenseparse:author", "citation_author", "twitter:creator:name"}) {
      std::vector<std::string> names;
      for (const auto& [name, content] : input_.head.metas) {
        if (name != key) continue;
        for (std::string& each : split_byline(clean_field(content))) {
          if (!is_site(each)) names.push_back(std::move(each));
        }
      }
      offer("meta", std::move(names));
    }
  }

  std::vector<std::string> shown_names(bool marked) const {
    const Document& document = input_.document;
    const NodeId end =
        input_.container == k_no_node ? static_cast<NodeId>(document.size()) : document[input_.container].end;
    std::vector<std::string> names;
    for (NodeId id = 0; id < end; ++id) {
      const Node& node = document[id];
      if (node.tag == Tag::text || node.attribute_count == 0 || node.tag == Tag::body) continue;
      bool author = false;
      if (marked) {
        const std::string_view property = document.attribute(id, "itemprop");
        author = property.find("author") != std::string_view::npos || property == "creator" ||
                 (node.tag == Tag::a && document.attribute(id, "rel").find("author") != std::string_view::npos);
      } else {
        const Hints hints = hints_of(document, id);
        author = has(hints, Hint::author) && !has(hints, Hint::comments);
      }
      if (!author) continue;
      std::string text;
      if (marked) {
        for (NodeId inner = id; inner < node.end; ++inner) {
          if (document.attribute(inner, "itemprop") == "name") {
            text = document[inner].tag == Tag::meta ? std::string(document.attribute(inner, "content"))
                                                    : document.text_of(inner);
            break;
          }
        }
        if (text.empty() && node.tag == Tag::meta) text = document.attribute(id, "content");
      }
      if (text.empty()) text = document.text_of(id);
      if (text.size() > 150) continue;
      for (std::string& name : split_byline(clean_field(text))) {
        if (!is_site(name)) names.push_back(std::move(name));
      }
      if (!names.empty() && !marked) break;
      id = node.end - 1;
    }
    return names;
  }

  const MetadataInput& input_;
  std::vector<MetadataSource>& sources_;
  std::vector<std::string> best_;
};

}  // namespace

std::vector<std::string> read_authors(const MetadataInput& input, std::vector<MetadataSource>& sources) {
  return AuthorReader(input, sources).run();
}

}  // namespace vigie::parsers
