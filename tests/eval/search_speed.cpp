// How fast an archive answers, without the start of a process: search_speed CONFIG DATABASE ROUNDS < queries. A query
// is a JSON line {"class","query","hits"?}, as ../shared/search/make_articles.py prints them: the classes that begin
// with "ranked" are sorted by relevance, and where "hits" is given the number of hits must be that. Prints a line a
// class, every query over half a second and every wrong number; leaves with 1 where there was one of either.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/query_expansion.h"
#include "storage/search.h"

using nlohmann::json;
using namespace vigie;

namespace {

constexpr double k_slow = 500;  // ms

struct Asked {
  std::string kind;
  std::string text;
  std::int64_t hits = -1;  // -1: not known
};

std::vector<Asked> read_queries() {
  std::vector<Asked> all;
  for (std::string line; std::getline(std::cin, line);) {
    const json query = json::parse(line);
    all.push_back({query.at("class"), query.at("query"), query.value("hits", std::int64_t{-1})});
  }
  return all;
}

// Milliseconds for the first page of hits: by the clock, and of this process alone.
struct Took {
  double clock = -1;  // negative: the search failed
  double cpu = 0;
};

double cpu_now() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Took time_search(storage::Database& database, const Asked& asked, const storage::QueryExpansion& expansion) {
  const auto begin = std::chrono::steady_clock::now();
  const double cpu = cpu_now();
  const auto query = storage::parse_query(asked.text, std::chrono::floor<seconds>(std::chrono::system_clock::now()));
  storage::SearchOptions options;
  options.sort = asked.kind.starts_with("ranked") ? storage::SortOrder::relevance : storage::SortOrder::newest;
  if (!query || !storage::search(database, *query, options, expansion)) return {};
  return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count(), cpu_now() - cpu};
}

// The query's number of hits is the one expected; tells where it is not.
bool counts_right(storage::Database& database, const Asked& asked, const storage::QueryExpansion& expansion) {
  if (asked.hits < 0) return true;
  const auto query = storage::parse_query(asked.text, Time{});
  const Expected<std::int64_t> found = storage::count_hits(database, *query, expansion);
  if (found && *found == asked.hits) return true;
  std::printf("wrong: %s: %lld hits, expected %lld\n", asked.text.c_str(), static_cast<long long>(found.value_or(-1)),
              static_cast<long long>(asked.hits));
  return false;
}

double at_share(std::vector<double>& times, double share) {
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const LoadedConfig loaded = load_config(argv[1]);
  const storage::QueryExpansion expansion = query_expansion(loaded.config);
  Expected<storage::Database> database = storage::Database::open_reader(argv[2]);
  if (!database) {
    std::fprintf(stderr, "%s\n", database.error().message.c_str());
    return 2;
  }
  const std::vector<Asked> queries = read_queries();
  std::map<std::string, std::vector<double>> clock;
  std::map<std::string, std::vector<double>> cpu;
  bool good = true;
  for (int round = 0; round < std::atoi(argv[3]); ++round) {
    for (const Asked& asked : queries) {
      const Took took = time_search(*database, asked, expansion);
      clock[asked.kind].push_back(took.clock);
      cpu[asked.kind].push_back(took.cpu);
      if (took.clock >= 0 && took.clock < k_slow) continue;
      good = good && took.clock >= 0 && took.clock < 2 * k_slow;
      std::printf("slow: %s (%s): %.0f ms, %.0f ms of CPU\n", asked.text.c_str(), asked.kind.c_str(), took.clock,
                  took.cpu);
    }
  }
  for (auto& [kind, taken] : clock) {
    std::printf("%-9s %5zu searches  p50 %6.1f  p95 %6.1f  worst %6.1f ms; of CPU p95 %6.1f  worst %6.1f\n",
                kind.c_str(), taken.size(), at_share(taken, 0.5), at_share(taken, 0.95), at_share(taken, 1),
                at_share(cpu[kind], 0.95), at_share(cpu[kind], 1));
  }
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::printf("memory %ld MB\n", used.ru_maxrss / 1024);
  for (const Asked& asked : queries) good = counts_right(*database, asked, expansion) && good;
  return good ? 0 : 1;
}
