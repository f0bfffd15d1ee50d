#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie::parsers {

/// A tag as it stands in the text. Views point into the scanned text.
struct XmlTag {
  enum class Kind { start, empty, end, done };  // <a>, <a/>, </a>, end of text
  Kind kind = Kind::done;
  std::string_view name;        // qualified name as written
  std::string_view attributes;  // everything between the name and the closing bracket
  std::size_t begin = 0;        // offset of "<"
  std::size_t end = 0;          // offset behind ">"
};

/// Entities a document's internal DTD subset declares with plain text values. Nothing external is read, a value is
/// never expanded again, and at most 64 of 512 bytes each are kept.
using XmlEntities = std::vector<std::pair<std::string, std::string>>;

/// Walks over the tags of XML that may be broken in any way, in linear time: comments, processing instructions, CDATA
/// sections and the document type are stepped over, a "<" that opens no tag is text, an unclosed construct ends at the
/// next ">" or the end of the text. Whether tags match is the caller's business.
class XmlScanner {
 public:
  explicit XmlScanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  /// The next tag; kind done for ever after the last one.
  XmlTag next();

  std::string_view text() const { return text_; }
  std::size_t position() const { return at_; }
  void seek(std::size_t at) { at_ = at; }

  /// Entities declared in document types passed so far.
  const XmlEntities& entities() const { return entities_; }

 private:
  std::optional<XmlTag> read_tag(std::size_t open);
  std::size_t behind(std::string_view mark, std::size_t from, bool& missing) const;
  std::size_t skip_declaration(std::size_t open);
  void read_entities(std::string_view subset);

  std::string_view text_;
  std::size_t at_ = 0;
  bool no_comment_end_ =
      false;  // a closing mark that was searched for once and does not come is not searched for again
  bool no_cdata_end_ = false;
  bool no_instruction_end_ = false;
  XmlEntities entities_;
};

/// Calls `visit(name, raw value)` for each attribute of a tag, in order; at most 256.
void for_each_attribute(std::string_view attributes,
                        const std::function<void(std::string_view name, std::string_view raw)>& visit);

/// The decoded value of the attribute `name` (qualified, ASCII case ignored); null when the tag has none.
std::optional<std::string> attribute(const XmlTag& tag, std::string_view name);

/// What `raw` (a slice between two tags) says: CDATA sections opened, comments and instructions dropped, references
/// decoded once. Tags inside stay as they are.
std::string decode_xml(std::string_view raw, const XmlEntities& entities);

/// `raw` as a piece of HTML source that means the same: CDATA sections escaped, declared entities replaced, other
/// references left for HTML to decode.
std::string inline_markup(std::string_view raw, const XmlEntities& entities);

}  // namespace vigie::parsers
