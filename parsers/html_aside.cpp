#include "parsers/html_aside.h"

#include <algorithm>
#include <functional>

#include "model/text.h"
#include "parsers/entities.h"

namespace vigie::parsers {
namespace {

constexpr char32_t k_first = 0xF0000;
constexpr std::size_t k_most_runs = 0xFFFE;  // the last two of a plane are no characters
constexpr std::size_t k_short = 8;           // bytes that cost no more than their stand-in

bool is_simple(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
}

// Control characters and what is no character: dropped or replaced by the tree builder, some by where they stand.
bool has_noncharacter(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const unsigned char next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte == 0xC2 && next < 0xA0) return true;
    if (byte == 0xEF && (next == 0xB7 || next == 0xBF)) return true;
    if (byte >= 0xF0 && (next & 0x0F) == 0x0F && text.substr(i + 2, 1) == "\xBF") return true;
  }
  return false;
}

std::size_t hash_of(std::span<const Attribute> list) {
  const std::hash<std::string_view> hash;
  std::size_t sum = list.size();
  for (const Attribute& attribute : list) {
    sum = (sum ^ hash(attribute.name)) * 0x9E3779B97F4A7C15ULL;
    sum = (sum ^ hash(attribute.value)) * 0xD6E8FEB86659FD93ULL;
  }
  return sum;
}

}  // namespace

void HtmlAside::put_text(std::string_view run, std::string& markup) {
  const bool is_short = run.size() <= k_short && std::all_of(run.begin(), run.end(), is_simple);
  if (is_short || text_ends_.size() >= k_most_runs || has_noncharacter(run)) {
    markup.append(run);
    return;
  }
  append_utf8(markup, k_first + static_cast<char32_t>(text_ends_.size()));
  texts_.append(run);
  text_ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

void HtmlAside::put_attributes(std::span<const Attribute> list, Equality equality, std::string& markup) {
  auto number = static_cast<std::uint32_t>(list_ends_.size());
  bool is_new = true;
  if (equality == Equality::kept) {
    const auto [known, added] = known_.emplace(hash_of(list), number);
    number = known->second;
    is_new = added;
  }
  if (is_new) {
    attributes_.insert(attributes_.end(), list.begin(), list.end());
    list_ends_.push_back(static_cast<std::uint32_t>(attributes_.size()));
  }
  markup.append(" ").append(k_name).append("=").append(std::to_string(number));
}

std::string HtmlAside::text_of(std::string_view node_text) const {
  std::string out;
  while (!node_text.empty()) {
    const std::size_t at = std::min(node_text.find('\xF3'), node_text.size());
    out.append(node_text.substr(0, at));
    node_text.remove_prefix(at);
    if (node_text.empty()) break;
    const CodePoint point = code_point_at(node_text, 0);
    const std::size_t number = point.value >= k_first ? point.value - k_first : k_most_runs;
    if (number < text_ends_.size()) {
      const std::size_t begin = number == 0 ? 0 : text_ends_[number - 1];
      const std::string_view run = std::string_view(texts_).substr(begin, text_ends_[number] - begin);
      if (run.find('&') == std::string_view::npos) {
        out.append(run);
      } else {
        out.append(decode_references(run, ReferencePlace::html_text));
      }
    } else {
      out.append(node_text.substr(0, point.next));
    }
    node_text.remove_prefix(point.next);
  }
  return out;
}

std::span<const Attribute> HtmlAside::list(std::size_t number) const {
  const std::size_t begin = number == 0 ? 0 : list_ends_[number - 1];
  return std::span(attributes_).subspan(begin, list_ends_[number] - begin);
}

}  // namespace vigie::parsers
