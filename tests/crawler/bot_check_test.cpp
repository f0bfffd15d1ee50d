#include "crawler/bot_check.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie::crawler;

TEST_CASE("interstitials are recognised by what only they carry") {
  CHECK(bot_check("<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>") == "Cloudflare");
  CHECK(bot_check("<html>Request unsuccessful. Incapsula incident ID: 1-2</html>") == "Imperva");
  CHECK(bot_check("<script src='https://geo.captcha-delivery.com/c.js'></script>") == "DataDome");
  CHECK(bot_check("<link href='/.within.website/x/cmd/anubis/static/x.css'>") == "Anubis");
}

TEST_CASE("a page that merely loads a bot manager's script is none") {
  CHECK_FALSE(bot_check("<html><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script><p>News</p>"));
  CHECK_FALSE(bot_check("<p>Cloudflare and DataDome said on Monday that a captcha is no defence.</p>"));
  CHECK_FALSE(bot_check(""));
}

TEST_CASE("marks are looked for in the first 64 kB only") {
  CHECK_FALSE(bot_check(std::string(64 * 1024, ' ') + "_cf_chl_opt"));
}

TEST_CASE("a body that begins as HTML is told from a feed") {
  CHECK(looks_like_html("<!DOCTYPE html><html>"));
  CHECK(looks_like_html("\xEF\xBB\xBF\n <!-- x --> <HTML lang=fr>"));
  CHECK(looks_like_html("<script>1</script>"));
  CHECK_FALSE(looks_like_html("<?xml version=\"1.0\"?><rss>"));
  CHECK_FALSE(looks_like_html("<rss version=\"2.0\">"));
  CHECK_FALSE(looks_like_html("{\"version\":\"https://jsonfeed.org/version/1\"}"));
  CHECK_FALSE(looks_like_html("<!-- never closed"));
  CHECK_FALSE(looks_like_html(""));
}
