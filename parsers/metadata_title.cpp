#include <algorithm>
#include <array>

#include "model/text.h"
#include "parsers/title_words.h"
#include "parsers/metadata.h"

namespace vigie::parsers {
namespace {

constexpr std::array<std::string_view, 14> k_separators = {" | ", " - ", " – ", " — ", " » ", " :: ", " · ",
                                                           " • ", " / ", " ‹ ", " « ", "｜",  " ― ",  " > "};

struct Cut {
  std::size_t begin;
  std::size_t end;
};

std::vector<Cut> separators_in(std::string_view title) {
  std::vector<Cut> cuts;
  for (std::string_view separator : k_separators) {
    for (std::size_t at = title.find(separator); at != std::string_view::npos; at = title.find(separator, at + 1)) {
      cuts.push_back({at, at + separator.size()});
    }
  }
  std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
  return cuts;
}

bool names_site(std::string_view segment, const std::vector<std::string>& names) {
  const std::string key = letters_key(segment);
  if (key.empty()) return true;
  for (const std::string& name : names) {
    const std::string known = letters_key(name);
    if (known.empty()) continue;
    if (known == key) return true;
    if (known.size() >= 4 && key.size() <= known.size() * 3 && key.find(known) != std::string::npos) return true;
    if (key.size() >= 4 && known.find(key) != std::string::npos) return true;
  }
  return false;
}

struct Candidate {
  const char* source;
  std::string text;
  std::string key;
  double weight;
};

}  // namespace

std::string without_site_name(std::string_view title, const std::vector<std::string>& names) {
  std::string_view rest = title;
  for (int round = 0; round < 3; ++round) {
    const std::vector<Cut> cuts = separators_in(rest);
    if (cuts.empty()) break;
    if (names_site(rest.substr(cuts.back().end), names)) {
      rest = rest.substr(0, cuts.back().begin);
    } else if (names_site(rest.substr(0, cuts.front().begin), names)) {
      rest = rest.substr(cuts.front().end);
    } else {
      break;
    }
  }
  return std::string(trim_ascii(rest));
}

namespace {

class TitleReader {
 public:
  TitleReader(const MetadataInput& input, std::vector<MetadataSource>& sources) : input_(input), sources_(sources) {}

  std::string run() {
    offer_all();
    cut_foreign_ends();
    const Candidate* best = choose();
    if (!best) return {};
    for (const Candidate& candidate : candidates_) {
      sources_.push_back({"title", candidate.source, candidate.text, &candidate == best});
    }
    return best->text;
  }

 private:
  void offer(const char* source, std::string_view raw, double weight) {
    std::string text = without_site_name(clean_field(raw), input_.site_names);
    if (text.empty() || text.size() > 500) return;
    std::string key = letters_key(text);
    if (key.empty()) return;
    for (const std::string& name : input_.site_names) {
      if (letters_key(name) == key) return;
    }
    candidates_.push_back({source, std::move(text), std::move(key), weight});
  }

  void offer_all() {
    if (input_.main) offer("json-ld", input_.main->headline.empty() ? input_.main->name : input_.main->headline, 1.0);
    offer_headings();
    offer("og:title", input_.head.meta("og:title"), 0.8);
    offer("twitter:title", input_.head.meta("twitter:title"), 0.55);
    offer("title", input_.head.title, 0.6);
    for (std::string_view key : {"dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline", "hdl"}) {
      offer("meta", input_.head.meta(key), 0.5);
    }
    offer("feed", input_.context.feed_title, 0.5);
  }

  void offer_headings() {
    const Document& document = input_.document;
    int headings = 0;
    int taken = 0;
    for (NodeId id = 0; id < document.size(); ++id) headings += document[id].tag == Tag::h1 ? 1 : 0;
    for (NodeId id = 0; id < document.size() && taken < 4; ++id) {
      const bool h1 = document[id].tag == Tag::h1;
      const bool headline = document.attribute(id, "itemprop") == "headline" && document[id].tag != Tag::meta;
      if (!h1 && !headline) continue;
      ++taken;
      if (is_home_link(id)) continue;
      double weight = headline ? 1.0 : headings == 1 ? 0.95 : 0.7;
      if (input_.container != k_no_node && id > document[input_.container].end) weight *= 0.3;
      const char* source = headline ? "itemprop=headline" : "h1";
      offer(source, document.text_of(id), weight);
      offer(source, behind_kicker(id), 0.1);
    }
    if (headings == 0) {
      const NodeId h2 = document.find(Tag::h2);
      if (h2 != k_no_node) offer("h2", document.text_of(h2), 0.4);
    }
  }

  /// Whether a heading is one link to the front page: the site's name or logo.
  bool is_home_link(NodeId heading) const {
    const Document& document = input_.document;
    const NodeId link = document.find(Tag::a, heading);
    if (link == k_no_node) return false;
    const std::string_view href = trim_ascii(document.attribute(link, "href"));
    const bool home =
        document.attribute(link, "rel").find("home") != std::string_view::npos || href == "/" ||
        (href.find("://") != std::string_view::npos && href.find('/', href.find("://") + 3) >= href.size() - 1);
    return home && !href.empty() && document.text_of(link) == document.text_of(heading);
  }

  /// A heading's text behind a kicker that stands in an element of its own inside it; empty where there is none.
  std::string behind_kicker(NodeId heading) const {
    static constexpr std::array<std::string_view, 10> k_kickers = {"kicker",     "overline", "topline",    "roofline",
                                                                   "dachzeile",  "eyebrow",  "spitzmarke", "toptitle",
                                                                   "supertitle", "pretitle"};
    const Document& document = input_.document;
    const std::string whole = document.text_of(heading);
    for (NodeId id = heading + 1; id < document[heading].end; ++id) {
      const std::string names = ascii_lower(document.attribute(id, "class"));
      const bool kicker = std::any_of(k_kickers.begin(), k_kickers.end(),
                                      [&](std::string_view word) { return names.find(word) != std::string::npos; });
      if (!kicker) continue;
      const std::string text = document.text_of(id);
      if (text.empty() || !whole.starts_with(text) || text.size() + 12 > whole.size()) continue;
      std::string_view rest = trim_ascii(std::string_view(whole).substr(text.size()));
      while (!rest.empty() && (rest[0] == ':' || rest[0] == '|' || rest[0] == '-')) rest = trim_ascii(rest.substr(1));
      return std::string(rest);
    }
    return {};
  }

  /// "Headline - Site" whose site the page does not name: the end goes when another witness says the rest alone.
  void cut_foreign_ends() {
    for (Candidate& candidate : candidates_) {
      const std::vector<Cut> cuts = separators_in(candidate.text);
      for (const Cut& cut : cuts) {
        const std::string left = letters_key(std::string_view(candidate.text).substr(0, cut.begin));
        const bool known = std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
          return &other != &candidate && other.key == left && other.source != candidate.source;
        });
        if (!left.empty() && known) {
          candidate.text.resize(cut.begin);
          candidate.key = left;
          break;
        }
      }
    }
  }

  const Candidate* first_of(std::string_view source) const {
    for (const Candidate& candidate : candidates_) {
      if (candidate.source == source) return &candidate;
    }
    return nullptr;
  }

  static bool is_heading(const Candidate& candidate) {
    const std::string_view source = candidate.source;
    return source == "h1" || source == "itemprop=headline";
  }

  /// The heading that says what the other witnesses say; a page's h1 may as well be its site's name or "Menu".
  const Candidate* best_heading() const {
    const Candidate* best = nullptr;
    double best_likeness = 0.2;
    for (const Candidate& heading : candidates_) {
      if (!is_heading(heading)) continue;
      double likeness = 0;
      bool witnessed = false;
      for (const Candidate& other : candidates_) {
        if (is_heading(other) || std::string_view(other.source) == "h2") continue;
        witnessed = true;
        likeness = std::max(likeness, likeness_of(heading, other));
      }
      if (!witnessed) likeness = heading.weight;
      if (likeness > best_likeness + 1e-9) {
        best_likeness = likeness;
        best = &heading;
      }
    }
    return best;
  }

  /// The share of words two titles have in common, 0 to 1.
  static double likeness_of(const Candidate& a, const Candidate& b) {
    if (a.key == b.key) return 1;
    const std::vector<std::uint64_t> left = title_words(a.text);
    const std::vector<std::uint64_t> right = title_words(b.text);
    if (left.empty() || right.empty()) return 0;
    std::size_t common = 0;
    for (std::uint64_t word : left) common += std::binary_search(right.begin(), right.end(), word) ? 1 : 0;
    return 2 * static_cast<double>(common) / static_cast<double>(left.size() + right.size());
  }

  /// "Site: Headline" in <title>, "Headline" to share, and the site's name as the page's h1.
  static bool is_site_heading(const Candidate* heading, const Candidate* shared, const Candidate* named) {
    if (!heading || !shared || !named || heading->key == shared->key) return false;
    return named->key == heading->key + shared->key || named->key == shared->key + heading->key;
  }

  /// The headline a newsroom gives in JSON-LD, unless the page shows and shares another one; then the page's heading,
  /// then what the page gives to others.
  const Candidate* choose() const {
    const Candidate* linked = first_of("json-ld");
    const Candidate* shared = first_of("og:title");
    const Candidate* named = first_of("title");
    const Candidate* heading = best_heading();
    if (is_site_heading(heading, shared, named) && !(linked && linked->key == heading->key)) heading = nullptr;
    const Candidate* chosen = nullptr;
    const bool newsroom =
        linked && input_.main && input_.main->type.find("News") != std::string::npos && !input_.main->headline.empty();
    if (newsroom) {
      const bool outvoted = heading && shared && named && heading->key == shared->key && named->key == linked->key;
      chosen = outvoted ? heading : linked;
    } else {
      for (const Candidate* candidate : {heading, linked, shared, named}) {
        if (candidate && !chosen) chosen = candidate;
      }
    }
    if (!chosen && !candidates_.empty()) chosen = &candidates_.front();
    return chosen ? without_kicker(*chosen) : nullptr;
  }

  /// "Kicker: Headline" and "Headline Subtitle" where another witness says the headline alone. What two or more
  /// witnesses say is cut only at its beginning, and by what is meant for people: the others shorten titles for search
  /// and for cards. A kicker that is also given to others stays where only the page's layout parts the two.
  const Candidate* without_kicker(const Candidate& whole) const {
    const Candidate* best = &whole;
    int said = 0;
    int given = 0;
    for (const Candidate& candidate : candidates_) {
      if (candidate.key != whole.key) continue;
      const std::string_view source = candidate.source;
      const bool outside = source == "json-ld" || source == "og:title";
      said += outside || source == "h1" ? 1 : 0;
      given += outside ? 1 : 0;
    }
    for (const Candidate& part : candidates_) {
      const std::string_view source = part.source;
      const bool meant = source == "json-ld" || source == "og:title" || is_heading(part);
      if (source == "h2" || (said >= 2 && !meant)) continue;
      if (part.key.size() < 12 || part.key.size() >= best->key.size() || part.key.size() * 5 < whole.key.size() * 2)
        continue;
      const bool tail = whole.key.ends_with(part.key) && !(given >= 2 && is_heading(part));
      if (tail || (said < 2 && whole.key.starts_with(part.key))) best = &part;
    }
    return best;
  }

  const MetadataInput& input_;
  std::vector<MetadataSource>& sources_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::string read_title(const MetadataInput& input, std::vector<MetadataSource>& sources) {
  return TitleReader(input, sources).run();
}

}  // namespace vigie::parsers
