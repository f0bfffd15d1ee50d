#include "parsers/boilerplate_phrases.h"

#include <string>
#include <vector>

#include "model/text.h"
#include "parsers/boilerplate_phrases_table.h"

namespace vigie::parsers {
namespace {

/// A trie over the folded phrases' bytes; children of a node are a linked list, for the fan-out is small past the root.
class PhraseTrie {
 public:
  PhraseTrie() {
    nodes_.push_back({});
    for (unsigned long i = 0; i < k_phrase_entry_count; ++i) {
      const PhraseEntry& entry = k_phrase_entries[i];
      std::string folded = fold(entry.text);
      if (entry.text.back() == ' ' && (folded.empty() || folded.back() != ' ')) folded.push_back(' ');
      std::uint32_t at = 0;
      for (char c : folded) at = child(at, c, true);
      nodes_[at].phrase = entry.phrase;
      nodes_[at].least = entry.least;
    }
    for (std::uint32_t at = nodes_[0].first; at != 0; at = nodes_[at].next)
      roots_[static_cast<unsigned char>(nodes_[at].byte)] = at;
  }

  /// The longest phrase that begins at `text[at]` and ends at a word's end.
  PhraseHit match(std::string_view text, std::size_t at, bool at_start) const {
    PhraseHit best;
    std::uint32_t node = roots_[static_cast<unsigned char>(text[at])];
    while (node != 0) {
      ++at;
      const Node& found = nodes_[node];
      if (found.phrase != Phrase::none && ends_word(text, at)) {
        const PhraseMatch match = !at_start                 ? PhraseMatch::inside
                                  : rest_is_empty(text, at) ? PhraseMatch::whole
                                                            : PhraseMatch::prefix;
        if (match >= found.least) best = {found.phrase, match};
      }
      if (at >= text.size()) break;
      node = find_child(node, text[at]);
    }
    return best;
  }

 private:
  struct Node {
    char byte = 0;
    Phrase phrase = Phrase::none;
    PhraseMatch least = PhraseMatch::none;
    std::uint32_t first = 0;
    std::uint32_t next = 0;
  };

  static bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

  static bool ends_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return !is_ascii_word(text[at]) || !is_ascii_word(text[at - 1]);
    if ((c & 0xC0) == 0x80) return false;  // inside a character
    const CodePoint point = code_point_at(text, at);
    // Scripts without spaces have no word ends to see; in the others a letter goes on with the word, but Slavic and
    // Semitic endings are part of the same phrase.
    return is_unspaced_script(point.value) || point.value >= 0x370 || (point.value >= 0x2000 && point.value < 0x2C00);
  }

  static bool rest_is_empty(std::string_view text, std::size_t at) {
    int letters = 0;
    for (; at < text.size(); ++at) {
      const char c = text[at];
      // Numbers and marks do not make a line longer: "Comments (12)", "Share:".
      if (is_ascii_word(c) && !(c >= '0' && c <= '9')) ++letters;
      if (static_cast<unsigned char>(c) >= 0xC3) ++letters;
    }
    return letters == 0;
  }

  std::uint32_t find_child(std::uint32_t parent, char byte) const {
    std::uint32_t at = nodes_[parent].first;
    while (at != 0 && nodes_[at].byte != byte) at = nodes_[at].next;
    return at;
  }

  std::uint32_t child(std::uint32_t parent, char byte, bool) {
    const std::uint32_t found = find_child(parent, byte);
    if (found != 0) return found;
    Node node;
    node.byte = byte;
    node.next = nodes_[parent].first;
    nodes_.push_back(node);
    const std::uint32_t id = static_cast<std::uint32_t>(nodes_.size() - 1);
    nodes_[parent].first = id;
    return id;
  }

  std::vector<Node> nodes_;
  std::uint32_t roots_[256] = {};
};

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const unsigned char c = static_cast<unsigned char>(text[at]);
  const unsigned char before = static_cast<unsigned char>(text[at - 1]);
  if ((c & 0xC0) == 0x80) return false;
  if (before < 0x80) return !((before >= 'a' && before <= 'z') || (before >= '0' && before <= '9'));
  return c >= 0xE0;  // after a letter of another script: a word may begin only where scripts have no spaces
}

/// Marks that stand before a line's first word: arrows, bullets, brackets, quotes.
std::size_t first_word(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const unsigned char c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) break;
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const bool mark = (point.value >= 0x2010 && point.value <= 0x2BFF) || point.value == 0xAB || point.value == 0xBB ||
                      point.value == 0xB7 ||
                      (point.value >= 0x3008 && point.value <= 0x301F && point.value != 0x3010) ||
                      point.value >= 0x1F000;
    if (!mark) break;
    at = point.next;
  }
  return at < text.size() ? at : 0;
}

}  // namespace

PhraseHit find_phrase(std::string_view folded) {
  static const PhraseTrie k_trie;
  if (folded.empty()) return {};
  const std::size_t start = first_word(folded);
  // "(c)" is a phrase with its bracket, "(read also: …)" one in brackets.
  PhraseHit best = k_trie.match(folded, 0, true);
  if (best.match == PhraseMatch::none) best = k_trie.match(folded, start, true);
  for (std::size_t at = start + 1; at < folded.size(); ++at) {
    if (best.match >= PhraseMatch::prefix) break;
    if (!begins_word(folded, at)) continue;
    const PhraseHit hit = k_trie.match(folded, at, false);
    if (hit.match > best.match) best = hit;
  }
  return best;
}

std::string_view to_string(Phrase phrase) {
  switch (phrase) {
    case Phrase::none:
      return "none";
    case Phrase::related:
      return "related";
    case Phrase::newsletter:
      return "newsletter";
    case Phrase::share:
      return "share";
    case Phrase::comments:
      return "comments";
    case Phrase::consent:
      return "consent";
    case Phrase::paywall:
      return "paywall";
    case Phrase::credit:
      return "credit";
    case Phrase::author:
      return "author";
    case Phrase::advert:
      return "advert";
    case Phrase::tags:
      return "tags";
    case Phrase::copyright:
      return "copyright";
    case Phrase::dates:
      return "dates";
    case Phrase::media:
      return "media";
    case Phrase::navigation:
      return "navigation";
  }
  return "none";
}

}  // namespace vigie::parsers
