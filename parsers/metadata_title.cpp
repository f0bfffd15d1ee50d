#include <algorithm>
#include <array>

#include "model/text.h"
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
      double weight = headline ? 1.0 : headings == 1 ? 0.95 : 0.7;
      if (input_.container != k_no_node && id > document[input_.container].end) weight *= 0.3;
      offer(headline ? "itemprop=headline" : "h1", document.text_of(id), weight);
      if (h1 && headline) continue;
    }
    if (headings == 0) {
      const NodeId h2 = document.find(Tag::h2);
      if (h2 != k_no_node) offer("h2", document.text_of(h2), 0.4);
    }
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

  const Candidate* choose() const {
    const Candidate* best = nullptr;
    double best_score = 0;
    for (const Candidate& candidate : candidates_) {
      double score = candidate.weight;
      for (const Candidate& other : candidates_) {
        if (&other == &candidate) continue;
        if (other.key == candidate.key) score += 0.6 * other.weight;
      }
      if (score > best_score + 1e-9) {
        best_score = score;
        best = &candidate;
      }
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
