#include "parsers/article_rescue.h"

#include <algorithm>
#include <array>

#include "model/text.h"
#include "parsers/article_text.h"
#include "parsers/plain_text.h"

namespace vigie::parsers {
namespace {

constexpr float k_short = 250;   // characters below which a text counts as under-delivered
constexpr float k_string = 160;  // of a string in a script that may be part of an article

/// Paragraphs out of a JSON string: its own markup, else its line breaks.
std::string paragraphs_of(std::string_view raw) {
  if (raw.find("</") != std::string_view::npos || raw.find("<br") != std::string_view::npos)
    return nfc(plain_text(raw));
  std::string text;
  while (!raw.empty()) {
    const std::size_t end = raw.find('\n');
    const std::string line = clean_field(raw.substr(0, end));
    if (!line.empty()) {
      if (!text.empty()) text.append("\n\n");
      text.append(line);
    }
    raw = end == std::string_view::npos ? std::string_view() : raw.substr(end + 1);
  }
  return text;
}

/// A JSON string's content with its escapes undone once; what is no escape stays.
std::string unescaped(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  char32_t high = 0;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 >= raw.size()) {
      out.push_back(raw[i]);
      continue;
    }
    const char next = raw[++i];
    switch (next) {
      case 'n':
        out.push_back('\n');
        break;
      case 't':
      case 'r':
        out.push_back(' ');
        break;
      case 'u': {
        char32_t value = 0;
        std::size_t digits = 0;
        while (digits < 4 && i + 1 < raw.size()) {
          const char c = raw[i + 1];
          const int digit = c >= '0' && c <= '9'   ? c - '0'
                            : c >= 'a' && c <= 'f' ? c - 'a' + 10
                            : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                   : -1;
          if (digit < 0) break;
          value = value * 16 + static_cast<char32_t>(digit);
          ++digits;
          ++i;
        }
        if (value >= 0xD800 && value < 0xDC00) {
          high = value;
        } else if (value >= 0xDC00 && value < 0xE000) {
          if (high) append_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (value - 0xDC00));
          high = 0;
        } else {
          append_utf8(out, value);
        }
        break;
      }
      default:
        out.push_back(next);
    }
  }
  return out;
}

bool reads_as_prose(std::string_view text) {
  if (text.find("http") == 0 || text.find("function") == 0) return false;
  int ends = 0;
  int braces = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == '.' || point.value == 0x3002 || point.value == '?' || point.value == '!' ||
        point.value == 0x0964 || point.value == 0x06D4)
      ++ends;
    if (point.value == '{' || point.value == '}' || point.value == ';' || point.value == '=') ++braces;
    at = point.next;
  }
  const bool spaced =
      text.find(' ') != std::string_view::npos || is_unspaced_script(code_point_at(text, text.size() / 2).value);
  return ends > 0 && braces <= 2 + ends && spaced;
}

/// The string literals of a script, each with its escapes undone once.
template <typename Take>
void each_string(std::string_view script, Take take) {
  std::size_t at = 0;
  while ((at = script.find('"', at)) != std::string_view::npos) {
    std::size_t end = at + 1;
    while (end < script.size() && script[end] != '"') end += script[end] == '\\' ? 2 : 1;
    if (end >= script.size()) return;
    take(script.substr(at + 1, end - at - 1));
    at = end + 1;
  }
}

void collect_prose(std::string_view script, int level, std::vector<std::string>& found) {
  each_string(script, [&](std::string_view raw) {
    if (raw.size() < 60 || found.size() > 2000) return;
    const std::string text = valid_utf8(unescaped(raw));
    // A string that holds further strings is serialised data: Next.js pushes its pages so.
    if (level < 2 && text.size() > 200 && std::count(text.begin(), text.end(), '"') > 8 &&
        text.find("\":") != std::string::npos) {
      collect_prose(text, level + 1, found);
      return;
    }
    std::string paragraphs = paragraphs_of(text);
    if (text_length(paragraphs) >= 40 && reads_as_prose(paragraphs)) found.push_back(std::move(paragraphs));
  });
}

std::string text_of_data(const RescueInput& input) {
  std::vector<std::string> found;
  for (std::string_view script : input.data) collect_prose(script, 0, found);
  std::string best;
  std::string joined;
  std::vector<std::string> seen;
  for (std::string& text : found) {
    if (std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
    if (text.size() > best.size()) best = text;
    if (!joined.empty()) joined.append("\n\n");
    joined.append(text);
    if (seen.size() < 500) seen.push_back(std::move(text));
  }
  // One string that holds the article, or an article in pieces.
  return text_length(best) >= 3 * k_string && best.size() * 2 > joined.size() ? best : joined;
}

/// Every block of the container that reads as running text, whatever the model says of it.
std::string running_text(const RescueInput& input) {
  std::vector<bool> kept(input.blocks.size(), false);
  for (std::size_t i = 0; i < input.blocks.size(); ++i) {
    const Block& block = input.blocks[i];
    kept[i] = input.container != k_no_node && input.document.contains(input.container, block.element) &&
              block.length >= 60 && block.linked < 0.4f * block.length && !block.hidden &&
              !has(block.all, Hint::comments) && !has(block.all, Hint::consent);
  }
  return join_blocks(input.blocks, kept);
}

std::string posts_of(const LinkedArticle& article) {
  std::string text;
  for (const LinkedPost& post : article.posts) {
    for (const std::string& part : {clean_field(post.headline), paragraphs_of(post.body)}) {
      if (part.empty()) continue;
      if (!text.empty()) text.append("\n\n");
      text.append(part);
    }
  }
  return text;
}

}  // namespace

void rescue_text(const RescueInput& input, PageReading& reading) {
  std::string& text = reading.article.text;
  const auto take = [&](std::string candidate, const char* stage, float factor) {
    const float length = text_length(text);
    const float offered = text_length(candidate);
    if (offered < 80 || offered < factor * length) return;
    text = std::move(candidate);
    reading.stage = stage;
  };
  if (text_length(text) < k_short) take(running_text(input), "rescue", 2.5f);
  if (input.main && !input.main->body.empty()) take(paragraphs_of(input.main->body), "json-ld", 2.5f);
  if (input.main && !input.main->posts.empty() && text_length(text) < 4 * k_short)
    take(posts_of(*input.main), "json-ld", 2.5f);
  if (text_length(text) < k_short && !input.data.empty()) take(text_of_data(input), "data", 2.5f);
}

std::string_view why_no_article(const MetadataInput& input, const PageReading& reading) {
  static constexpr std::array<std::string_view, 14> k_checks = {
      "just a moment",        "attention required", "access denied",  "are you a robot", "pardon our interruption",
      "verify you are human", "human verification", "security check", "ddos-guard",      "checking your browser",
      "request rejected",     "403 forbidden",      "page not found", "404 not found"};
  const float length = text_length(reading.article.text);
  if (length == 0) return "no running text in the page";
  const std::string title = ascii_lower(input.head.title);
  for (std::string_view check : k_checks) {
    if (title.find(check) != std::string::npos && title.size() < check.size() + 40 && length < 1200)
      return "a bot check or an error page";
  }
  return {};
}

}  // namespace vigie::parsers
