#include "parsers/block_features.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "model/text.h"
#include "parsers/metadata.h"

namespace vigie::parsers {
namespace {

constexpr int k_hint_bits = 27;
constexpr int k_phrases = 15;
constexpr int k_reach = 25;  // blocks before and behind the running text that are looked at

float log_length(float length) { return std::log1p(length); }

// std::string::find looks at every place where the first byte stands; this reads over most of them.
bool holds(std::string_view text, std::string_view part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

struct Surface {
  std::string folded;  // of blocks up to 400 characters
  std::uint64_t key = 0;
  float words = 0;
  float upper = 0;
  float digits = 0;
  float commas = 0;
  bool ends_sentence = false;
  bool ends_colon = false;
  bool starts_lower = false;
  bool starts_mark = false;
  bool starts_quote = false;
  bool has_at = false;
  bool has_pipe = false;
  bool has_url = false;
  bool has_newline = false;
  bool has_year = false;
  bool has_clock = false;
  int sentences = 0;
};

bool is_sentence_end(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F ||
         c == 0x06D4 || c == 0x0964 || c == 0x0965;
}

bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x201C || c == 0xBB || c == 0xAB ||
         c == 0x2019 || c == 0x300D || c == 0x300F || c == 0xFF09 || c == 0x3011;
}

Surface surface_of(const Block& block) {
  Surface s;
  const std::string& text = block.text;
  char32_t last = 0;
  char32_t last_open = 0;
  int letters = 0;
  int upper = 0;
  int digits = 0;
  int run = 0;
  char32_t previous = 0;
  bool in_word = false;
  const std::size_t limit = std::min<std::size_t>(text.size(), 4000);
  for (std::size_t at = 0; at < limit;) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    CodePoint point{byte, at + 1};
    if (byte >= 0x80) point = code_point_at(text, at);
    const char32_t c = point.value;
    at = point.next;
    if (c == ' ' || c == '\n') {
      if (c == '\n') s.has_newline = true;
      if (is_sentence_end(last)) ++s.sentences;
      in_word = false;
      run = 0;
      previous = c;
      continue;
    }
    const bool digit = c >= '0' && c <= '9';
    if (digit) {
      ++digits;
      ++run;
      if (run == 4 && (previous != 0)) {
        const std::string_view year = std::string_view(text).substr(at - 4, 2);
        if (year == "20" || year == "19") s.has_year = true;
      }
    } else {
      if (c == ':' && run >= 1 && run <= 2 && at < limit && text[at] >= '0' && text[at] <= '9') s.has_clock = true;
      run = 0;
    }
    const bool ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool letter = ascii_letter || c >= 0xC0;
    if (letter) {
      ++letters;
      if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x410 && c <= 0x42F)) ++upper;
    }
    if (is_unspaced_script(c)) {
      s.words += 0.5f;
    } else if (!in_word && (letter || digit)) {
      s.words += 1;
      in_word = true;
    }
    if (c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x060C) s.commas += 1;
    if (c == '@') s.has_at = true;
    if (c == '|') s.has_pipe = true;
    if ((c == 0x3002 || c == 0x0964)) ++s.sentences;
    if (!closes(c)) last_open = c;
    last = closes(c) ? last : c;
    previous = c;
  }
  (void)last_open;
  const std::string_view tail =
      text.size() > limit ? std::string_view(text).substr(text.size() - 1) : std::string_view();
  if (!tail.empty()) last = static_cast<unsigned char>(tail[0]);
  s.ends_sentence = is_sentence_end(last);
  if (s.ends_sentence) ++s.sentences;
  s.ends_colon = last == ':' || last == 0xFF1A;
  s.upper = letters > 0 ? static_cast<float>(upper) / static_cast<float>(letters) : 0;
  s.digits = block.length > 0 ? static_cast<float>(digits) / block.length : 0;
  const CodePoint first = code_point_at(text, 0);
  s.starts_lower = (first.value >= 'a' && first.value <= 'z') || (first.value >= 0xDF && first.value <= 0xFF) ||
                   (first.value >= 0x430 && first.value <= 0x45F);
  s.starts_quote = first.value == '"' || first.value == 0x201C || first.value == 0x201E || first.value == 0xAB ||
                   first.value == 0x300C;
  s.starts_mark = first.value < 'A' ? !(first.value >= '0' && first.value <= '9') && !s.starts_quote &&
                                          first.value != '(' && first.value != '['
                                    : (first.value >= 0x2010 && first.value <= 0x2BFF && !s.starts_quote);
  s.has_url = holds(text, "http") || holds(text, "www.");
  if (block.length < 400) s.folded = fold(text);
  s.key = hash64(text);
  return s;
}

struct Sums {
  float length = 0;
  float linked = 0;
  float prose = 0;  // of blocks that read as sentences
  float blocks = 0;
  float paragraphs = 0;
};

class Extractor {
 public:
  Extractor(const Document& document, const std::vector<Block>& blocks, NodeId container, const TextContext& context)
      : document_(document), blocks_(blocks), container_(container), context_(context) {}

  FeatureTable run() {
    prepare();
    FeatureTable table;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_near(i)) continue;
      row_.clear();
      describe(i);
      table.columns = row_.size();
      table.blocks.push_back(static_cast<std::uint32_t>(i));
      table.values.insert(table.values.end(), row_.begin(), row_.end());
    }
    table.phrases = std::move(phrases_);
    return table;
  }

  void collect_names(std::vector<std::string>& names) {
    naming_ = true;
    prepare();
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

  bool inside(std::size_t i) const {
    return container_ != k_no_node && document_.contains(container_, blocks_[i].element);
  }

  /// Blocks far from the container are no part of the article: nothing is learned of them, nothing asked about them.
  bool is_near(std::size_t i) const {
    if (inside(i)) return true;
    if (first_good_ < 0) return false;
    const int index = static_cast<int>(i);
    return index > first_good_ - k_reach && index < last_good_ + k_reach;
  }

  void prepare() {
    surfaces_.reserve(blocks_.size());
    phrases_.reserve(blocks_.size());
    sums_.assign(document_.size(), Sums{});
    for (const Block& block : blocks_) {
      surfaces_.push_back(surface_of(block));
      phrases_.push_back(find_phrase(surfaces_.back().folded));
    }
    total_good_ = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      const Surface& s = surfaces_[i];
      Sums& sum = sums_[block.element];
      sum.length += block.length;
      sum.linked += block.linked;
      sum.blocks += 1;
      const bool good = block.length >= 60 && block.linked < 0.4f * block.length && s.sentences > 0 && !block.hidden;
      good_.push_back(good);
      if (good) sum.prose += block.length;
      if (block.kind == Tag::p) sum.paragraphs += 1;
      ++seen_[s.key];
      if (good && inside(i)) {
        total_good_ += block.length;
        path_mass_[block.path] += block.length;
        if (first_good_ < 0) first_good_ = static_cast<int>(i);
        last_good_ = static_cast<int>(i);
        ++good_count_;
      }
      if (good) page_good_ += block.length;
      ++path_count_[block.path];
    }
    for (NodeId id = static_cast<NodeId>(document_.size()); id-- > 1;) {
      const NodeId parent = document_[id].parent;
      if (parent == k_no_node) continue;
      sums_[parent].length += sums_[id].length;
      sums_[parent].linked += sums_[id].linked;
      sums_[parent].prose += sums_[id].prose;
      sums_[parent].blocks += sums_[id].blocks;
      sums_[parent].paragraphs += sums_[id].paragraphs;
    }
    cumulative_.push_back(0);
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      cumulative_.push_back(cumulative_.back() + (good_[i] && inside(i) ? blocks_[i].length : 0));
    title_folded_ = fold(context_.title);
    title_key_ = letters_key(context_.title);
    description_key_ = letters_key(clean_field(context_.description));
    body_key_ = letters_key(context_.article_body);
    const std::vector<std::uint64_t> words = title_words(context_.title);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      float share = 0;
      if (!words.empty() && blocks_[i].length < 3000 && is_near(i)) {
        const std::string& folded = surfaces_[i].folded;
        int found = 0;
        for (std::uint64_t word : folded.empty() ? title_words(blocks_[i].text) : folded_words(folded)) {
          found += std::binary_search(words.begin(), words.end(), word) ? 1 : 0;
        }
        share = static_cast<float>(found) / static_cast<float>(words.size());
      }
      title_share_.push_back(share);
    }
    title_at_ = -1;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      if (block.kind == Tag::h1 ||
          (block.length < 400 && !title_folded_.empty() && surfaces_[i].folded == title_folded_)) {
        if (title_at_ < 0 || block.kind == Tag::h1) title_at_ = static_cast<int>(i);
        if (block.kind == Tag::h1 && surfaces_[i].folded == title_folded_) break;
      }
    }
  }

  void describe_surface(std::size_t i) {
    const Block& block = blocks_[i];
    const Surface& s = surfaces_[i];
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
    put("from_first", first_good_ < 0 ? 0 : std::clamp(static_cast<float>(index - first_good_), -40.0f, 40.0f));
    put("to_last", last_good_ < 0 ? 0 : std::clamp(static_cast<float>(last_good_ - index), -40.0f, 40.0f));
    put("text_before", total_good_ > 0 ? cumulative_[i] / total_good_ : 0);
    put("good_before", log_length(cumulative_[i]));
    put("good_after", log_length(total_good_ - cumulative_[i + 1]));
    // How far the block is from the headline in the tree.
    NodeId common = block.element;
    if (title_at_ >= 0) {
      const NodeId title = blocks_[static_cast<std::size_t>(title_at_)].element;
      while (common != k_no_node && !document_.contains(common, title)) common = document_[common].parent;
    }
    const int common_depth = common == k_no_node || title_at_ < 0 ? -1 : document_[common].depth;
    put("title_common", static_cast<float>(common_depth));
    put("title_below", static_cast<float>(block.depth - common_depth));
    put("from_title", title_at_ < 0 ? 99 : std::clamp(static_cast<float>(index - title_at_), -30.0f, 60.0f));
  }

  void put_sums(const char* prefix, const Sums& sum) {
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
    put_sums("element", sums_[block.element]);
    put_sums("parent", sums_[parent]);
    put_sums("grand", sums_[grand]);
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
    put_sums("section", sums_[section]);
    put_sums("below", sums_[below]);
    put("section_share", total_good_ > 0 && container_ != k_no_node
                             ? sums_[section].prose / std::max(1.0f, sums_[container_].prose)
                             : 0);
    put("parent_share", total_good_ > 0 && container_ != k_no_node
                            ? std::min(2.0f, sums_[parent].prose / std::max(1.0f, sums_[container_].prose))
                            : 0);
    const auto mass = path_mass_.find(block.path);
    put("path_mass", mass != path_mass_.end() && total_good_ > 0 ? mass->second / total_good_ : 0);
    put("path_count", log_length(static_cast<float>(path_count_[block.path])));
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
      put(name, "_good", good_[static_cast<std::size_t>(at)]);
      put(name, "_path", other.path == block.path);
      put(name, "_parent", document_[other.element].parent == document_[block.element].parent);
      const PhraseHit& hit = phrases_[static_cast<std::size_t>(at)];
      put(name, "_phrase", hit.match == PhraseMatch::none ? 0 : static_cast<float>(hit.phrase));
      put(name, "_in", inside(static_cast<std::size_t>(at)));
    }
    // The nearest heading above.
    int steps = 0;
    Phrase above = Phrase::none;
    float above_mass = 0;
    int level = 0;
    for (std::size_t at = i; at-- > 0 && steps < 30;) {
      ++steps;
      const Tag kind = blocks_[at].kind;
      if (kind < Tag::h1 || kind > Tag::h6) continue;
      above = phrases_[at].phrase;
      level = static_cast<int>(kind) - static_cast<int>(Tag::h1) + 1;
      above_mass = static_cast<float>(surfaces_[at].words);
      break;
    }
    put("heading_distance", static_cast<float>(steps));
    put("heading_phrase", static_cast<float>(above));
    put("heading_level", static_cast<float>(level));
    put("heading_words", above_mass);
  }

  void describe_words(std::size_t i) {
    const Block& block = blocks_[i];
    const Surface& s = surfaces_[i];
    const PhraseHit& hit = phrases_[i];
    put("phrase_match", static_cast<float>(hit.match));
    for (int phrase = 1; phrase < k_phrases; ++phrase)
      put("phrase", phrase, hit.phrase == static_cast<Phrase>(phrase) ? static_cast<float>(hit.match) : 0);
    put("repeated", static_cast<float>(std::min(5, seen_[s.key])));
    const bool is_title = !title_folded_.empty() && s.folded == title_folded_;
    put("is_title", is_title);
    std::string key;
    if (block.length < 600 && (!title_key_.empty() || !description_key_.empty() || !body_key_.empty()))
      key = s.folded.empty() ? letters_key(block.text) : folded_letters_key(s.folded);
    put("title_overlap", title_share_[i]);
    put("in_title", key.size() > 8 && holds(title_key_, key));
    const bool describes =
        key.size() > 20 && !description_key_.empty() && (holds(description_key_, key) || holds(key, description_key_));
    put("is_description", describes);
    float in_body = -1;
    if (!body_key_.empty()) {
      if (key.empty()) key = letters_key(clip_utf8(block.text, 400));
      if (key.size() > 160) {
        // A window from the middle: the ends may be cut or joined differently.
        const std::string_view middle = clip_utf8(std::string_view(key).substr(key.size() / 3), 60);
        std::size_t skip = 0;
        while (skip < middle.size() && (static_cast<unsigned char>(middle[skip]) & 0xC0) == 0x80) ++skip;
        in_body = holds(body_key_, middle.substr(skip));
      } else {
        in_body = holds(body_key_, key);
      }
    }
    put("in_body", in_body);
    put("body_length", log_length(static_cast<float>(body_key_.size())));
    put("known_line", context_.known_lines && context_.known_lines->contains(block.text));
    put("page_good", log_length(page_good_));
    put("container_share", page_good_ > 0 ? total_good_ / page_good_ : 0);
    put("good_count", log_length(static_cast<float>(good_count_)));
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
  std::vector<Surface> surfaces_;
  std::vector<PhraseHit> phrases_;
  std::vector<Sums> sums_;
  std::vector<bool> good_;
  std::vector<float> cumulative_;
  std::unordered_map<std::uint64_t, int> seen_;
  std::unordered_map<std::uint32_t, float> path_mass_;
  std::unordered_map<std::uint32_t, int> path_count_;
  std::vector<float> title_share_;
  std::string title_folded_;
  std::string title_key_;
  std::string description_key_;
  std::string body_key_;
  float total_good_ = 0;
  float page_good_ = 0;
  int good_count_ = 0;
  int first_good_ = -1;
  int last_good_ = -1;
  int title_at_ = -1;
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
