#include "parsers/block_features.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "model/text.h"
#include "parsers/block_census.h"
#include "parsers/metadata.h"

namespace vigie::parsers {
namespace {

constexpr int k_hint_bits = 27;
constexpr int k_phrases = 15;

float log_length(float length) { return std::log1p(length); }

// std::string::find looks at every place where the first byte stands; this reads over most of them.
bool holds(std::string_view text, std::string_view part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

class Extractor {
 public:
  Extractor(const Document& document, const std::vector<Block>& blocks, NodeId container, const TextContext& context)
      : document_(document),
        blocks_(blocks),
        container_(container),
        context_(context),
        census_(take_census(document, blocks, container, context)) {}

  FeatureTable run() {
    FeatureTable table;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!census_.is_near(i)) continue;
      row_.clear();
      describe(i);
      table.columns = row_.size();
      table.blocks.push_back(static_cast<std::uint32_t>(i));
      table.values.insert(table.values.end(), row_.begin(), row_.end());
    }
    table.census = std::move(census_);
    return table;
  }

  void collect_names(std::vector<std::string>& names) {
    naming_ = true;
    describe(0);
    names = std::move(names_);
  }

 private:
  void put(const char* name, float value) {
    if (naming_) names_.emplace_back(name);
    row_.push_back(value);
  }
  /// Names in two parts are put together only where they are asked for.
  void put(std::string_view first, std::string_view second, float value) {
    if (naming_) names_.push_back(std::string(first) + std::string(second));
    row_.push_back(value);
  }
  void put(const char* first, int number, float value) {
    if (naming_) names_.push_back(first + std::to_string(number));
    row_.push_back(value);
  }

  bool inside(std::size_t i) const { return census_.inside[i]; }

  void describe_surface(std::size_t i) {
    const Block& block = blocks_[i];
    const BlockSurface& s = census_.surfaces[i];
    put("is_p", block.kind == Tag::p);
    put("heading", block.kind >= Tag::h1 && block.kind <= Tag::h6
                       ? static_cast<float>(block.kind) - static_cast<float>(Tag::h1) + 1
                       : 0);
    put("is_li", block.kind == Tag::li);
    put("is_cell", block.kind == Tag::td || block.kind == Tag::th);
    put("is_div", block.kind == Tag::div || block.kind == Tag::section || block.kind == Tag::article);
    put("is_pre", block.kind == Tag::pre);
    put("is_dl", block.kind == Tag::dt || block.kind == Tag::dd);
    put("length", log_length(block.length));
    put("link_density", block.length > 0 ? block.linked / block.length : 0);
    put("links", block.links);
    put("bold", block.length > 0 ? block.bold / block.length : 0);
    put("words", s.words);
    put("ends_sentence", s.ends_sentence);
    put("ends_colon", s.ends_colon);
    put("ends_cut", s.ends_cut);
    put("capitals", s.capitals);
    put("starts_linked", block.starts_linked);
    put("ends_linked", block.ends_linked);
    put("sentences", static_cast<float>(s.sentences));
    put("commas", block.length > 0 ? s.commas / block.length * 100 : 0);
    put("digits", s.digits);
    put("upper", s.upper);
    put("starts_lower", s.starts_lower);
    put("starts_mark", s.starts_mark);
    put("starts_quote", s.starts_quote);
    put("has_newline", s.has_newline);
    put("has_at", s.has_at);
    put("has_pipe", s.has_pipe);
    put("has_url", s.has_url);
    put("has_year", s.has_year && block.length < 80);
    put("has_clock", s.has_clock && block.length < 80);
    put("word_length", s.words > 0 ? block.length / s.words : 0);
  }

  void describe_place(std::size_t i) {
    const Block& block = blocks_[i];
    put("in_list", block.in_list);
    put("in_table", block.in_table);
    put("in_quote", block.in_quote);
    put("in_figure", block.in_figure);
    put("in_article", block.in_article);
    put("hidden", block.hidden);
    for (int bit = 0; bit < k_hint_bits; ++bit) put("own", bit, static_cast<float>((block.own >> bit) & 1u));
    for (int bit = 0; bit < k_hint_bits; ++bit) put("near", bit, static_cast<float>((block.near >> bit) & 1u));
    for (int bit = 0; bit < k_hint_bits; ++bit) put("all", bit, static_cast<float>((block.all >> bit) & 1u));
    put("depth", block.depth);
    const bool in = inside(i);
    put("inside", in);
    put("depth_below", container_ == k_no_node
                           ? 0
                           : static_cast<float>(block.depth) - static_cast<float>(document_[container_].depth));
    const int index = static_cast<int>(i);
    put("from_first",
        census_.first_good < 0 ? 0 : std::clamp(static_cast<float>(index - census_.first_good), -40.0f, 40.0f));
    put("to_last",
        census_.last_good < 0 ? 0 : std::clamp(static_cast<float>(census_.last_good - index), -40.0f, 40.0f));
    put("text_before", census_.container_prose > 0 ? census_.before[i] / census_.container_prose : 0);
    put("good_before", log_length(census_.before[i]));
    put("good_after", log_length(census_.container_prose - census_.before[i + 1]));
    // How far the block is from the headline in the tree.
    NodeId common = block.element;
    if (census_.title_at >= 0) {
      const NodeId title = blocks_[static_cast<std::size_t>(census_.title_at)].element;
      while (common != k_no_node && !document_.contains(common, title)) common = document_[common].parent;
    }
    const int common_depth = common == k_no_node || census_.title_at < 0 ? -1 : document_[common].depth;
    put("title_common", static_cast<float>(common_depth));
    put("title_below", static_cast<float>(block.depth - common_depth));
    put("from_title",
        census_.title_at < 0 ? 99 : std::clamp(static_cast<float>(index - census_.title_at), -30.0f, 60.0f));
  }

  void put_sums(const char* prefix, const BlockSums& sum) {
    put(prefix, "_length", log_length(sum.length));
    put(prefix, "_links", sum.length > 0 ? sum.linked / sum.length : 0);
    put(prefix, "_prose", sum.length > 0 ? sum.prose / sum.length : 0);
    put(prefix, "_blocks", log_length(sum.blocks));
    put(prefix, "_paragraphs", sum.blocks > 0 ? sum.paragraphs / sum.blocks : 0);
  }

  void describe_surroundings(std::size_t i) {
    const Block& block = blocks_[i];
    NodeId parent = document_[block.element].parent;
    if (parent == k_no_node) parent = block.element;
    NodeId grand = document_[parent].parent;
    if (grand == k_no_node) grand = parent;
    put_sums("element", census_.sums[block.element]);
    put_sums("parent", census_.sums[parent]);
    put_sums("grand", census_.sums[grand]);
    // The child of the container that holds the block, and that child's child.
    NodeId section = block.element;
    NodeId below = block.element;
    if (inside(i)) {
      while (section != container_ && document_[section].parent != container_ &&
             document_[section].parent != k_no_node) {
        below = section;
        section = document_[section].parent;
      }
    }
    put_sums("section", census_.sums[section]);
    put_sums("below", census_.sums[below]);
    put("section_share", census_.container_prose > 0 && container_ != k_no_node
                             ? census_.sums[section].prose / std::max(1.0f, census_.sums[container_].prose)
                             : 0);
    put("parent_share",
        census_.container_prose > 0 && container_ != k_no_node
            ? std::min(2.0f, census_.sums[parent].prose / std::max(1.0f, census_.sums[container_].prose))
            : 0);
    const PathFacts& path = census_.paths.at(block.path);
    put("path_mass", census_.container_prose > 0 ? path.prose / census_.container_prose : 0);
    put("path_count", log_length(static_cast<float>(path.count)));
    const float count = static_cast<float>(path.count);
    put("path_after_link", static_cast<float>(path.after_link) / count);
    put("path_before_link", static_cast<float>(path.before_link) / count);
    put("path_starts_linked", static_cast<float>(path.starts_linked) / count);
    // Pages that load the next article below the first, and lists of teasers, have several <article>.
    const NodeId article = census_.article_of[block.element];
    const bool known = article != k_no_node;
    put("article_share",
        known ? std::min(2.0f, census_.sums[article].prose / std::max(1.0f, census_.container_prose)) : -1);
    put("article_title", known && census_.title_at >= 0
                             ? document_.contains(article, blocks_[static_cast<std::size_t>(census_.title_at)].element)
                             : -1);
  }

  void describe_neighbours(std::size_t i) {
    const Block& block = blocks_[i];
    for (int offset : {-3, -2, -1, 1, 2, 3}) {
      constexpr std::string_view k_names[] = {"n-3", "n-2", "n-1", "n0", "n1", "n2", "n3"};
      const std::string_view name = k_names[offset + 3];
      const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + offset;
      if (at < 0 || at >= static_cast<std::ptrdiff_t>(blocks_.size())) {
        for (const char* field : {"_length", "_links", "_p", "_heading", "_good", "_path", "_parent", "_phrase", "_in"})
          put(name, field, -1);
        continue;
      }
      const Block& other = blocks_[static_cast<std::size_t>(at)];
      put(name, "_length", log_length(other.length));
      put(name, "_links", other.length > 0 ? other.linked / other.length : 0);
      put(name, "_p", other.kind == Tag::p);
      put(name, "_heading", other.kind >= Tag::h1 && other.kind <= Tag::h6);
      put(name, "_good", census_.good[static_cast<std::size_t>(at)]);
      put(name, "_path", other.path == block.path);
      put(name, "_parent", document_[other.element].parent == document_[block.element].parent);
      const PhraseHit& hit = census_.phrases[static_cast<std::size_t>(at)];
      put(name, "_phrase", hit.match == PhraseMatch::none ? 0 : static_cast<float>(hit.phrase));
      put(name, "_in", inside(static_cast<std::size_t>(at)));
    }
    // The nearest heading above.
    int steps = 0;
    Phrase above = Phrase::none;
    float above_mass = 0;
    bool above_linked = false;
    int level = 0;
    for (std::size_t at = i; at-- > 0 && steps < 30;) {
      ++steps;
      const Tag kind = blocks_[at].kind;
      if (kind < Tag::h1 || kind > Tag::h6) continue;
      above = census_.phrases[at].phrase;
      level = static_cast<int>(kind) - static_cast<int>(Tag::h1) + 1;
      above_mass = static_cast<float>(census_.surfaces[at].words);
      above_linked = is_one_link(blocks_[at]);
      break;
    }
    put("heading_distance", static_cast<float>(steps));
    put("heading_phrase", static_cast<float>(above));
    put("heading_level", static_cast<float>(level));
    put("heading_words", above_mass);
    put("heading_linked", above_linked);
  }

  void describe_words(std::size_t i) {
    const Block& block = blocks_[i];
    const BlockSurface& s = census_.surfaces[i];
    const PhraseHit& hit = census_.phrases[i];
    put("phrase_match", static_cast<float>(hit.match));
    for (int phrase = 1; phrase < k_phrases; ++phrase)
      put("phrase", phrase, hit.phrase == static_cast<Phrase>(phrase) ? static_cast<float>(hit.match) : 0);
    put("repeated", static_cast<float>(std::min(5, census_.seen[s.key])));
    const bool is_title = !census_.title_folded.empty() && s.folded == census_.title_folded;
    put("is_title", is_title);
    std::string key;
    if (block.length < 600 &&
        (!census_.title_key.empty() || !census_.description_key.empty() || !census_.body_key.empty()))
      key = s.folded.empty() ? letters_key(block.text) : folded_letters_key(s.folded);
    put("title_overlap", census_.title_share[i]);
    put("in_title", key.size() > 8 && holds(census_.title_key, key));
    const bool describes = key.size() > 20 && !census_.description_key.empty() &&
                           (holds(census_.description_key, key) || holds(key, census_.description_key));
    put("is_description", describes);
    float in_body = -1;
    if (!census_.body_key.empty()) {
      if (key.empty()) key = letters_key(clip_utf8(block.text, 400));
      if (key.size() > 160) {
        // A window from the middle: the ends may be cut or joined differently.
        const std::string_view middle = clip_utf8(std::string_view(key).substr(key.size() / 3), 60);
        std::size_t skip = 0;
        while (skip < middle.size() && (static_cast<unsigned char>(middle[skip]) & 0xC0) == 0x80) ++skip;
        in_body = holds(census_.body_key, middle.substr(skip));
      } else {
        in_body = holds(census_.body_key, key);
      }
    }
    put("in_body", in_body);
    put("body_length", log_length(static_cast<float>(census_.body_key.size())));
    put("known_line", context_.known_lines && context_.known_lines->contains(block.text));
    put("page_good", log_length(census_.page_prose));
    put("container_share", census_.page_prose > 0 ? census_.container_prose / census_.page_prose : 0);
    put("good_count", log_length(static_cast<float>(census_.good_count)));
    put("block_count", log_length(static_cast<float>(blocks_.size())));
  }

  void describe(std::size_t i) {
    describe_surface(i);
    describe_place(i);
    describe_surroundings(i);
    describe_neighbours(i);
    describe_words(i);
  }

  const Document& document_;
  const std::vector<Block>& blocks_;
  NodeId container_;
  const TextContext& context_;
  BlockCensus census_;
  bool naming_ = false;
  std::vector<std::string> names_;
  std::vector<float> row_;
};

}  // namespace

FeatureTable block_features(const Document& document, const std::vector<Block>& blocks, NodeId container,
                            const TextContext& context) {
  return Extractor(document, blocks, container, context).run();
}

std::vector<std::string> feature_names() {
  const Expected<Document> document = parse_html("<p>x</p>");
  std::vector<std::string> names;
  if (!document) return names;
  const std::vector<Block> blocks = collect_blocks(*document, document->root());
  Extractor(*document, blocks, k_no_node, {}).collect_names(names);
  return names;
}

}  // namespace vigie::parsers
