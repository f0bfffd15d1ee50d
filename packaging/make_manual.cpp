// make_manual FOLDER VERSION DATE: writes the man pages and the shells' completions, from the program's own table of
// commands. Run by the build.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/manual.h"

namespace {

bool write(const std::filesystem::path& folder, const std::vector<vigie::ManualFile>& files) {
  std::filesystem::create_directories(folder);
  for (const vigie::ManualFile& file : files) {
    std::ofstream out(folder / file.name, std::ios::binary);
    out << file.text;
    if (!out.flush()) {
      std::fprintf(stderr, "make_manual: cannot write %s\n", (folder / file.name).c_str());
      return false;
    }
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: make_manual FOLDER VERSION DATE\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::vector<vigie::CommandForm> commands = vigie::command_forms();
  const bool written = write(folder / "man", vigie::man_pages(commands, argv[2], argv[3])) &&
                       write(folder / "completions", vigie::completions(commands));
  return written ? 0 : 1;
}
