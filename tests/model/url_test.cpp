#include "model/url.h"

#include <catch2/catch.hpp>

using namespace vigie;

namespace {

std::string href(std::string_view input, std::string_view base = {}) {
  return whatwg_href(input, base).value_or("failure");
}

}  // namespace

TEST_CASE("a url is serialised as the WHATWG standard says") {
  CHECK(href("HTTP://User:Pa%20ss@ExAmPle.ORG:80/a b?q=\"x\"#frag ment") ==
        "http://User:Pa%20ss@example.org/a%20b?q=%22x%22#frag%20ment");
  CHECK(href("  https:\\\\news.example\\a\\..\\b\t\n ") == "https://news.example/b");
  CHECK(href("https:////news.example/%2e%2E/x/%2e") == "https://news.example/x/");
  CHECK(href("https://news.example") == "https://news.example/");
  CHECK(href("http://news.example/x%") == "http://news.example/x%");
  CHECK(href("http://news.example/a^b?c^d'") == "http://news.example/a%5Eb?c^d%27");
}

TEST_CASE("what is no url is a failure") {
  for (const char* text : {"", "news", "http://", "http:///", "http://a b/", "http://a:b/", "http://a:70000/",
                           "http://[::1", "http://%00/", "https://user@/x", "http://a|b/"}) {
    INFO(text);
    CHECK(href(text) == "failure");
  }
  CHECK(parse_url("mailto:a@b.example").error().kind == ErrorKind::unsupported);
  CHECK(parse_url("http://a b/").error().kind == ErrorKind::malformed);
  CHECK(href("http://a.example/" + std::string(70000, 'x')) == "failure");
}

TEST_CASE("a host is written in one form, whatever number form or script it came in") {
  CHECK(href("http://0x7f.1/") == "http://127.0.0.1/");
  CHECK(href("http://0300.0250.257/") == "http://192.168.1.1/");
  CHECK(href("http://2130706433./") == "http://127.0.0.1/");
  CHECK(href("http://256.1.1.1/") == "failure");
  CHECK(href("http://1.2.3.4.5/") == "failure");
  CHECK(href("http://a.08/") == "failure");
  CHECK(href("http://[0:0:1:0:0:0:0:1]/") == "http://[0:0:1::1]/");
  CHECK(href("http://[::ffff:1.2.3.4]/") == "http://[::ffff:102:304]/");
  CHECK(href("http://[1::2::3]/") == "failure");
  CHECK(href("http://Straße.example/") == "http://xn--strae-oqa.example/");
  CHECK(href("http://новости.example/") == "http://xn--b1amnebsh.example/");
  CHECK(href("http://ｎｅｗｓ。example/") == "http://news.example/");
  CHECK(href("http://%E2%98%83.example/") == "http://xn--n3h.example/");
}

TEST_CASE("a reference is resolved against its base") {
  const std::string base = "https://news.example/a/b?q=1#top";
  CHECK(href("", base) == "https://news.example/a/b?q=1");
  CHECK(href("#x", base) == "https://news.example/a/b?q=1#x");
  CHECK(href("?x", base) == "https://news.example/a/b?x");
  CHECK(href("c", base) == "https://news.example/a/c");
  CHECK(href("../../c/.", base) == "https://news.example/c/");
  CHECK(href("//other.example/x", base) == "https://other.example/x");
  CHECK(href("https:c", base) == "https://news.example/a/c");
  CHECK(href("http:c", base) == "http://c/");
  CHECK(href("\\x", base) == "https://news.example/x");
  CHECK(href("c", "mailto:a@b.example") == "failure");
  const Url parsed = parse_url(base).value();
  CHECK(resolve_url(parsed, "/c?d#e").value().fragment == "#e");
  CHECK(resolve_url(parsed, "javascript:void(0)").error().kind == ErrorKind::unsupported);
}

TEST_CASE("other schemes parse by the standard too") {
  CHECK(href("file:C|/x/../y") == "file:///C:/y");
  CHECK(href("non-special:/a/..//b") == "non-special:/.//b");
  CHECK(href("data:text/plain,a b ?x") == "data:text/plain,a b%20?x");
}

TEST_CASE("the parts of a url are as its serialisation shows them") {
  const Url url = parse_url("https://u:p@Example.org:8443/x?q#f").value();
  CHECK(url.scheme == "https");
  CHECK(url.userinfo == "u:p");
  CHECK(url.host == "example.org");
  CHECK(url.port == 8443);
  CHECK(url.path == "/x");
  CHECK(url.query == "?q");
  CHECK(url.fragment == "#f");
  CHECK(url.origin() == "https://example.org:8443");
  CHECK(url.href_without_fragment() == "https://u:p@example.org:8443/x?q");
  CHECK(parse_url("http://example.org").value().port == 80);
}

TEST_CASE("the w3lib key sorts the query, drops the fragment and normalises escapes") {
  CHECK(canonicalize_url("http://News.example/%7ea?b=2&a=x y&a=1#top") == "http://news.example/~a?a=1&a=x+y&b=2");
  CHECK(canonicalize_url("http://news.example/a%2fb/%e9?c") == "http://news.example/a%2Fb/%E9?c=");
  CHECK(canonicalize_url("?b=1") == "/?b=1");
  CHECK(canonicalize_url("a#b") == "a");
}

TEST_CASE("the registrable domain follows the public suffix list") {
  CHECK(registrable_domain("www.news.co.uk") == "news.co.uk");
  CHECK(registrable_domain("a.b.example.org") == "example.org");
  CHECK(registrable_domain("user.github.io") == "user.github.io");
  CHECK(registrable_domain("co.uk") == "co.uk");
  CHECK(registrable_domain("localhost") == "localhost");
  CHECK(registrable_domain("127.0.0.1") == "127.0.0.1");
  CHECK(registrable_domain("[::1]") == "[::1]");
}
