#pragma once

#include <map>
#include <string>
#include <vector>

#include "digest/labels.h"
#include "model/story.h"

namespace vigie::digest {

/// What an export is told besides the records.
struct ExportOptions {
  std::map<std::string, std::string> publishers;                  // source id -> name for people
  Labels labels;                                                  // English: names of states and offices
  std::map<std::string, std::vector<std::string>> actor_aliases;  // canonical -> aliases, where the caller knows them
  std::string base_url;                                           // for Atom links; empty for none
  Time generated_at{};                                            // Atom's updated of an empty feed
};

enum class CsvColumns { own, eurepoc, cfr };

/// A STIX 2.1 bundle (OASIS, 2021-06-10): a report a story, intrusion sets, identities, locations, attributed-to and
/// targets relationships, a note for each statement. Ids are UUIDv5 of names: those of actors, identities and
/// locations do not depend on the archive, and a second run writes the same bytes.
std::string export_stix(const std::vector<Story>& stories, const ExportOptions& options = {});

/// MISP core format: {"Event": …} for one story, {"response": [{"Event": …} …]} for several.
std::string export_misp(const std::vector<Story>& stories, const ExportOptions& options = {});

/// RFC 4180 with CRLF and a header. own: an article a row; eurepoc and cfr: a story a row in the column order of those
/// data sets, unknown left empty. Cells that a spreadsheet would run as a formula are led by an apostrophe.
std::string export_csv(const std::vector<Story>& stories, CsvColumns columns, const ExportOptions& options = {});

/// One article a line, the schema in docs/schema/article.schema.json.
std::string export_jsonl(const std::vector<Story>& stories, const ExportOptions& options = {});
std::string article_json(const AssessedArticle& article, const ExportOptions& options = {});

/// Atom: an entry an article, newest first.
std::string export_atom(const std::vector<Story>& stories, const ExportOptions& options = {});

/// Articles as stories for the exports above: those of one story id together, each without a story on its own.
std::vector<Story> as_stories(std::vector<AssessedArticle> articles, const ExportOptions& options = {});

}  // namespace vigie::digest
