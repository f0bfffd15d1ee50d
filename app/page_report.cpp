#include "app/page_report.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "app/terminal.h"
#include "app/text_forms.h"
#include "model/text.h"

namespace vigie {
namespace {

using parsers::DroppedBlock;

constexpr std::size_t k_line_bytes = 100;  // of the texts of a line

/// Neighbours that were dropped for one reason: a menu is one line, not forty.
struct Run {
  std::string reason;
  std::string text;
  int blocks = 0;
};

void add_to(Run& run, const std::string& text) {
  ++run.blocks;
  if (run.text.size() >= k_line_bytes) return;
  if (!run.text.empty()) run.text += " · ";
  run.text += collapse_space(text);
}

std::string line_of(const Run& run) {
  if (run.text.size() <= k_line_bytes) return run.text;
  return std::string(clip_utf8(run.text, k_line_bytes)) + "…";
}

std::string reason_of(const Run& run) {
  return run.blocks == 1 ? run.reason : run.reason + " ×" + std::to_string(run.blocks);
}

std::vector<Run> dropped_inside(const std::vector<DroppedBlock>& dropped) {
  std::vector<Run> runs;
  for (const DroppedBlock& block : dropped) {
    if (!block.inside) continue;
    if (runs.empty() || runs.back().reason != block.reason) runs.push_back({block.reason, {}, 0});
    add_to(runs.back(), block.text);
  }
  return runs;
}

/// One run a reason, the most frequent first.
std::vector<Run> dropped_elsewhere(const std::vector<DroppedBlock>& dropped) {
  std::vector<Run> runs;
  for (const DroppedBlock& block : dropped) {
    if (block.inside) continue;
    auto run = std::find_if(runs.begin(), runs.end(), [&](const Run& other) { return other.reason == block.reason; });
    if (run == runs.end()) run = runs.insert(runs.end(), {block.reason, {}, 0});
    add_to(*run, block.text);
  }
  std::stable_sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.blocks > b.blocks; });
  return runs;
}

std::string table_of(std::string_view heading, const std::vector<Run>& runs) {
  std::string text = "\n" + std::string(heading) + "\n";
  if (runs.empty()) return text + "  nothing\n";
  std::vector<std::vector<std::string>> rows;
  for (const Run& run : runs) rows.push_back({"  " + reason_of(run), line_of(run)});
  return text + text_table(rows);
}

std::string witnesses(const std::vector<parsers::MetadataSource>& sources) {
  std::vector<std::vector<std::string>> rows;
  for (const parsers::MetadataSource& source : sources) {
    const std::string value = collapse_space(source.value);
    const bool whole = value.size() <= k_line_bytes;
    rows.push_back({std::string("  ") + (source.chosen ? "*" : " "), source.field, source.source,
                    whole ? value : std::string(clip_utf8(value, k_line_bytes)) + "…"});
  }
  return text_table(rows);
}

}  // namespace

std::string page_report(const parsers::PageReading& reading) {
  const std::string container = reading.container.empty() ? "none" : escape_controls(reading.container);
  std::string text = "\nstage       " + escape_controls(reading.stage) + "\ncontainer   " + container + "\n";
  text += "\nwitnesses of each field, * the chosen one\n" + witnesses(reading.metadata);
  text += table_of("dropped out of the container, in order", dropped_inside(reading.dropped));
  text += table_of("dropped around it", dropped_elsewhere(reading.dropped));
  return text;
}

}  // namespace vigie
