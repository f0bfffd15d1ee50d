#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/story.h"

namespace vigie::digest {

/// True for the offices through which a state speaks: its bodies and office holders, and a union of
/// states where its code is known; not a company of that country.
bool is_official(const Party& party);

/// The offices that may be named instead of a more exact one ("China", "a Chinese spokesperson" for the ministry).
bool is_generic_office(std::string_view kind);

/// Fills what a statement leaves empty from the article that carries it: publisher, language, capture time, quotation,
/// address, time, and the host state of an embassy.
void complete(Statement& statement, const AssessedArticle& article,
              const std::map<std::string, std::string>& publishers);

/// What the articles' attributions say, in order of time.
std::vector<Statement> statements_of_articles(const std::vector<const AssessedArticle*>& articles,
                                              const std::map<std::string, std::string>& publishers);

/// Where an article is to be found: its canonical URL, else where it was fetched.
std::string address_of(const Article& article);

/// 0 for the authority that weighs most: who speaks for a state, then who found out, then who tells it.
int authority_rank(Authority authority);

/// One statement per speaker and act, the most significant first: states' accusations, sanctions and charges, then
/// denials and responses, advisories, others' reports; each by time. Reports without a speaker are left out where
/// somebody with a name speaks.
std::vector<Statement> one_per_speaker_and_act(std::vector<Statement> statements);

}  // namespace vigie::digest
