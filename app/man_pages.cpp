#include <algorithm>

#include "app/manual.h"

namespace vigie {
namespace {

// A text of troff: backslashes and leading dots and quotes would be read as requests, "-" as a hyphen.
std::string troff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_start = c == '\n';
  }
  return out;
}

std::string page_name(const std::string& command) {
  std::string name = command.empty() ? "vigie" : "vigie-" + command;
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string heading(const std::string& command, const std::string& version, const std::string& date) {
  return ".TH " + upper(page_name(command)) + " 1 " + date + " \"vigie " + version + "\" \"vigie\"\n";
}

std::string options_section(const CommandForm& command) {
  std::string page;
  for (const OptionForm& option : command.options) {
    std::string names;
    for (const std::string& name : option.names) names += (names.empty() ? "\\fB" : ", \\fB") + troff(name) + "\\fR";
    if (!option.choices.empty()) {
      std::string words;
      for (const std::string& choice : option.choices) words += (words.empty() ? "" : " | ") + troff(choice);
      names += " " + words;
    } else if (option.takes_value) {
      names += " \\fIVALUE\\fR";
    }
    page += ".TP\n" + names + "\n" + troff(option.about) + "\n";
  }
  return page.empty() ? page : ".SH OPTIONS\n" + page;
}

// The footer's parts: "Example:" begins the examples, other headings stay in the description.
std::string footer_section(const std::string& footer) {
  if (footer.empty()) return {};
  const std::size_t example = footer.find("Example:\n");
  std::string page;
  if (example != 0) page += ".SH NOTES\n.nf\n" + troff(footer.substr(0, example)) + ".fi\n";
  if (example != std::string::npos)
    page += ".SH EXAMPLES\n.nf\n" + troff(footer.substr(example + std::string_view("Example:\n").size())) + "\n.fi\n";
  return page;
}

std::string see_also(const std::vector<CommandForm>& commands, const CommandForm& of) {
  std::string page = ".SH SEE ALSO\n";
  std::string names;
  const std::string family = of.name.substr(0, of.name.find(' '));
  for (const CommandForm& command : commands) {
    const bool relative =
        of.name.empty() || command.name.empty() || command.name.substr(0, command.name.find(' ')) == family;
    if (command.name == of.name || !relative) continue;
    names += (names.empty() ? "" : ",\n") + (".BR " + troff(page_name(command.name)) + " (1)");
  }
  return page + names + "\n";
}

std::string page_of(const CommandForm& command, const std::vector<CommandForm>& all, const std::string& version,
                    const std::string& date) {
  std::string page = heading(command.name, version, date);
  page += ".SH NAME\n" + troff(page_name(command.name)) + " \\- " + troff(command.about) + "\n.SH SYNOPSIS\n.B vigie";
  page += command.name.empty() ? "" : " " + command.name;
  page += "\n";
  if (!command.options.empty()) page += ".RI [ OPTIONS ]\n";
  if (!command.usage.empty()) page += ".I " + troff(command.usage) + "\n";
  if (!command.argument_about.empty())
    page += ".SH ARGUMENTS\n.TP\n.I " + troff(command.usage) + "\n" + troff(command.argument_about) + "\n";
  page += options_section(command);
  if (command.name.empty()) {
    page += ".SH COMMANDS\n";
    for (const CommandForm& each : all) {
      if (!each.name.empty()) page += ".TP\n.B " + troff(each.name) + "\n" + troff(each.about) + "\n";
    }
  }
  page += footer_section(command.footer);
  page += ".SH EXIT STATUS\n0 done, 1 failed, 2 wrong usage, 3 nothing found.\n";
  page += ".SH FILES\n.I /etc/vigie/vigie.toml\nis the configuration of an installed vigie; it explains itself.\n";
  return page + see_also(all, command);
}

}  // namespace

std::vector<ManualFile> man_pages(const std::vector<CommandForm>& commands, const std::string& version,
                                  const std::string& date) {
  std::vector<ManualFile> files;
  files.reserve(commands.size());
  for (const CommandForm& command : commands)
    files.push_back({page_name(command.name) + ".1", page_of(command, commands, version, date)});
  return files;
}

}  // namespace vigie
