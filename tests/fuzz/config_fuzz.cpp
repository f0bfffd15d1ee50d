// A configuration in any bytes, and the files of sources and URL rules with the same bytes in them: read or refused
// with a message, and every number that comes out is one the daemon can run on.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/url_rules_file.h"

using namespace vigie;

namespace {

// The readers take paths: a file that is nowhere but in memory, written anew for each run.
std::string path_of(const std::uint8_t* data, std::size_t size) {
  static const int k_file = memfd_create("config", 0);
  if (k_file < 0 || ftruncate(k_file, 0) != 0) std::abort();
  if (pwrite(k_file, data, size, 0) != static_cast<ssize_t>(size)) std::abort();
  return "/proc/self/fd/" + std::to_string(k_file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 100'000) return 0;
  const std::string path = path_of(data, size);
  const LoadedConfig loaded = load_config(path);
  for (const Mistake& mistake : loaded.mistakes) {
    if (mistake.message.empty()) std::abort();
  }
  const Config& config = loaded.config;
  if (config.network.concurrency < 1 || config.network.timeout <= seconds{0}) std::abort();
  if (config.polling.floor < seconds{0} || config.polling.page_attempts < 1) std::abort();
  if (!(config.judgement.candidate_threshold >= 0 && config.judgement.candidate_threshold <= 1)) std::abort();

  Config catalogue;
  catalogue.sources = {path};
  std::vector<Mistake> mistakes;
  for (const Source& source : load_sources(catalogue, mistakes)) {
    if (mistakes.empty() && (source.id.empty() || source.url.empty())) std::abort();
  }
  UrlRules rules;
  read_url_rules(path, rules, mistakes);
  return 0;
}
