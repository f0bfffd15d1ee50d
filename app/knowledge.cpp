#include "app/knowledge.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <tuple>

#include "app/actors_file.h"
#include "app/lexicon_file.h"
#include "app/table_reader.h"

namespace vigie {

namespace fs = std::filesystem;

LoadedTables read_tables(const KnowledgeFiles& files) {
  TableReader reader;
  LoadedTables loaded;
  std::vector<std::string> lexicons;
  std::error_code failed;
  for (fs::directory_iterator at(files.lexicons, failed), end; !failed && at != end; at.increment(failed)) {
    if (at->path().extension() == ".toml") lexicons.push_back(at->path().string());
  }
  std::sort(lexicons.begin(), lexicons.end());
  if (lexicons.empty()) reader.mistake(files.lexicons, 0, "no lexicon in this folder");
  for (const std::string& file : lexicons) read_lexicon(reader, file, loaded.tables);
  read_state_services(reader, files.states, loaded.tables);
  read_actors(reader, files.actors, loaded.tables);
  const fs::path names = fs::path(files.actors).parent_path() / "actor_names.toml";
  if (fs::exists(names, failed)) read_actor_names(reader, names.string(), loaded.tables);
  std::array<char, 17> version{};
  std::snprintf(version.data(), version.size(), "%016llx", static_cast<unsigned long long>(reader.hash()));
  loaded.tables.version = version.data();
  loaded.mistakes = reader.take_mistakes();
  for (classifier::TableMistake& mistake : classifier::check_tables(loaded.tables)) {
    loaded.mistakes.push_back({std::move(mistake.file), mistake.line, std::move(mistake.message)});
  }
  std::stable_sort(loaded.mistakes.begin(), loaded.mistakes.end(), [](const Mistake& a, const Mistake& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  });
  return loaded;
}

Expected<Knowledge> load_knowledge(const KnowledgeFiles& files, UrlRules url_rules) {
  LoadedTables loaded = read_tables(files);
  if (!loaded.mistakes.empty()) {
    const std::size_t others = loaded.mistakes.size() - 1;
    return failure(
        ErrorKind::invalid_config,
        to_string(loaded.mistakes.front()) + (others > 0 ? " (and " + std::to_string(others) + " more mistakes)" : ""));
  }
  return Knowledge{classifier::Classifier::build_checked(std::move(loaded.tables)), std::move(url_rules),
                   std::make_shared<const SiteRules>(files.sites)};
}

}  // namespace vigie
