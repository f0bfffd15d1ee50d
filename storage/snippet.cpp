#include "storage/snippet.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "model/text.h"

namespace vigie::storage {
namespace {

constexpr std::size_t k_longest_text = 400'000;
constexpr std::size_t k_most_hits = 2'000;

struct Hit {
  std::size_t begin;
  std::size_t end;
  std::size_t group;
};

// Follows each pattern through the words of a text.
class HitFinder : public TokenSink {
 public:
  explicit HitFinder(const std::vector<WordPattern>& patterns) {
    for (const WordPattern& pattern : patterns) {
      if (pattern.words.empty()) continue;
      if (pattern.prefix && pattern.words.size() == 1) {
        prefixes_.push_back(&pattern);
      } else {
        starts_[pattern.words.front()].push_back(&pattern);
      }
    }
  }

  bool take(const Token& token) override {
    if (!token.same_position) {
      running_.swap(next_);
      next_.clear();
    }
    for (const Running& run : running_) step(run, token);
    if (const auto found = starts_.find(std::string(token.text)); found != starts_.end()) {
      for (const WordPattern* pattern : found->second) step({pattern, 0, token.begin}, token);
    }
    for (const WordPattern* pattern : prefixes_) step({pattern, 0, token.begin}, token);
    return hits.size() < k_most_hits;
  }

  std::vector<Hit> hits;

 private:
  struct Running {
    const WordPattern* pattern;
    std::size_t place;  // the word expected next
    std::size_t begin;
  };

  void step(const Running& run, const Token& token) {
    const std::string& wanted = run.pattern->words[run.place];
    const bool last = run.place + 1 == run.pattern->words.size();
    const bool fits =
        last && run.pattern->prefix ? token.text.substr(0, wanted.size()) == wanted : token.text == wanted;
    if (!fits) return;
    if (last) {
      hits.push_back({run.begin, token.end, run.pattern->group});
    } else {
      next_.push_back({run.pattern, run.place + 1, run.begin});
    }
  }

  std::unordered_map<std::string, std::vector<const WordPattern*>> starts_;
  std::vector<const WordPattern*> prefixes_;
  std::vector<Running> running_;
  std::vector<Running> next_;
};

// Hits in order, overlapping ones of one group made one.
void tidy(std::vector<Hit>& hits) {
  std::sort(hits.begin(), hits.end(),
            [](const Hit& a, const Hit& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::vector<Hit> kept;
  for (const Hit& hit : hits) {
    if (!kept.empty() && hit.begin < kept.back().end) {
      kept.back().end = std::max(kept.back().end, hit.end);
    } else {
      kept.push_back(hit);
    }
  }
  hits.swap(kept);
}

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The hits [first, last] within `width` bytes that stand for most groups; of equals the earliest.
Window best_window(const std::vector<Hit>& hits, std::size_t width) {
  Window best;
  std::size_t best_groups = 0;
  std::unordered_map<std::size_t, int> inside;
  std::size_t first = 0;
  for (std::size_t last = 0; last < hits.size(); ++last) {
    ++inside[hits[last].group];
    while (first < last && hits[last].end - hits[first].begin > width) {
      const auto leaving = inside.find(hits[first].group);
      if (--leaving->second == 0) inside.erase(leaving);
      ++first;
    }
    if (inside.size() > best_groups) {
      best_groups = inside.size();
      best = {hits[first].begin, hits[last].end};
    }
  }
  return best;
}

bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == '\n' || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x061F ||
         c == 0x06D4 || c == 0x0964;
}

std::size_t step_back(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

bool breaks_line_at(std::string_view text, std::size_t at) {
  const char32_t c = code_point_at(text, at).value;
  return c == ' ' || c == '\n' || c == 0x3000 || is_unspaced_script(c);
}

// Widens a window to `width` bytes: back to the beginning of a sentence where it is near, else to a word's.
Window widened(std::string_view text, Window window, std::size_t width) {
  const std::size_t room = width > window.end - window.begin ? width - (window.end - window.begin) : 0;
  std::size_t begin = window.begin;
  std::size_t word = window.begin;
  bool sentence = begin == 0;
  while (begin > 0 && window.begin - begin < room * 2 / 5 && !sentence) {
    const std::size_t before = step_back(text, begin);
    if (ends_sentence(code_point_at(text, before).value)) {
      sentence = true;
      break;
    }
    begin = before;
    if (breaks_line_at(text, begin)) word = begin;
    sentence = begin == 0;
  }
  if (!sentence) begin = word;
  std::size_t end = window.end;
  std::size_t edge = window.end;
  while (end < text.size() && end - begin < std::max(width, window.end - begin)) {
    if (breaks_line_at(text, end)) edge = end;
    end = code_point_at(text, end).next;
  }
  return {begin, end >= text.size() ? text.size() : std::max(edge, window.end)};
}

bool is_space(std::string_view text, std::size_t at) {
  const char32_t c = code_point_at(text, at).value;
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || c == 0x2028 || c == 0x2029;
}

Snippet cut_out(std::string_view text, Window window, const std::vector<Hit>& hits) {
  Snippet snippet;
  if (window.begin > 0) snippet.text = "…";
  std::size_t next_hit = 0;
  while (next_hit < hits.size() && hits[next_hit].begin < window.begin) ++next_hit;
  bool space = false;
  bool open = false;
  bool any = false;
  for (std::size_t at = window.begin; at < window.end;) {
    const std::size_t next = code_point_at(text, at).next;
    if (open && at >= hits[next_hit].end) {
      snippet.marks.back().end = snippet.text.size();
      open = false;
      ++next_hit;
    }
    if (is_space(text, at)) {
      space = any;
    } else {
      if (space) snippet.text += ' ';
      space = false;
      any = true;
      if (!open && next_hit < hits.size() && at >= hits[next_hit].begin && hits[next_hit].end <= window.end) {
        snippet.marks.push_back({snippet.text.size(), 0});
        open = true;
      }
      snippet.text.append(text.substr(at, next - at));
    }
    at = next;
  }
  if (open) snippet.marks.back().end = snippet.text.size();
  if (window.end < text.size()) snippet.text += "…";
  return snippet;
}

}  // namespace

Snippet make_snippet(Tokenizer& tokenizer, std::string_view text, std::string_view language,
                     const std::vector<WordPattern>& patterns, std::size_t width) {
  text = clip_utf8(text, k_longest_text);
  HitFinder finder(patterns);
  if (!patterns.empty()) tokenizer.cut(text, language, finder);
  tidy(finder.hits);
  // Characters into bytes, by what the text is mostly written in: dense scripts say as much in half the characters.
  const std::string_view sample = clip_utf8(text, 2000);
  const std::size_t characters = std::max<std::size_t>(1, count_code_points(sample));
  const double bytes_each = static_cast<double>(sample.size()) / static_cast<double>(characters);
  const std::size_t bytes =
      static_cast<std::size_t>(bytes_each * static_cast<double>(bytes_each > 2.2 ? width / 2 : width));
  const Window window = finder.hits.empty() ? Window{} : best_window(finder.hits, bytes * 3 / 4);
  return cut_out(text, widened(text, window, bytes), finder.hits);
}

std::string Snippet::marked(std::string_view open, std::string_view close,
                            const std::function<std::string(std::string_view)>& escape) const {
  const std::string_view all = text;
  const auto piece = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = all.substr(begin, end - begin);
    return escape ? escape(part) : std::string(part);
  };
  std::string out;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    out += piece(at, mark.begin);
    out += open;
    out += piece(mark.begin, mark.end);
    out += close;
    at = mark.end;
  }
  return out + piece(at, all.size());
}

}  // namespace vigie::storage
