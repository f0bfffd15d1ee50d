#include "app/toml_file.h"

#include <catch2/catch.hpp>

using namespace vigie;

namespace {

std::string mistake_of(const std::string& text) {
  std::vector<Mistake> mistakes;
  const bool read = parse_toml(text, "f.toml", mistakes).has_value();
  CHECK(read == mistakes.empty());
  return mistakes.empty() ? "" : to_string(mistakes.front());
}

}  // namespace

TEST_CASE("letters beyond ASCII stand in quotes and comments", "[app]") {
  CHECK(mistake_of("\xEF\xBB\xBF# déjà\nname = \"海莲花\" # Ɣ\n'clé' = 'é'\n").empty());
  CHECK(mistake_of("text = \"\"\"une \"cité\"\nÉ\"\"\"\nraw = '''é\n'''\nescaped = \"\\\"é\"\n").empty());
}

TEST_CASE("a letter beyond ASCII outside of quotes is a mistake with its line", "[app]") {
  CHECK(mistake_of("a = 1\nÉtat = 2\n").rfind("f.toml:2: not valid TOML", 0) == 0);
  CHECK(mistake_of("Ɣ").rfind("f.toml:1: not valid TOML", 0) == 0);
  CHECK(mistake_of("a = 4җ").rfind("f.toml:1: not valid TOML", 0) == 0);
}

TEST_CASE("a file that cannot be read is one mistake", "[app]") {
  std::vector<Mistake> mistakes;
  CHECK_FALSE(read_toml("/nonexistent/file.toml", mistakes));
  REQUIRE(mistakes.size() == 1);
  CHECK(to_string(mistakes.front()) == "/nonexistent/file.toml: cannot read the file");
}
