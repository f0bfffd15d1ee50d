#include "storage/query.h"

#include <catch2/catch.hpp>

#include "tests/storage/samples.h"

using namespace vigie;
using namespace vigie::storage;
using Kind = QueryNode::Kind;
using vigie::test::at;

namespace {

const Time k_now = at("2026-11-24T12:00:00Z");

// The shape of a query, as a reader would write it.
std::string shape(const QueryNode& node) {
  const auto list = [&](const char* name) {
    std::string out = std::string(name) + "(";
    for (std::size_t i = 0; i < node.children.size(); ++i) out += (i > 0 ? " " : "") + shape(node.children[i]);
    return out + ")";
  };
  switch (node.kind) {
    case Kind::word:
      return node.text;
    case Kind::phrase:
      return '"' + node.text + '"';
    case Kind::prefix:
      return node.text + '*';
    case Kind::concept_word:
      return "concept=" + node.text;
    case Kind::field:
      return node.field + '=' + node.text;
    case Kind::story:
      return "story=" + std::to_string(node.number);
    case Kind::since:
      return "since=" + format_iso8601(node.time);
    case Kind::until:
      return "until=" + format_iso8601(node.time);
    case Kind::all_of:
      return list("all");
    case Kind::any_of:
      return list("any");
    case Kind::none_of:
      return list("none");
  }
  return "?";
}

std::string parsed(std::string_view text) {
  const auto query = parse_query(text, k_now);
  return query ? shape(query->root) : query.error().message;
}

}  // namespace

TEST_CASE("words are all wanted, OR binds looser, parentheses group, - excludes") {
  CHECK(parsed("cyber") == "cyber");
  CHECK(parsed("  cyber   attack ") == "all(cyber attack)");
  CHECK(parsed("a b OR c d") == "any(all(a b) all(c d))");
  CHECK(parsed("(a OR b) c") == "all(any(a b) c)");
  CHECK(parsed("a -b") == "all(a none(b))");
  CHECK(parsed("a -(b OR c)") == "all(a none(any(b c)))");
  CHECK(parsed("a AND b") == "all(a b)");
  CHECK(parsed("a NOT b") == "all(a none(b))");
  CHECK(parsed("-b") == "none(b)");
  CHECK(parsed("orchid or") == "all(orchid or)");
  CHECK(parsed("ORCHID") == "ORCHID");
}

TEST_CASE("phrases, prefixes, hyphens and addresses are words") {
  CHECK(parsed("\"a  phrase\" x") == "all(\"a phrase\" x)");
  CHECK(parsed("attaq*") == "attaq*");
  CHECK(parsed("cyber-attaque") == "cyber-attaque");
  CHECK(parsed("https://a.example/x?y=1") == "https://a.example/x?y=1");
  CHECK(parsed("12:30") == "12:30");
  CHECK(parsed("网络攻击") == "网络攻击");
}

TEST_CASE("fields are read and their values brought into one spelling") {
  CHECK(parsed("state:cn") == "state=cn");
  CHECK(parsed("ACT:Denial") == "act=denial");
  CHECK(parsed("actor:\"judgment panda\"") == "actor=judgment panda");
  CHECK(parsed("cve:cve-2021-26855") == "cve=CVE-2021-26855");
  CHECK(parsed("cve:2021-26855") == "cve=CVE-2021-26855");
  CHECK(parsed("story:12") == "story=12");
  CHECK(parsed("concept:cyberattack") == "concept=cyberattack");
  CHECK(parsed("-lang:fr x") == "all(none(lang=fr) x)");
  CHECK(parsed("authority:government source:be-mfa") == "all(authority=government source=be-mfa)");
}

TEST_CASE("spans count back from now, dates are UTC days, until: holds the whole day") {
  CHECK(parsed("since:7d") == "since=2026-11-17T12:00:00Z");
  CHECK(parsed("since:12h") == "since=2026-11-24T00:00:00Z");
  CHECK(parsed("since:2026-11-01") == "since=2026-11-01T00:00:00Z");
  CHECK(parsed("until:2026-11-01") == "until=2026-11-02T00:00:00Z");
  CHECK(parsed("until:2026-12") == "until=2027-01-01T00:00:00Z");
  CHECK(parsed("until:2024") == "until=2025-01-01T00:00:00Z");
  CHECK(parsed("until:2026-11-01T10:00:00Z") == "until=2026-11-01T10:00:01Z");
  CHECK(parsed("until:1d") == "until=2026-11-23T12:00:00Z");
}

TEST_CASE("a wrong query tells the column and what was expected") {
  CHECK(parsed("") == "column 1: expected a word, a \"phrase\", a field such as state:cn, or (");
  CHECK(parsed("a OR") == "column 5: expected a word, a \"phrase\", a field such as state:cn, or (");
  CHECK(parsed("OR a").rfind("column 1: expected a word", 0) == 0);
  CHECK(parsed("(a b") == "column 5: expected a closing )");
  CHECK(parsed("a )").rfind("column 3: expected the end of the query", 0) == 0);
  CHECK(parsed("a \"b c") == "column 7: expected a closing \"");
  CHECK(parsed("\"\"") == "column 2: expected a word between the quotes");
  CHECK(parsed("a - b") == "column 4: expected a word right behind -");
  CHECK(parsed("sate:cn").rfind("column 1: expected one of the fields state:", 0) == 0);
  CHECK(parsed("x state:") == "column 9: expected a value behind state:");
  CHECK(parsed("act:war").rfind("column 5: expected accusation, denial", 0) == 0);
  CHECK(parsed("authority:king").rfind("column 11: expected government", 0) == 0);
  CHECK(parsed("cve:26855") == "column 5: expected an identifier such as CVE-2021-26855");
  CHECK(parsed("since:yesterday") == "column 7: expected a span such as 7d or 12h, or a date such as 2026-11-01");
  CHECK(parsed("since:2026-13-01").rfind("column 7: expected a span", 0) == 0);
  CHECK(parsed("story:x") == "column 7: expected a story's number");
  CHECK(parsed("a*b") == "column 2: expected * at the end of a word only");
  CHECK(parsed("&").rfind("column 1: expected a word with letters", 0) == 0);
  CHECK(parsed("été act:x").rfind("column 9: ", 0) == 0);
  CHECK(parse_query("a \xff", k_now).error().kind == ErrorKind::invalid_query);
}

TEST_CASE("long, wide and deep queries are refused") {
  CHECK_FALSE(parse_query(std::string(5000, 'a'), k_now));
  std::string wide;
  for (int i = 0; i < 65; ++i) wide += "a ";
  CHECK_FALSE(parse_query(wide, k_now));
  CHECK_FALSE(parse_query(std::string(40, '(') + "a" + std::string(40, ')'), k_now));
  CHECK(parse_query(std::string(20, '(') + "a" + std::string(20, ')'), k_now));
}
