#include <algorithm>

#include "app/manual.h"

namespace vigie {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Commands right below one: "" has "run" and "sources", "sources" has "add".
std::vector<const CommandForm*> below(const std::vector<CommandForm>& commands, const std::string& parent) {
  std::vector<const CommandForm*> found;
  const std::string prefix = parent.empty() ? "" : parent + " ";
  for (const CommandForm& command : commands) {
    const bool inside = !command.name.empty() && command.name.starts_with(prefix) && command.name != parent;
    if (inside && command.name.find(' ', prefix.size()) == std::string::npos) found.push_back(&command);
  }
  return found;
}

// --config and --db may stand behind any command; --help is each one's own.
std::vector<CommandForm> with_global_options(std::vector<CommandForm> commands) {
  for (std::size_t i = 1; i < commands.size(); ++i) {
    for (const OptionForm& option : commands[0].options) {
      if (option.takes_value) commands[i].options.push_back(option);
    }
  }
  return commands;
}

std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

std::vector<std::string> option_names(const CommandForm& command) {
  std::vector<std::string> names;
  for (const OptionForm& option : command.options) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

// Within single quotes of a shell.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string bash(const std::vector<CommandForm>& commands) {
  std::string words;
  std::string values;
  for (const CommandForm& command : commands) {
    std::vector<std::string> known = option_names(command);
    for (const CommandForm* each : below(commands, command.name)) known.push_back(last_word(each->name));
    words += "    " + quoted(command.name) + ") words=" + quoted(joined(known)) + " ;;\n";
    for (const OptionForm& option : command.options) {
      if (!option.choices.empty())
        values += "    " + quoted(command.name + " " + option.names.back()) +
                  ") words=" + quoted(joined(option.choices)) + " ;;\n";
    }
  }
  return R"(# bash completion for vigie; made from the program's own table of commands.
_vigie() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= words= word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command${command:+ }$word" in
)" +
         [&] {
           std::string names;
           for (const CommandForm& command : commands) {
             if (!command.name.empty()) names += (names.empty() ? "      " : "|") + quoted(command.name);
           }
           return names;
         }() +
         R"() command="$command${command:+ }$word" ;;
    esac
  done
  case "$command $previous" in
)" + values +
         R"(  esac
  [ -n "$words" ] || case "$command" in
)" + words +
         R"(  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  [ ${#COMPREPLY[@]} -gt 0 ] || mapfile -t COMPREPLY < <(compgen -f -- "$current")
}
complete -o filenames -F _vigie vigie
)";
}

// _describe and _arguments take "[" and ":" as their own marks.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_arguments(const CommandForm& command) {
  std::string out = "_arguments";
  for (const OptionForm& option : command.options) {
    const std::string value = !option.choices.empty() ? ":value:(" + joined(option.choices) + ")"
                              : option.takes_value    ? ":value:_files"
                                                      : "";
    for (const std::string& name : option.names)
      out += " \\\n        " + quoted(name + "[" + zsh_text(option.about) + "]" + value);
  }
  return out + " \\\n        '*:file:_files'";
}

std::string zsh(const std::vector<CommandForm>& commands) {
  std::string lists;
  std::string cases;
  for (const CommandForm& command : commands) {
    const std::vector<const CommandForm*> inside = below(commands, command.name);
    if (inside.empty()) {
      cases += "    " + quoted(command.name) + ")\n      " + zsh_arguments(command) + " ;;\n";
      continue;
    }
    std::string described;
    for (const CommandForm* each : inside)
      described += " \\\n        " + quoted(zsh_text(last_word(each->name)) + ":" + each->about);
    cases += "    " + quoted(command.name) + ")\n      local -a known=(" + described +
             ")\n      _describe command known ;;\n";
  }
  for (const CommandForm& command : commands) {
    if (!command.name.empty()) lists += (lists.empty() ? "" : "|") + quoted(command.name);
  }
  return R"(#compdef vigie
# zsh completion for vigie; made from the program's own table of commands.
_vigie() {
  local command= word
  for word in ${words[2,CURRENT-1]}; do
    case "$command${command:+ }$word" in
      )" +
         lists + R"() command="$command${command:+ }$word" ;;
    esac
  done
  case "$command" in
)" + cases +
         R"(  esac
}
_vigie "$@"
)";
}

std::string fish(const std::vector<CommandForm>& commands) {
  std::string out = "# fish completion for vigie; made from the program's own table of commands.\n";
  for (const CommandForm& command : commands) {
    std::string when = "__fish_use_subcommand";
    if (!command.name.empty()) {
      when.clear();
      for (std::size_t at = 0; at <= command.name.size();) {
        const std::size_t end = std::min(command.name.find(' ', at), command.name.size());
        when += (when.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + command.name.substr(at, end - at));
        at = end + 1;
      }
    }
    for (const CommandForm* each : below(commands, command.name))
      out += "complete -c vigie -f -n " + quoted(when) + " -a " + last_word(each->name) + " -d " + quoted(each->about) +
             "\n";
    for (const OptionForm& option : command.options) {
      out += "complete -c vigie -n " + quoted(when);
      for (const std::string& name : option.names)
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.choices.empty())
        out += " -x -a " + quoted(joined(option.choices));
      else if (option.takes_value)
        out += " -r";
      out += " -d " + quoted(option.about) + "\n";
    }
  }
  return out;
}

}  // namespace

std::vector<ManualFile> completions(const std::vector<CommandForm>& forms) {
  const std::vector<CommandForm> commands = with_global_options(forms);
  return {{"vigie.bash", bash(commands)}, {"_vigie", zsh(commands)}, {"vigie.fish", fish(commands)}};
}

}  // namespace vigie
