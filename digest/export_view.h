#pragma once

#include <string>
#include <vector>

#include "digest/export.h"
#include "digest/statement_line.h"
#include "model/digest.h"

namespace vigie::digest {

/// What every export needs of a story, gathered once.
struct StoryExport {
  const Story* story = nullptr;
  DigestEntry entry;                  // statements one per speaker and act, sources, actors with the names used
  std::vector<Party> victims;         // bodies hit, once each
  std::vector<Indicator> indicators;  // once each, in order of appearance
  std::string seed;                   // the address of the article stored first: what the story's own ids are made of
  Time first{};
  Time last{};
};
StoryExport export_view(const Story& story, const ExportOptions& options);

/// Identifies a party apart from any archive and from how an article words it: "BE/ministry_defence", "name:mandiant".
std::string party_key(const Party& party);

/// The party's English name made from its kind ("Belgium, defence ministry"), or its own for companies and the like.
std::string party_name(const Party& party, const Labels& labels);

/// The statement as one English line.
std::string statement_text(const StoryExport& view, std::size_t index, const Labels& labels);

/// "2022-07-18T05:40:00.000Z", as STIX writes time; a time of zero is the epoch.
std::string stix_time(Time at);

}  // namespace vigie::digest
