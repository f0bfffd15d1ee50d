#include "classifier/story.h"

#include <algorithm>
#include <map>
#include <set>

namespace vigie::classifier {

struct StoryIndex::State {
  struct Member {
    std::int64_t article = 0;
    std::int64_t story = 0;
    Time at{};
    std::set<std::string> accused;
    std::set<std::string> victims;
    std::set<std::string> actors;
  };
  seconds window{0};
  std::vector<Member> members;
};

namespace {

std::size_t shared(const std::set<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(b.begin(), b.end(), [&](const std::string& item) { return a.contains(item); }));
}

}  // namespace

StoryIndex::StoryIndex(seconds window) : state_(std::make_unique<State>()) { state_->window = window; }
StoryIndex::~StoryIndex() = default;
StoryIndex::StoryIndex(StoryIndex&&) noexcept = default;
StoryIndex& StoryIndex::operator=(StoryIndex&&) noexcept = default;

StoryPlacement StoryIndex::place(const AssessedArticle& article, Time at) const {
  StoryPlacement placement;
  std::size_t best = 0;
  constexpr seconds k_same_event{4 * 86400};
  for (const State::Member& member : state_->members) {
    if (member.at + k_same_event < at || at + k_same_event < member.at) continue;
    const std::size_t accused = shared(member.accused, article.assessment.accused_states);
    const std::size_t victims = shared(member.victims, article.assessment.victim_states);
    const std::size_t actors = shared(member.actors, article.assessment.actors);
    const std::size_t score = std::min<std::size_t>(accused, 1) + 2 * victims + 2 * actors;
    if (score >= 3 && score > best) {
      best = score;
      placement.story = member.story;
      placement.reason = "same accused state, victims or actors within four days";
    }
  }
  return placement;
}

void StoryIndex::add(std::int64_t article_id, std::int64_t story, const AssessedArticle& article, Time at,
                     const std::vector<StoryMerge>& merges) {
  for (const StoryMerge& merge : merges) {
    for (State::Member& member : state_->members) {
      if (member.story == merge.from) member.story = merge.into;
    }
  }
  const Assessment& judged = article.assessment;
  state_->members.push_back({article_id,
                             story,
                             at,
                             {judged.accused_states.begin(), judged.accused_states.end()},
                             {judged.victim_states.begin(), judged.victim_states.end()},
                             {judged.actors.begin(), judged.actors.end()}});
}

std::size_t StoryIndex::size() const { return state_->members.size(); }

}  // namespace vigie::classifier
