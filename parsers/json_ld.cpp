#include "parsers/json_ld.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "model/text.h"
#include "parsers/entities.h"

namespace vigie::parsers {
namespace {

using nlohmann::json;

constexpr std::size_t k_max_block = 1u << 20;
constexpr int k_max_depth = 32;
constexpr std::size_t k_max_articles = 200;

json parse(std::string_view text) { return json::parse(text.begin(), text.end(), nullptr, false, true); }

/// The block without what stands around the JSON: comments, CDATA marks, a trailing semicolon.
std::string_view unwrap(std::string_view text) {
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return text.substr(begin, end - begin + 1);
}

/// Control characters in strings become spaces, backslashes that escape nothing go, trailing commas go.
std::string mend(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!in_string) {
      if (c == '"') in_string = true;
      if (c == ',') {
        std::size_t next = i + 1;
        while (next < text.size() && static_cast<unsigned char>(text[next]) <= ' ') ++next;
        if (next < text.size() && (text[next] == '}' || text[next] == ']' || text[next] == ',')) continue;
      }
      out.push_back(static_cast<unsigned char>(c) < ' ' ? ' ' : c);
      continue;
    }
    if (c == '\\') {
      const char next = i + 1 < text.size() ? text[i + 1] : '\0';
      if (std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos && next != '\0') {
        out.push_back(c);
        out.push_back(next);
        ++i;
      } else if (next == '\'') {
        out.push_back(next);
        ++i;
      }
      continue;
    }
    if (c == '"') {
      // A quote that no comma, colon or bracket follows stands inside the string.
      std::size_t next = i + 1;
      while (next < text.size() && static_cast<unsigned char>(text[next]) <= ' ') ++next;
      const bool ends = next >= text.size() || std::string_view(",:}]").find(text[next]) != std::string_view::npos;
      if (!ends) {
        out.append("\\\"");
        continue;
      }
      in_string = false;
    }
    out.push_back(static_cast<unsigned char>(c) < ' ' ? ' ' : c);
  }
  return out;
}

json read_block(std::string_view block) {
  const std::string_view text = unwrap(block.substr(0, k_max_block));
  if (text.empty()) return json(json::value_t::discarded);
  json value = parse(text);
  if (value.is_discarded()) value = parse(mend(text));
  if (value.is_discarded() && text.find("&quot;") != std::string_view::npos) {
    value = parse(mend(decode_references(text, ReferencePlace::html_text)));
  }
  if (value.is_discarded()) value = parse("[" + mend(text) + "]");  // several objects with commas between
  return value;
}

std::string string_of(const json& value) {
  if (value.is_string()) return valid_utf8(value.get_ref<const std::string&>());
  if (value.is_array() && !value.empty()) return value.front().is_string() ? string_of(value.front()) : std::string();
  if (value.is_object()) {
    for (const char* key : {"@value", "name", "@id"}) {
      const auto found = value.find(key);
      if (found != value.end() && found->is_string()) return string_of(*found);
    }
  }
  return {};
}

std::string field(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::string() : string_of(*found);
}

std::string type_of(const json& object) {
  const auto found = object.find("@type");
  if (found == object.end()) return {};
  std::string best;
  if (found->is_array()) {
    for (const json& item : *found) {
      const std::string name = string_of(item);
      if (best.empty() || (is_article_type(name) && !is_article_type(best))) best = name;
    }
  } else {
    best = string_of(*found);
  }
  const std::size_t slash = best.find_last_of("/#:");
  return slash == std::string::npos ? best : best.substr(slash + 1);
}

bool is_list_key(const std::string& key) {
  return key == "itemListElement" || key == "hasPart" || key == "mentions" || key == "citation" || key == "isBasedOn" ||
         key == "relatedLink" || key == "comment" || key == "about" || key == "subjectOf" || key == "isPartOf" ||
         key == "review" || key == "blogPost" || key == "blogPosts" || key == "associatedMedia" || key == "video";
}

class Reader {
 public:
  LinkedData run(const std::vector<std::string_view>& scripts) {
    blocks_.reserve(scripts.size());  // by_id_ points into them
    for (std::string_view script : scripts) {
      blocks_.push_back(read_block(script));
      if (blocks_.back().is_discarded()) {
        ++data_.unreadable;
        salvage(script);
      } else {
        index(blocks_.back(), 0);
      }
    }
    for (const json& block : blocks_) {
      if (!block.is_discarded()) walk(block, 0, false, 0);
    }
    std::stable_sort(data_.articles.begin(), data_.articles.end(),
                     [](const LinkedArticle& a, const LinkedArticle& b) { return rank(a) > rank(b); });
    return std::move(data_);
  }

 private:
  static int rank(const LinkedArticle& article) {
    int score = 0;
    if (is_article_type(article.type)) score += 40;
    if (article.type == "WebPage" || article.type == "ItemPage") score += 5;
    if (!article.headline.empty()) score += 10;
    if (!article.published.empty()) score += 10;
    if (!article.authors.empty()) score += 5;
    if (!article.body.empty()) score += 3;
    if (article.listed) score -= 45;
    return score - article.depth;
  }

  void index(const json& value, int level) {
    if (level > k_max_depth) return;
    if (value.is_object()) {
      const auto id = value.find("@id");
      if (id != value.end() && id->is_string() && value.size() > 2) by_id_.emplace(id->get<std::string>(), &value);
    }
    if (value.is_structured()) {
      for (const json& child : value) index(child, level + 1);
    }
  }

  void walk(const json& value, int depth, bool listed, int level) {
    if (level > k_max_depth || data_.articles.size() >= k_max_articles) return;
    if (value.is_array()) {
      for (const json& item : value) walk(item, depth, listed, level + 1);
      return;
    }
    if (!value.is_object()) return;
    read_thing(value, depth, listed);
    for (const auto& [key, child] : value.items()) {
      if (!child.is_structured()) continue;
      const bool graph = key == "@graph";
      walk(child, graph ? depth : depth + 1, listed || is_list_key(key), level + 1);
    }
  }

  void read_thing(const json& object, int depth, bool listed) {
    const std::string type = type_of(object);
    if (type == "WebSite") {
      if (data_.site_name.empty()) data_.site_name = field(object, "name");
      return;
    }
    if (type.ends_with("Organization") || type == "Corporation" || type == "Brand") {
      const std::string name = field(object, "name");
      if (!name.empty()) data_.organizations.push_back(name);
      return;
    }
    const bool video = type == "VideoObject";
    if (!is_article_type(type) && !type.ends_with("Page") && !video && type != "WebContent" && type != "CreativeWork" &&
        type != "Movie") {
      if (!object.contains("headline") || !object.contains("datePublished")) return;
    }
    LinkedArticle article;
    article.type = type;
    article.headline = field(object, "headline");
    article.name = field(object, "name");
    article.description = field(object, "description");
    article.body = field(object, "articleBody");
    if (article.body.empty()) article.body = field(object, "text");
    article.published = field(object, "datePublished");
    article.modified = field(object, "dateModified");
    article.created = field(object, "dateCreated");
    article.uploaded = field(object, "uploadDate");
    article.url = field(object, "url");
    article.page = field(object, "mainEntityOfPage");
    article.language = field(object, "inLanguage");
    article.depth = depth;
    article.listed = listed || video;
    if (const auto publisher = object.find("publisher"); publisher != object.end())
      article.publisher = person(*publisher).name;
    for (const char* key : {"author", "creator"}) {
      const auto author = object.find(key);
      if (author == object.end()) continue;
      add_people(*author, article.authors, 0);
      if (!article.authors.empty()) break;
    }
    if (const auto updates = object.find("liveBlogUpdate"); updates != object.end() && updates->is_array()) {
      for (const json& update : *updates) {
        if (!update.is_object() || article.posts.size() >= 500) continue;
        LinkedPost post{field(update, "headline"), field(update, "articleBody"), field(update, "datePublished")};
        if (!post.body.empty() || !post.headline.empty()) article.posts.push_back(std::move(post));
      }
    }
    data_.articles.push_back(std::move(article));
  }

  const json& resolve(const json& value) const {
    if (!value.is_object() || value.contains("name")) return value;
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string()) return value;
    const auto found = by_id_.find(id->get_ref<const std::string&>());
    return found == by_id_.end() ? value : *found->second;
  }

  LinkedPerson person(const json& value) const {
    const json& object = resolve(value);
    LinkedPerson result;
    if (object.is_string()) {
      result.name = string_of(object);
      return result;
    }
    if (!object.is_object()) return result;
    result.type = type_of(object);
    const auto name = object.find("name");
    if (name != object.end()) result.name = string_of(*name);
    if (result.name.empty()) {
      const std::string given = field(object, "givenName");
      const std::string family = field(object, "familyName");
      if (!given.empty() || !family.empty()) result.name = collapse_space(given + " " + family);
    }
    result.url = field(object, "url");
    return result;
  }

  void add_people(const json& value, std::vector<LinkedPerson>& people, int level) const {
    if (level > 4 || people.size() >= 32) return;
    if (value.is_array()) {
      for (const json& item : value) add_people(item, people, level + 1);
      return;
    }
    const json& object = resolve(value);
    if (object.is_object()) {
      // {"name": ["A", "B"]}: several people in one.
      const auto name = object.find("name");
      if (name != object.end() && name->is_array()) {
        for (const json& item : *name) {
          LinkedPerson each{string_of(item), type_of(object), {}};
          if (!each.name.empty()) people.push_back(std::move(each));
        }
        return;
      }
    }
    LinkedPerson result = person(value);
    if (!result.name.empty()) people.push_back(std::move(result));
  }

  /// The string behind `"key":` in text that is no JSON.
  static std::string salvaged(std::string_view text, std::string_view key) {
    const std::string quoted = "\"" + std::string(key) + "\"";
    std::size_t at = text.find(quoted);
    if (at == std::string_view::npos) return {};
    at += quoted.size();
    while (at < text.size() && (static_cast<unsigned char>(text[at]) <= ' ' || text[at] == ':')) ++at;
    if (at >= text.size() || text[at] != '"') return {};
    std::string value;
    for (++at; at < text.size() && text[at] != '"' && value.size() < 2000; ++at) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      value.push_back(text[at]);
    }
    return valid_utf8(value);
  }

  void salvage(std::string_view script) {
    LinkedArticle article;
    article.type = salvaged(script, "@type");
    article.headline = salvaged(script, "headline");
    article.published = salvaged(script, "datePublished");
    article.modified = salvaged(script, "dateModified");
    const std::size_t author = script.find("\"author\"");
    if (author != std::string_view::npos) {
      const std::string name = salvaged(script.substr(author, 400), "name");
      if (!name.empty()) article.authors.push_back({name, "Person", {}});
    }
    if (!article.headline.empty() || !article.published.empty()) data_.articles.push_back(std::move(article));
  }

  std::vector<json> blocks_;
  std::map<std::string, const json*> by_id_;
  LinkedData data_;
};

}  // namespace

bool is_article_type(std::string_view type) {
  static constexpr std::array<std::string_view, 12> k_types = {
      "Report", "LiveBlogPosting", "BlogPosting",  "SocialMediaPosting", "DiscussionForumPosting",
      "Review", "NewsItem",        "CriticReview", "Question",           "Recipe",
      "HowTo",  "PressRelease"};
  if (type.ends_with("Article")) return true;
  return std::find(k_types.begin(), k_types.end(), type) != k_types.end();
}

LinkedData read_linked_data(const std::vector<std::string_view>& scripts) {
  // Views of at most a few dozen blocks; pages with hundreds repeat themselves.
  std::vector<std::string_view> few(
      scripts.begin(), scripts.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(scripts.size(), 40)));
  return Reader().run(few);
}

}  // namespace vigie::parsers
