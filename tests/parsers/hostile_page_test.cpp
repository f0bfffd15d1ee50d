// Pages that were made, or grew, to cost a reader dear. Each is read in a process of its own, so that its peak memory
// can be seen; `parsers_tests "[hostile]" -s` prints the figures.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "parsers/article_page.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define VIGIE_SLOW_BUILD
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define VIGIE_SLOW_BUILD
#endif

#ifdef VIGIE_SLOW_BUILD  // a sanitizer's own cost is not the reader's
constexpr double k_seconds = 15;
constexpr long k_megabytes = 4096;
#else
constexpr double k_seconds = 1.5;
constexpr long k_megabytes = 256;
#endif

enum class Outcome { article, error };

struct HostilePage {
  std::string name;
  std::function<std::string()> make;  // called for each alone: the test itself stays small
  Outcome outcome;
};

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) text.append(part);
  return text;
}

const std::string k_paragraph =
    "<p>The ministry said on Tuesday that a foreign service had broken into its mail server and read letters for nine "
    "months, until a clerk noticed that her password no longer worked.</p>";

std::string with_article(const std::string& before) {
  return "<html><head><title>Ministry names attackers</title></head><body><h1>Ministry names attackers</h1>" + before +
         repeated(k_paragraph, 4) + "</body></html>";
}

std::string many_attributes() {
  std::string tag = "<p";
  for (int i = 0; i < 16'000; ++i) tag += " a" + std::to_string(i) + "=1";
  return tag + ">";
}

std::string binary_bytes() {
  std::string bytes;
  unsigned state = 1;
  for (int i = 0; i < 1 << 20; ++i) {
    state = state * 1664525u + 1013904223u;
    bytes.push_back(static_cast<char>(state >> 24));
  }
  return bytes;
}

std::string cyrillic_said_to_be_utf8() {
  return "<meta charset=utf-8><title>\xC2\xE7\xEB\xEE\xEC</title>" +
         repeated(
             "<p>\xCC\xE8\xED\xE8\xF1\xF2\xE5\xF0\xF1\xF2\xE2\xEE \xF1\xEE\xEE\xE1\xF9\xE8\xEB\xEE \xEE "
             "\xE2\xE7\xEB\xEE\xEC\xE5 \xEF\xEE\xF7\xF2\xFB, \xEA\xEE\xF2\xEE\xF0\xFB\xE9 \xE4\xEB\xE8\xEB\xF1"
             "\xFF \xE4\xEE\xEB\xE3\xEE, \xE8 \xED\xE8\xEA\xF2\xEE \xED\xE5 \xE7\xE0\xEC\xE5\xF2\xE8\xEB.</p>",
             8);
}

std::string utf16_said_to_be_latin1() {
  std::string bytes = "\xFF\xFE";
  for (char c : "<meta charset=iso-8859-1>" + with_article("")) {
    bytes.push_back(c);
    bytes.push_back('\0');
  }
  return bytes;
}

std::vector<HostilePage> hostile_pages() {
  return {
      {"80 KB of unclosed div", [] { return with_article(repeated("<div>", 16'000)); }, Outcome::article},
      {"147 KB of <font size=i><p>", [] { return with_article(repeated("<font size=i><p>", 9'200)); },
       Outcome::article},
      {"16,000 attributes", [] { return with_article(many_attributes()); }, Outcome::article},
      {"500 KB of nesting", [] { return with_article(repeated("<div><span><em>", 33'000)); }, Outcome::article},
      {"formatting through tables", [] { return with_article(repeated("<b><i><a><table><tr><td>", 5'000)); },
       Outcome::article},
      {"50 MB of text", [] { return with_article(repeated(k_paragraph, 300'000)); }, Outcome::error},
      {"11 MB of text", [] { return with_article(repeated(k_paragraph, 65'000)); }, Outcome::article},
      {"a title of 4 MB", [] { return "<title>" + repeated("word ", 800'000) + "</title>" + with_article(""); },
       Outcome::article},
      {"truncated within a tag", [] { return with_article("").substr(0, 600) + "<a href=\"/x"; }, Outcome::article},
      {"binary", binary_bytes, Outcome::error},
      {"windows-1251 that says it is UTF-8", cyrillic_said_to_be_utf8, Outcome::article},
      {"UTF-16 that says it is ISO 8859-1", utf16_said_to_be_latin1, Outcome::article},
  };
}

struct Cost {
  double seconds = 0;
  long megabytes = 0;
  bool ended = false;  // by itself, with the outcome meant
};

/// Reads the page, then an ordinary one, in a child process.
Cost cost_of(const std::string& bytes, Outcome outcome) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    PageContext context;
    context.url = "https://news.example/2026/ministry";
    const Expected<PageReading> reading = read_article_page(bytes, context);
    const bool as_meant = reading ? outcome == Outcome::article && !reading->article.text.empty()
                                  : outcome == Outcome::error && !reading.error().message.empty();
    const bool next = read_article_page(with_article(""), context).has_value();
    ::_exit(as_meant && next ? 0 : 1);
  }
  int status = 0;
  rusage usage{};
  REQUIRE(::wait4(child, &status, 0, &usage) == child);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss / 1024,
          WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

}  // namespace

TEST_CASE("each hostile page is read or refused within 1.5 s and 256 MB, and the next page is unharmed", "[hostile]") {
  for (const HostilePage& page : hostile_pages()) {
    const std::string bytes = page.make();
    const Cost cost = cost_of(bytes, page.outcome);
    INFO(page.name << ": " << bytes.size() / 1024 << " KB, " << cost.seconds << " s, " << cost.megabytes << " MB");
    CHECK(cost.ended);
    CHECK(cost.seconds < k_seconds);
    CHECK(cost.megabytes < k_megabytes);
  }
}
