#include "app/command_forms.h"

#include <CLI/CLI.hpp>

#include "app/command_set.h"

namespace vigie {
namespace {

// CLI11 tells the words an option takes as part of its type: "TEXT:{text,json}".
std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

OptionForm form_of(const CLI::Option& option) {
  OptionForm form;
  for (const std::string& name : option.get_snames()) form.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) form.names.push_back("--" + name);
  form.about = option.get_description();
  form.choices = choices_of(option);
  form.takes_value = option.get_expected_max() > 0;
  return form;
}

std::string usage_of(const CLI::Option& positional) {
  std::string name = positional.get_name(/*positional=*/true);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  if (positional.get_expected_max() > 1) name += "…";
  return positional.get_required() ? name : "[" + name + "]";
}

void add_forms(const CLI::App& command, const std::string& name, std::vector<CommandForm>& forms) {
  CommandForm form;
  form.name = name;
  form.about = command.get_description();
  form.footer = command.get_footer();
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) {
      form.usage += (form.usage.empty() ? "" : " ") + usage_of(*option);
      form.argument_about = option->get_description();
    } else {
      form.options.push_back(form_of(*option));
    }
  }
  forms.push_back(std::move(form));
  for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; })) {
    add_forms(*below, name.empty() ? below->get_name() : name + " " + below->get_name(), forms);
  }
}

}  // namespace

std::vector<CommandForm> command_forms() {
  CLI::App app;
  CommandLine line;
  add_commands(app, line);
  std::vector<CommandForm> forms;
  add_forms(app, "", forms);
  return forms;
}

}  // namespace vigie
