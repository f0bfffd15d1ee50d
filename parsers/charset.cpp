#include "parsers/charset.h"

#include "parsers/charset_declared.h"
#include "parsers/charset_decode.h"
#include "parsers/charset_detect.h"

namespace vigie::parsers {
namespace {

std::string_view ascii_default(Markup markup) { return markup == Markup::html ? "windows-1252" : "utf-8"; }

std::optional<std::string> declared_inside(std::string_view bytes, Markup markup) {
  switch (markup) {
    case Markup::html:
      return encoding_of_html(bytes);
    case Markup::xml:
      return encoding_of_xml(bytes);
    case Markup::plain:
      break;
  }
  return std::nullopt;
}

}  // namespace

EncodingChoice choose_encoding(std::string_view bytes, std::string_view content_type, Markup markup) {
  if (const std::optional<ByteOrderMark> mark = byte_order_mark(bytes)) return {mark->encoding, "bom"};
  const bool utf8 = valid_utf8_bytes(bytes);
  const bool ascii = utf8 && ascii_prefix(bytes) == bytes.size();
  const auto believable = [&](const std::string& encoding) {
    if (encoding == "utf-8") return utf8;
    // Text of another encoding is never well-formed UTF-8 by chance, but for a few bytes.
    return ascii || !utf8 || encoding == "iso-2022-jp" || encoding.starts_with("utf-16") ||
           encoding.starts_with("utf-32");
  };
  const std::optional<std::string> header = encoding_of_content_type(content_type);
  if (header && believable(*header)) return {*header, "http"};
  const std::optional<std::string> inside = declared_inside(bytes, markup);
  if (inside && believable(*inside)) return {*inside, "declaration"};
  if (utf8) return {detect_encoding(bytes, ascii_default(markup)), "detection"};
  // Declared UTF-8 with wrong bytes: a mishap in the middle of true UTF-8, or a lie.
  const bool claims_utf8 = (header && *header == "utf-8") || (inside && *inside == "utf-8");
  if (claims_utf8 && mostly_utf8(bytes)) return {"utf-8", header && *header == "utf-8" ? "http" : "declaration"};
  return {detect_encoding(bytes, ascii_default(markup)), "detection"};
}

Decoded decode(std::string_view bytes, std::string_view content_type, Markup markup) {
  EncodingChoice choice = choose_encoding(bytes, content_type, markup);
  if (const std::optional<ByteOrderMark> mark = byte_order_mark(bytes)) bytes.remove_prefix(mark->length);
  Transcoded result = transcode(bytes, choice.encoding);
  return {std::move(result.text), std::move(choice.encoding), std::move(choice.evidence), result.replaced};
}

}  // namespace vigie::parsers
