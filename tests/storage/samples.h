#pragma once

#include <string>

#include "model/story.h"
#include "storage/database.h"

namespace vigie::test {

inline Time at(const char* iso) { return parse_iso8601(iso).value().at; }

/// A relevant article in which Belgium accuses China, with evidence.
inline AssessedArticle sample_article(const std::string& url = "https://diplomatie.example/news/1") {
  AssessedArticle article;
  article.source_id = "be-mfa";
  article.authority = Authority::government;
  article.first_seen = at("2026-11-20T10:00:00Z");
  article.article.url = url;
  article.article.canonical_url = url;
  article.article.title = "Déclaration sur des activités malveillantes";
  article.article.text =
      "La Belgique demande aux autorités chinoises d'agir.\n\nLe ministère de la Défense a été touché par APT31.";
  article.article.authors = {"SPF Affaires étrangères"};
  article.article.published = Date{at("2026-11-20T08:00:00Z"), Precision::minute, true};
  article.article.language = "fr";
  article.article.site_name = "SPF Affaires étrangères";
  article.article.signature = 0xFEDCBA9876543210ULL;
  Assessment& assessment = article.assessment;
  assessment.relevant = true;
  assessment.relevance = 0.93;
  assessment.act = Act::accusation;
  assessment.language = "fr";
  assessment.accused_states = {"CN"};
  assessment.victim_states = {"BE"};
  assessment.actors = {"APT31"};
  assessment.victim_bodies = {
      {"ministère de la Défense", "BE", "ministry_defence", "defence", {Span::Field::text, 54, 80}, ""}};
  assessment.state_mentions = {{"CN", {Span::Field::text, 37, 46}, "state:CN/adjective"}};
  assessment.actor_mentions = {{"APT31", "APT31", {Span::Field::text, 99, 104}, true, {}, {"CN"}, {"eurepoc"}}};
  assessment.indicators = {{"cve", "CVE-2021-26855", {Span::Field::text, 0, 1}}};
  assessment.evidence = {{{Span::Field::title, 20, 43}, "lexicon:fr/attack/activites", 0.5}};
  assessment.lexicon_version = "abc123";
  assessment.topics = {"accusation", "ministry_defence"};
  Attribution attribution;
  attribution.attributor = {"La Belgique", "BE", "state", "", {Span::Field::text, 0, 11}, ""};
  attribution.stance = Stance::asserts;
  attribution.act = Act::accusation;
  attribution.accused_states = {"CN"};
  attribution.actors = {"APT31"};
  attribution.victim_states = {"BE"};
  attribution.date = "2026-11-19";
  attribution.evidence = {{{Span::Field::text, 12, 19}, "sentence:accuser+accused", 0}};
  assessment.attributions = {attribution};
  return article;
}

/// An article of plain text that nobody is accused in.
inline AssessedArticle plain_article(const std::string& url, const std::string& language, const std::string& title,
                                     const std::string& text, const char* published = "2026-11-20T08:00:00Z") {
  AssessedArticle article;
  article.source_id = "press";
  article.first_seen = at("2026-11-21T00:00:00Z");
  article.article.url = url;
  article.article.canonical_url = url;
  article.article.title = title;
  article.article.text = text;
  article.article.language = language;
  article.article.published = Date{at(published), Precision::second, true};
  article.assessment.language = language;
  return article;
}

inline storage::Database open_new(const std::string& path, const storage::DatabaseOptions& options = {}) {
  return std::move(storage::Database::open_writer(path, options).value());
}

}  // namespace vigie::test
