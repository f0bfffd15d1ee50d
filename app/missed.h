#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/foreign_list.h"
#include "model/source.h"
#include "storage/article_store.h"
#include "storage/database.h"
#include "storage/url_store.h"

namespace vigie {

/// What became of a line of a foreign list.
struct Verdict {
  std::string what;  // the first address, or the title
  bool found = false;
  std::string reason;  // code of a miss: host_not_watched, not_in_feed, title_not_seen, not_relevant, or the URL's own
  std::string words;   // the reason for people
};

/// Tells which of what others collected the archive holds as relevant, and why it lacks the rest.
class MissedJudge {
 public:
  MissedJudge(storage::Database& database, const std::vector<Source>& sources);

  Verdict judge(const Wanted& wanted) const;

 private:
  bool take_record(Verdict& verdict, const storage::UrlRecord& record) const;
  void explain_unseen(Verdict& verdict, const Wanted& wanted) const;

  storage::UrlStore urls_;
  storage::ArticleStore articles_;
  std::map<std::string, std::string> watched_;  // registrable domain -> source id
};

}  // namespace vigie
