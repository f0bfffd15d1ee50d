#include <algorithm>

#include "model/text.h"
#include "parsers/author_names.h"
#include "parsers/boilerplate_phrases.h"
#include "parsers/metadata.h"

namespace vigie::parsers {

std::vector<std::string> split_byline(std::string_view byline) { return split_names(byline, Trust::loose); }

namespace {

class AuthorReader {
 public:
  AuthorReader(const MetadataInput& input, std::vector<MetadataSource>& sources) : input_(input), sources_(sources) {}

  std::vector<std::string> run() {
    find_region();
    if (input_.main) offer("json-ld", linked_names(*input_.main));
    if (!input_.main) {
      for (const LinkedArticle& article : input_.linked.articles) {
        if (!article.listed && !article.authors.empty()) offer("json-ld", linked_names(article));
      }
    }
    offer("rel=author", marked_names(&AuthorReader::is_author_link));
    offer("microdata", marked_names(&AuthorReader::is_author_property));
    offer_metas();
    offer("name class", marked_names(&AuthorReader::is_name_class));
    offer("byline", byline_names());
    offer("text", text_names());
    return choose();
  }

 private:
  struct Offer {
    const char* source;
    std::vector<std::string> names;
    std::vector<std::string> keys;
    bool site;  // nobody but the site itself
  };

  bool is_site(std::string_view name) const {
    const std::string key = letters_key(name);
    return std::any_of(input_.site_names.begin(), input_.site_names.end(), [&](const std::string& site) {
      const std::string known = letters_key(site);
      if (known == key) return true;
      return known.size() >= 3 && key.size() >= 3 && (key.starts_with(known) || known.starts_with(key));
    });
  }

  void offer(const char* source, std::vector<std::string> names) {
    Offer made{source, {}, {}, true};
    for (std::string& name : names) {
      std::string key = letters_key(name);
      if (key.empty() || std::find(made.keys.begin(), made.keys.end(), key) != made.keys.end()) continue;
      if (!is_site(name)) made.site = false;
      made.keys.push_back(std::move(key));
      made.names.push_back(std::move(name));
    }
    if (!made.names.empty() && made.names.size() <= 20) offers_.push_back(std::move(made));
  }

  /// The first witness that names people; the site itself only where nobody names a person. A later witness that names
  /// all of them and one or two more saw more of the byline.
  std::vector<std::string> choose() {
    const Offer* best = nullptr;
    for (const Offer& each : offers_) {
      const bool weak = std::string_view(each.source) == "byline" || std::string_view(each.source) == "text";
      if (!best || (best->site && !each.site && !says_the_same(*best, each) &&
                    (!weak || (full_names(each) && each.names.size() <= 3))))
        best = &each;
    }
    if (best && !best->site) {
      for (const Offer& each : offers_) {
        const std::string_view source = each.source;
        if (source != "rel=author" && source != "microdata") continue;
        const bool all = std::all_of(best->keys.begin(), best->keys.end(), [&](const std::string& key) {
          return std::find(each.keys.begin(), each.keys.end(), key) != each.keys.end();
        });
        if (all && each.names.size() > best->names.size() && each.names.size() <= best->names.size() + 1 &&
            full_names(each))
          best = &each;
      }
    }
    for (const Offer& each : offers_) {
      std::string shown;
      for (const std::string& name : each.names) shown += (shown.empty() ? "" : "; ") + name;
      sources_.push_back({"authors", each.source, shown, &each == best});
    }
    if (!best) return {};
    std::vector<std::string> people;
    for (const std::string& name : best->names) {
      const bool shown = std::string_view(best->source) == "byline" || std::string_view(best->source) == "text";
      if (best->site || !shown || !is_site(name)) people.push_back(name);
    }
    return people;
  }

  /// One name split in two: "Center for Research" and "Development".
  static bool says_the_same(const Offer& whole, const Offer& parts) {
    return std::all_of(parts.keys.begin(), parts.keys.end(), [&](const std::string& part) {
      return std::any_of(whole.keys.begin(), whole.keys.end(),
                         [&](const std::string& key) { return key.find(part) != std::string::npos; });
    });
  }

  static bool full_names(const Offer& offer) {
    return std::all_of(offer.names.begin(), offer.names.end(), [](const std::string& name) {
      return name.find(' ') != std::string::npos && looks_like_name(name, Trust::loose) &&
             find_phrase(fold(name)).match < PhraseMatch::prefix;
    });
  }

  static std::vector<std::string> linked_names(const LinkedArticle& article) {
    std::vector<std::string> names;
    for (const LinkedPerson& person : article.authors) {
      const std::string cleaned = clean_field(person.name);
      if (person.type.find("Organization") != std::string::npos) {
        names.push_back(cleaned);
        continue;
      }
      for (std::string& name : split_names(cleaned, Trust::marked)) names.push_back(std::move(name));
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
        for (std::string& each : split_names(clean_field(content), Trust::marked)) names.push_back(std::move(each));
      }
      offer("meta", std::move(names));
    }
  }

  /// Bylines stand from a little above the headline to the end of the article's text.
  void find_region() {
    const Document& document = input_.document;
    end_ = input_.container == k_no_node ? static_cast<NodeId>(document.size()) : document[input_.container].end;
    const std::string key = letters_key(input_.title);
    for (std::size_t i = 0; i < input_.blocks.size(); ++i) {
      const Block& block = input_.blocks[i];
      if (block.element >= end_) break;
      if (block.kind != Tag::h1 && (block.length > 300 || key.empty() || letters_key(block.text) != key)) continue;
      title_ = i;
      begin_ = i >= 6 ? input_.blocks[i - 6].first : 0;
      if (letters_key(block.text) == key) break;
    }
  }

  bool is_foreign(NodeId id) const {
    int steps = 0;
    for (NodeId at = id; at != k_no_node && steps < 6; at = input_.document[at].parent, ++steps) {
      const Hints hints = hints_of(input_.document, at);
      if (input_.document[at].tag == Tag::body || input_.document[at].tag == Tag::main) break;
      if (has(hints, Hint::comments) || has(hints, Hint::related) || input_.document[at].tag == Tag::nav ||
          input_.document[at].tag == Tag::figure)
        return true;
    }
    return false;
  }

  bool is_author_link(NodeId id) const {
    return input_.document[id].tag == Tag::a &&
           input_.document.attribute(id, "rel").find("author") != std::string_view::npos;
  }

  bool is_author_property(NodeId id) const {
    const std::string_view property = input_.document.attribute(id, "itemprop");
    return property == "author" || property == "creator" || property.starts_with("author ");
  }

  bool is_name_class(NodeId id) const {
    const std::string_view classes = input_.document.attribute(id, "class");
    if (classes.empty()) return false;
    if (input_.document.has_class(id, "fn") && input_.document[id].tag != Tag::div) return true;
    const std::string folded = ascii_lower(classes);
    for (std::string_view word : {"author-name", "author__name", "authorname", "byline-name", "byline__name",
                                  "author_name", "article-author-name"}) {
      if (folded.find(word) != std::string::npos) return true;
    }
    return false;
  }

  std::vector<std::string> marked_names(bool (AuthorReader::*is_marked)(NodeId) const) const {
    const Document& document = input_.document;
    std::vector<std::string> names;
    for (NodeId id = begin_; id < end_; ++id) {
      const Node& node = document[id];
      if (node.attribute_count == 0 || !(this->*is_marked)(id) || is_foreign(id)) continue;
      std::string text;
      for (NodeId inner = id; inner < node.end && text.empty(); ++inner) {
        if (document.attribute(inner, "itemprop") != "name") continue;
        text = document[inner].tag == Tag::meta ? std::string(document.attribute(inner, "content"))
                                                : document.text_of(inner);
      }
      if (text.empty() && node.tag == Tag::meta) text = document.attribute(id, "content");
      if (text.empty()) text = document.text_of(id);
      if (text.size() <= 150) {
        for (std::string& name : split_names(clean_field(text), Trust::marked)) names.push_back(std::move(name));
      }
      id = node.end - 1;
    }
    return names;
  }

  /// The first element whose class speaks of an author: its links where they are names, else its text.
  std::vector<std::string> byline_names() const {
    const Document& document = input_.document;
    for (NodeId id = begin_; id < end_; ++id) {
      const Node& node = document[id];
      if (node.attribute_count == 0 || node.tag == Tag::body || node.tag == Tag::html || node.tag == Tag::meta)
        continue;
      if (!has(hints_of(document, id), Hint::author) || is_foreign(id)) continue;
      const std::string text = clean_field(document.text_of(id));
      if (text.empty() || text.size() > 200) continue;
      std::vector<std::string> names;
      for (NodeId inner = id; inner < node.end; ++inner) {
        if (document[inner].tag != Tag::a || document.attribute(inner, "rel").find("tag") != std::string_view::npos)
          continue;
        for (std::string& name : split_names(clean_field(document.text_of(inner)), Trust::loose))
          names.push_back(std::move(name));
      }
      if (names.empty()) names = split_names(text, Trust::loose);
      if (!names.empty()) return names;
    }
    return {};
  }

  /// "3 March 2026 by Ada Example | News": what stands between the by-word and the next mark, in lines that tell dates
  /// and such.
  static std::string_view behind_by(const Block& block) {
    if (!has(block.own | block.near, Hint::meta) && !has(block.own | block.near, Hint::author)) return {};
    const std::string_view text = block.text;
    for (std::string_view word :
         {" von ", " by ", " par ", " por ", " door ", " av ", " af ", " przez ", " автор ", "von: ", "by: "}) {
      const std::size_t at = text.find(word);
      if (at == std::string_view::npos) continue;
      std::string_view rest = text.substr(at + word.size());
      std::size_t end = rest.find_first_of("0123456789|,;(\n");
      for (std::string_view stop :
           {" am ", " um ", " on ", " at ", " in ", " le ", " el ", " · ", " • ", " – ", " - ", " unter "})
        end = std::min(end, rest.find(stop));
      return trim_ascii(rest.substr(0, end));
    }
    return {};
  }

  /// A line by the headline that begins as bylines do: "By Ada Example".
  std::vector<std::string> text_names() const {
    const std::size_t from = title_ > 3 ? title_ - 3 : 0;
    const std::size_t to = std::min(input_.blocks.size(), title_ + 8);
    for (std::size_t i = from; i < to; ++i) {
      const Block& block = input_.blocks[i];
      if (block.length > 90 || block.in_figure || has(block.all, Hint::comments) || i == title_) continue;
      std::string_view rest = without_byline_prefix(block.text);
      if (rest.size() == block.text.size()) rest = behind_by(block);
      std::vector<std::string> names = split_names(rest, Trust::loose);
      if (!names.empty() && names.size() <= 4) return names;
    }
    return {};
  }

  const MetadataInput& input_;
  std::vector<MetadataSource>& sources_;
  std::vector<Offer> offers_;
  NodeId begin_ = 0;
  NodeId end_ = 0;
  std::size_t title_ = 0;
};

}  // namespace

std::vector<std::string> read_authors(const MetadataInput& input, std::vector<MetadataSource>& sources) {
  return AuthorReader(input, sources).run();
}

}  // namespace vigie::parsers
