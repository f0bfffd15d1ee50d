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
constexpr std::size_t k_least_skeleton = 4;
constexpr std::size_t k_longest_skeleton = 8;
constexpr std::size_t k_longest_name = 60;

// Weights, before rarity. Tuned on ../shared/stories with those of classifier/story_window.cpp.
constexpr double k_title = 2.0;  // a title's words, names and numbers count so many times the text's
constexpr double k_name = 0.8;
constexpr double k_caseless_name = 0.6;  // of scripts that do not tell a name from a word
constexpr double k_number = 0.7;
constexpr double k_short_number = 0.35;  // of two digits
constexpr double k_accused = 2.0;
constexpr double k_victim = 2.5;
constexpr double k_pair = 2.0;
constexpr double k_actor = 2.2;
constexpr double k_late_actor = 1.05;  // behind the lead: background as often as not
constexpr double k_indicator = 1.4;
constexpr double k_late_indicator = 0.5;
constexpr double k_state_in_title = 1.5;
constexpr double k_state = 1.12;
constexpr double k_body = 0.8;
constexpr double k_topic = 0.5;

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

// Collects features field by field.
class Collector {
 public:
  void read(std::string_view text, double weight) {
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

  void anchor(FeatureKind kind, std::string_view value, double weight) {
    StoryFeature& held = anchors_[hash64(value, static_cast<std::uint64_t>(kind) + 1)];
    held.kind = kind;
    held.weight = std::max(held.weight, static_cast<float>(weight));
  }

  std::vector<StoryFeature> words() const { return listed(words_); }
  std::vector<StoryFeature> anchors() const { return listed(anchors_); }

 private:
  using Features = std::map<std::uint64_t, StoryFeature>;

  static std::vector<StoryFeature> listed(const Features& from) {
    std::vector<StoryFeature> out;
    out.reserve(from.size());
    for (const auto& [key, feature] : from) out.push_back({key, feature.weight, feature.kind});
    return out;
  }

  void word(std::string_view folded) { words_[hash64(folded)].weight += static_cast<float>(weight_); }

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
    if (digits.size() >= 2 && !year) {
      anchor(FeatureKind::number, digits, weight_ * (digits.size() == 2 ? k_short_number : k_number));
    }
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
    if (!name || folded.size() > k_longest_name) return;
    if (is_latin(first) && folded.size() >= 3) anchor(FeatureKind::latin, folded, weight_);
    const std::string bones = skeleton(folded);
    if (bones.size() < k_least_skeleton) return;
    anchor(FeatureKind::name, bones.substr(0, k_longest_skeleton),
           weight_ * (caseless && !katakana ? k_caseless_name : k_name));
  }

  double weight_ = 1;
  std::string previous_han_;
  Features words_;
  Features anchors_;
};

bool is_early(const Span& span) { return span.field == Span::Field::title || span.begin < k_lead; }

void add_states(Collector& collector, const Assessment& judged) {
  for (const std::string& state : judged.accused_states) collector.anchor(FeatureKind::accused, state, k_accused);
  for (const std::string& state : judged.victim_states) collector.anchor(FeatureKind::victim, state, k_victim);
  for (const std::string& accused : judged.accused_states) {
    for (const std::string& victim : judged.victim_states) {
      collector.anchor(FeatureKind::pair, accused + victim, k_pair);
    }
  }
  for (const StateMention& mention : judged.state_mentions) {
    const bool title = mention.span.field == Span::Field::title;
    if (is_early(mention.span)) collector.anchor(FeatureKind::state, mention.code, title ? k_state_in_title : k_state);
  }
}

void add_judgement(Collector& collector, const Assessment& judged) {
  add_states(collector, judged);
  for (const ActorMention& mention : judged.actor_mentions) {
    collector.anchor(FeatureKind::actor, mention.canonical, is_early(mention.span) ? k_actor : k_late_actor);
  }
  for (const Indicator& indicator : judged.indicators) {
    if (indicator.kind == "product" || indicator.kind == "technique") continue;
    collector.anchor(FeatureKind::indicator, fold(indicator.value),
                     is_early(indicator.span) ? k_indicator : k_late_indicator);
  }
  for (const Party& body : judged.victim_bodies) {
    if (!body.sector.empty()) collector.anchor(FeatureKind::body, body.sector, k_body);
    if (!body.kind.empty()) collector.anchor(FeatureKind::body, body.kind, k_body);
  }
  for (const std::string& topic : judged.topics) collector.anchor(FeatureKind::topic, topic, k_topic);
}

}  // namespace

StoryFeatures story_features(const AssessedArticle& article) {
  Collector collector;
  collector.read(article.article.title, k_title);
  collector.read(clip_utf8(article.article.text, k_lead), 1);
  add_judgement(collector, article.assessment);
  StoryFeatures features;
  features.language = article.article.language.substr(0, article.article.language.find('-'));
  features.words = collector.words();
  features.anchors = collector.anchors();
  for (const std::string& state : article.assessment.accused_states) features.accused.push_back(hash64(state));
  return features;
}

}  // namespace vigie::classifier
