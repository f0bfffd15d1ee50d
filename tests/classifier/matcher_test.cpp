#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "classifier/matcher.h"

using namespace vigie::classifier;

namespace {

struct Found {
  PhraseMatcher matcher;
  EntryReader reader;
  std::vector<std::string> entries;

  void add(const std::string& entry) {
    std::string error;
    for (const EntryReading& reading : reader.read(entry, error))
      matcher.add(reading, static_cast<std::uint32_t>(entries.size()));
    entries.push_back(entry);
  }
  std::vector<std::string> in(std::string_view text) const {
    TokenStream stream;
    tokenize({}, text, stream);
    std::vector<Match> matches;
    matcher.find(stream, matches);
    std::vector<std::string> out;
    for (const Match& match : matches) out.push_back(entries[match.payload]);
    return out;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a word is found whole, a stem at a word's beginning, a compound's part inside it") {
  Found found;
  found.add("pirate");
  found.add("cyberattaqu*");
  found.add("*angriff*");
  CHECK(found.in("Le pirate et les pirates") == Names{"pirate"});
  CHECK(found.in("cyberattaquant") == Names{"cyberattaqu*"});
  CHECK(found.in("Hackerangriffe") == Names{"*angriff*"});
  CHECK(found.in("angri").empty());
}

TEST_CASE("a phrase matches across hyphens but not across punctuation") {
  Found found;
  found.add("state sponsored");
  CHECK(found.in("state-sponsored") == Names{"state sponsored"});
  CHECK(found.in("the state, sponsored").empty());
}

TEST_CASE("a gap spans up to seven words of one sentence") {
  Found found;
  found.add("hold .. responsible");
  CHECK(found.in("we hold the Russian state fully responsible").size() == 1);
  CHECK(found.in("we hold one two three four five six seven eight responsible").empty());
  CHECK(found.in("we hold it. You are responsible").empty());
}

TEST_CASE("scripts without spaces match anywhere") {
  Found found;
  found.add("黑客组织");
  CHECK(found.in("据称中国黑客组织发动攻击") == Names{"黑客组织"});
}

TEST_CASE("marked capitals tell the state from the pronoun") {
  Found found;
  found.add("=US");
  CHECK(found.in("The US told us") == Names{"=US"});
}

TEST_CASE("clitics glued before a word are looked behind, also two of them") {
  Found found;
  found.matcher.set_clitics({"و", "ب", "ال"}, {});
  found.add("روسيا");
  CHECK(found.in("وبروسيا") == Names{"روسيا"});
}
