#include "app/config.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "app/url_rules_file.h"
#include "model/url.h"
#include "storage/query.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& path, const fs::path& base) {
  return path.empty() ? path : (base / path).lexically_normal().string();
}

void read_network(TomlReader& table, NetworkConfig& network) {
  table.text("contact", network.contact);
  table.text("proxy", network.proxy);
  table.texts("connect_to", network.connect_to);
  table.texts("allow_addresses", network.allow_addresses);
  table.span("politeness_delay", network.politeness_delay);
  table.span("crawl_delay_cap", network.crawl_delay_cap);
  table.count("concurrency", network.concurrency, 1, 2000);
  table.count("per_host", network.per_host, 1, 8);
  table.span("connect_timeout", network.connect_timeout);
  table.span("timeout", network.timeout);
  table.size("max_feed_bytes", network.max_feed_bytes);
  table.size("max_page_bytes", network.max_page_bytes);
  table.size("bandwidth", network.bandwidth);
  table.text("ca_file", network.ca_file);
  table.finish();
}

void read_polling(TomlReader& table, PollingConfig& polling) {
  table.span("floor", polling.floor);
  table.span("ceiling", polling.ceiling);
  table.span("initial", polling.initial);
  table.span("start_spread", polling.start_spread);
  table.span("page_retry", polling.page_retry);
  table.count("page_attempts", polling.page_attempts, 1, 50);
  if (polling.floor.count() < 1) table.mistake("floor", "floor must be at least 1s");
  if (polling.ceiling < polling.floor) table.mistake("ceiling", "ceiling must not be below floor");
  table.finish();
}

void read_digest(TomlReader& table, DigestConfig& digest) {
  table.text("folder", digest.folder);
  std::string time;
  if (table.text("time", time)) {
    int hour = -1;
    int minute = -1;
    char rest = 0;
    if (std::sscanf(time.c_str(), "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59) {
      table.mistake("time", "time: cannot read \"" + time + "\" as a time of day: expected a form such as 07:00");
    } else {
      digest.time = std::chrono::hours{hour} + std::chrono::minutes{minute};
    }
  }
  if (table.text("time_zone", digest.time_zone)) {
    const Expected<std::string> day = local_day(Time{}, digest.time_zone);
    if (!day) table.mistake("time_zone", "time_zone: " + day.error().message);
  }
  table.text("language", digest.language);
  table.texts("formats", digest.formats);
  for (const std::string& format : digest.formats) {
    if (format != "text" && format != "md" && format != "html" && format != "json" && format != "atom") {
      table.mistake("formats", "formats: \"" + format + "\" is none of text, md, html, json, atom");
    }
  }
  table.finish();
}

void read_log(TomlReader& table, LogConfig& log) {
  table.text("file", log.file);
  table.choice("level", {"debug", "info", "warn", "error"}, [&](std::string_view value) { log.level = value; });
  table.choice("format", {"text", "json"}, [&](std::string_view value) { log.format = value; });
  table.size("max_size", log.max_bytes);
  table.count("files", log.files, 1, 1000);
  table.finish();
}

void read_gloss(TomlReader& table, GlossConfig& gloss) {
  table.text("service", gloss.service);
  table.text("api_key_env", gloss.api_key_env);
  table.texts("command", gloss.command);
  if (!gloss.service.empty() && !parse_url(gloss.service)) {
    table.mistake("service", "service must be an http or https URL");
  }
  if (!gloss.service.empty() && !gloss.command.empty()) {
    table.mistake("command", "[gloss] names a service or a command, not both");
  }
  table.finish();
}

void read_serve(TomlReader& table, ServeConfig& serve) {
  table.text("listen", serve.listen);
  table.count("port", serve.port, 0, 65535);
  table.texts("hosts", serve.hosts);
  table.text("token_env", serve.token_env);
  table.text("token_file", serve.token_file);
  table.finish();
}

// events, quiet and cap of a channel.
void read_telling(TomlReader& table, std::vector<std::string>& events, TellingRule& rule) {
  table.texts("events", events);
  for (const std::string& event : events) {
    if (event != "digest" && event != "alert" && event != "health") {
      table.mistake("events", "events: \"" + event + "\" is none of digest, alert, health");
    }
  }
  std::string text;
  if (table.text("quiet", text) && !text.empty()) {
    if (const Expected<void> read = read_quiet(text, rule); !read)
      table.mistake("quiet", "quiet: " + read.error().message);
  }
  if (table.text("cap", text)) {
    if (const Expected<void> read = read_cap(text, rule); !read) table.mistake("cap", "cap: " + read.error().message);
  }
}

void read_mail(TomlReader& table, MailConfig& mail) {
  table.text("smtp", mail.smtp);
  table.choice("starttls", {"required", "opportunistic", "off"},
               [&](std::string_view value) { mail.starttls = value; });
  table.text("user", mail.user);
  table.text("password_env", mail.password_env);
  table.text("password_file", mail.password_file);
  table.text("from", mail.from);
  table.texts("to", mail.to);
  read_telling(table, mail.events, mail.rule);
  table.span("retry_first", mail.retry_first);
  table.span("retry_max", mail.retry_max);
  table.span("retry_for", mail.retry_for);
  if (!mail.smtp.starts_with("smtp://") && !mail.smtp.starts_with("smtps://")) {
    table.mistake("smtp", "smtp must be a URL that begins with smtp:// or smtps://");
  }
  if (mail.from.empty()) table.mistake("from", "from is missing: an address the mail comes from");
  if (mail.to.empty()) table.mistake("to", "to is missing: a list of addresses");
  table.finish();
}

WebhookConfig read_webhook(TomlReader& table) {
  WebhookConfig webhook;
  table.text("url", webhook.url);
  table.choice("form", {"json", "slack", "mattermost"}, [&](std::string_view value) { webhook.form = value; });
  table.text("secret_env", webhook.secret_env);
  read_telling(table, webhook.events, webhook.rule);
  if (!parse_url(webhook.url)) table.mistake("url", "url must be an http or https URL");
  table.finish();
  return webhook;
}

SavedQueryConfig read_query(TomlReader& table) {
  SavedQueryConfig saved;
  table.text("name", saved.name);
  table.text("query", saved.query);
  table.flag("alert", saved.alert);
  table.finish();
  if (saved.name.empty()) table.mistake("name", "a [[query]] without a name");
  const Expected<storage::Query> parsed = storage::parse_query(saved.query, Time{});
  if (!parsed) table.mistake("query", "query \"" + saved.name + "\": " + parsed.error().message);
  return saved;
}

// press = "180d" is for what is not relevant, press_relevant for what is; for each authority.
void read_retention(TomlReader& table, Config& config) {
  for (const Authority authority : {Authority::government, Authority::cert, Authority::agency, Authority::press,
                                    Authority::infosec, Authority::vendor, Authority::igo}) {
    for (const bool relevant : {false, true}) {
      const std::string key = std::string(to_string(authority)) + (relevant ? "_relevant" : "");
      RetentionConfig rule{authority, relevant, seconds{0}};
      if (!table.span(key.c_str(), rule.keep)) continue;
      if (rule.keep < std::chrono::hours(24))
        table.mistake(key.c_str(), key + ": articles are kept for a day at least");
      config.retention.push_back(rule);
    }
  }
  table.span("attempts", config.attempts_kept);
  if (config.attempts_kept < std::chrono::hours(48)) {
    table.mistake("attempts", "attempts are kept for two days at least: the digest counts yesterday's");
  }
  table.finish();
}

void read_paths(TomlReader& root, Config& config, const fs::path& base) {
  const fs::path shipped = shipped_config_folder();
  config.sources = {"sources/*.toml"};
  root.text("database", config.database);
  root.texts("sources", config.sources);
  root.text("lexicons", config.lexicons);
  root.text("states", config.states);
  root.text("actors", config.actors);
  root.text("sites", config.sites);
  root.text("labels", config.labels);
  config.database = absolute(config.database, base);
  for (std::string& pattern : config.sources) pattern = absolute(pattern, base);
  const auto or_shipped = [&](std::string& path, const char* name) {
    path = path.empty() ? (shipped / name).string() : absolute(path, base);
  };
  or_shipped(config.lexicons, "lexicon");
  or_shipped(config.states, "states.toml");
  or_shipped(config.actors, "actors.toml");
  or_shipped(config.sites, "sites");
  or_shipped(config.labels, "digest/labels");
}

// The shipped rules, then the user's own.
void load_url_rules(TomlReader& root, const fs::path& base, UrlRules& rules, std::vector<Mistake>& mistakes) {
  const fs::path shipped = fs::path(shipped_config_folder()) / "urls.toml";
  read_url_rules(shipped.string(), rules, mistakes);
  std::string own;
  root.text("urls", own);
  std::error_code ignored;
  if (own.empty() || fs::equivalent(base / own, shipped, ignored)) return;
  read_url_rules(absolute(own, base), rules, mistakes);
}

}  // namespace

LoadedConfig load_config(const std::string& path) {
  LoadedConfig loaded;
  Config& config = loaded.config;
  config.file = path;
  const fs::path base = fs::absolute(path).lexically_normal().parent_path();
  std::optional<TomlReader> root = TomlReader::open(path, loaded.mistakes);
  if (!root) return loaded;
  read_paths(*root, config, base);
  load_url_rules(*root, base, config.url_rules, loaded.mistakes);
  root->choice("fetch", {"candidates", "all", "feed_only"},
               [&](std::string_view value) { config.fetch = *fetch_policy_from(value); });
  if (auto table = root->table("network")) read_network(*table, config.network);
  if (auto table = root->table("polling")) read_polling(*table, config.polling);
  if (auto table = root->table("digest")) read_digest(*table, config.digest);
  if (auto table = root->table("log")) read_log(*table, config.log);
  if (auto table = root->table("gloss")) read_gloss(*table, config.gloss);
  if (auto table = root->table("serve")) read_serve(*table, config.serve);
  if (auto table = root->table("mail")) read_mail(*table, config.mail);
  for (TomlReader& table : root->tables("webhook")) config.webhooks.push_back(read_webhook(table));
  for (TomlReader& table : root->tables("query")) config.queries.push_back(read_query(table));
  if (auto table = root->table("evidence")) {
    table->flag("enabled", config.evidence.enabled);
    table->text("folder", config.evidence.folder);
    table->size("rotate_size", config.evidence.rotate_bytes);
    table->finish();
  }
  if (auto table = root->table("retention")) read_retention(*table, config);
  if (auto table = root->table("judgement")) {
    table->number("candidate_threshold", config.judgement.candidate_threshold, 0, 1);
    table->count("workers", config.judgement.workers, 0, 64);
    table->finish();
  }
  root->finish();
  config.digest.folder = absolute(config.digest.folder, base);
  config.evidence.folder = absolute(config.evidence.folder, base);
  if (config.log.file != "-") config.log.file = absolute(config.log.file, base);
  config.mail.password_file = absolute(config.mail.password_file, base);
  config.serve.token_file = absolute(config.serve.token_file, base);
  config.network.ca_file = absolute(config.network.ca_file, base);
  return loaded;
}

const SavedQueryConfig* find_saved_query(const Config& config, const std::string& name) {
  for (const SavedQueryConfig& saved : config.queries) {
    if (saved.name == name) return &saved;
  }
  return nullptr;
}

std::string shipped_config_folder() {
  if (const char* named = std::getenv("VIGIE_SHARE")) return named;
  // An installed vigie is not to read a checkout that happens to lie on its machine.
  std::error_code ignored;
  const bool installed = fs::read_symlink("/proc/self/exe", ignored) == fs::path(VIGIE_INSTALLED_BINARY);
  const bool checkout = !installed && fs::exists(fs::path(VIGIE_SOURCE_CONFIG) / "lexicon", ignored);
  return checkout ? VIGIE_SOURCE_CONFIG : VIGIE_INSTALLED_CONFIG;
}

std::string default_config_path() {
  if (const char* named = std::getenv("VIGIE_CONFIG")) return named;
  std::error_code ignored;
  if (fs::exists("config/vigie.toml", ignored)) return "config/vigie.toml";
  return (fs::path(shipped_config_folder()) / "vigie.toml").string();
}

}  // namespace vigie
