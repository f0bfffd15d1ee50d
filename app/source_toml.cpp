#include "app/source_toml.h"

#include <array>
#include <cstdio>

namespace vigie {

std::string toml_string(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      std::array<char, 8> buffer{};
      std::snprintf(buffer.data(), buffer.size(), "\\u%04X", byte);
      out += buffer.data();
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string source_toml(const Source& source) {
  std::string out = "[[source]]\n";
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) out += std::string(key) + " = " + toml_string(value) + "\n";
  };
  put("id", source.id);
  put("url", source.url);
  put("publisher", source.publisher);
  put("country", source.country);
  put("language", source.language);
  if (source.kind != SourceKind::feed) put("kind", std::string(to_string(source.kind)));
  put("authority", std::string(to_string(source.authority)));
  if (source.fetch) put("fetch", std::string(to_string(*source.fetch)));
  put("evidence", source.evidence);
  if (source.interval_floor) put("interval_floor", format_span(*source.interval_floor));
  if (source.interval_ceiling) put("interval_ceiling", format_span(*source.interval_ceiling));
  if (!source.enabled) out += "enabled = false\n";
  put("disabled_reason", source.disabled_reason);
  return out + "\n";
}

}  // namespace vigie
