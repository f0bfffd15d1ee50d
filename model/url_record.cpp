#include "model/url_record.h"

#include <algorithm>

#include "model/text.h"

namespace vigie {
namespace {

constexpr std::size_t k_longest_url = 65536;

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_drive_letter(std::string_view text) {
  return text.size() == 2 && is_alpha(text[0]) && (text[1] == ':' || text[1] == '|');
}
bool is_normalized_drive_letter(std::string_view text) { return is_drive_letter(text) && text[1] == ':'; }

bool starts_with_drive_letter(std::string_view text) {
  return is_drive_letter(text.substr(0, 2)) && (text.size() == 2 || text[2] == '/' || text[2] == '\\');
}

// A dot may be written %2e (https://url.spec.whatwg.org/#single-dot-path-segment).
std::size_t count_dots(std::string_view segment) {
  std::size_t dots = 0;
  while (!segment.empty()) {
    if (segment[0] == '.') {
      segment.remove_prefix(1);
    } else if (segment.size() >= 3 && segment[0] == '%' && segment[1] == '2' && (segment[2] | 0x20) == 'e') {
      segment.remove_prefix(3);
    } else {
      return 0;
    }
    if (++dots > 2) return 0;
  }
  return dots;
}

std::string strip_noise(std::string_view input) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!input.empty() && is_edge(input.front())) input.remove_prefix(1);
  while (!input.empty() && is_edge(input.back())) input.remove_suffix(1);
  std::string out = valid_utf8(input);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

// The standard's state machine, read as a grammar: in every state "#" begins the fragment and, before it, "?" the
// query, so that both are cut off first and `rest` is what lies in front of them.
class Parser {
 public:
  explicit Parser(const UrlRecord* base) : base_(base) {}

  std::optional<UrlRecord> parse(std::string_view input) {
    if (const std::size_t hash = input.find('#'); hash != input.npos) {
      fragment_ = input.substr(hash + 1);
      input = input.substr(0, hash);
    }
    if (const std::size_t mark = input.find('?'); mark != input.npos) {
      query_ = input.substr(mark + 1);
      input = input.substr(0, mark);
    }
    if (!parse_front(input)) return std::nullopt;
    if (query_) url_.query = percent_encode(*query_, special() ? EncodeSet::special_query : EncodeSet::query);
    if (fragment_) url_.fragment = percent_encode(*fragment_, EncodeSet::fragment);
    return std::move(url_);
  }

 private:
  bool special() const { return is_special_scheme(url_.scheme); }
  bool is_slash(char c) const { return c == '/' || (c == '\\' && special()); }

  // Scheme start, scheme and no scheme states.
  bool parse_front(std::string_view rest) {
    std::size_t end = 0;
    while (end < rest.size() && (is_alpha(rest[end]) || (end > 0 && (is_digit(rest[end]) || rest[end] == '+' ||
                                                                     rest[end] == '-' || rest[end] == '.')))) {
      ++end;
    }
    if (end > 0 && end < rest.size() && rest[end] == ':') {
      url_.scheme = ascii_lower(rest.substr(0, end));
      return after_scheme(rest.substr(end + 1));
    }
    if (base_ == nullptr) return false;
    if (base_->opaque) {
      if (!rest.empty() || query_ || !fragment_) return false;
      url_ = *base_;
      return true;
    }
    url_.scheme = base_->scheme;
    return url_.scheme == "file" ? parse_file(rest) : parse_relative(rest);
  }

  bool after_scheme(std::string_view rest) {
    if (url_.scheme == "file") return parse_file(rest);
    if (special()) {
      if (base_ != nullptr && base_->scheme == url_.scheme && rest.substr(0, 2) != "//") return parse_relative(rest);
      return parse_special_authority(rest);
    }
    if (rest.starts_with("//")) return parse_authority(rest.substr(2));
    if (rest.starts_with('/')) return parse_path(rest.substr(1));
    url_.opaque = percent_encode(rest, EncodeSet::c0_control);
    // A trailing space would vanish when the query or fragment is removed.
    if ((query_ || fragment_) && url_.opaque->ends_with(' ')) url_.opaque->replace(url_.opaque->size() - 1, 1, "%20");
    return true;
  }

  // Special authority (ignore) slashes states: any number of slashes of either kind.
  bool parse_special_authority(std::string_view rest) {
    while (!rest.empty() && (rest[0] == '/' || rest[0] == '\\')) rest.remove_prefix(1);
    return parse_authority(rest);
  }

  void copy_authority() {
    url_.username = base_->username;
    url_.password = base_->password;
    url_.host = base_->host;
    url_.port = base_->port;
  }

  // Relative and relative slash states.
  bool parse_relative(std::string_view rest) {
    if (!rest.empty() && is_slash(rest[0])) {
      const bool two = rest.size() > 1 && is_slash(rest[1]);
      if (two && special()) return parse_special_authority(rest.substr(2));
      if (two) return parse_authority(rest.substr(2));
      copy_authority();
      return parse_path(rest.substr(1));
    }
    copy_authority();
    url_.path = base_->path;
    if (rest.empty()) {
      url_.query = base_->query;
      return true;
    }
    shorten_path();
    return parse_path(rest);
  }

  // Authority, host and port states.
  bool parse_authority(std::string_view rest) {
    std::size_t end = 0;
    while (end < rest.size() && !is_slash(rest[end])) ++end;
    std::string_view authority = rest.substr(0, end);
    rest = rest.substr(end);
    if (const std::size_t at = authority.rfind('@'); at != authority.npos) {
      const std::string_view credentials = authority.substr(0, at);
      authority = authority.substr(at + 1);
      if (authority.empty()) return false;
      const std::size_t colon = credentials.find(':');
      url_.username = percent_encode(credentials.substr(0, colon), EncodeSet::userinfo);
      if (colon != credentials.npos) url_.password = percent_encode(credentials.substr(colon + 1), EncodeSet::userinfo);
    }
    bool bracketed = false;
    std::size_t colon = 0;
    while (colon < authority.size() && (bracketed || authority[colon] != ':')) {
      if (authority[colon] == '[') bracketed = true;
      if (authority[colon] == ']') bracketed = false;
      ++colon;
    }
    const std::string_view host = authority.substr(0, colon);
    if (host.empty() && (special() || colon < authority.size())) return false;
    url_.host = parse_host(host, special() ? HostKind::domain : HostKind::opaque);
    if (!url_.host) return false;
    if (colon < authority.size() && !parse_port(authority.substr(colon + 1))) return false;
    return parse_path_start(rest);
  }

  bool parse_port(std::string_view digits) {
    std::uint32_t port = 0;
    for (const char c : digits) {
      if (!is_digit(c)) return false;
      port = port * 10 + static_cast<std::uint32_t>(c - '0');
      if (port > 65535) return false;
    }
    if (!digits.empty() && (port == 0 || port != default_port(url_.scheme)))
      url_.port = static_cast<std::uint16_t>(port);
    return true;
  }

  // File, file slash and file host states.
  bool parse_file(std::string_view rest) {
    url_.host = "";
    const bool file_base = base_ != nullptr && base_->scheme == "file";
    if (!rest.empty() && is_slash(rest[0])) {
      if (rest.size() > 1 && is_slash(rest[1])) return parse_file_host(rest.substr(2));
      rest.remove_prefix(1);
      if (file_base) {
        url_.host = base_->host;
        const bool keeps_drive = !base_->path.empty() && is_normalized_drive_letter(base_->path[0]);
        if (!starts_with_drive_letter(rest) && keeps_drive) url_.path.push_back(base_->path[0]);
      }
      return parse_path(rest);
    }
    if (!file_base) return parse_path(rest);
    url_.host = base_->host;
    url_.path = base_->path;
    if (rest.empty()) {
      url_.query = base_->query;
      return true;
    }
    if (starts_with_drive_letter(rest)) {
      url_.path.clear();
    } else {
      shorten_path();
    }
    return parse_path(rest);
  }

  bool parse_file_host(std::string_view rest) {
    std::size_t end = 0;
    while (end < rest.size() && !is_slash(rest[end])) ++end;
    const std::string_view host = rest.substr(0, end);
    if (is_drive_letter(host)) return parse_path(rest);
    if (!host.empty()) {
      url_.host = parse_host(host, HostKind::domain);
      if (!url_.host) return false;
      if (*url_.host == "localhost") url_.host = "";
    }
    return parse_path_start(rest.substr(end));
  }

  bool parse_path_start(std::string_view rest) {
    if (rest.empty() && !special()) return true;
    if (!rest.empty() && is_slash(rest[0])) rest.remove_prefix(1);
    return parse_path(rest);
  }

  // Path state; `rest` begins behind the slash.
  bool parse_path(std::string_view rest) {
    while (true) {
      std::size_t end = 0;
      while (end < rest.size() && !is_slash(rest[end])) ++end;
      const bool last = end == rest.size();
      push_segment(rest.substr(0, end), last);
      if (last) return true;
      rest.remove_prefix(end + 1);
    }
  }

  void push_segment(std::string_view raw, bool last) {
    const std::size_t dots = count_dots(raw);
    if (dots == 2) shorten_path();
    if (dots > 0) {
      if (last) url_.path.emplace_back();
      return;
    }
    std::string segment = percent_encode(raw, EncodeSet::path);
    if (url_.scheme == "file" && url_.path.empty() && is_drive_letter(segment)) segment[1] = ':';
    url_.path.push_back(std::move(segment));
  }

  void shorten_path() {
    if (url_.scheme == "file" && url_.path.size() == 1 && is_normalized_drive_letter(url_.path[0])) return;
    if (!url_.path.empty()) url_.path.pop_back();
  }

  const UrlRecord* base_;
  UrlRecord url_;
  std::optional<std::string_view> query_;
  std::optional<std::string_view> fragment_;
};

}  // namespace

bool is_special_scheme(std::string_view scheme) {
  return scheme == "http" || scheme == "https" || scheme == "file" || scheme == "ftp" || scheme == "ws" ||
         scheme == "wss";
}

std::uint16_t default_port(std::string_view scheme) {
  if (scheme == "http" || scheme == "ws") return 80;
  if (scheme == "https" || scheme == "wss") return 443;
  return scheme == "ftp" ? 21 : 0;
}

std::optional<UrlRecord> parse_url_record(std::string_view input, const UrlRecord* base) {
  if (input.size() > k_longest_url) return std::nullopt;
  const std::string clean = strip_noise(input);
  return Parser(base).parse(clean);
}

std::string serialize_path(const UrlRecord& url) {
  if (url.opaque) return *url.opaque;
  std::string out;
  for (const std::string& segment : url.path) {
    out += '/';
    out += segment;
  }
  return out;
}

std::string serialize(const UrlRecord& url) {
  std::string out = url.scheme + ':';
  if (url.host) {
    out += "//";
    if (!url.username.empty() || !url.password.empty()) {
      out += url.username;
      if (!url.password.empty()) out += ':' + url.password;
      out += '@';
    }
    out += *url.host;
    if (url.port) out += ':' + std::to_string(*url.port);
  } else if (!url.opaque && url.path.size() > 1 && url.path[0].empty()) {
    out += "/.";  // else the path's "//" would read as an authority
  }
  out += serialize_path(url);
  if (url.query) out += '?' + *url.query;
  if (url.fragment) out += '#' + *url.fragment;
  return out;
}

}  // namespace vigie
