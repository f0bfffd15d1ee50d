#include "digest/statements.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "digest/compose.h"
#include "digest/entry.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

constexpr std::array<std::string_view, 21> k_official_kinds = {"state",
                                                               "government",
                                                               "ministry",
                                                               "ministry_foreign",
                                                               "ministry_defence",
                                                               "ministry_interior",
                                                               "ministry_justice",
                                                               "ministry_finance",
                                                               "embassy",
                                                               "spokesperson",
                                                               "minister",
                                                               "president",
                                                               "prime_minister",
                                                               "parliament",
                                                               "court",
                                                               "prosecutor",
                                                               "police",
                                                               "cert",
                                                               "intelligence",
                                                               "military",
                                                               "diplomat"};

/// Sentences longer than this are cut: a quotation is read, not studied.
constexpr std::size_t k_longest_quotation = 600;

std::string speaker_key(const Party& party) {
  if (is_official(party)) {
    std::string key = party.state + "/" + (is_generic_office(party.kind) ? "state" : party.kind);
    if (!party.host.empty()) key += "/" + party.host;
    return key;
  }
  if (!party.name.empty()) return "name:" + fold(collapse_space(party.name));
  if (!party.state.empty()) return party.state + "/state";
  return "-";
}

template <typename T>
void add_new(std::vector<T>& into, const std::vector<T>& from) {
  for (const T& value : from) {
    if (std::find(into.begin(), into.end(), value) == into.end()) into.push_back(value);
  }
}

void add_new_parties(std::vector<Party>& into, const std::vector<Party>& from) {
  for (const Party& party : from) {
    const bool known = std::any_of(into.begin(), into.end(), [&](const Party& other) {
      return other.state == party.state && other.kind == party.kind &&
             (is_official(party) || fold(other.name) == fold(party.name));
    });
    if (!known) into.push_back(party);
  }
}

/// Which of two statements of one speaker and act stands for both.
bool stands_before(const Statement& a, const Statement& b) {
  const bool generic_a = is_generic_office(a.attribution.attributor.kind);
  const bool generic_b = is_generic_office(b.attribution.attributor.kind);
  if (generic_a != generic_b) return generic_b;
  const auto told = [](const Statement& s) {
    return s.attribution.accused_states.size() + s.attribution.actors.size();
  };
  if ((told(a) > 0) != (told(b) > 0)) return told(a) > 0;
  if (authority_rank(a.authority) != authority_rank(b.authority)) {
    return authority_rank(a.authority) < authority_rank(b.authority);
  }
  if (a.quotation.empty() != b.quotation.empty()) return b.quotation.empty();
  return a.at < b.at;
}

void merge(Statement& kept, Statement other) {
  if (stands_before(other, kept)) std::swap(kept, other);
  Attribution& into = kept.attribution;
  const Attribution& from = other.attribution;
  add_new(into.accused_states, from.accused_states);
  add_new(into.actors, from.actors);
  add_new(into.victim_states, from.victim_states);
  add_new_parties(into.victims, from.victims);
  if (into.date.empty()) into.date = from.date;
  if (into.attributor.host.empty()) into.attributor.host = from.attributor.host;
  if (other.at != Time{} && (kept.at == Time{} || other.at < kept.at)) kept.at = other.at;
  if (kept.quotation.empty()) {
    kept.quotation = other.quotation;
    kept.language = other.language;
    kept.article = other.article;
    kept.article_url = other.article_url;
    kept.publisher = other.publisher;
    kept.captured_at = other.captured_at;
  }
}

int act_rank(const Statement& statement) {
  const bool official = is_official(statement.attribution.attributor);
  switch (statement.attribution.act) {
    case Act::accusation:
    case Act::sanction:
    case Act::indictment:
      return official ? 0 : 3;
    case Act::denial:
    case Act::response:
      return official ? 1 : 4;
    case Act::advisory:
      return 2;
    case Act::report:
      return 5;
    case Act::incident:
      return 6;
  }
  return 7;
}

/// Whether `vague` names the speaker of `exact` less exactly: "China" for its ministry, "the embassy" for that in
/// Belgium.
bool is_vaguer(const Party& vague, const Party& exact) {
  if (vague.state != exact.state || !is_official(vague) || !is_official(exact)) return false;
  if (is_generic_office(vague.kind)) return !is_generic_office(exact.kind);
  return vague.kind == exact.kind && vague.host.empty() && !exact.host.empty();
}

/// "BE/state/accusation" is what "BE/ministry_foreign/accusation" already says.
void fold_generic(std::vector<Statement>& statements) {
  for (std::size_t i = 0; i < statements.size();) {
    const auto exact = std::find_if(statements.begin(), statements.end(), [&](const Statement& other) {
      return other.attribution.act == statements[i].attribution.act &&
             is_vaguer(statements[i].attribution.attributor, other.attribution.attributor);
    });
    if (exact == statements.end()) {
      ++i;
      continue;
    }
    merge(*exact, statements[i]);
    statements.erase(statements.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

std::string_view paragraph_around(std::string_view text, std::size_t at) {
  const std::size_t before = text.rfind("\n\n", at);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 2;
  return text.substr(begin, text.find("\n\n", at) - begin);
}

bool ends_sentence(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("。") || rest.starts_with("！") || rest.starts_with("？") || rest.starts_with("।")) return true;
  if (rest.starts_with("؟") || rest.starts_with("۔")) return true;
  if (rest.front() != '.' && rest.front() != '!' && rest.front() != '?') return false;
  return rest.size() == 1 || rest[1] == ' ' || rest[1] == '\n' || static_cast<unsigned char>(rest[1]) >= 0x80;
}

/// The sentence of `text` that holds the byte `at`.
std::string sentence_around(std::string_view text, std::size_t at) {
  if (text.empty()) return {};
  at = std::min(at, text.size() - 1);
  const std::string_view paragraph = paragraph_around(text, at);
  const std::size_t offset = at - static_cast<std::size_t>(paragraph.data() - text.data());
  std::size_t begin = 0;
  for (std::size_t i = 0; i < paragraph.size();) {
    const std::size_t next = code_point_at(paragraph, i).next;
    if (ends_sentence(paragraph, i)) {
      if (next > offset) return std::string(trim_ascii(paragraph.substr(begin, next - begin)));
      begin = next;
    }
    i = next;
  }
  return std::string(trim_ascii(paragraph.substr(begin)));
}

std::string quotation_of(const Article& article, const Attribution& attribution) {
  Span span = attribution.attributor.span;
  if (!attribution.evidence.empty()) span = attribution.evidence.front().span;
  const std::string& field = span.field == Span::Field::title ? article.title : article.text;
  if (span.end == 0 || span.begin >= field.size()) return {};
  return std::string(clip_utf8(sentence_around(field, span.begin), k_longest_quotation));
}

/// The state an embassy stands in: one that the speaker's own words name besides the embassy's.
std::string host_of(const Party& party, const Assessment& assessment) {
  if (party.kind != "embassy" || !party.host.empty()) return party.host;
  for (const StateMention& mention : assessment.state_mentions) {
    if (mention.span.field == party.span.field && mention.span.begin >= party.span.begin &&
        mention.span.end <= party.span.end && mention.code != party.state) {
      return mention.code;
    }
  }
  return {};
}

Time moment_of(const AssessedArticle& article, const Attribution& attribution) {
  if (const auto dated = parse_iso8601(attribution.date)) return dated->at;
  return article.article.published ? article.article.published->at : article.first_seen;
}

}  // namespace

int authority_rank(Authority authority) {
  switch (authority) {
    case Authority::government:
      return 0;
    case Authority::igo:
      return 1;
    case Authority::cert:
      return 2;
    case Authority::vendor:
      return 3;
    case Authority::agency:
      return 4;
    case Authority::press:
      return 5;
    case Authority::infosec:
      return 6;
  }
  return 7;
}

std::string address_of(const Article& article) {
  return article.canonical_url.empty() ? article.url : article.canonical_url;
}

bool is_official(const Party& party) {
  if (party.state.empty()) return false;
  return party.kind.empty() || party.kind == "agency" || party.kind == "igo" || party.kind == "local_government" ||
         party.kind == "election" ||
         std::find(k_official_kinds.begin(), k_official_kinds.end(), party.kind) != k_official_kinds.end();
}

bool is_generic_office(std::string_view kind) {
  return kind.empty() || kind == "state" || kind == "government" || kind == "spokesperson" || kind == "minister" ||
         kind == "ministry" || kind == "diplomat" || kind == "agency";
}

std::string statement_key(const Statement& statement) {
  return speaker_key(statement.attribution.attributor) + "/" + std::string(to_string(statement.attribution.act));
}

std::vector<Statement> one_per_speaker_and_act(std::vector<Statement> statements) {
  std::map<std::string, std::size_t> places;
  std::vector<Statement> kept;
  for (Statement& statement : statements) {
    const auto [place, is_new] = places.emplace(statement_key(statement), kept.size());
    if (is_new) {
      kept.push_back(std::move(statement));
    } else {
      merge(kept[place->second], std::move(statement));
    }
  }
  fold_generic(kept);
  const auto has_speaker = [](const Statement& s) {
    return !s.attribution.attributor.name.empty() || !s.attribution.attributor.state.empty();
  };
  if (std::any_of(kept.begin(), kept.end(), has_speaker)) {
    std::erase_if(kept, [&](const Statement& s) { return !has_speaker(s); });
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Statement& a, const Statement& b) {
    if (act_rank(a) != act_rank(b)) return act_rank(a) < act_rank(b);
    return a.at < b.at;
  });
  return kept;
}

void complete(Statement& statement, const AssessedArticle& article,
              const std::map<std::string, std::string>& publishers) {
  if (statement.publisher.empty()) statement.publisher = publisher_of(article, publishers);
  if (statement.source_id.empty()) statement.source_id = article.source_id;
  if (statement.language.empty()) statement.language = article.article.language;
  if (statement.captured_at == Time{}) statement.captured_at = article.first_seen;
  if (statement.quotation.empty()) statement.quotation = quotation_of(article.article, statement.attribution);
  if (statement.article_url.empty()) statement.article_url = address_of(article.article);
  if (statement.at == Time{}) statement.at = moment_of(article, statement.attribution);
  Party& speaker = statement.attribution.attributor;
  speaker.host = host_of(speaker, article.assessment);
}

std::vector<Statement> statements_of_articles(const std::vector<const AssessedArticle*>& articles,
                                              const std::map<std::string, std::string>& publishers) {
  std::vector<Statement> out;
  for (const AssessedArticle* article : articles) {
    for (const Attribution& attribution : article->assessment.attributions) {
      Statement statement;
      statement.attribution = attribution;
      statement.article = article->id;
      statement.authority = article->authority;
      complete(statement, *article, publishers);
      out.push_back(std::move(statement));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Statement& a, const Statement& b) { return a.at < b.at; });
  return out;
}

std::vector<Statement> statements_of(const Story& story, const std::map<std::string, std::string>& publishers) {
  std::vector<const AssessedArticle*> articles;
  for (const AssessedArticle& article : story.articles) articles.push_back(&article);
  return statements_of_articles(articles, publishers);
}

}  // namespace vigie::digest
