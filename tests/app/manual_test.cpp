#include <catch2/catch.hpp>

#include "app/manual.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace vigie;

namespace {

const CommandForm& form(const std::vector<CommandForm>& forms, const std::string& name) {
  const auto found =
      std::find_if(forms.begin(), forms.end(), [&](const CommandForm& each) { return each.name == name; });
  REQUIRE(found != forms.end());
  return *found;
}

std::string text_of(const std::vector<ManualFile>& files, const std::string& name) {
  for (const ManualFile& file : files) {
    if (file.name == name) return file.text;
  }
  FAIL("no file " << name);
  return {};
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Whether a shell accepts the file; true where the shell is not installed.
bool is_accepted(const std::string& command, const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / "vigie-completion-test";
  std::ofstream(path) << text;
  const std::string line = "command -v " + command.substr(0, command.find(' ')) + " > /dev/null || exit 0; " + command +
                           " " + path.string() + " 2>&1";
  const bool accepted = std::system(("sh -c '" + line + "'").c_str()) == 0;
  std::filesystem::remove(path);
  return accepted;
}

}  // namespace

TEST_CASE("every command tells what it does and gives a worked example") {
  for (const CommandForm& command : command_forms()) {
    INFO(command.name);
    CHECK_FALSE(command.about.empty());
    if (!command.name.empty() && command.name != "sources") CHECK(holds(command.footer, "Example:\n  vigie "));
  }
}

TEST_CASE("a command's form knows its options, their words and its arguments") {
  const std::vector<CommandForm> forms = command_forms();
  const CommandForm& search = form(forms, "search");
  CHECK(search.usage == "[QUERY…]");
  const auto sort = std::find_if(search.options.begin(), search.options.end(),
                                 [](const OptionForm& option) { return option.names.back() == "--sort"; });
  REQUIRE(sort != search.options.end());
  CHECK(sort->choices == std::vector<std::string>{"newest", "relevance"});
  CHECK(form(forms, "sources add").usage == "URL");
}

TEST_CASE("there is a man page for vigie and for each command") {
  const std::vector<CommandForm> forms = command_forms();
  const std::vector<ManualFile> pages = man_pages(forms, "1.2.3", "2026-11-24");
  CHECK(pages.size() == forms.size());
  const std::string page = text_of(pages, "vigie-sources-add.1");
  CHECK(holds(page, ".TH VIGIE-SOURCES-ADD 1 2026-11-24 \"vigie 1.2.3\""));
  CHECK(holds(page, ".SH EXAMPLES"));
  CHECK(holds(text_of(pages, "vigie.1"), ".B sources add"));
}

TEST_CASE("a man page's text is no request to troff") {
  CommandForm command;
  command.name = "try";
  command.about = ".so /etc/passwd \\fB and 'quotes'";
  const std::string page = man_pages({command}, "1", "2026-11-24").front().text;
  CHECK(holds(page, "\\&.so"));
  CHECK(holds(page, "\\efB"));
  CHECK_FALSE(holds(page, "\n.so"));
}

TEST_CASE("the shells accept their completions") {
  const std::vector<ManualFile> files = completions(command_forms());
  CHECK(is_accepted("bash -n", text_of(files, "vigie.bash")));
  CHECK(is_accepted("zsh -n", text_of(files, "_vigie")));
  CHECK(is_accepted("fish -n", text_of(files, "vigie.fish")));
}
