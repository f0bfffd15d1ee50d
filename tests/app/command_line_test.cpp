#include <catch2/catch.hpp>

#include "app/command_line.h"

using namespace vigie;

namespace {

ParsedCommandLine parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "vigie");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

TEST_CASE("--db and --config may stand before or after the command") {
  for (const auto& arguments : {std::vector<const char*>{"--db", "a.db", "status"}, {"status", "--db", "a.db"}}) {
    const ParsedCommandLine parsed = parse(arguments);
    CHECK_FALSE(parsed.exit);
    CHECK(parsed.line.command == "status");
    CHECK(parsed.line.database == "a.db");
  }
}

TEST_CASE("two dashes end the options, so that a query may begin with a minus") {
  const ParsedCommandLine parsed = parse({"search", "--limit", "5", "--", "-ransomware", "hospital"});
  CHECK_FALSE(parsed.exit);
  CHECK(parsed.line.arguments == std::vector<std::string>{"-ransomware", "hospital"});
  CHECK(parsed.line.limit == 5);
}

TEST_CASE("commands of two words are named by both") {
  CHECK(parse({"sources", "list"}).line.command == "sources list");
}

TEST_CASE("a wrong command line leaves with the usage code") {
  CHECK(parse({"serch", "x"}).exit == ExitCode::usage);
  CHECK(parse({"search"}).exit == ExitCode::usage);
  CHECK(parse({"digest", "--format", "pdf"}).exit == ExitCode::usage);
  CHECK(parse({}).exit == ExitCode::usage);
}
