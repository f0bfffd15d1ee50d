#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "parsers/feed_draft.h"
#include "parsers/feed_names.h"
#include "parsers/xml_scanner.h"

namespace vigie::parsers {

/// An element of a feed with all that decides what it means.
struct FeedElement {
  XmlTag tag;
  FeedSpace space = FeedSpace::none;
  FieldMeaning meaning;
  bool atom = false;                    // read by Atom's rules
  const Url* base = nullptr;            // xml:base in force, else the feed's address; may be null
  const Url* site = nullptr;            // base of RSS's links; may be null
  std::optional<std::string> language;  // the element's own xml:lang
};

/// Whose fields are read.
enum class FieldScope { feed, entry };

/// Reads the contents of a feed's elements into drafts.
class FieldReader {
 public:
  /// `entities` and `repairs` outlive the reader. `max_text_bytes` is FeedContext's.
  FieldReader(const XmlEntities& entities, std::size_t max_text_bytes, Repairs& repairs)
      : entities_(entities), max_text_bytes_(max_text_bytes), repairs_(repairs) {}

  /// Reads a field whose content between its tags is `raw`.
  void read(const FeedElement& element, std::string_view raw, FieldScope scope, FeedDraft& draft) const;

  /// Reads what CDF and RDF say in the attributes of a channel's or item's own tag.
  void read_attributes(const FeedElement& element, FieldScope scope, FeedDraft& draft) const;

 private:
  std::string token(std::string_view raw) const;
  std::string clipped(std::string text) const;
  std::string text_of(const FeedElement& element, std::string_view raw) const;
  std::string person(std::string_view raw) const;
  void note_language(const FeedElement& element, FieldScope scope, FeedDraft& draft) const;
  void read_title(const FeedElement& element, std::string_view raw, FieldScope scope, FeedDraft& draft) const;
  void read_summary(const FeedElement& element, std::string_view raw, FieldScope scope, FeedDraft& draft) const;
  void read_content(const FeedElement& element, std::string_view raw, FeedDraft& draft) const;
  void read_link(const FeedElement& element, std::string_view raw, FieldScope scope, FeedDraft& draft) const;
  void read_href(const FeedElement& element, std::string_view href, FieldScope scope, FeedDraft& draft) const;
  void read_guid(const FeedElement& element, std::string_view raw, FeedDraft& draft) const;
  void read_id(const FeedElement& element, std::string_view raw, FieldScope scope, FeedDraft& draft) const;
  void read_source(std::string_view raw, FeedDraft& draft) const;
  void read_category(const FeedElement& element, std::string_view raw, FeedDraft& draft) const;
  void read_rhythm(FeedField field, const std::string& value, FeedDraft& draft) const;

  const XmlEntities& entities_;
  std::size_t max_text_bytes_;
  Repairs& repairs_;
};

}  // namespace vigie::parsers
