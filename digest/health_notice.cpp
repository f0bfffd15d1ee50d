#include "digest/health_notice.h"

#include "digest/entry_view.h"
#include "digest/stable_id.h"

namespace vigie::digest {
namespace {

constexpr std::size_t k_most_lines = 40;

}  // namespace

std::string health_title(const HealthNotice& notice, const Labels& labels) {
  std::string what;
  if (!notice.troubled.empty()) what = counted(labels, "count.troubles", static_cast<long>(notice.troubled.size()));
  if (!notice.recovered.empty()) {
    what += what.empty() ? "" : std::string(labels.get("line.separator", "; "));
    what += counted(labels, "count.recovered", static_cast<long>(notice.recovered.size()));
  }
  return labelled(labels, "digest.brand", what);
}

std::vector<std::string> health_notice_lines(const HealthNotice& notice, const Labels& labels) {
  std::vector<std::string> out;
  for (const std::vector<DigestHealth>* part : {&notice.troubled, &notice.recovered}) {
    for (const DigestHealth& health : *part) {
      if (out.size() < k_most_lines) out.push_back(health_line(health, notice.time_zone, labels));
    }
  }
  const std::size_t all = notice.troubled.size() + notice.recovered.size();
  if (all > out.size()) out.push_back("+ " + counted(labels, "count.sources", static_cast<long>(all - out.size())));
  return out;
}

std::string health_key(const HealthNotice& notice) {
  std::string key = "health:" + format_iso8601(notice.at);
  for (const DigestHealth& health : notice.troubled) key += "\n" + health.source_id + " " + health.state;
  for (const DigestHealth& health : notice.recovered) key += "\n" + health.source_id + " recovered";
  return stable_uuid(key);
}

Mail health_mail(const HealthNotice& notice, const Labels& labels, std::string from, std::vector<std::string> to) {
  Mail mail = addressed_mail("health " + health_key(notice), notice.at, std::move(from), std::move(to));
  mail.subject = health_title(notice, labels);
  mail.text = mail.subject + "\n\n";
  for (const std::string& line : health_notice_lines(notice, labels)) mail.text += "- " + line + "\n";
  return mail;
}

}  // namespace vigie::digest
