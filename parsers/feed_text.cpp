#include "parsers/feed_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "model/text.h"
#include "parsers/plain_text.h"

namespace vigie::parsers {
namespace {

bool is_text_type(std::string_view type) {
  return type.starts_with("text/") || type.ends_with("/xml") || type.ends_with("+xml") || type.ends_with("/json") ||
         type.ends_with("+json") || type.find('/') == std::string_view::npos;
}

bool has_markup(std::string_view raw) { return raw.find('<') != std::string_view::npos; }

// A text that base64 was made from; a short word such as "test" is valid base64 too and decodes to noise.
bool is_readable(std::string_view text) {
  return is_valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
         });
}

std::string read_html(const std::string& html, UnknownTags unknown) {
  std::string text = plain_text(html, unknown);
  if (text.find('<') == std::string::npos || looks_like_html(html) || !is_escaped_html(text)) return text;
  return plain_text(text, unknown);
}

}  // namespace

TextForm atom_text_form(const XmlTag& tag, std::string_view raw) {
  const std::string type = ascii_lower(trim_ascii(attribute(tag, "type").value_or("")));
  const std::string mode = ascii_lower(trim_ascii(attribute(tag, "mode").value_or("")));
  if (mode == "base64") return type.find("html") != std::string::npos ? TextForm::base64 : TextForm::base64_plain;
  if (mode == "escaped" && type.find("html") != std::string::npos) return TextForm::html;
  if (mode == "xml" && type.find("html") != std::string::npos) return TextForm::xhtml;
  if (type == "html" || type == "text/html") return TextForm::html;
  if (type == "xhtml" || type == "application/xhtml+xml") return TextForm::xhtml;
  if (type.empty() || type == "text" || type == "text/plain") {
    if (type.empty() && has_markup(raw) && looks_like_html(raw) && raw.find("<![CDATA[") == std::string_view::npos) {
      return TextForm::xhtml;
    }
    return type.empty() ? TextForm::guess : TextForm::plain;
  }
  if (type.starts_with("text/")) return TextForm::plain;
  return is_text_type(type) ? TextForm::xhtml : TextForm::base64;
}

std::string decode_base64(std::string_view text) {
  constexpr std::string_view k_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  static constexpr std::array<std::int8_t, 256> k_values = [k_digits] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < k_digits.size(); ++i) {
      values[static_cast<unsigned char>(k_digits[i])] = static_cast<std::int8_t>(i);
    }
    return values;
  }();
  std::string out;
  out.reserve(text.size() * 3 / 4);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    const std::int8_t value = k_values[static_cast<unsigned char>(c)];
    if (value < 0) return {};
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> count) & 0xFF);
  }
  return out;
}

std::string read_text(std::string_view raw, TextForm form, const XmlEntities& entities) {
  switch (form) {
    case TextForm::xhtml:
      return plain_text(inline_markup(raw, entities));
    case TextForm::html:
      return read_html(decode_xml(raw, entities), UnknownTags::drop);
    case TextForm::guess:
      return read_html(decode_xml(raw, entities), UnknownTags::keep);
    case TextForm::plain:
      // Naked markup in what is declared plain is markup all the same.
      if (has_markup(raw) && raw.find("<![CDATA[") == std::string_view::npos) {
        return plain_text(inline_markup(raw, entities));
      }
      return tidy_lines(decode_xml(raw, entities));
    case TextForm::base64:
    case TextForm::base64_plain: {
      const std::string decoded = decode_base64(decode_xml(raw, entities));
      if (decoded.empty() || !is_readable(decoded)) return read_text(raw, TextForm::guess, entities);
      return form == TextForm::base64 ? plain_text(decoded) : tidy_lines(decoded);
    }
  }
  return {};
}

std::string read_line(std::string_view raw, TextForm form, const XmlEntities& entities) {
  if (raw.find_first_of("&<") == std::string_view::npos && form != TextForm::base64 && form != TextForm::base64_plain) {
    return one_line(raw);
  }
  if (form == TextForm::plain && !has_markup(raw)) return one_line(decode_xml(raw, entities));
  return join_lines(read_text(raw, form, entities));
}

std::string read_token(std::string_view raw, const XmlEntities& entities) {
  if (raw.find_first_of("&<") == std::string_view::npos) return std::string(trim_ascii(raw));
  return std::string(trim_ascii(decode_xml(raw, entities)));
}

}  // namespace vigie::parsers
