#include "app/actor_merge.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

#include "app/text_forms.h"
#include "classifier/actors.h"
#include "model/text.h"

namespace vigie {
namespace {

using classifier::ActorRow;
using parsers::CatalogueActor;

constexpr std::size_t k_columns = 4;  // kind | sponsors | aliases | ordinary words

// "Bottle", "SUMMIT", "Group 3": a name nobody could tell from common words. "MuddyWater" and "APT28" are told.
bool is_plain_word(std::string_view name) {
  bool inner_capital = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) return false;
    inner_capital = inner_capital || (i > 0 && c <= 'Z' && name[i - 1] >= 'a');
  }
  return !inner_capital;
}

/// A row that stands on one line of the file: `"name" = "kind | sponsors | aliases | ordinary words"`.
struct RowLine {
  std::string head;  // up to and with the value's opening quotation mark
  std::array<std::string, k_columns> columns;
  std::string tail;  // from the closing mark on
};

std::optional<RowLine> read_row(std::string_view line) {
  const std::size_t sign = line.find("= \"");
  const std::size_t end = line.rfind('"');
  if (sign == std::string_view::npos || end <= sign + 2 || line.substr(sign + 2, 3) == "\"\"\"") return std::nullopt;
  RowLine row;
  row.head = line.substr(0, sign + 3);
  row.tail = line.substr(end);
  const std::string_view value = line.substr(sign + 3, end - sign - 3);
  if (value.find_first_of("\\\"") != std::string_view::npos) return std::nullopt;
  std::size_t column = 0;
  for (const char c : value) {
    if (c == '|' && ++column >= k_columns) return std::nullopt;
    if (c != '|') row.columns[column] += c;
  }
  if (column + 1 != k_columns) return std::nullopt;
  for (std::string& text : row.columns) text = trim_ascii(std::string(text));
  return row;
}

std::string write_row(const RowLine& row) {
  return row.head + row.columns[0] + " | " + row.columns[1] + " | " + row.columns[2] + " | " + row.columns[3] +
         row.tail;
}

void append_item(std::string& list, std::string_view separator, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

// "RU (cfr); IL (misp)" with one claim more.
void add_claim(std::string& sponsors, const std::string& state, const std::string& source) {
  const std::size_t at = sponsors.find(state + " (");
  if (at == std::string::npos) {
    append_item(sponsors, "; ", state + " (" + source + ")");
  } else if (const std::size_t close = sponsors.find(')', at); close != std::string::npos) {
    sponsors.insert(close, ", " + source);
  }
}

class Merger {
 public:
  Merger(std::string_view text, const std::string& file, const std::vector<ActorRow>& rows, std::string source)
      : file_(file), source_(std::move(source)), rows_(rows) {
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      lines_.emplace_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    while (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      learn(rows_[i].canonical, i);
      for (const std::string& alias : rows_[i].aliases) learn(alias, i);
    }
  }

  void add(const CatalogueActor& actor) {
    const std::optional<std::size_t> known = find(actor);
    known ? extend(*known, actor) : begin(actor);
  }

  ActorMerge finish() {
    for (const std::string& line : lines_) merge_.text += line + "\n";
    for (const std::string& line : fresh_) merge_.text += line + "\n";
    return std::move(merge_);
  }

 private:
  void learn(const std::string& name, std::size_t row) { bearers_[classifier::squeezed(name)].push_back(row); }

  bool bears(std::size_t row, const std::string& name) const {
    const auto found = bearers_.find(classifier::squeezed(name));
    return found != bearers_.end() && std::find(found->second.begin(), found->second.end(), row) != found->second.end();
  }

  // The row that is meant: the one whose own name the catalogue's name is; else the one that bears the catalogue's name
  // and most of its aliases; else the one two of whose names the catalogue gives.
  std::optional<std::size_t> find(const CatalogueActor& actor) const {
    std::map<std::size_t, std::size_t> points;
    const std::string key = classifier::squeezed(actor.name);
    if (const auto named = bearers_.find(key); named != bearers_.end()) {
      for (const std::size_t row : named->second) {
        points[row] += row < rows_.size() && classifier::squeezed(rows_[row].canonical) == key ? 1000 : 2;
      }
    }
    for (const std::string& alias : actor.aliases) {
      const auto found = bearers_.find(classifier::squeezed(alias));
      if (found == bearers_.end()) continue;
      for (const std::size_t row : found->second) ++points[row];
    }
    std::optional<std::size_t> best;
    for (const auto& [row, count] : points) {
      if (count >= 2 && (!best || count > points[*best])) best = row;
    }
    return best;
  }

  void extend(std::size_t index, const CatalogueActor& actor) {
    if (index >= rows_.size()) return;  // the catalogue tells one group twice
    const ActorRow& row = rows_[index];
    std::vector<std::string> names;
    for (const std::string& name : all_names(actor)) {
      if (!bears(index, name)) names.push_back(name);
    }
    const bool claimed = std::any_of(row.sponsors.begin(), row.sponsors.end(), [&](const auto& claim) {
      return claim.first == actor.sponsor && claim.second == source_;
    });
    const bool claims = !actor.sponsor.empty() && !claimed;
    if (names.empty() && !claims) return;
    std::string* line = line_of(row);
    std::optional<RowLine> written = line != nullptr ? read_row(*line) : std::nullopt;
    if (!written) {
      merge_.left.push_back("\"" + row.canonical + "\" does not stand on a line of its own in this file: " +
                            (names.empty() ? "" : "names " + joined(names, ", ") + "; ") +
                            (claims ? "sponsor " + actor.sponsor : ""));
      return;
    }
    for (const std::string& name : names) {
      append_item(written->columns[2], ", ", name);
      if (is_plain_word(name)) append_item(written->columns[3], ", ", name);
      learn(name, index);
      ++merge_.new_names;
      merge_.changes.push_back("new name   " + name + " of " + row.canonical);
    }
    if (claims) {
      add_claim(written->columns[1], actor.sponsor, source_);
      ++merge_.new_claims;
      merge_.changes.push_back("new claim  " + actor.sponsor + " (" + source_ + ") of " + row.canonical);
    }
    *line = write_row(*written);
  }

  void begin(const CatalogueActor& actor) {
    const std::string claim = actor.sponsor.empty() ? "" : actor.sponsor + " (" + source_ + ")";
    std::vector<std::string> ordinary;
    for (const std::string& name : all_names(actor)) {
      if (is_plain_word(name)) ordinary.push_back(name);
      learn(name, rows_.size() + fresh_.size());
    }
    fresh_.push_back("\"" + actor.name + "\" = \"" + actor.kind + " | " + claim + " | " + joined(actor.aliases, ", ") +
                     " | " + joined(ordinary, ", ") + "\"");
    ++merge_.new_actors;
    merge_.changes.push_back("new actor  " + actor.name + (claim.empty() ? "" : ", " + claim));
  }

  static std::vector<std::string> all_names(const CatalogueActor& actor) {
    std::vector<std::string> names{actor.name};
    names.insert(names.end(), actor.aliases.begin(), actor.aliases.end());
    return names;
  }

  std::string* line_of(const ActorRow& row) {
    const bool here = row.file == file_ && row.line >= 1 && static_cast<std::size_t>(row.line) <= lines_.size();
    return here ? &lines_[static_cast<std::size_t>(row.line) - 1] : nullptr;
  }

  const std::string& file_;
  std::string source_;
  const std::vector<ActorRow>& rows_;
  std::vector<std::string> lines_;
  std::vector<std::string> fresh_;
  std::unordered_map<std::string, std::vector<std::size_t>> bearers_;  // by squeezed name
  ActorMerge merge_;
};

}  // namespace

ActorMerge merge_actors(std::string_view text, const std::string& file, const std::vector<ActorRow>& rows,
                        const parsers::ThreatCatalogue& catalogue) {
  Merger merger(text, file, rows, catalogue.source);
  for (const CatalogueActor& actor : catalogue.actors) merger.add(actor);
  return merger.finish();
}

}  // namespace vigie
