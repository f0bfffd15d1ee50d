#include "classifier/story_features.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>

#include "classifier/skeleton.h"
#include "model/text.h"

namespace vigie::classifier {
namespace {

constexpr std::size_t k_lead = 1200;  // bytes of text that count
constexpr float k_title = 2.0F;       // a title's features count so many times the text's
constexpr std::size_t k_least_skeleton = 4;

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) ||
         (c >= 0x966 && c <= 0x96F) || (c >= 0xE50 && c <= 0xE59) || (c >= 0xFF10 && c <= 0xFF19);
}

char digit_of(char32_t c) {
  for (const char32_t zero :
       {char32_t{'0'}, char32_t{0x660}, char32_t{0x6F0}, char32_t{0x966}, char32_t{0xE50}, char32_t{0xFF10}}) {
    if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
  }
  return '0';
}

// Scripts that tell names from words by capitals.
bool has_case(char32_t c) { return is_latin(c) || (c >= 0x370 && c <= 0x52F) || (c >= 0x531 && c <= 0x587); }

bool is_upper(std::string_view word, char32_t first) { return has_case(first) && fold_case(word) != word; }

// Collects features of one field.
class Collector {
 public:
  void read(std::string_view text, float weight) {
    weight_ = weight;
    previous_han_.clear();
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (is_digit(point.value)) {
        at = read_number(text, at);
      } else if (is_cjk(point.value) && !(point.value >= 0x30A0 && point.value <= 0x30FF)) {
        add_han(text.substr(at, point.next - at));
        at = point.next;
      } else if (is_word_character(point.value)) {
        at = read_word(text, at);
      } else {
        previous_han_.clear();
        at = point.next;
      }
    }
  }

  void anchor(std::string_view kind, std::string_view value, float weight) {
    float& held = anchors_[hash64(value, hash64(kind))];
    held = std::max(held, weight);
  }

  static std::vector<StoryFeature> sorted(const std::map<std::uint64_t, float>& from) {
    std::vector<StoryFeature> out;
    out.reserve(from.size());
    for (const auto& [key, weight] : from) out.push_back({key, weight});
    return out;
  }
  const std::map<std::uint64_t, float>& words() const { return words_; }
  const std::map<std::uint64_t, float>& anchors() const { return anchors_; }

 private:
  void word(std::string_view folded) { words_[hash64(folded)] += weight_; }

  void add_han(std::string_view character) {
    if (!previous_han_.empty()) word(previous_han_ + std::string(character));
    previous_han_ = character;
  }

  // Numbers without their separators; years and single digits are in every article.
  std::size_t read_number(std::string_view text, std::size_t at) {
    std::string digits;
    while (at < text.size()) {
      const CodePoint point = code_point_at(text, at);
      const bool separator = (point.value == '.' || point.value == ',') && point.next < text.size() &&
                             is_digit(code_point_at(text, point.next).value);
      if (!is_digit(point.value) && !separator) break;
      if (!separator) digits += digit_of(point.value);
      at = point.next;
    }
    previous_han_.clear();
    const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if (digits.size() >= 2 && !year) anchor("number", digits, weight_ * (digits.size() == 2 ? 0.5F : 1.0F));
    return at;
  }

  std::size_t read_word(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    const char32_t first = code_point_at(text, at).value;
    const bool katakana = first >= 0x30A0 && first <= 0x30FF;
    bool mixed = false;
    while (at < text.size()) {
      const CodePoint point = code_point_at(text, at);
      const bool kana = point.value >= 0x30A0 && point.value <= 0x30FF;
      const bool hyphen = point.value == '-' && is_latin(first);
      if (!hyphen && (!is_word_character(point.value) || kana != katakana || (is_cjk(point.value) && !kana))) break;
      mixed = mixed || is_digit(point.value);
      at = point.next;
    }
    previous_han_.clear();
    take_word(text.substr(begin, at - begin), first, mixed, katakana);
    return at;
  }

  void take_word(std::string_view text, char32_t first, bool mixed, bool katakana) {
    const std::string folded = fold(text);
    if (folded.size() > 1) word(folded);
    const bool caseless = !has_case(first);
    const bool name = caseless || mixed || is_upper(text, first);
    if (!name || folded.size() > 60) return;
    if (is_latin(first) && folded.size() >= 3) anchor("latin", folded, weight_);
    const std::string bones = skeleton(folded);
    if (bones.size() < k_least_skeleton) return;
    anchor("name", bones.substr(0, 8), weight_ * (caseless && !katakana ? 0.6F : 0.8F));
  }

  float weight_ = 1;
  std::string previous_han_;
  std::map<std::uint64_t, float> words_;
  std::map<std::uint64_t, float> anchors_;
};

void add_judgement(Collector& collector, const Assessment& judged) {
  for (const std::string& state : judged.accused_states) collector.anchor("accused", state, 2.0F);
  for (const std::string& state : judged.victim_states) collector.anchor("victim", state, 2.5F);
  for (const std::string& accused : judged.accused_states) {
    for (const std::string& victim : judged.victim_states) collector.anchor("pair", accused + victim, 2.0F);
  }
  for (const ActorMention& mention : judged.actor_mentions) {
    const bool early = mention.span.field == Span::Field::title || mention.span.begin < k_lead;
    collector.anchor("actor", mention.canonical, early ? 4.0F : 1.5F);
  }
  for (const Indicator& indicator : judged.indicators) {
    if (indicator.kind == "product" || indicator.kind == "technique") continue;
    const bool early = indicator.span.field == Span::Field::title || indicator.span.begin < k_lead;
    collector.anchor("indicator", fold(indicator.value), early ? 3.0F : 1.0F);
  }
  for (const StateMention& mention : judged.state_mentions) {
    const bool title = mention.span.field == Span::Field::title;
    if (title || mention.span.begin < k_lead) collector.anchor("state", mention.code, title ? 1.5F : 0.8F);
  }
  for (const Party& body : judged.victim_bodies) {
    if (!body.sector.empty()) collector.anchor("sector", body.sector, 0.8F);
    if (!body.kind.empty()) collector.anchor("body", body.kind, 0.8F);
  }
}

}  // namespace

StoryFeatures story_features(const AssessedArticle& article) {
  Collector collector;
  collector.read(article.article.title, k_title);
  collector.read(clip_utf8(article.article.text, k_lead), 1.0F);
  add_judgement(collector, article.assessment);
  StoryFeatures features;
  features.language = article.article.language.substr(0, article.article.language.find('-'));
  features.words = Collector::sorted(collector.words());
  features.anchors = Collector::sorted(collector.anchors());
  return features;
}

}  // namespace vigie::classifier
