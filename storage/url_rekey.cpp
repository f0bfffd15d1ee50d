#include "storage/url_rekey.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "model/text.h"
#include "storage/connection.h"
#include "storage/url_key.h"

namespace vigie::storage {
namespace {

constexpr std::string_view k_setting = "url_rules";

// The same for equal rules only; the number is that of the code's own folding (model/url_key.cpp).
std::string fingerprint(const UrlRules& rules) {
  std::string all = "1";
  const auto add = [&all](const std::vector<std::string>& list) {
    for (const std::string& text : list) all += '\n' + text;
    all += "\n\n";
  };
  for (const std::vector<std::string>* list :
       {&rules.tracking_parameters, &rules.session_parameters, &rules.long_session_parameters, &rules.amp_parameters,
        &rules.twin_labels, &rules.default_documents}) {
    add(*list);
  }
  for (const HostUrlRules& site : rules.hosts) {
    add({site.name, site.same_as});
    add(site.parameters);
    add(site.keep);
  }
  return std::to_string(hash64(all));
}

struct KeyColumn {
  std::string_view read;    // rows as id, address, key
  std::string_view update;  // binds key, id
};
constexpr std::array k_columns = {
    KeyColumn{"SELECT id, url, key FROM urls", "UPDATE OR IGNORE urls SET key = ? WHERE id = ?"},
    KeyColumn{"SELECT id, url, url_key FROM captures", "UPDATE captures SET url_key = ? WHERE id = ?"},
    KeyColumn{"SELECT url_key, url, url_key FROM rechecks",
              "UPDATE OR IGNORE rechecks SET url_key = ? WHERE url_key = ?"}};

void rekey(Connection& connection, const KeyColumn& column) {
  std::vector<std::pair<std::string, std::string>> changed;  // row, its new key
  {
    SqlStatement rows = connection.prepare(column.read);
    while (rows.step()) {
      UrlKey key = url_key(rows.text(1), connection.url_rules());
      if (key.key != rows.view(2)) changed.emplace_back(rows.text(0), std::move(key.key));
    }
  }
  for (const auto& [row, key] : changed) connection.prepare(column.update).with(key, row).run();
}

}  // namespace

void rekey_urls(Connection& connection) {
  const std::string wanted = fingerprint(connection.url_rules());
  {
    SqlStatement row = connection.prepare("SELECT value FROM settings WHERE name = ?");
    row.bind(k_setting);
    if (row.step() && row.view(0) == wanted) return;
  }
  connection.execute("BEGIN IMMEDIATE");
  try {
    for (const KeyColumn& column : k_columns) rekey(connection, column);
    connection.prepare("INSERT OR REPLACE INTO settings(name, value) VALUES(?, ?)").with(k_setting, wanted).run();
    connection.execute("COMMIT");
  } catch (...) {
    connection.execute("ROLLBACK");
    throw;
  }
}

}  // namespace vigie::storage
