#include "app/source_preset.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vigie;

namespace {

std::string url_of(const char* text) {
  const std::optional<Source> source = source_of_preset(text);
  return source ? source->url : "none";
}

}  // namespace

TEST_CASE("one line makes a source of an account or a search") {
  CHECK(url_of("telegram:some_ministry") == "https://t.me/s/some_ministry");
  CHECK(url_of("telegram:@some_ministry") == "https://t.me/s/some_ministry");
  CHECK(url_of("mastodon:@cert@social.example") == "https://social.example/@cert.rss");
  CHECK(url_of("bluesky:cert.example") == "https://bsky.app/profile/cert.example/rss");
  CHECK(url_of("youtube:UCabc_-123") == "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc_-123");
  CHECK(url_of("govuk:cyber attack") ==
        "https://www.gov.uk/search/news-and-communications.atom?keywords=cyber+attack&order=updated-newest");
}

TEST_CASE("the address a browser shows of an account is a preset too") {
  CHECK(url_of("https://t.me/some_ministry/123") == "https://t.me/s/some_ministry");
  CHECK(url_of("https://t.me/s/some_ministry") == "https://t.me/s/some_ministry");
  CHECK(url_of("https://bsky.app/profile/cert.example") == "https://bsky.app/profile/cert.example/rss");
  CHECK(url_of("https://www.youtube.com/channel/UCabc") == "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc");
  CHECK(url_of("https://www.gov.uk/search/all?keywords=cyber&order=updated-newest") ==
        "https://www.gov.uk/search/all.atom?keywords=cyber&order=updated-newest");
  CHECK(url_of("https://www.gov.uk/government/organisations/some-office") ==
        "https://www.gov.uk/government/organisations/some-office.atom");
}

TEST_CASE("what is no account is no preset") {
  for (const char* text :
       {"https://ministry.example/news", "telegram:", "telegram:a/b", "telegram:../x", "mastodon:user", "mastodon:@a@b",
        "bluesky:a b", "youtube:@handle", "govuk:", "govuk:a&b", "nothing", "https://www.youtube.com/@handle",
        "https://t.me/", "https://www.gov.uk/some-page"}) {
    CAPTURE(text);
    CHECK_FALSE(source_of_preset(text));
  }
}

TEST_CASE("posts are judged by themselves, GOV.UK's search results are read as pages") {
  CHECK(source_of_preset("telegram:a")->fetch == FetchPolicy::feed_only);
  CHECK(source_of_preset("telegram:a")->kind == SourceKind::listing);
  CHECK(source_of_preset("telegram:Some_Ministry")->id == "telegram-some-ministry");
  CHECK(source_of_preset("govuk:cyber")->fetch == FetchPolicy::all);
  CHECK(source_of_preset("govuk:cyber")->authority == Authority::government);
}
