#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/fetch.h"

namespace vigie::crawler {

struct FrontierHost;

/// One thing to be fetched, hop after hop: a caller's request, or the robots.txt that a request needs.
struct Job {
  FetchRequest request;
  bool robots = false;              // the robots.txt of robots_origin; `request` is then our own
  std::string robots_origin;        // whose rules it brings
  std::string target;               // URL of this hop, without fragment and credentials
  std::string origin;               // of target: "https://example.org"
  std::vector<Redirect> redirects;  // hops behind it
  bool last_of_host = false;        // nothing else was queued for its host when it was launched
  // the frontier's own:
  FrontierHost* host = nullptr;
  std::unique_ptr<Job> next;
};
using JobPtr = std::unique_ptr<Job>;

/// Origin of the URL the caller asked for, whatever hop the job is at.
std::string first_origin(const Job& job);

}  // namespace vigie::crawler
