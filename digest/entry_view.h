#pragma once

#include <string>
#include <vector>

#include "digest/labels.h"
#include "digest/render.h"
#include "digest/statement_line.h"
#include "model/digest.h"

namespace vigie::digest {

/// What every printed form says of an entry, in the reader's words, outside text cleaned but not yet escaped.
struct SourceView {
  std::string publisher;
  std::string authority;  // label
  std::string title;
  std::string url;       // safe, or empty
  std::string language;  // tag
};

struct QuotationView {
  std::string text;
  std::string language;
  std::string origin;    // the publisher
  std::string captured;  // "captured 18 July 2022, 05:40 UTC", or empty
  std::string url;
};

struct EntryView {
  std::string headline;
  std::string language;  // tag, "und" when unknown
  std::string url;       // of the foremost source
  std::string gloss;     // with its mark, or empty
  std::vector<LinePart> line;
  std::string told;                  // "Changed since we told you on …", or empty
  std::vector<std::string> changes;  // in words
  std::vector<std::string> actors;   // "GALLIUM (also named UNSC 2814)"
  std::string significance;          // empty in brief
  std::vector<QuotationView> quotations;
  std::vector<SourceView> sources;  // at most options.sources_shown, copies left out
  std::string more;                 // "3 further sources; 5 syndicated copies folded", or empty
};

/// `number` counts the digest's entries from 1: those behind options.entries_in_full are told in brief.
EntryView view_of(const DigestEntry& entry, const Digest& digest, const Labels& labels, const RenderOptions& options,
                  std::size_t number = 1);

/// Entries of one section, in order; sections without entries are left out.
struct SectionView {
  DigestSection section;
  std::string name;
  std::vector<const DigestEntry*> entries;
};
std::vector<SectionView> sections_of(const Digest& digest, const Labels& labels);

/// "3 stories from 7 relevant articles; 412 articles read, 118 of 980 sources looked at", or what a quiet day says.
std::string summary_of(const Digest& digest, const Labels& labels);

/// The foot: one line on what was looked at, then one a source in trouble (at most `most`, the rest counted).
std::vector<std::string> health_lines(const Digest& digest, const Labels& labels, std::size_t most = 25);

/// One source's health: "Daily Example: silent since 18 July 2026 (no new entry for 9 days)".
std::string health_line(const DigestHealth& health, std::string_view time_zone, const Labels& labels);

/// A BCP 47 tag fit for an attribute; "und" for anything that is none.
std::string language_tag(std::string_view tag);

/// "Written by vigie at …", or empty without a time.
std::string signature_of(const Labels& labels, const RenderOptions& options);

}  // namespace vigie::digest
