#include "digest/entry_view.h"
#include "digest/outside_text.h"
#include "digest/render.h"

namespace vigie::digest {
namespace {

std::string label(const Labels& labels, std::string_view key) { return markdown_text(labels.get(key)); }

/// "Sources: " before a text that is Markdown already.
std::string lead(const Labels& labels, std::string_view key) { return "- " + markdown_text(labelled(labels, key, "")); }

/// Text in its own direction: Markdown has no way to say it, Unicode isolates do.
std::string isolated(const std::string& text) {
  const std::string escaped = markdown_text(text);
  return has_right_to_left(text) ? "\u2068" + escaped + "\u2069" : escaped;
}

std::string linked(const std::string& text, const std::string& url) {
  return url.empty() ? isolated(text) : "[" + isolated(text) + "](<" + url + ">)";
}

std::string line_text(const std::vector<LinePart>& line) {
  std::string out;
  bool strong = false;
  for (const LinePart& part : line) {
    if (part.speaker != strong) out += "**";
    strong = part.speaker;
    out += part.foreign ? isolated(part.text) : markdown_text(part.text);
  }
  return strong ? out + "**" : out;
}

void add_entry(std::string& out, const EntryView& view, const Labels& labels, std::size_t number) {
  out += "### " + std::to_string(number) + "\\. " + linked(view.headline, view.url) + " `" + view.language + "`\n\n";
  if (!view.gloss.empty()) out += "*" + isolated(view.gloss) + "*\n\n";
  if (!view.line.empty()) out += line_text(view.line) + "\n\n";
  if (!view.told.empty()) out += "**" + markdown_text(view.told) + "**\n\n";
  for (const std::string& change : view.changes) out += "- " + isolated(change) + "\n";
  if (!view.changes.empty()) out += "\n";
  if (!view.actors.empty()) {
    out += lead(labels, "entry.actors");
    for (std::size_t i = 0; i < view.actors.size(); ++i) out += (i == 0 ? "" : "; ") + isolated(view.actors[i]);
    out += "\n";
  }
  if (!view.significance.empty()) {
    out += lead(labels, "entry.significance") + markdown_text(view.significance) + "\n";
  }
  if (!view.sources.empty()) {
    out += lead(labels, "entry.sources");
    for (std::size_t i = 0; i < view.sources.size(); ++i) {
      const SourceView& source = view.sources[i];
      out += (i == 0 ? "" : ", ") + linked(source.publisher, source.url) + " (" + markdown_text(source.authority) +
             ", " + source.language + ")";
    }
    if (!view.more.empty()) out += "; " + markdown_text(view.more);
    out += "\n";
  }
  out += "\n";
  for (const QuotationView& quotation : view.quotations) {
    out += "> “" + isolated(quotation.text) + "”";
    if (!quotation.origin.empty()) out += "  \n> — " + linked(quotation.origin, quotation.url);
    if (!quotation.captured.empty()) out += ", " + markdown_text(quotation.captured);
    out += "\n\n";
  }
}

}  // namespace

std::string render_markdown(const Digest& digest, const Labels& labels, const RenderOptions& options) {
  std::string out = "# " + label(labels, "digest.brand") + ", " + markdown_text(day_name(labels, digest.date)) + "\n\n";
  out += label(labels, "digest.title") + "\n\n" + markdown_text(summary_of(digest, labels)) + "\n\n";
  if (!digest.entries.empty()) out += "*" + label(labels, "digest.statement_not_truth") + "*\n\n";
  std::size_t number = 0;
  for (const SectionView& section : sections_of(digest, labels)) {
    out += "## " + markdown_text(section.name) + "\n\n";
    for (const DigestEntry* entry : section.entries) {
      ++number;
      add_entry(out, view_of(*entry, digest, labels, options, number), labels, number);
    }
  }
  out += "## " + label(labels, "health.title") + "\n\n";
  bool first = true;
  for (const std::string& line : health_lines(digest, labels)) {
    out += (first ? "" : "- ") + isolated(line) + (first ? "\n\n" : "\n");
    first = false;
  }
  const std::string signature = signature_of(labels, options);
  if (!signature.empty()) out += (out.ends_with("\n\n") ? "" : "\n") + markdown_text(signature) + "\n";
  return out;
}

}  // namespace vigie::digest
