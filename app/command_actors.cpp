#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/actor_merge.h"
#include "app/commands.h"
#include "app/input_file.h"
#include "app/knowledge.h"
#include "app/terminal.h"
#include "model/text.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

Expected<void> write_whole(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out) return {};
  return failure(ErrorKind::io, "cannot write " + path);
}

// The new file stands beside the old one until it is found sound; only then it takes the old one's place.
Expected<void> replace(const KnowledgeFiles& files, const std::string& target, const std::string& text) {
  const std::string draft = target + ".new";
  Expected<void> written = write_whole(draft, text);
  std::error_code failed;
  if (written) {
    const LoadedTables loaded = read_tables({files.lexicons, files.states, draft});
    if (!loaded.mistakes.empty())
      written = failure(ErrorKind::invalid_config,
                        "the merged file would be wrong, nothing is changed: " + to_string(loaded.mistakes.front()));
  }
  if (written) {
    fs::rename(draft, target, failed);
    if (failed) written = failure(ErrorKind::io, "cannot write " + target + ": " + failed.message());
  }
  if (!written) fs::remove(draft, failed);
  return written;
}

// The hand-kept names are read from the folder of the actors; a file written elsewhere takes them along.
void take_names_along(const std::string& from, const std::string& to) {
  const fs::path names = fs::path(from).parent_path() / "actor_names.toml";
  const fs::path copy = fs::path(to).parent_path() / "actor_names.toml";
  std::error_code failed;
  if (!fs::exists(names, failed) || fs::exists(copy, failed)) return;
  if (fs::copy_file(names, copy, failed)) say("copied " + names.string() + " beside it");
}

}  // namespace

ExitCode command_actors_update(Session& session) {
  const Expected<std::string> json = read_input(session.line.arguments.front());
  if (!json) return tell(json.error());
  const Expected<parsers::ThreatCatalogue> catalogue = parsers::read_threat_catalogue(*json);
  if (!catalogue)
    return tell(catalogue.error(), "MISP's threat-actor.json or MITRE's enterprise-attack.json is what is meant");
  const KnowledgeFiles files = knowledge_files(session.config);
  const LoadedTables loaded = read_tables(files);
  if (!loaded.mistakes.empty())
    return tell({ErrorKind::invalid_config, to_string(loaded.mistakes.front())}, "`vigie check` lists all mistakes");
  const Expected<std::string> text = read_input(files.actors);
  if (!text) return tell(text.error());

  const ActorMerge merge = merge_actors(*text, files.actors, loaded.tables.actors, *catalogue);
  for (const std::string& change : merge.changes) std::printf("%s\n", escape_controls(change).c_str());
  for (const std::string& left : merge.left) say("left alone: " + escape_controls(left));
  const std::string target = session.line.output.empty() ? files.actors : session.line.output;
  if (!session.line.dry_run && target != files.actors) take_names_along(files.actors, target);
  if (!session.line.dry_run && (!merge.changes.empty() || target != files.actors)) {
    if (const Expected<void> done = replace(files, target, merge.text); !done)
      return tell(done.error(), "write it elsewhere with --output FILE and set actors = \"FILE\" in the configuration");
  }
  say(std::to_string(merge.new_actors) + " new actors, " + std::to_string(merge.new_names) + " new names, " +
      std::to_string(merge.new_claims) + " new sponsor claims from " + std::to_string(catalogue->actors.size()) +
      " groups; " +
      (session.line.dry_run    ? "nothing written"
       : merge.changes.empty() ? "nothing to do"
                               : target));
  return ExitCode::done;
}

}  // namespace vigie
