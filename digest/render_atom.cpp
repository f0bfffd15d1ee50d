#include <algorithm>

#include "digest/compose.h"
#include "digest/entry_view.h"
#include "digest/html_template.h"
#include "digest/outside_text.h"
#include "digest/render.h"
#include "digest/stable_id.h"

namespace vigie::digest {
namespace {

std::string element(const char* name, const std::string& text) {
  return std::string("<") + name + ">" + xml_text(text) + "</" + name + ">\n";
}

/// Where the feed lives: a served address where there is one, else a UUID that is the same on every run.
std::string feed_id(const RenderOptions& options) {
  if (!options.feed_id.empty()) return options.feed_id;
  return options.base_url.empty() ? "urn:uuid:" + stable_uuid("digests") : options.base_url + "/digests";
}

std::string digest_id(const Digest& digest, const RenderOptions& options) {
  if (!options.base_url.empty()) return options.base_url + "/digests/" + digest.date;
  return "urn:uuid:" + stable_uuid(feed_id(options) + "/" + digest.date);
}

Time told_at(const Digest& digest, const RenderOptions& options) {
  return digest.until != Time{} ? digest.until : options.generated_at;
}

std::string digest_link(const Digest& digest, const RenderOptions& options) {
  if (options.base_url.empty()) return {};
  return "<link rel=\"alternate\" type=\"text/html\" href=\"" + xml_text(digest_id(digest, options)) + "\"/>\n";
}

std::string digest_entry(const Digest& digest, const Labels& labels, const RenderOptions& options) {
  std::string out = "<entry>\n";
  out += element("id", digest_id(digest, options));
  out += element("title", std::string(labels.get("digest.brand")) + ", " + day_name(labels, digest.date));
  out += element("updated", format_iso8601(told_at(digest, options)));
  out += digest_link(digest, options);
  out += element("summary", summary_of(digest, labels));
  RenderOptions fragment = options;
  fragment.html_template = html_fragment_template();
  out += "<content type=\"html\">" + xml_text(render_html(digest, labels, fragment)) + "</content>\n</entry>\n";
  return out;
}

/// The statements of an entry that this digest tells for the first time.
std::vector<std::size_t> new_statements(const DigestEntry& entry) {
  std::vector<std::size_t> out;
  if (entry.told_at == Time{}) {
    for (std::size_t i = 0; i < entry.statements.size(); ++i) out.push_back(i);
    return out;
  }
  for (const DigestChange& change : entry.changes) {
    if (change.kind == "statement") out.push_back(change.statement);
  }
  return out;
}

std::string statement_entry(const Digest& digest, const DigestEntry& entry, std::size_t index, const Labels& labels,
                            const RenderOptions& options) {
  const Statement& said = entry.statements[index];
  const std::string url = safe_link(said.article_url);
  std::string out = "<entry>\n";
  out += element("id", "urn:uuid:" + stable_uuid(feed_id(options) + "/" + std::to_string(entry.story) + "/" +
                                                 statement_key(said)));
  out += element("title", plain(statement_clause(entry, index, labels, digest.time_zone)));
  out += element("updated",
                 format_iso8601(std::min(said.at == Time{} ? digest.until : said.at, told_at(digest, options))));
  if (!url.empty()) out += "<link rel=\"via\" href=\"" + xml_text(url) + "\"/>\n";
  const std::string publisher = clean_line(said.publisher, 80);
  if (!publisher.empty()) out += "<author>" + element("name", publisher) + "</author>\n";
  out += "<category term=\"" + std::string(to_string(said.attribution.act)) + "\"/>\n";
  for (const std::string& state : said.attribution.accused_states) {
    out += "<category scheme=\"urn:iso:std:iso:3166\" term=\"" + xml_text(clean_line(state, 3)) + "\"/>\n";
  }
  const std::string quotation = clean_line(said.quotation, 500);
  if (!quotation.empty()) {
    out += "<summary xml:lang=\"" + language_tag(said.language) + "\">" + xml_text(quotation) + "</summary>\n";
  } else {
    out += element("summary", clean_line(entry.headline, 300));
  }
  return out + "</entry>\n";
}

}  // namespace

std::string render_atom_feed(const std::vector<Digest>& digests, const Labels& labels, const RenderOptions& options) {
  Time updated = options.generated_at;
  if (!digests.empty()) updated = told_at(digests.front(), options);
  for (const Digest& digest : digests) updated = std::max(updated, told_at(digest, options));
  std::string out =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      language_tag(labels.language) + "\">\n";
  out += element("id", feed_id(options));
  out += element("title", std::string(labels.get("digest.brand")) + ": " + std::string(labels.get("digest.title")));
  out += element("updated", format_iso8601(updated));
  out += "<author>" + element("name", options.generator) + "</author>\n";
  out += "<generator>" + xml_text(options.generator) + "</generator>\n";
  if (!options.base_url.empty()) {
    out += "<link rel=\"self\" href=\"" + xml_text(options.base_url + "/digests.atom") + "\"/>\n";
  }
  for (const Digest& digest : digests) {
    out += digest_entry(digest, labels, options);
    for (const DigestEntry& entry : digest.entries) {
      for (std::size_t index : new_statements(entry)) out += statement_entry(digest, entry, index, labels, options);
    }
  }
  return out + "</feed>\n";
}

std::string render_atom(const Digest& digest, const Labels& labels, const RenderOptions& options) {
  return render_atom_feed({digest}, labels, options);
}

}  // namespace vigie::digest
