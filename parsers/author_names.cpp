#include "parsers/author_names.h"

#include "model/text.h"

namespace vigie::parsers {
namespace {

/// Words before a name. Longest first among those that begin alike.
constexpr std::string_view k_prefixes[] = {"written by ",
                                           "reported by ",
                                           "posted by ",
                                           "published by ",
                                           "article by ",
                                           "story by ",
                                           "text by ",
                                           "edited by ",
                                           "by: ",
                                           "by ",
                                           "geschrieben von ",
                                           "veröffentlicht von ",
                                           "ein beitrag von ",
                                           "von: ",
                                           "von ",
                                           "par ",
                                           "publié par ",
                                           "escrito por ",
                                           "publicado por ",
                                           "por: ",
                                           "por ",
                                           "di ",
                                           "a cura di ",
                                           "door ",
                                           "av ",
                                           "af ",
                                           "autor: ",
                                           "autorin: ",
                                           "autoren: ",
                                           "auteur : ",
                                           "autore: ",
                                           "author: ",
                                           "authors: ",
                                           "text: ",
                                           "tekst: ",
                                           "yazan: ",
                                           "автор: ",
                                           "автор ",
                                           "текст: ",
                                           "文／"};

constexpr std::string_view k_roles[] = {
    "reporter",    "editor",        "correspondent",   "journalist",   "redakteur",   "redakteurin",  "staff writer",
    "writer",      "senior",        "chief",           "columnist",    "contributor", "author",       "autor",
    "autorin",     "korrespondent", "korrespondentin", "photographer", "fotograf",    "redaktion in", "producer",
    "analyst",     "director",      "professor",       "fellow",       "manager",     "founder",      "president",
    "journaliste", "redactor",      "periodista",      "corresponsal", "redattore",   "opinion",      "news editor",
    "deputy",      "head of",       "bureau",          "updated",      "published",   "minutes",      "min read",
    "follow",      "twitter",       "subscribe",       "comments"};

bool begins_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() > prefix.size() && ascii_lower(text.substr(0, prefix.size())) == prefix;
}

bool is_upper_start(std::string_view word) {
  if (word.empty()) return false;
  const CodePoint point = code_point_at(word, 0);
  if (point.value < 0x80) return point.value >= 'A' && point.value <= 'Z';
  std::string first(word.substr(0, point.next));
  return fold(first) != nfc(first) || is_unspaced_script(point.value) || point.value >= 0x590;
}

constexpr std::string_view k_joints[] = {", ",    "; ",    " & ",   " and ", " und ", " et ", " y ",   " e ",
                                         " | ",   " / ",   " · ",   " • ",   "、",    "，",   " i ",   " en ",
                                         " og ",  " och ", " ja ",  " ve ",  " и ",   " та ", " і ",   " και ",
                                         " dan ", " și ",  " AND ", " UND ", " + ",   "; ",   "\u00a0"};

}  // namespace

std::string_view without_byline_prefix(std::string_view text) {
  // "By<b>Ada Example</b>" reads "ByAda Example".
  for (std::string_view glued : {"By", "Von", "von"}) {
    const std::size_t next = glued.size();
    if (text.size() > next + 1 && text.starts_with(glued) && text[next] >= 'A' && text[next] <= 'Z' &&
        text[next + 1] >= 'a')
      text = text.substr(next);
  }
  for (bool again = true; again;) {
    again = false;
    for (std::string_view prefix : k_prefixes) {
      if (begins_ignoring_case(text, prefix)) {
        text = trim_ascii(text.substr(prefix.size()));
        again = true;
        break;
      }
    }
  }
  return text;
}

bool looks_like_name(std::string_view text, Trust trust) {
  if (text.size() < 2 || text.size() > 80) return false;
  if (text.find("http") != std::string_view::npos || text.find('@') != std::string_view::npos) return false;
  if (text.find_first_of("()[]{}<>:!?=\"") != std::string_view::npos) return false;
  int digits = 0;
  for (char c : text) digits += c >= '0' && c <= '9' ? 1 : 0;
  if (digits > (trust == Trust::marked ? 4 : 1) || digits * 2 > static_cast<int>(text.size())) return false;
  const std::string lower = ascii_lower(text);
  for (std::string_view role : k_roles) {
    const std::size_t at = lower.find(role);
    if (at == std::string::npos) continue;
    const bool begins = at == 0 || lower[at - 1] == ' ';
    if (begins) return false;
  }
  int words = 0;
  int capital = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = text.find(' ', at);
    const std::string_view word =
        text.substr(at, space == std::string_view::npos ? std::string_view::npos : space - at);
    if (!word.empty()) {
      ++words;
      capital += is_upper_start(word) ? 1 : 0;
    }
    if (space == std::string_view::npos) break;
    at = space + 1;
  }
  if (trust == Trust::marked && words == 1) return true;
  return words <= 7 && capital * 2 >= words;
}

std::vector<std::string> split_names(std::string_view byline, Trust trust) {
  std::vector<std::string> names;
  std::string text = collapse_space(byline.substr(0, 400));
  std::string_view rest = without_byline_prefix(text);
  while (!rest.empty()) {
    std::size_t cut = std::string_view::npos;
    std::size_t length = 0;
    for (std::string_view joint : k_joints) {
      const std::size_t at = rest.find(joint);
      if (at < cut) {
        cut = at;
        length = joint.size();
      }
    }
    std::string_view segment = trim_ascii(rest.substr(0, cut));
    segment = without_byline_prefix(segment);
    while (!segment.empty() &&
           (segment.back() == ',' || segment.back() == ';' || segment.back() == '|' || segment.back() == ':')) {
      segment = trim_ascii(segment.substr(0, segment.size() - 1));
    }
    if (const std::size_t bracket = segment.find(" ("); bracket != std::string_view::npos && bracket > 3)
      segment = segment.substr(0, bracket);
    if (looks_like_name(segment, trust)) names.emplace_back(segment);
    if (cut == std::string_view::npos) break;
    rest = trim_ascii(rest.substr(cut + length));
  }
  return names;
}

}  // namespace vigie::parsers
