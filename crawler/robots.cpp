#include "crawler/robots.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "model/text.h"

namespace vigie::crawler {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t k_most_bytes = 512'000;           // RFC 9309 2.5
constexpr std::size_t k_longest_line = 16'664;          // a longer line is cut there, as google/robotstxt does
constexpr milliseconds k_longest_delay{86400 * 1000L};  // own choice

enum class Key { user_agent, allow, disallow, crawl_delay, sitemap, unknown };

struct KeyName {
  std::string_view name;
  Key key;
};
// With the misspellings that robots.txt files in the wild hold (those google/robotstxt and Protego accept).
constexpr std::array k_keys{
    KeyName{"user-agent", Key::user_agent},   KeyName{"useragent", Key::user_agent},
    KeyName{"user agent", Key::user_agent},   KeyName{"allow", Key::allow},
    KeyName{"disallow", Key::disallow},       KeyName{"dissallow", Key::disallow},
    KeyName{"dissalow", Key::disallow},       KeyName{"disalow", Key::disallow},
    KeyName{"diasllow", Key::disallow},       KeyName{"disallaw", Key::disallow},
    KeyName{"crawl-delay", Key::crawl_delay}, KeyName{"crawldelay", Key::crawl_delay},
    KeyName{"crawl delay", Key::crawl_delay}, KeyName{"sitemap", Key::sitemap},
    KeyName{"site-map", Key::sitemap},        KeyName{"sitemaps", Key::sitemap},
};

Key key_of(std::string_view name) {
  for (const KeyName& known : k_keys) {
    if (equals_ignoring_ascii_case(known.name, name)) return known.key;
  }
  return Key::unknown;
}

struct Record {
  Key key = Key::unknown;
  std::string_view value;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Some servers wrap robots.txt into HTML: "User-agent: *<BR>".
std::string without_tags(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '<' && i + 1 < line.size() && (is_letter(line[i + 1]) || line[i + 1] == '/' || line[i + 1] == '!')) {
      const std::size_t end = line.find('>', i);
      if (end != std::string_view::npos) {
        i = end;
        continue;
      }
    }
    out += line[i];
  }
  return out;
}

// "key: value", or "key value" where the colon was forgotten and the key is known.
std::optional<Record> read_record(std::string_view line) {
  line = trim_ascii(line.substr(0, line.find('#')));
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    const Key key = key_of(trim_ascii(line.substr(0, colon)));
    if (key != Key::unknown) return Record{key, trim_ascii(line.substr(colon + 1))};
  }
  for (const KeyName& known : k_keys) {
    const std::size_t size = known.name.size();
    if (line.size() > size && (line[size] == ' ' || line[size] == '\t') &&
        equals_ignoring_ascii_case(line.substr(0, size), known.name)) {
      const std::string_view value = trim_ascii(line.substr(size));
      if (!value.empty() && value[0] != ':') return Record{known.key, value};
    }
  }
  if (colon == std::string_view::npos) return std::nullopt;
  return Record{Key::unknown, trim_ascii(line.substr(colon + 1))};
}

std::optional<milliseconds> read_delay(std::string_view value) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error != std::errc{} || !(seconds >= 0)) return std::nullopt;
  const double most = static_cast<double>(k_longest_delay.count());
  return milliseconds{static_cast<long long>(std::min(seconds * 1000, most))};
}

// The names a User-agent line gives: its words, each cut to its product token, and all of it where it has several.
std::vector<std::string> agent_names(std::string_view value) {
  std::vector<std::string> names;
  const std::string lower = ascii_lower(value);
  std::size_t at = 0;
  while (at < lower.size()) {
    const std::size_t begin = lower.find_first_not_of(" \t,;()", at);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(lower.find_first_of(" \t,;()", begin), lower.size());
    const std::string_view word = std::string_view(lower).substr(begin, end - begin);
    const std::string_view token = word.substr(0, word.find('/'));
    if (!token.empty()) names.emplace_back(token);
    at = end;
  }
  if (names.size() > 1) names.push_back(lower);
  return names;
}

bool is_unreserved(unsigned char c) {
  return is_letter(static_cast<char>(c)) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_reserved(unsigned char c) {
  return std::string_view(":/?#[]@!$&'()*+,;=").find(static_cast<char>(c)) != std::string_view::npos;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_encoded(std::string& out, unsigned char c) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  out += '%';
  out += k_digits[c >> 4];
  out += k_digits[c & 15];
}

enum class Side { pattern, path };

// RFC 9309 2.2.2: octets outside ASCII are encoded, encoded unreserved octets decoded, so that both sides compare as
// strings. '*' and '$' of a path are encoded: in a pattern they are operators, and "%2A" and "%24" stand for them
// (2.2.3).
std::string normalised(std::string_view text, Side side) {
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      const auto octet = static_cast<unsigned char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      if (is_unreserved(octet)) {
        out += static_cast<char>(octet);
      } else {
        append_encoded(out, octet);
      }
      i += 2;
      continue;
    }
    // A dollar inside a pattern is a character like any other; only the last one is an operator.
    const bool operator_sign = side == Side::path ? c == '*' || c == '$' : c == '$' && i + 1 < text.size();
    if (!operator_sign && (is_unreserved(c) || is_reserved(c) || c == '%')) {
      out += text[i];
    } else {
      append_encoded(out, c);
    }
  }
  return out;
}

// Path and query of an absolute URL or of a path.
std::string_view path_and_query(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t scheme = url.find("://");
  const std::size_t first = url.find_first_of("/?");
  if (scheme != std::string_view::npos && first == scheme + 1) {
    const std::size_t begin = url.find_first_of("/?", scheme + 3);
    return begin == std::string_view::npos ? std::string_view{} : url.substr(begin);
  }
  return first == std::string_view::npos ? std::string_view{} : url.substr(first);
}

// Leftmost matching of the pieces between '*' is enough: an early match leaves the most for the rest.
bool matches(std::string_view pattern, std::string_view path) {
  const bool anchored = !pattern.empty() && pattern.back() == '$';
  if (anchored) pattern.remove_suffix(1);
  std::size_t star = pattern.find('*');
  if (path.substr(0, std::min(star, pattern.size())) != pattern.substr(0, star)) return false;
  if (star == std::string_view::npos) return !anchored || path.size() == pattern.size();
  std::size_t at = star;
  while (true) {
    const std::size_t begin = star + 1;
    star = pattern.find('*', begin);
    const std::string_view piece = pattern.substr(begin, star == std::string_view::npos ? star : star - begin);
    if (star == std::string_view::npos) {
      if (anchored) return path.size() - at >= piece.size() && path.substr(path.size() - piece.size()) == piece;
      return path.find(piece, at) != std::string_view::npos;
    }
    const std::size_t found = path.find(piece, at);
    if (found == std::string_view::npos) return false;
    at = found + piece.size();
  }
}

std::string_view skip_bom(std::string_view bytes) {
  constexpr std::string_view k_bom = "\xEF\xBB\xBF";
  if (bytes.substr(0, k_bom.size()) == k_bom) bytes.remove_prefix(k_bom.size());
  return bytes;
}

}  // namespace

RobotsGroup RobotsGroup::disallow_all() {
  RobotsGroup group;
  group.patterns_ = "/";
  group.rules_.push_back({0, 1, false});
  return group;
}

bool RobotsGroup::allowed(std::string_view url_or_path) const {
  if (rules_.empty()) return true;
  const std::string_view raw = path_and_query(url_or_path);
  if (raw == "/robots.txt") return true;
  std::string path = normalised(raw, Side::path);
  if (path.empty() || path[0] != '/') path.insert(0, "/");
  for (const Rule& rule : rules_) {
    if (matches(std::string_view(patterns_).substr(rule.begin, rule.size), path)) return rule.allow;
  }
  return true;
}

void RobotsGroup::add(std::string_view pattern, bool allow) {
  rules_.push_back({static_cast<std::uint32_t>(patterns_.size()), static_cast<std::uint32_t>(pattern.size()), allow});
  patterns_ += pattern;
}

void RobotsGroup::settle() {
  std::stable_sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) {
    return a.size != b.size ? a.size > b.size : a.allow && !b.allow;
  });
  patterns_.shrink_to_fit();
  rules_.shrink_to_fit();
}

std::string RobotsGroup::text() const {
  std::string out;
  for (const Rule& rule : rules_) {
    out += rule.allow ? "allow " : "disallow ";
    out += std::string_view(patterns_).substr(rule.begin, rule.size);
    out += '\n';
  }
  if (crawl_delay_) out += "delay " + std::to_string(crawl_delay_->count()) + '\n';
  return out;
}

RobotsGroup RobotsGroup::from_text(std::string_view text) {
  RobotsGroup group;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) continue;
    const std::string_view word = line.substr(0, space);
    const std::string_view value = line.substr(space + 1);
    if (word == "allow" || word == "disallow") group.add(value, word == "allow");
    long long delay = 0;
    if (word == "delay" && std::from_chars(value.data(), value.data() + value.size(), delay).ec == std::errc{}) {
      group.crawl_delay_ = std::clamp(milliseconds{delay}, milliseconds{0}, k_longest_delay);
    }
  }
  group.settle();
  return group;
}

RobotsRules RobotsRules::parse(std::string_view bytes) {
  RobotsRules rules;
  bytes = skip_bom(bytes.substr(0, k_most_bytes));
  bool naming = false;  // the User-agent lines of a group are being read
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n", at), bytes.size());
    std::string_view line = bytes.substr(at, std::min(end - at, k_longest_line));
    at = end + 1;
    std::string stripped;
    if (line.find('>') != std::string_view::npos) {
      stripped = without_tags(line);
      line = stripped;
    }
    const std::optional<Record> record = read_record(line);
    if (!record) continue;
    rules.take(static_cast<int>(record->key), record->value, naming);
  }
  return rules;
}

void RobotsRules::take(int key, std::string_view value, bool& naming) {
  switch (static_cast<Key>(key)) {
    case Key::user_agent: {
      if (!naming) groups_.emplace_back();
      naming = true;
      for (std::string& name : agent_names(value)) groups_.back().agents.push_back(std::move(name));
      return;
    }
    case Key::sitemap:
      if (!value.empty()) sitemaps_.emplace_back(value);
      return;
    case Key::unknown:
      // RFC 9309 2.2.4: other records do not end a group. One whose value is a path is a misspelt rule, and rules do.
      if (!value.empty() && value[0] == '/') naming = false;
      return;
    case Key::crawl_delay:
      naming = false;
      if (const auto delay = read_delay(value); delay && !groups_.empty()) {
        std::optional<milliseconds>& held = groups_.back().crawl_delay;
        held = std::max(held.value_or(milliseconds{0}), *delay);
      }
      return;
    case Key::allow:
    case Key::disallow:
      naming = false;
      if (groups_.empty() || value.empty()) return;
      groups_.back().lines.push_back({static_cast<Key>(key) == Key::allow, normalised(value, Side::pattern)});
  }
}

RobotsGroup RobotsRules::group(std::string_view agent) const {
  std::string wanted = ascii_lower(trim_ascii(agent));
  const bool phrase = wanted.find_first_of(" \t") != std::string::npos && wanted.find('/') == std::string::npos;
  if (!phrase) wanted = wanted.substr(0, wanted.find_first_of("/ \t"));
  const auto names = [&](const Group& group, std::string_view name) {
    return std::find(group.agents.begin(), group.agents.end(), name) != group.agents.end();
  };
  const bool named = std::any_of(groups_.begin(), groups_.end(), [&](const Group& g) { return names(g, wanted); });
  RobotsGroup merged;
  for (const Group& group : groups_) {
    if (!names(group, named ? std::string_view(wanted) : "*")) continue;
    for (const Line& line : group.lines) {
      merged.add(line.pattern, line.allow);
      // What allows a folder's index page allows the folder (google/robotstxt).
      const std::size_t slash = line.pattern.rfind('/');
      if (line.allow && slash != std::string::npos &&
          line.pattern.compare(slash, std::string::npos, "/index.html") == 0) {
        merged.add(line.pattern.substr(0, slash + 1) + "$", true);
      }
    }
    if (group.crawl_delay) {
      merged.crawl_delay_ = std::max(merged.crawl_delay_.value_or(milliseconds{0}), *group.crawl_delay);
    }
  }
  merged.settle();
  return merged;
}

bool RobotsRules::allowed(std::string_view agent, std::string_view url_or_path) const {
  return group(agent).allowed(url_or_path);
}

std::optional<milliseconds> RobotsRules::crawl_delay(std::string_view agent) const {
  return group(agent).crawl_delay();
}

}  // namespace vigie::crawler
