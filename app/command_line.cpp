#include "app/command_line.h"

#include "app/command_set.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <iostream>

namespace vigie {
namespace {

constexpr const char* k_query_help = R"(Query language:
  words are ANDed; "a phrase"; OR; -not; (…); prefix*
  state:cn victim:be actor:apt31 act:denial lang:fr source:ID authority:government
  cve:CVE-2021-26855 story:ID since:7d until:2026-11-01 concept:cyberattack
)";

// Adds the commands one by one to the parser, each bound to its fields of the CommandLine; callbacks outlive this.
class CommandSet {
 public:
  CommandSet(CLI::App& app, CommandLine& line) : app_(app), line_(line) {}

  void add_all() {
    add_run();
    add_search();
    add_digest();
    add_reading();
    add_inspect();
    add_sources();
    add_actors();
    add_taking_in_and_out();
    add_serve();
    add_keeping();
  }

 private:
  CLI::App* add(CLI::App& parent, const std::string& name, const std::string& about, const std::string& footer) {
    CLI::App* command = parent.add_subcommand(name, about);
    command->footer(footer);
    command->fallthrough();
    const std::string full = &parent == &app_ ? name : parent.get_name() + " " + name;
    command->parse_complete_callback([line = &line_, full] { line->command = full; });
    return command;
  }

  void format(CLI::App* command, const std::vector<std::string>& names) {
    command->add_option("--format", line_.format, "how to print")->check(CLI::IsMember(names));
  }

  void query(CLI::App* command) { command->add_option("query", line_.arguments, "what to look for"); }

  void add_run() {
    CLI::App* run = add(app_, "run", "The daemon: polls, fetches, reads, judges, stores, writes each day's digest",
                        "Example:\n  vigie run --once --all\nmakes one pass over every source and leaves.");
    run->add_flag("--once", line_.once, "one pass over all that is due, then leave");
    run->add_flag("--all", line_.all, "with --once: every source, due or not (never against Retry-After)");
    run->add_option("--clock-rate", line_.clock_rate, "let schedules run N times as fast (soak tests)")
        ->check(CLI::Range(1.0, 1e6));
    run->add_flag("--quiet", line_.quiet, "no progress on stderr");
  }

  void add_search() {
    CLI::App* search = add(app_, "search", "Search the archive, newest first",
                           std::string(k_query_help) + "Example:\n  vigie search 'state:cn victim:be since:30d'");
    query(search);
    search->add_option("--sort", line_.sort, "newest (default) or relevance")
        ->check(CLI::IsMember({"newest", "relevance"}));
    search->add_option("--limit", line_.limit, "most hits printed (20)")->check(CLI::Range(1, 10000));
    search->add_option("--saved", line_.saved, "a [[query]] of the configuration, narrowed by what is typed");
    search->parse_complete_callback([line = &line_] {
      line->command = "search";
      if (line->arguments.empty() && line->saved.empty()) throw CLI::RequiredError("query or --saved");
    });
    format(search, {"text", "table", "json", "jsonl", "csv"});
  }

  void add_digest() {
    CLI::App* digest = add(app_, "digest", "What is new: who accuses whom, who denies it",
                           "Example:\n  vigie digest --date 2026-11-23 --format md");
    digest->add_option("--date", line_.date, "the day told: YYYY-MM-DD, today or yesterday (default)");
    digest->add_option("--since", line_.since, "from a date or a span ago (7d) instead of one day");
    digest->add_option("--until", line_.until, "up to a date or a span ago");
    digest->add_option("--output", line_.output, "write to this file");
    format(digest, {"text", "md", "html", "json", "atom"});
  }

  void add_reading() {
    CLI::App* stories = add(app_, "stories", "The stories of the last days, newest first",
                            "Example:\n  vigie stories --since 7d --format jsonl");
    stories->add_option("--since", line_.since, "only stories touched since a date or a span ago (7d)");
    stories->add_option("--limit", line_.limit, "most stories printed (50)")->check(CLI::Range(1, 10000));
    format(stories, {"table", "json", "jsonl"});

    CLI::App* show = add(app_, "show", "One story or article with its statements and evidence",
                         "Example:\n  vigie show s12      a story\n  vigie show 340      an article");
    show->add_option("id", line_.arguments, "s<number> for a story, a number for an article")->required()->expected(1);
    format(show, {"text", "json"});

    CLI::App* why = add(app_, "why", "What became of a URL: state, reason, times",
                        "Example:\n  vigie why https://example.org/news/1");
    why->add_option("url", line_.arguments, "an address of an article, a feed or a link")->required()->expected(1);
    format(why, {"text", "json"});

    CLI::App* missed = add(app_, "missed", "What of a foreign list of URLs or titles the archive lacks, and why",
                           "Example:\n  vigie missed eurepoc.csv");
    missed->add_option("file", line_.arguments, "csv with a url or title column, or jsonl")->required()->expected(1);
    format(missed, {"table", "json", "jsonl", "csv"});
  }

  void add_inspect() {
    CLI::App* inspect = add(app_, "inspect", "What vigie sees in one input, offline, with the reasons",
                            "Example:\n  vigie inspect text article.txt\n  vigie inspect page --why page.html\n"
                            "  vigie inspect --jsonl < requests.jsonl");
    inspect->add_option("what", line_.arguments,
                        "page, feed, text, url, date, robots, charset or stories; then a file (or the input itself "
                        "for url and date; - is stdin)");
    inspect->add_flag("--jsonl", line_.jsonl, "answer one JSON request a line from stdin");
    inspect->add_flag("--why", line_.why, "page: the container chosen, what was dropped, where metadata come from");
    inspect->add_option("--rule", line_.rule, "page: a site rule file to try");
    inspect->add_option("--url", line_.url, "address the input came from");
    inspect->add_option("--content-type", line_.content_type, "Content-Type it came with");
    inspect->add_option("--lang", line_.language, "language, where it is known");
    inspect->add_option("--now", line_.now, "date: the moment relative dates count from");
    inspect->add_option("--agent", line_.agent, "robots: product token (vigie)");
    inspect->add_option("--base", line_.base, "url: base URL");
    inspect->add_option("--mode", line_.mode, "url: canonical, strip_tracking or key; charset: html or xml");
    format(inspect, {"text", "json"});
  }

  void add_sources() {
    CLI::App* sources = app_.add_subcommand("sources", "The catalogue of what is watched");
    sources->require_subcommand(1);
    sources->fallthrough();
    CLI::App* list = add(*sources, "list", "The sources", "Example:\n  vigie sources list --format csv");
    list->add_flag("--all", line_.all, "disabled ones too");
    format(list, {"table", "json", "jsonl", "csv"});
    CLI::App* health = add(*sources, "health", "Who is failing, silent, gone or blocked, since when and why",
                           "Example:\n  vigie sources health");
    health->add_flag("--all", line_.all, "healthy ones too");
    format(health, {"table", "json", "jsonl", "csv"});
    CLI::App* check = add(*sources, "check", "Probe sources once, politely, and print what they answer",
                          "Example:\n  vigie sources check be-ccb-news fr-certfr");
    check->add_option("id", line_.arguments, "ids; all enabled ones where left out");
    format(check, {"table", "json", "jsonl", "csv"});
    CLI::App* found = add(*sources, "add", "Find a site's feeds and print the TOML that adds them",
                          "Example:\n  vigie sources add https://diplomatie.belgium.be/ >> config/sources/be.toml");
    found->add_option("url", line_.arguments, "a site or a feed")->required()->expected(1);
    CLI::App* import = add(*sources, "import", "OPML, or one URL a line, to the TOML of a sources file on stdout",
                           "Example:\n  vigie sources import feeds.opml > sources/mine.toml");
    import->add_option("file", line_.arguments, "OPML or a list of URLs; - is stdin")->required()->expected(1);
    CLI::App* coverage = add(*sources, "coverage", "Languages by authorities, and whose own statements are watched",
                             "Example:\n  vigie sources coverage --format md");
    format(coverage, {"table", "md", "json"});
    add(*sources, "export", "The enabled sources as OPML on stdout", "Example:\n  vigie sources export > vigie.opml")
        ->add_flag("--all", line_.all, "disabled ones too");
  }

  void add_actors() {
    CLI::App* actors = app_.add_subcommand("actors", "The table of threat actors");
    actors->footer("Example:\n  vigie actors update threat-actor.json");
    actors->require_subcommand(1);
    actors->fallthrough();
    CLI::App* update = add(*actors, "update", "Add what a newer catalogue knows to the table, telling each change",
                           "Example:\n  vigie actors update threat-actor.json\n"
                           "adds new groups, names and sponsor claims; what stands in the table stays.");
    update->add_option("file", line_.arguments, "MISP's threat-actor.json or MITRE's STIX bundle; - is stdin")
        ->required()
        ->expected(1);
    update->add_option("--output", line_.output, "write the merged table to this file");
    update->add_flag("--dry-run", line_.dry_run, "tell the changes and write nothing");
  }

  void add_taking_in_and_out() {
    CLI::App* import = add(app_, "import", "Take articles from JSON lines or WARC files into the archive",
                           "Example:\n  vigie import CC-NEWS-20261101.warc.gz old-archive.jsonl");
    import->add_option("file", line_.arguments, "JSON lines, .warc or .warc.gz; - is stdin")->required();
    CLI::App* exported = add(app_, "export", "Records for other tools, with the evidence",
                             std::string(k_query_help) + "Example:\n  vigie export --format stix 'state:cn since:30d'");
    query(exported);
    exported->add_option("--columns", line_.columns, "csv: eurepoc or cfr")->check(CLI::IsMember({"eurepoc", "cfr"}));
    exported->add_option("--limit", line_.limit, "most articles taken (10,000)")->check(CLI::Range(1, 10000000));
    exported->add_option("--output", line_.output, "write to this file");
    exported->add_option("--format", line_.format, "how to print")
        ->check(CLI::IsMember({"stix", "misp", "csv", "jsonl", "atom"}))
        ->required();
  }

  void add_serve() {
    CLI::App* serve = add(app_, "serve", "A read-only web page of the archive, on loopback",
                          "Example:\n  vigie serve --port 8480\nprints the page's address and serves until stopped. "
                          "Another --listen needs a token, see [serve].");
    serve->add_option("--port", line_.port, "TCP port (8480); 0: any free one")->check(CLI::Range(0, 65535));
    serve->add_option("--listen", line_.listen, "address to listen on (127.0.0.1)");
  }

  void add_keeping() {
    CLI::App* verify =
        add(app_, "verify", "Check the chain of captures and the WARC files", "Example:\n  vigie verify");
    format(verify, {"text", "json"});
    CLI::App* diff = add(app_, "diff", "What changed between the captures of a URL",
                         "Example:\n  vigie diff https://example.org/statement");
    diff->add_option("url", line_.arguments, "address of a captured page")->required()->expected(1);
    format(diff, {"text", "json"});
    CLI::App* cite = add(app_, "cite", "A quotation with its capture's time, sha256, WARC file and offset",
                         "Example:\n  vigie cite 340");
    cite->add_option("id", line_.arguments, "an article's number")->required()->expected(1);
    format(cite, {"text", "json"});
    CLI::App* status = add(app_, "status", "The daemon's state", "Example:\n  vigie status --format json");
    format(status, {"text", "json"});
    CLI::App* check =
        add(app_, "check", "Every mistake in the configuration, with file and line; --db checks the database",
            "Example:\n  vigie check --config my.toml");
    check->add_flag("--database", line_.database_check, "also run the database's integrity checks (implied by --db)");
    format(check, {"text", "json"});
    CLI::App* backup = add(app_, "backup", "A consistent copy of the database, also while the daemon runs",
                           "Example:\n  vigie backup vigie-2026-11-24.db");
    backup->add_option("file", line_.arguments, "where to")->required()->expected(1);
  }

  CLI::App& app_;
  CommandLine& line_;
};

}  // namespace

void add_commands(CLI::App& app, CommandLine& line) {
  app.name("vigie");
  app.description("vigie, a lookout for state-sponsored cyberattacks in the world's news");
  app.set_version_flag("--version", "vigie " VIGIE_VERSION);
  app.add_option("--config", line.config_file, "configuration file");
  app.add_option("--db", line.database, "database file, in place of the configuration's");
  app.require_subcommand(1);
  CommandSet(app, line).add_all();
}

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
  ParsedCommandLine parsed;
  CLI::App app;
  add_commands(app, parsed.line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    app.exit(asked);
    parsed.exit = ExitCode::done;
  } catch (const CLI::ParseError& error) {
    // The parser's own exit prints the message on stderr; its code is replaced by ours.
    app.exit(error, std::cerr, std::cerr);
    parsed.exit = ExitCode::usage;
  }
  return parsed;
}

}  // namespace vigie
