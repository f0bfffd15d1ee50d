#include "digest/entry.h"

#include <algorithm>
#include <bit>
#include <set>
#include <unordered_map>

#include "digest/statements.h"
#include "model/text.h"
#include "model/url.h"

namespace vigie::digest {
namespace {

/// Simhashes this near are the same text sent by an agency to several papers: random 64-bit values lie about 32 apart,
/// independent reports of one event rarely under 10.
constexpr int k_copy_distance = 5;

using Publishers = std::map<std::string, std::string>;

bool is_copy(const Article& a, const Article& b) {
  if (a.signature == 0 || b.signature == 0) return !a.text.empty() && a.text == b.text;
  return std::popcount(a.signature ^ b.signature) <= k_copy_distance;
}

std::vector<DigestSource> sources_of(const std::vector<const AssessedArticle*>& articles,
                                     const Publishers& publishers) {
  std::vector<const AssessedArticle*> order = articles;
  std::stable_sort(order.begin(), order.end(), [](const AssessedArticle* a, const AssessedArticle* b) {
    if (authority_rank(a->authority) != authority_rank(b->authority)) {
      return authority_rank(a->authority) < authority_rank(b->authority);
    }
    return moment_of(*a) < moment_of(*b);
  });
  std::vector<DigestSource> out;
  for (std::size_t i = 0; i < order.size(); ++i) {
    DigestSource source;
    source.publisher = publisher_of(*order[i], publishers);
    source.source_id = order[i]->source_id;
    source.authority = order[i]->authority;
    source.url = address_of(order[i]->article);
    source.title = order[i]->article.title;
    source.language = order[i]->article.language;
    source.published = order[i]->article.published ? order[i]->article.published->at : order[i]->first_seen;
    for (std::size_t j = 0; j < i && !source.duplicate; ++j) {
      source.duplicate = !out[j].duplicate && is_copy(order[i]->article, order[j]->article);
    }
    out.push_back(std::move(source));
  }
  return out;
}

void add_new(std::vector<std::string>& into, const std::vector<std::string>& from) {
  for (const std::string& value : from) {
    if (!value.empty() && std::find(into.begin(), into.end(), value) == into.end()) into.push_back(value);
  }
}

void add_surface(ActorMention& actor, const std::string& surface, std::set<std::string>& known) {
  const std::string clean = collapse_space(surface);
  if (clean.empty() || !known.insert(fold(clean)).second) return;
  if (!actor.surface.empty()) actor.surface += ", ";
  actor.surface += clean;
}

std::vector<ActorMention> actors_of(const std::vector<const AssessedArticle*>& articles) {
  std::vector<ActorMention> out;
  std::vector<std::set<std::string>> surfaces;
  std::unordered_map<std::string, std::size_t> places;
  for (const AssessedArticle* article : articles) {
    const Assessment& assessment = article->assessment;
    for (const std::string& name : assessment.actors) {
      if (!places.emplace(name, out.size()).second) continue;
      ActorMention actor;
      actor.canonical = name;
      out.push_back(std::move(actor));
      surfaces.emplace_back();
    }
    for (const ActorMention& mention : assessment.actor_mentions) {
      const auto place = places.find(mention.canonical);
      if (place == places.end()) continue;
      ActorMention& actor = out[place->second];
      actor.known = mention.known;
      add_new(actor.alternatives, mention.alternatives);
      if (actor.sponsors.empty()) {
        actor.sponsors = mention.sponsors;
        actor.sponsor_sources = mention.sponsor_sources;
      }
      add_surface(actor, mention.surface, surfaces[place->second]);
    }
  }
  return out;
}

std::vector<Statement> told_statements(const Story& story, const std::vector<const AssessedArticle*>& articles,
                                       const Publishers& publishers, Time until) {
  std::vector<Statement> statements;
  if (story.statements.empty()) {
    statements = statements_of_articles(articles, publishers);
  } else {
    std::unordered_map<std::int64_t, const AssessedArticle*> by_id;
    for (const AssessedArticle* article : articles) by_id.emplace(article->id, article);
    for (Statement statement : story.statements) {
      const auto article = by_id.find(statement.article);
      if (article != by_id.end()) {
        complete(statement, *article->second, publishers);
      } else if (statement.article != 0 && statement.at >= until) {
        continue;
      }
      statements.push_back(std::move(statement));
    }
  }
  return one_per_speaker_and_act(std::move(statements));
}

std::string host_of(std::string_view url) {
  const Expected<Url> parsed = parse_url(url);
  return parsed ? registrable_domain(parsed->host) : std::string();
}

}  // namespace

Time moment_of(const AssessedArticle& article) {
  if (!article.article.published) return article.first_seen;
  return article.first_seen == Time{} ? article.article.published->at
                                      : std::min(article.article.published->at, article.first_seen);
}

std::string publisher_of(const AssessedArticle& article, const std::map<std::string, std::string>& publishers) {
  const auto named = publishers.find(article.source_id);
  if (named != publishers.end() && !named->second.empty()) return named->second;
  if (!article.article.site_name.empty()) return article.article.site_name;
  const std::string host = host_of(article.article.url);
  return host.empty() ? article.source_id : host;
}

DigestEntry entry_of_story(const Story& story, const std::map<std::string, std::string>& publishers, Time until) {
  std::vector<const AssessedArticle*> articles;
  for (const AssessedArticle& article : story.articles) {
    if (moment_of(article) < until) articles.push_back(&article);
  }
  DigestEntry entry;
  entry.story = story.id;
  entry.headline = story.headline;
  entry.language = story.language;
  entry.first_seen = story.first_seen;
  entry.statements = told_statements(story, articles, publishers, until);
  entry.sources = sources_of(articles, publishers);
  entry.actors = actors_of(articles);
  for (const AssessedArticle* article : articles) {
    add_new(entry.accused_states, article->assessment.accused_states);
    add_new(entry.victim_states, article->assessment.victim_states);
  }
  if (entry.headline.empty() && !entry.sources.empty()) {
    entry.headline = entry.sources.front().title;
    entry.language = entry.sources.front().language;
  }
  return entry;
}

}  // namespace vigie::digest
