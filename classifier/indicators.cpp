#include "classifier/indicators.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "model/text.h"
#include "model/url.h"

namespace vigie::classifier {
namespace {

constexpr std::size_t k_indicator_limit = 500;
constexpr std::size_t k_run_limit = 300;  // a longer run of characters is no indicator

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_run(char c) {
  return is_digit(c) || is_alpha(c) || std::string_view("-._:/[](){}@%?=&~#+").find(c) != std::string_view::npos;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

// "hxxps[://]evil[.]example" as it is meant.
std::string refanged(std::string_view run) {
  std::string text = ascii_lower(run);
  for (const std::string_view dot : {"[.]", "(.)", "{.}", "[dot]", "(dot)"}) text = replaced(text, dot, ".");
  text = replaced(text, "[:]", ":");
  text = replaced(text, "[://]", "://");
  text = replaced(text, "[@]", "@");
  text = replaced(text, "[at]", "@");
  if (text.rfind("hxxp", 0) == 0) text.replace(0, 4, "http");
  return text;
}

bool all(std::string_view text, bool (*test)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), test);
}

bool is_ipv4(std::string_view text) {
  int parts = 0;
  while (true) {
    const std::size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    if (!all(part, is_digit) || part.size() > 3 || std::stoi(std::string(part)) > 255) return false;
    ++parts;
    if (dot == std::string_view::npos) return parts == 4;
    text.remove_prefix(dot + 1);
  }
}

// A host name whose ending the Public Suffix List knows: a name that is its own registrable domain or below one.
bool is_domain(std::string_view text) {
  if (text.size() < 4 || text.size() > 253 || text.find("..") != std::string_view::npos) return false;
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text.size() - dot < 3 || !all(text.substr(dot + 1), is_alpha))
    return false;
  for (const char c : text) {
    if (!is_digit(c) && !is_alpha(c) && c != '-' && c != '.') return false;
  }
  const std::string registrable = registrable_domain(text);
  return !registrable.empty() && registrable.find('.') != std::string::npos;
}

// Endings of file names that are also top-level domains, and what prose glues together by a forgotten space.
bool is_file_name(std::string_view text) {
  const std::string_view ending = text.substr(text.rfind('.') + 1);
  for (const std::string_view name : {"sh", "py", "zip", "mov", "pl", "ps", "so", "md", "js", "net"}) {
    if (ending == name) return name != "net" ? text.find('/') == std::string_view::npos : text == "asp.net";
  }
  return false;
}

/// Reads the runs of one field.
class Scanner {
 public:
  Scanner(std::string_view text, Span::Field field, std::vector<Indicator>& into)
      : text_(text), field_(field), into_(into) {}

  void scan() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_run(text_[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text_.size() && is_run(text_[end])) ++end;
      if (end - at <= k_run_limit) run(at, end);
      at = end;
    }
  }

 private:
  void add(std::string kind, std::string value, std::size_t begin, std::size_t end) {
    into_.push_back({std::move(kind),
                     std::move(value),
                     {field_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  void run(std::size_t begin, std::size_t end) {
    const auto trims = [](char c) { return std::string_view("-.:/?=&~#+(){}_%").find(c) != std::string_view::npos; };
    while (end > begin && trims(text_[end - 1])) --end;
    while (begin < end && trims(text_[begin])) ++begin;
    const std::string_view run = text_.substr(begin, end - begin);
    if (run.size() < 4) return;
    identifiers(run, begin);
    network(run, begin);
  }

  // CVE-2021-26855, T1059.001 and hashes stand between characters that are no letters or digits.
  void identifiers(std::string_view run, std::size_t offset) {
    for (std::size_t at = 0; at < run.size();) {
      if (!is_alpha(run[at]) && !is_digit(run[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < run.size() && (is_alpha(run[end]) || is_digit(run[end]))) ++end;
      const std::string_view word = run.substr(at, end - at);
      if (word.size() == 3 && ascii_lower(word) == "cve") {
        at = cve(run, at, offset);
        continue;
      }
      if (word.size() == 5 && word[0] == 'T' && all(word.substr(1), is_digit)) {
        std::size_t stop = end;
        if (stop + 3 < run.size() && run[stop] == '.' && all(run.substr(stop + 1, 3), is_digit)) stop += 4;
        add("technique", std::string(run.substr(at, stop - at)), offset + at, offset + stop);
      }
      const bool hash = word.size() == 32 || word.size() == 40 || word.size() == 64;
      if (hash && all(word, is_hex) && !all(word, is_digit)) add("hash", ascii_lower(word), offset + at, offset + end);
      at = end;
    }
  }

  std::size_t cve(std::string_view run, std::size_t at, std::size_t offset) {
    std::size_t end = at + 3;
    const auto digits = [&](std::size_t from) {
      std::size_t stop = from;
      while (stop < run.size() && is_digit(run[stop])) ++stop;
      return stop;
    };
    if (end >= run.size() || run[end] != '-') return end;
    const std::size_t year = digits(end + 1);
    if (year != end + 5 || year >= run.size() || run[year] != '-') return end;
    const std::size_t number = digits(year + 1);
    if (number < year + 5 || number > year + 8) return year;
    add("cve", "CVE-" + std::string(run.substr(end + 1, number - end - 1)), offset + at, offset + number);
    return number;
  }

  void network(std::string_view run, std::size_t offset) {
    if (run.find('.') == std::string_view::npos && run.find("dot") == std::string_view::npos) return;
    const std::string meant = refanged(run);
    const bool defanged = meant != ascii_lower(run);
    const std::size_t end = offset + run.size();
    if (meant.rfind("http://", 0) == 0 || meant.rfind("https://", 0) == 0) {
      if (parse_url(meant)) add("url", meant, offset, end);
      return;
    }
    const std::size_t at_sign = meant.find('@');
    if (at_sign != std::string::npos) {
      if (at_sign > 0 && is_domain(std::string_view(meant).substr(at_sign + 1))) add("email", meant, offset, end);
      return;
    }
    std::string host = meant.substr(0, meant.find_first_of(":/"));
    if (is_ipv4(host)) {
      add("ip", host, offset, end);
    } else if (is_domain(host) && (defanged || !is_file_name(host))) {
      // "Inc.In" after a forgotten space is no domain: in prose one is written in small letters.
      if (defanged || ascii_lower(run) == run) add("domain", host, offset, end);
    }
  }

  std::string_view text_;
  Span::Field field_;
  std::vector<Indicator>& into_;
};

std::optional<std::string_view> kind_of(Category category) {
  switch (category) {
    case Category::malware:
      return "malware";
    case Category::vulnerability_name:
      return "vulnerability";
    case Category::product_name:
      return "product";
    default:
      return std::nullopt;
  }
}

}  // namespace

std::vector<Indicator> find_indicators(const Reading& reading) {
  std::vector<Indicator> found;
  Scanner(reading.stream.title, Span::Field::title, found).scan();
  Scanner(reading.stream.text, Span::Field::text, found).scan();
  for (const Hit& hit : reading.hits) {
    const std::optional<std::string_view> kind = kind_of(hit.category);
    // Names are written with a capital; "signal" and "exchange" are words.
    if (!kind || (!reading.token(hit.first).upper && !reading.token(hit.first).digits)) continue;
    const Span span = reading.stream.span_of(hit.first, hit.last);
    const std::string_view field = span.field == Span::Field::title ? reading.stream.title : reading.stream.text;
    found.push_back({std::string(*kind), std::string(field.substr(span.begin, span.end - span.begin)), span});
  }
  std::stable_sort(found.begin(), found.end(), [](const Indicator& a, const Indicator& b) {
    return a.span.field != b.span.field ? a.span.field < b.span.field : a.span.begin < b.span.begin;
  });
  std::vector<Indicator> unique;
  std::set<std::pair<std::string, std::string>> seen;
  for (Indicator& indicator : found) {
    if (unique.size() >= k_indicator_limit) break;
    if (seen.emplace(indicator.kind, ascii_lower(indicator.value)).second) unique.push_back(std::move(indicator));
  }
  return unique;
}

}  // namespace vigie::classifier
