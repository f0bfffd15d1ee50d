#include "storage/fts_rank.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace vigie::storage {
namespace {

constexpr double k_k1 = 1.2;
constexpr double k_b = 0.75;
constexpr unsigned char k_silent = 255;
// How many articles with a phrase are looked at before the rest is extrapolated from the time they span.
constexpr std::int64_t k_sample = 2000;

struct Group {
  double weight = 0;  // inverse document frequency
};

struct Ranking {
  std::vector<unsigned char> groups;  // of each phrase
  std::vector<Group> weights;
  double mean_length = 1;
};

struct Sample {
  std::int64_t seen = 0;
  std::int64_t last = 0;
};

int take_sample(const Fts5ExtensionApi* api, Fts5Context* context, void* user) {
  auto* sample = static_cast<Sample*>(user);
  sample->last = api->xRowid(context);
  return ++sample->seen >= k_sample ? SQLITE_DONE : SQLITE_OK;
}

// How many articles hold a phrase: counted, or reckoned from the first ones.
double frequency(const Fts5ExtensionApi* api, Fts5Context* context, int phrase, std::int64_t oldest,
                 std::int64_t newest) {
  Sample sample;
  api->xQueryPhrase(context, phrase, &sample, &take_sample);
  const auto seen = static_cast<double>(sample.seen);
  if (sample.seen < k_sample || sample.last <= oldest) return seen;
  return std::max(seen, seen * static_cast<double>(newest - oldest) / static_cast<double>(sample.last - oldest));
}

std::unique_ptr<Ranking> make_ranking(const Fts5ExtensionApi* api, Fts5Context* context, int count,
                                      sqlite3_value** values) {
  auto ranking = std::make_unique<Ranking>();
  const int phrases = api->xPhraseCount(context);
  ranking->groups.assign(static_cast<std::size_t>(phrases), 0);
  if (count > 0) {
    const auto* bytes = static_cast<const unsigned char*>(sqlite3_value_blob(values[0]));
    const int size = std::min(phrases, sqlite3_value_bytes(values[0]));
    if (bytes != nullptr) std::copy(bytes, bytes + size, ranking->groups.begin());
  }
  sqlite3_int64 rows = 1;
  sqlite3_int64 words = 0;
  api->xRowCount(context, &rows);
  api->xColumnTotalSize(context, 0, &words);
  const double articles = static_cast<double>(std::max<sqlite3_int64>(rows, 1));
  ranking->mean_length = std::max(1.0, static_cast<double>(words) / articles);
  const std::int64_t oldest = count > 1 ? sqlite3_value_int64(values[1]) : 0;
  const std::int64_t newest = count > 2 ? sqlite3_value_int64(values[2]) : 0;
  std::array<double, 256> found{};
  for (int i = 0; i < phrases; ++i) {
    const unsigned char group = ranking->groups[static_cast<std::size_t>(i)];
    if (group != k_silent) found[group] += frequency(api, context, i, oldest, newest);
  }
  for (const double df : found) {
    const double held = std::min(df, articles);
    ranking->weights.push_back({std::max(1e-6, std::log((articles - held + 0.5) / (held + 0.5) + 1))});
  }
  return ranking;
}

// Weighted number of times a phrase stands in the current article; a few are enough to rank by.
double occurrences(const Fts5ExtensionApi* api, Fts5Context* context, int phrase) {
  Fts5PhraseIter position{};
  int column = 0;
  int offset = 0;
  double sum = 0;
  int read = 0;
  for (api->xPhraseFirst(context, phrase, &position, &column, &offset); column >= 0 && read < 24;
       api->xPhraseNext(context, &position, &column, &offset), ++read) {
    if (column == 0) sum += 1;
    if (column == 1) sum += k_title_weight;
    if (column == 2) sum += 1;  // what the judgement concluded
  }
  return sum;
}

void rank(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
          sqlite3_value** values) {
  auto* ranking = static_cast<Ranking*>(api->xGetAuxdata(context, 0));
  if (ranking == nullptr) {
    std::unique_ptr<Ranking> made = make_ranking(api, context, count, values);
    ranking = made.get();
    if (api->xSetAuxdata(context, made.release(), [](void* old) { delete static_cast<Ranking*>(old); }) != SQLITE_OK) {
      sqlite3_result_error_nomem(result);
      return;
    }
  }
  std::array<double, 256> found{};
  std::array<unsigned char, 256> touched{};
  int groups = 0;
  for (std::size_t i = 0; i < ranking->groups.size(); ++i) {
    const unsigned char group = ranking->groups[i];
    if (group == k_silent) continue;
    const double here = occurrences(api, context, static_cast<int>(i));
    if (here == 0) continue;
    if (found[group] == 0) touched[static_cast<std::size_t>(groups++)] = group;
    found[group] += here;
  }
  int length = 0;
  api->xColumnSize(context, 0, &length);
  const double norm = k_k1 * (1 - k_b + k_b * length / ranking->mean_length);
  double score = 0;
  for (int i = 0; i < groups; ++i) {
    const unsigned char group = touched[static_cast<std::size_t>(i)];
    score += ranking->weights[group].weight * found[group] * (k_k1 + 1) / (found[group] + norm);
  }
  sqlite3_result_double(result, score);
}

}  // namespace

void register_rank(fts5_api* api) { api->xCreateFunction(api, "vigie_rank", nullptr, &rank, nullptr); }

}  // namespace vigie::storage
