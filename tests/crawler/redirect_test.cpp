#include "crawler/redirect.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie;
using namespace vigie::crawler;

namespace {

Job job(const std::string& url) {
  Job made;
  made.request.url = url;
  set_target(made, *parse_url(url));
  return made;
}

Hop hop(Job& from, const std::string& location, int status = 302, int limit = 5) {
  AnswerHead head;
  head.status = status;
  head.location = location;
  return next_hop(from, head, AddressPolicy(), limit);
}

}  // namespace

TEST_CASE("a target has neither fragment nor credentials") {
  const Job made = job("https://user:secret@a.example/x?y#z");
  CHECK(made.target == "https://a.example/x?y");
  CHECK(made.origin == "https://a.example");
}

TEST_CASE("a relative Location is resolved and remembered with its status") {
  Job from = job("https://a.example/x/y");
  CHECK_FALSE(hop(from, "../z#top", 301).refusal);
  CHECK(from.target == "https://a.example/z");
  REQUIRE(from.redirects.size() == 1);
  CHECK(from.redirects[0].status == 301);
  CHECK(from.redirects[0].to == "https://a.example/z");
}

TEST_CASE("credentials in a Location are dropped (S12)") {
  Job from = job("https://a.example/");
  CHECK_FALSE(hop(from, "https://eve:pw@b.example/x").refusal);
  CHECK(from.target == "https://b.example/x");
}

TEST_CASE("only http and https are followed (S4)") {
  for (const char* location : {"file:///etc/passwd", "gopher://127.0.0.1/_x", "dict://a.example/", "ftp://a.example/x",
                               "javascript:alert(1)", "data:text/html,x"}) {
    Job from = job("http://a.example/");
    CAPTURE(location);
    CHECK(hop(from, location).refusal == OutcomeKind::refused_scheme);
    CHECK(from.target == "http://a.example/");
  }
}

TEST_CASE("a hop to an address that is not public is refused in every spelling (S2)") {
  for (const char* location :
       {"http://127.0.0.1:81/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://[::1]/",
        "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/latest/", "//localhost/x", "http://s1.localhost./"}) {
    Job from = job("http://a.example/");
    CAPTURE(location);
    CHECK(hop(from, location).refusal == OutcomeKind::refused_address);
  }
}

TEST_CASE("from https no hop leads to http (P11)") {
  Job from = job("https://a.example/");
  const Hop refused = hop(from, "http://a.example/");
  CHECK(refused.refusal == OutcomeKind::redirect_error);
  CHECK(refused.message == "https://a.example/ redirects to http://a.example/: no longer encrypted");
  Job up = job("http://a.example/");
  CHECK_FALSE(hop(up, "https://a.example/").refusal);
}

TEST_CASE("a loop is seen at its first repetition (P11)") {
  Job from = job("http://a.example/1");
  CHECK_FALSE(hop(from, "/2").refusal);
  CHECK(hop(from, "/1").refusal == OutcomeKind::redirect_error);
  Job self = job("http://a.example/1");
  CHECK(hop(self, "/1").message == "http://a.example/1 redirects to /1: a loop");
}

TEST_CASE("no more hops than the limit (P11)") {
  Job from = job("http://a.example/0");
  for (int i = 1; i <= 5; ++i) CHECK_FALSE(hop(from, "/" + std::to_string(i)).refusal);
  CHECK(hop(from, "/6").refusal == OutcomeKind::redirect_error);
}

TEST_CASE("a Location that is no address or too long is refused, and shown escaped") {
  Job from = job("http://a.example/");
  CHECK(hop(from, "http://[bad/").refusal == OutcomeKind::redirect_error);
  Job other = job("http://a.example/");
  CHECK(hop(other, "/" + std::string(9000, 'x')).refusal == OutcomeKind::redirect_error);
  Job third = job("http://a.example/");
  CHECK(hop(third, "file:///\x1b[2J").message.find('\x1b') == std::string::npos);
}
