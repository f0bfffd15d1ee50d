#include "digest/export_view.h"

#include <algorithm>
#include <set>

#include "digest/compose.h"
#include "digest/entry.h"
#include "digest/outside_text.h"
#include "digest/statements.h"
#include "digest/victims.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

constexpr Time k_no_end = Time::max();

}  // namespace

std::string party_key(const Party& party) {
  if (is_official(party)) {
    const std::string kind = party.kind.empty() || party.kind == "government" ? "state" : party.kind;
    // Such bodies are many to a state: only their name tells them apart.
    const bool many = kind == "agency" || kind == "local_government" || kind == "igo" || kind == "ministry";
    std::string key = party.state + "/" + kind;
    if (!party.host.empty()) key += "/" + party.host;
    if (many && !party.name.empty()) key += "/" + fold(collapse_space(party.name));
    return key;
  }
  if (!party.name.empty()) return "name:" + fold(collapse_space(party.name));
  return party.state + "/state";
}

std::string party_name(const Party& party, const Labels& labels) {
  Party plain_party = party;
  // Minister and ministry are one identity; the words of one article must not name it.
  if (party.kind != "agency" && party.kind != "igo" && party.kind != "local_government" && is_official(party)) {
    plain_party.name.clear();
  }
  const std::string name = clean_line(speaker_name(plain_party, labels), 120);
  return name.empty() ? "unknown" : name;
}

std::string statement_text(const StoryExport& view, std::size_t index, const Labels& labels) {
  return plain(statement_clause(view.entry, index, labels, "UTC"));
}

std::string stix_time(Time at) {
  std::string text = format_iso8601(at);
  if (!text.empty() && text.back() == 'Z') text.pop_back();
  return text + ".000Z";
}

StoryExport export_view(const Story& story, const ExportOptions& options) {
  StoryExport view;
  view.story = &story;
  view.entry = entry_of_story(story, options.publishers, k_no_end);
  std::vector<Party> bodies;
  for (const Statement& statement : view.entry.statements) {
    const std::vector<Party>& hit = statement.attribution.victims;
    bodies.insert(bodies.end(), hit.begin(), hit.end());
  }
  std::set<std::string> indicators;
  const AssessedArticle* stored_first = nullptr;
  for (const AssessedArticle& article : story.articles) {
    const std::vector<Party>& hit = article.assessment.victim_bodies;
    bodies.insert(bodies.end(), hit.begin(), hit.end());
    for (const Indicator& indicator : article.assessment.indicators) {
      if (indicators.insert(indicator.kind + ":" + indicator.value).second) view.indicators.push_back(indicator);
    }
    if (stored_first == nullptr || article.id < stored_first->id) stored_first = &article;
    const Time at = moment_of(article);
    if (view.first == Time{} || at < view.first) view.first = at;
    view.last = std::max({view.last, at, article.first_seen});
  }
  // A state accused that is hit as well keeps its bodies.
  std::vector<std::string> only_accused;
  for (const std::string& state : view.entry.accused_states) {
    const auto& hit = view.entry.victim_states;
    if (std::find(hit.begin(), hit.end(), state) == hit.end()) only_accused.push_back(state);
  }
  std::set<std::string> known;
  for (Party& body : told_victims(bodies, only_accused, "")) {
    if (known.insert(party_key(body)).second) view.victims.push_back(std::move(body));
  }
  view.seed = stored_first != nullptr ? address_of(stored_first->article) : "story:" + std::to_string(story.id);
  if (view.first == Time{}) view.first = story.first_seen;
  view.last = std::max(view.last, view.first);
  return view;
}

std::vector<Story> as_stories(std::vector<AssessedArticle> articles, const ExportOptions& options) {
  std::vector<Story> stories;
  std::map<std::int64_t, std::size_t> places;
  for (AssessedArticle& article : articles) {
    std::size_t place = stories.size();
    if (article.story != 0) place = places.emplace(article.story, place).first->second;
    if (place == stories.size()) stories.emplace_back().id = article.story;
    stories[place].articles.push_back(std::move(article));
  }
  for (Story& story : stories) {
    std::stable_sort(story.articles.begin(), story.articles.end(),
                     [](const AssessedArticle& a, const AssessedArticle& b) { return moment_of(a) < moment_of(b); });
    story.first_seen = story.articles.front().first_seen;
    story.last_seen = story.articles.back().first_seen;
    const AssessedArticle* head = &story.articles.front();
    for (const AssessedArticle& article : story.articles) {
      if (authority_rank(article.authority) < authority_rank(head->authority)) head = &article;
    }
    story.headline = head->article.title;
    story.language = head->article.language;
    story.statements = statements_of(story, options.publishers);
  }
  return stories;
}

}  // namespace vigie::digest
