#pragma once

#include <string>
#include <vector>

#include "digest/labels.h"
#include "model/digest.h"

namespace vigie::digest {

/// How a digest is printed. Nothing of it changes what is told.
struct RenderOptions {
  Time generated_at{};  // printed at the foot; Time{} prints none
  std::string generator = "vigie";
  std::string base_url;       // where digests and stories are served, for Atom ids and links; empty for none
  std::string feed_id;        // stable id of the Atom feed; empty: made from base_url
  int sources_shown = 8;      // per entry, the rest counted; the JSON form holds all
  int entries_in_full = 30;   // further ones tell headline, line and sources alone; the JSON form holds all
  bool quotations = true;     // evidence quotations with their capture time
  std::string html_template;  // mustache; empty: the built-in one
};

/// Plain UTF-8 text with line feeds, no control characters; a paragraph is one line, whatever its length.
std::string render_text(const Digest& digest, const Labels& labels, const RenderOptions& options = {});

/// CommonMark. Outside text is escaped so that it is text and nothing else, also in GitHub's dialect.
std::string render_markdown(const Digest& digest, const Labels& labels, const RenderOptions& options = {});

/// One self-contained HTML5 file: no script, no outside request, its own Content-Security-Policy.
std::string render_html(const Digest& digest, const Labels& labels, const RenderOptions& options = {});

/// JSON of INTERFACE.md: {"date", "stories": [{"id", "headline", "lang", "statements", "actors", "articles"}], …}.
std::string render_json(const Digest& digest, const Labels& labels, const RenderOptions& options = {});

/// Atom (RFC 4287): an entry for the digest itself with its HTML body, then one per statement first told in it.
std::string render_atom(const Digest& digest, const Labels& labels, const RenderOptions& options = {});

/// Atom feed of several digests, newest first, each with its statements.
std::string render_atom_feed(const std::vector<Digest>& digests, const Labels& labels,
                             const RenderOptions& options = {});

}  // namespace vigie::digest
