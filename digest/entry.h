#pragma once

#include <map>
#include <string>

#include "model/digest.h"
#include "model/story.h"

namespace vigie::digest {

/// A story as one entry: its statements one per speaker and act, its sources with copies marked, its actors with the
/// names used; articles at `until` or later left out. Section, significance and changes are compose's.
DigestEntry entry_of_story(const Story& story, const std::map<std::string, std::string>& publishers, Time until);

/// When an article counts as told: its date, or when it was first seen where that is earlier or the date is missing.
Time moment_of(const AssessedArticle& article);

/// The publisher's name for people: of the catalogue, the page's site name, or the registrable domain.
std::string publisher_of(const AssessedArticle& article, const std::map<std::string, std::string>& publishers);

}  // namespace vigie::digest
