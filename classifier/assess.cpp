#include "classifier/assess.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>

#include "classifier/act.h"
#include "classifier/clues.h"
#include "classifier/conclusion.h"
#include "classifier/gate.h"
#include "classifier/indicators.h"
#include "classifier/language_guess.h"
#include "classifier/reading.h"
#include "classifier/relevance.h"
#include "classifier/statements.h"
#include "model/text.h"

namespace vigie::classifier {
namespace {

constexpr std::size_t k_text_limit = 200'000;
constexpr std::size_t k_title_limit = 4'000;
constexpr std::size_t k_summary_limit = 2'000;
constexpr std::size_t k_evidence_limit = 120;
constexpr std::size_t k_lead = 1200;  // bytes of text that tell what an article is about

// Languages that add endings to foreign names: "Lazarusin", "Sandwormu", "APT28-at".
constexpr std::array<std::string_view, 16> k_inflecting = {"fi", "et", "hu", "lv", "lt", "cs", "sk", "pl",
                                                           "hr", "sr", "sl", "bs", "tr", "az", "el", "ro"};

std::string primary(std::string_view language) {
  std::string out;
  for (const char c : language) {
    if (c == '-' || c == '_') break;
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  // Near relatives share a lexicon.
  static const std::map<std::string, std::string, std::less<>> k_relatives = {
      {"nb", "no"}, {"nn", "no"}, {"bs", "hr"},  {"sh", "sr"},  {"me", "sr"},  {"iw", "he"}, {"in", "id"},
      {"mo", "ro"}, {"tl", "en"}, {"yue", "zh"}, {"cmn", "zh"}, {"prs", "fa"}, {"gl", "pt"}};
  const auto relative = k_relatives.find(out);
  return relative == k_relatives.end() ? out : relative->second;
}

// Institutions, acts and matters that title and lead speak of: what an article is about in words every lexicon has.
std::vector<std::string> topics_of(const Reading& reading) {
  CategorySet found;
  for (std::size_t i = 0; i < reading.stream.tokens.size(); ++i) {
    const Token& token = reading.token(i);
    if (token.field == Span::Field::text && token.begin >= k_lead) break;
    found.add(reading.mask[i]);
  }
  std::vector<std::string> topics;
  for (std::size_t i = 0; i < k_category_count; ++i) {
    const auto category = static_cast<Category>(i);
    const bool act = category >= Category::accuse && category <= Category::advisory;
    const bool matter = category >= Category::crime && category <= Category::metaphor;
    if ((act || matter || is_institution(category)) && found.has(category)) topics.emplace_back(name_of(category));
  }
  return topics;
}

}  // namespace

/// A lexicon is compiled when an article first needs it: start-up stays short with forty of them.
struct LexiconSlot {
  const LexiconTable* table = nullptr;
  mutable std::once_flag once;
  mutable std::optional<Lexicon> compiled;
};

struct Classifier::Engine {
  explicit Engine(KnowledgeTables given) : tables(std::move(given)), actors(tables.actors, codes) {
    for (const LexiconTable& table : tables.lexicons) {
      LexiconSlot& slot = slots[table.language];
      slot.table = &table;
    }
  }

  const Lexicon* lexicon(const std::string& language) const {
    const auto at = slots.find(language);
    if (at == slots.end()) return nullptr;
    const LexiconSlot& slot = at->second;
    std::call_once(slot.once, [&] {
      slot.compiled.emplace(*slot.table, codes);
      if (language == "mul") slot.compiled->add_states(tables.states, codes);
    });
    return &*slot.compiled;
  }

  // The article's own lexicon first, then English and every language's.
  std::vector<const Lexicon*> lexicons_for(const std::string& language) const {
    std::vector<const Lexicon*> out;
    for (const std::string& name : {language, std::string("en"), std::string("mul")}) {
      const Lexicon* found = lexicon(name);
      if (found != nullptr && std::find(out.begin(), out.end(), found) == out.end()) out.push_back(found);
    }
    return out;
  }

  // Reads an article in its language, or in the one its script suggests; the answer is the language read in.
  std::string read(std::string_view title, std::string_view text, std::string_view language, Reading& into) const {
    title = clip_utf8(title, k_title_limit);
    text = clip_utf8(text, k_text_limit);
    std::string judged_in = primary(language);
    if (slots.find(judged_in) == slots.end() || judged_in == "mul") judged_in = guess_language(title, text);
    const bool inflecting = std::find(k_inflecting.begin(), k_inflecting.end(), judged_in) != k_inflecting.end();
    const std::vector<const Lexicon*> lexicons = lexicons_for(judged_in);
    if (!lexicons.empty()) read_article(title, text, lexicons, actors, inflecting, into);
    return judged_in;
  }

  void tell_mentions(const Reading& reading, const std::vector<Clue>& clues, Assessment& into) const {
    constexpr std::array<const char*, 3> k_roles = {"accused:", "victim:", "speaker:"};
    for (const Clue& clue : clues) {
      if (into.evidence.size() >= k_evidence_limit) break;
      const std::string role = k_roles[static_cast<std::size_t>(clue.role)] + codes.code(clue.state);
      into.evidence.push_back({reading.stream.span_of(clue.first, clue.last), role + "/" + std::string(clue.rule), 0});
    }
    for (const Hit& hit : reading.states) {
      into.state_mentions.push_back(
          {codes.code(hit.state), reading.stream.span_of(hit.first, hit.last), reading.rule_of(hit)});
    }
    for (const ActorRef& ref : reading.actors) into.actor_mentions.push_back(mention_of(reading, ref, actors));
  }

  KnowledgeTables tables;
  StateCodes codes;
  ActorCatalogue actors;
  std::map<std::string, LexiconSlot, std::less<>> slots;
};

Classifier::Classifier(std::unique_ptr<const Engine> engine) : engine_(std::move(engine)) {}
Classifier::Classifier(Classifier&&) noexcept = default;
Classifier& Classifier::operator=(Classifier&&) noexcept = default;
Classifier::~Classifier() = default;

Expected<Classifier> Classifier::build(KnowledgeTables tables) {
  const std::vector<TableMistake> mistakes = check_tables(tables);
  if (!mistakes.empty()) {
    const TableMistake& first = mistakes.front();
    return failure(ErrorKind::invalid_config, first.file + ":" + std::to_string(first.line) + ": " + first.message);
  }
  return build_checked(std::move(tables));
}

Classifier Classifier::build_checked(KnowledgeTables tables) {
  return Classifier(std::make_unique<const Engine>(std::move(tables)));
}

Assessment Classifier::assess(std::string_view title, std::string_view text, std::string_view language) const {
  Assessment result;
  result.lexicon_version = engine_->tables.version;
  Reading reading;
  const std::string judged_in = engine_->read(title, text, language, reading);
  result.language = language.empty() ? judged_in : std::string(language);
  if (reading.lexicons.empty()) return result;
  const std::vector<Clue> clues = find_clues(reading);
  const Relevance relevance = judge_relevance(reading, clues, engine_->actors);
  result.relevance = relevance.probability;
  result.relevant = relevance.probability >= 0.5;
  result.evidence = relevance.evidence;
  engine_->tell_mentions(reading, clues, result);
  result.topics = topics_of(reading);
  result.indicators = find_indicators(reading);
  const Conclusion conclusion = conclude(reading, clues, engine_->actors);
  for (const std::uint32_t actor : conclusion.actors) result.actors.push_back(engine_->actors.actor(actor).canonical);
  if (!result.relevant) {  // nobody is accused by an article on something else
    result.kind = relevance.kind;
    return result;
  }
  for (const StateId state : conclusion.accused) result.accused_states.push_back(engine_->codes.code(state));
  for (const StateId state : conclusion.victims) result.victim_states.push_back(engine_->codes.code(state));
  const std::vector<Told> told =
      describe_statements(reading, clues, conclusion, engine_->actors, engine_->codes, result);
  result.act = decide_act(reading, told);
  return result;
}

double Classifier::candidate_score(std::string_view title, std::string_view summary, std::string_view language) const {
  Reading reading;
  engine_->read(title, clip_utf8(summary, k_summary_limit), language, reading);
  if (reading.lexicons.empty()) return 0;
  const Relevance relevance = judge_relevance(reading, find_clues(reading), engine_->actors);
  return gate_score(reading, engine_->actors, relevance.probability);
}

std::vector<std::string> Classifier::actor_names(std::string_view alias) const {
  std::vector<std::string> names;
  for (const std::uint32_t id : engine_->actors.bearers(alias)) {
    const Actor& actor = engine_->actors.actor(id);
    names.insert(names.end(), actor.names.begin(), actor.names.end());
  }
  return names;
}

std::vector<std::string> Classifier::words(std::string_view category) const {
  std::vector<std::string> out;
  const std::optional<Category> wanted = category_from(category);
  if (!wanted) return out;
  for (const LexiconTable& table : engine_->tables.lexicons) {
    for (const LexiconRow& row : table.rows) {
      if (row.category == category && row.entry.find_first_of("{=*") == std::string::npos &&
          row.entry.find("..") == std::string::npos)
        out.push_back(row.entry);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace vigie::classifier
