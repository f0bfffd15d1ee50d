#pragma once

#include <string>
#include <vector>

#include "app/page.h"
#include "digest/labels.h"
#include "model/story.h"
#include "storage/evidence.h"
#include "storage/search.h"
#include "storage/story_store.h"

namespace vigie {

/// A page of hits, and whether there are neighbours.
struct HitList {
  std::string query;
  std::vector<storage::SearchHit> hits;
  std::size_t page = 1;  // counts from 1
  bool more = false;
};
Page hits_page(const HitList& list);

/// The front page: how to ask, and the stories of late.
Page front_page(const std::vector<storage::StoryRow>& stories);
Page stories_page(const std::vector<storage::StoryRow>& stories);

/// A story: its statements in order of time with the words each rests on, then its articles.
Page story_page(const Story& story, const digest::Labels& labels, const std::string& time_zone);

/// An article with what was concluded of it and the captures behind it.
Page article_page(const AssessedArticle& article, const std::vector<storage::Capture>& captures);

/// One row of the page of sources.
struct SourceRow {
  std::string id;
  std::string publisher;
  std::string url;
  std::string health;
  std::string since;
  std::string next_check;
  std::string reason;
};
Page sources_page(const std::vector<SourceRow>& rows);

Page digests_page(const std::vector<std::string>& days);

}  // namespace vigie
