#include "digest/entry_view.h"
#include "digest/outside_text.h"
#include "digest/render.h"
#include "model/text.h"

namespace vigie::digest {
namespace {

std::string underlined(const std::string& title, char mark) {
  return title + "\n" + std::string(count_code_points(title), mark) + "\n";
}

/// A title in a right-to-left script, isolated so that the brackets and numbers around it stay in their places.
std::string isolated(const std::string& text) { return has_right_to_left(text) ? "\u2068" + text + "\u2069" : text; }

std::string trimmed_end(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

void add_entry(std::string& out, const EntryView& view, const Labels& labels, std::size_t number) {
  out += std::to_string(number) + ". [" + view.language + "] " + isolated(view.headline) + "\n";
  if (!view.gloss.empty()) out += "   = " + isolated(view.gloss) + "\n";
  const std::string line = plain(view.line);
  if (!line.empty()) out += "   " + line + "\n";
  if (!view.told.empty()) out += "   " + view.told + "\n";
  for (const std::string& change : view.changes) out += "   + " + change + "\n";
  if (!view.actors.empty()) {
    std::string actors;
    for (const std::string& actor : view.actors) actors += (actors.empty() ? "" : "; ") + isolated(actor);
    out += "   " + labelled(labels, "entry.actors", actors) + "\n";
  }
  if (!view.significance.empty()) out += "   " + labelled(labels, "entry.significance", view.significance) + "\n";
  for (const QuotationView& quotation : view.quotations) {
    out += "   " + labelled(labels, "entry.evidence", "“" + isolated(quotation.text) + "”");
    const std::string origin = isolated(quotation.origin) +
                               (quotation.origin.empty() || quotation.captured.empty() ? "" : ", ") +
                               quotation.captured;
    out += origin.empty() ? "\n" : " (" + origin + ")\n";
  }
  if (!view.sources.empty()) out += "   " + trimmed_end(labelled(labels, "entry.sources", "")) + "\n";
  for (const SourceView& source : view.sources) {
    out += "   - " + isolated(source.publisher) + " (" + source.authority + ", " + source.language + ")";
    out += source.url.empty() ? "\n" : " " + source.url + "\n";
  }
  if (!view.more.empty()) out += "   - " + view.more + "\n";
  out += "\n";
}

}  // namespace

std::string render_text(const Digest& digest, const Labels& labels, const RenderOptions& options) {
  std::string out = underlined(std::string(labels.get("digest.brand")) + ", " + day_name(labels, digest.date), '=');
  out += std::string(labels.get("digest.title")) + "\n" + summary_of(digest, labels) + "\n";
  if (!digest.entries.empty()) out += std::string(labels.get("digest.statement_not_truth")) + "\n";
  out += "\n";
  std::size_t number = 0;
  for (const SectionView& section : sections_of(digest, labels)) {
    out += underlined(section.name, '-') + "\n";
    for (const DigestEntry* entry : section.entries) {
      ++number;
      add_entry(out, view_of(*entry, digest, labels, options, number), labels, number);
    }
  }
  out += underlined(std::string(labels.get("health.title")), '-');
  bool first = true;
  for (const std::string& line : health_lines(digest, labels)) {
    out += (first ? "" : "- ") + isolated(line) + "\n";
    first = false;
  }
  const std::string signature = signature_of(labels, options);
  if (!signature.empty()) out += "\n" + signature + "\n";
  return out;
}

}  // namespace vigie::digest
