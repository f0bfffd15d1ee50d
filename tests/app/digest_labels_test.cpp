#include "app/digest_labels.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/support/temporary_folder.h"

using namespace vigie;

namespace {

const std::string k_shipped = std::string(VIGIE_CONFIG) + "/digest/labels";

std::string shipped_file(const std::string& language) {
  std::ifstream file(k_shipped + "/" + language + ".toml");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The mistakes in French labels that are `text`.
std::vector<std::string> mistakes_in(const std::string& text) {
  const test::TemporaryFolder folder;
  folder.write("en.toml", shipped_file("en"));
  folder.write("fr.toml", text);
  std::vector<Mistake> mistakes;
  load_digest_labels(folder.path().string(), "fr", mistakes);
  std::vector<std::string> out;
  for (const Mistake& mistake : mistakes) {
    out.push_back((mistake.line > 0 ? std::to_string(mistake.line) + ": " : "") + mistake.message);
  }
  return out;
}

}  // namespace

TEST_CASE("the shipped labels of every language are without mistakes") {
  const std::vector<std::string> languages = digest_languages(k_shipped);
  CHECK(languages == std::vector<std::string>{"de", "en", "es", "fr", "nl"});
  for (const std::string& language : languages) {
    std::vector<Mistake> mistakes;
    const digest::Labels labels = load_digest_labels(k_shipped, language, mistakes);
    INFO((mistakes.empty() ? "" : to_string(mistakes.front())));
    CHECK(mistakes.empty());
    CHECK(labels.language == language);
    CHECK(labels.has("state.CN"));
  }
}

TEST_CASE("a form of a state's name is read beside the name") {
  std::vector<Mistake> mistakes;
  const digest::Labels labels = load_digest_labels(k_shipped, "fr", mistakes);
  CHECK(digest::state_name(labels, "US") == "États-Unis");
  CHECK(digest::state_name(labels, "US", "in") == "aux États-Unis");
  CHECK(digest::state_name(labels, "CU", "to") == "à Cuba");
}

TEST_CASE("no English form of a name stands in for another language's") {
  std::vector<Mistake> mistakes;
  const digest::Labels labels = load_digest_labels(k_shipped, "de", mistakes);
  CHECK(!labels.has("state.US.the"));
}

TEST_CASE("a label that is missing is told and read in English") {
  const std::vector<std::string> found =
      mistakes_in(replaced(shipped_file("fr"), "denials = \"Démentis et réponses\"\n", ""));
  CHECK(found == std::vector<std::string>{"no label section.denials (English: \"Denials and responses\")"});
}

TEST_CASE("an unknown label is told with its line and the nearest one") {
  const std::vector<std::string> found = mistakes_in(replaced(shipped_file("fr"), "\ndenials = ", "\ndenial = "));
  REQUIRE(found.size() == 2);
  CHECK(found[1].find(": unknown label section.denial; meant section.denials?") != std::string::npos);
}

TEST_CASE("a placeholder that the sentence cannot fill is told with its line") {
  const std::vector<std::string> found = mistakes_in(replaced(shipped_file("fr"), "{accused:the}", "{acused:the}"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].find(" has no placeholder {acused}") != std::string::npos);
}

TEST_CASE("a file that is not TOML is told with its line and English is used") {
  const std::vector<std::string> found = mistakes_in("language = \"fr\"\nname = = \"x\"\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].rfind("2: not valid TOML", 0) == 0);
}

TEST_CASE("a label that is no text is told") {
  const std::vector<std::string> found = mistakes_in(replaced(shipped_file("fr"), "brand = \"vigie\"", "brand = 7"));
  CHECK(std::count_if(found.begin(), found.end(), [](const std::string& text) {
          return text.find("digest.brand must be a text in quotes") != std::string::npos;
        }) == 1);
}

TEST_CASE("a language without a file is told and English is used") {
  std::vector<Mistake> mistakes;
  const digest::Labels labels = load_digest_labels(k_shipped, "xx", mistakes);
  REQUIRE(mistakes.size() == 1);
  CHECK(labels.language == "en");
  CHECK(labels.get("section.denials") == "Denials and responses");
}
