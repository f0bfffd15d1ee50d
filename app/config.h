#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/telling_rule.h"
#include "app/toml_reader.h"
#include "model/source.h"
#include "model/time.h"
#include "model/url_rules.h"

namespace vigie {

/// [network]: how vigie behaves on the wire.
struct NetworkConfig {
  std::string contact =
      "https://github.com/vigie-monitor/vigie";  // where a site's owner can reach us; in the User-Agent
  std::string proxy;                             // http://… or socks5://…, empty for none
  std::vector<std::string> connect_to;           // HOST:PORT:ADDRESS:PORT, as curl's --connect-to
  std::vector<std::string> allow_addresses;      // CIDR blocks opened although they are not public
  seconds politeness_delay{1};                   // between two requests to one host
  seconds crawl_delay_cap{30};                   // a robots.txt cannot ask for more
  std::int64_t concurrency = 200;                // transfers at once, all hosts together
  std::int64_t per_host = 1;                     // transfers at once to one host
  seconds connect_timeout{15};
  seconds timeout{60};                       // one transfer, first byte to last
  std::int64_t max_feed_bytes = 16'000'000;  // after decoding
  std::int64_t max_page_bytes = 8'000'000;   // after decoding
  std::int64_t bandwidth = 0;                // bytes a second over all transfers, 0 for no cap
  std::string ca_file;                       // certificates to trust, empty for the system's
};

/// [polling]: how often sources are looked at.
struct PollingConfig {
  seconds floor{300};
  seconds ceiling{86400};
  seconds initial{1800};      // until a source's rhythm is known
  seconds start_spread{300};  // the first polls after a start are spread over this long
  seconds page_retry{600};    // first retry of a page that could not be fetched; doubles
  std::int64_t page_attempts = 5;
};

/// [digest].
struct DigestConfig {
  std::string folder;      // empty: "digests" beside the database
  seconds time{7 * 3600};  // "07:00", wall clock
  std::string time_zone = "UTC";
  std::string language = "en";  // of labels and statement lines
  std::vector<std::string> formats = {"text", "md", "html", "json"};
};

/// [log].
struct LogConfig {
  std::string file;  // empty: "vigie.log" beside the database; "-" for stderr alone
  std::string level = "info";
  std::string format = "text";  // text or json
  std::int64_t max_bytes = 10'000'000;
  std::int64_t files = 5;
};

/// [mail]: left out, no mail is sent.
struct MailConfig {
  std::string smtp;
  std::string starttls = "required";  // required, opportunistic, off
  std::string user;
  std::string password_env;
  std::string password_file;
  std::string from;
  std::vector<std::string> to;
  std::vector<std::string> events = {"digest", "alert"};  // as a webhook's
  TellingRule rule;
  seconds retry_first{60};
  seconds retry_max{3600};
  seconds retry_for{3 * 86400};
};

/// [[webhook]].
struct WebhookConfig {
  std::string url;
  std::string form = "json";  // json, slack, mattermost
  std::string secret_env;
  std::vector<std::string> events = {"digest"};  // digest, alert (saved queries), health (of the sources)
  TellingRule rule;                              // of alerts and health
};

/// [evidence]: the WARC files.
struct EvidenceConfig {
  bool enabled = true;
  std::string folder;  // empty: "evidence" beside the database
  std::int64_t rotate_bytes = 1'000'000'000;
};

/// [retention]: how long articles of an authority are kept, those judged relevant and the others. Nothing said: for
/// ever.
struct RetentionConfig {
  Authority authority = Authority::press;
  bool relevant = false;
  seconds keep{0};
};

/// [gloss]: who puts foreign headlines into the reader's language. Left out, nothing is asked and nothing leaves.
struct GlossConfig {
  std::string service;               // base URL of a service with LibreTranslate's API
  std::string api_key_env;           // the environment variable with its key, empty for none
  std::vector<std::string> command;  // instead: a program that reads a line and writes a line
  bool enabled() const { return !service.empty() || !command.empty(); }
};

/// [serve]: the read-only page.
struct ServeConfig {
  std::string listen = "127.0.0.1";
  std::int64_t port = 8480;
  std::vector<std::string> hosts;  // further names the page may be asked for under
  std::string token_env;           // where the token is, which any address but loopback needs
  std::string token_file;
};

/// [judgement].
struct JudgementConfig {
  double candidate_threshold = 0.25;  // least score of title and summary for a page to be fetched, 0..1
  std::int64_t workers = 0;           // threads that read and judge; 0: one per core
};

/// [[query]]: a search with a name, for `vigie search --saved`, alerts and feeds.
struct SavedQueryConfig {
  std::string name;
  std::string query;
  bool alert = false;  // tell new hits at once, by the channels whose events hold "alert"
};

/// Everything a configuration can say. Paths are absolute once loaded.
struct Config {
  std::string file;                  // where it was read from
  std::string database;              // empty: vigie/vigie.db in the user's data folder
  std::vector<std::string> sources;  // files or globs
  FetchPolicy fetch = FetchPolicy::candidates;
  std::string lexicons;  // folder
  std::string states;    // file
  std::string actors;    // file
  std::string sites;     // folder of site rules
  std::string labels;    // folder of digest labels
  UrlRules url_rules;    // which addresses are one: the shipped ones and those of the file named by `urls`
  NetworkConfig network;
  PollingConfig polling;
  JudgementConfig judgement;
  DigestConfig digest;
  LogConfig log;
  GlossConfig gloss;
  ServeConfig serve;
  MailConfig mail;
  std::vector<WebhookConfig> webhooks;
  std::vector<SavedQueryConfig> queries;
  EvidenceConfig evidence;
  std::vector<RetentionConfig> retention;
  seconds attempts_kept{30 * 86400};  // [retention] attempts: the rows of fetches, whatever came of them
};

/// Reads a configuration. With mistakes, `config` holds what could be read; whoever needs a sound one looks at
/// `mistakes` first.
struct LoadedConfig {
  Config config;
  std::vector<Mistake> mistakes;
};
LoadedConfig load_config(const std::string& path);

/// The [[query]] of a name, or null.
const SavedQueryConfig* find_saved_query(const Config& config, const std::string& name);

/// The configuration used when none is named: VIGIE_CONFIG, ./config/vigie.toml of a checkout, or the installed one.
std::string default_config_path();

/// The folder of shipped data files (lexicons, states, actors …).
std::string shipped_config_folder();

/// Reads the catalogue: all source files named by `config.sources`. Mistakes (also double ids and URLs) are added.
std::vector<Source> load_sources(const Config& config, std::vector<Mistake>& mistakes);

}  // namespace vigie
