// What an analyst gets wrong in a lexicon, and what vigie tells: file, line and mistake, and nothing is half-loaded.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "app/knowledge.h"
#include "tests/support/temporary_folder.h"

using namespace vigie;

namespace {

const std::string k_head = "language = \"fr\"\nname = \"French\"\n";

struct Wrong {
  std::string what;
  std::string content;  // of fr.toml
  int line;
  std::string told;  // part of the message
};

const std::vector<Wrong> k_wrong = {
    {"a star inside a word", k_head + "[terms]\noperation = \"cyber*attaque\"\n", 4, "may only begin or end a word"},
    {"a star with too few letters", k_head + "[terms]\noperation = \"ab*\"\n", 4, "at least 3 letters"},
    {"a star alone", k_head + "[terms]\noperation = \"bon, *\"\n", 4, "without letters"},
    {"an open brace", k_head + "[terms]\noperation = \"pirat{e,es\"\n", 4, "\"{\" without \"}\""},
    {"a closing brace alone", k_head + "[terms]\noperation = \"pirate}s\"\n", 4, "\"}\" without \"{\""},
    {"a brace in a brace", k_head + "[terms]\noperation = \"p{a{b}}\"\n", 4, "inside"},
    {"a gap at the end", k_head + "[terms]\noperation = \"accuse ..\"\n", 4, "between words"},
    {"no letter at all", k_head + "[terms]\noperation = \"cyberattaque, ---\"\n", 4, "no letters"},
    {"a mistake on a later line of a long value",
     k_head + "[terms]\noperation = \"\"\"\ncyberattaque*,\nhameçonnage,\npi*rate\n\"\"\"\n", 7, "pi*rate"},
    {"an unknown category", k_head + "[terms]\noperatoin = \"cyberattaque\"\n", 4, "did you mean \"operation\""},
    {"a value that is a list", k_head + "[terms]\noperation = [\"cyberattaque\"]\n", 4, "must be text"},
    {"an unknown state", k_head + "[states]\nUK = \"Royaume-Uni\"\n", 4, "no ISO 3166-1"},
    {"five parts for a state", k_head + "[states]\nRU = \"a|b|c|d|e\"\n", 4, "more than four parts"},
    {"an unknown order", k_head + "[grammar]\norder = \"osv\"\n", 4, "cannot be \"osv\""},
    {"an unknown key of grammar", k_head + "[grammar]\nadjectiv = \"after\"\n", 4, "did you mean \"adjective\""},
    {"eleven months", k_head + "[grammar]\nmonths = \"a, b, c, d, e, f, g, h, i, j, k\"\n", 4, "twelve"},
    {"a language that is not the file's", "language = \"de\"\nname = \"French\"\n", 1, "does not fit the file's name"},
    {"a word outside of a table", k_head + "operation = \"cyberattaque\"\n", 3, "outside of a table"},
    {"a quotation mark left open", k_head + "[terms]\noperation = \"cyberattaque\nhack = \"pirater\"\n", 4,
     "not valid TOML"},
    {"a key that stands twice", k_head + "[terms]\nhack = \"pirater\"\nhack = \"hacker\"\n", 5, "not valid TOML"},
    {"an entry as long as a paragraph", k_head + "[terms]\nhack = \"" + std::string(500, 'a') + "\"\n", 4, "too long"},
    {"too many alternatives", k_head + "[terms]\nhack = \"{a,b,c,d,e}{a,b,c,d,e}{a,b,c,d,e} xyz\"\n", 4,
     "alternatives"}};

KnowledgeFiles files(const test::TemporaryFolder& folder) {
  return {folder.file("lexicon"), folder.write("states.toml", "[services]\nRU = \"=GRU\"\n"),
          folder.write("actors.toml", "[actors]\n\"APT28\" = \"state | RU (misp) |  | \"\n")};
}

}  // namespace

TEST_CASE("each mistake of a lexicon is told with its file, line and what is wrong, and nothing is loaded") {
  for (const Wrong& wrong : k_wrong) {
    INFO(wrong.what);
    const test::TemporaryFolder folder;
    const std::string file = folder.write("lexicon/fr.toml", wrong.content);
    const KnowledgeFiles where = files(folder);
    const LoadedTables loaded = read_tables(where);
    REQUIRE_FALSE(loaded.mistakes.empty());
    const auto told = std::find_if(loaded.mistakes.begin(), loaded.mistakes.end(), [&](const Mistake& mistake) {
      return mistake.message.find(wrong.told) != std::string::npos;
    });
    INFO("told: " << to_string(loaded.mistakes.front()));
    REQUIRE(told != loaded.mistakes.end());
    CHECK(told->file == file);
    CHECK(told->line == wrong.line);
    CHECK_FALSE(load_knowledge(where, UrlRules{}).has_value());
  }
}

TEST_CASE("a name is an ordinary word or distinct as the hand-kept table says") {
  const test::TemporaryFolder folder;
  folder.write("lexicon/fr.toml", k_head);
  KnowledgeFiles where = files(folder);
  folder.write("actors.toml", "[actors]\n\"Turla\" = \"state |  | Summit | Turla\"\n");
  folder.write("actor_names.toml", "[distinct]\ngroups = \"turla\"\n[ordinary]\nwords = \"Summit\"\n");
  const LoadedTables loaded = read_tables(where);
  REQUIRE(loaded.mistakes.empty());
  CHECK(loaded.tables.actors.at(0).ordinary == std::vector<std::string>{"Summit"});
}

TEST_CASE("mistakes of the tables of actors are told with their lines") {
  const test::TemporaryFolder folder;
  folder.write("lexicon/fr.toml", k_head);
  KnowledgeFiles where = files(folder);
  const auto first_mistake = [&](const std::string& names) {
    folder.write("actor_names.toml", names);
    const LoadedTables loaded = read_tables(where);
    return loaded.mistakes.empty() ? std::string() : to_string(loaded.mistakes.front());
  };
  CHECK(first_mistake("[ordinary]\nwords = \"APT28\"\n").empty());
  CHECK(
      first_mistake("[ordinary]\nwords = \"\"\"\nAPT28,\nNobody\"\"\"\n").find("actor_names.toml:4: no actor bears") !=
      std::string::npos);
  CHECK(first_mistake("[sponsors]\n\"APT28\" = \"RU\"\n").find("actor_names.toml:2: ") != std::string::npos);
  CHECK(first_mistake("[kinds]\n\"APT28\" = \"robber\"\n").find("cannot be of kind") != std::string::npos);
  CHECK(first_mistake("[aliases]\n\"APT28\" = \"Fancy\"\n").find("unknown table [aliases]") != std::string::npos);
}
