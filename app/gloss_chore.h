#pragma once

#include <map>
#include <set>
#include <string>

#include "app/daemon.h"
#include "app/glosser.h"

namespace vigie {

/// Has the headlines of the last days' stories that are in other languages than the reader's put into it by [gloss],
/// and stores what comes with the service's name. Nothing waits for it: a digest shows the glosses that are there.
class GlossChore : public Chore {
 public:
  GlossChore(const Config& config, storage::Database& database);
  void run(Time now) override;
  /// Waits ten seconds at most for what was asked.
  void finish(Time now) override;

 private:
  void ask(Time now);
  void keep(const std::vector<GlossResult>& results, Time now);

  storage::Database& database_;
  storage::Ledger ledger_;
  std::string service_;   // its name, kept with each gloss
  std::string language_;  // the reader's
  Glosser glosser_;
  std::set<std::string> asked_;
  std::map<std::string, Time> failed_;  // headline -> not asked again before
  Time next_look_{};
};

/// The name glosses are kept and shown under: the service's host, or the command's.
std::string gloss_service_name(const GlossConfig& gloss);

}  // namespace vigie
