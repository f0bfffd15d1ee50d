#include "parsers/telegram_preview.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/listing.h"

using namespace vigie;
using namespace vigie::parsers;

namespace {

std::string message(const std::string& post, const std::string& inside, const std::string& time) {
  return "<div class=\"tgme_widget_message_wrap\"><div class=\"tgme_widget_message js-widget_message\" data-post=\"" +
         post + "\">" + inside + "<a class=\"tgme_widget_message_date\" href=\"https://t.me/" + post +
         "\"><time datetime=\"" + time + "\" class=\"time\">10:00</time></a></div></div>";
}

std::string text(const std::string& words) {
  return "<div class=\"tgme_widget_message_text js-message_text\">" + words + "</div>";
}

Expected<Feed> read(const std::string& body) {
  return read_listing("<html><body><div class=\"tgme_channel_info_header_title\"><span>A ministry</span></div>" + body +
                          "</body></html>",
                      "https://t.me/s/some_ministry", "text/html; charset=utf-8", {});
}

}  // namespace

TEST_CASE("the preview of a Telegram channel is read for its messages, the newest first") {
  const Expected<Feed> feed = read(
      message("some_ministry/7", text("Our site was attacked.<br/><br/>We work on it."), "2026-11-23T10:00:00+00:00") +
      message("some_ministry/8", "<a class=\"tgme_widget_message_photo_wrap\"></a>", "2026-11-23T11:00:00+00:00") +
      message("some_ministry/9",
              "<a class=\"tgme_widget_message_reply\">" + text("An older message") + "</a>" + text("An answer to it"),
              "2026-11-24T10:00:00+02:00"));
  REQUIRE(feed);
  CHECK(feed->title == "A ministry");
  REQUIRE(feed->entries.size() == 2);
  CHECK(feed->entries[0].url == "https://t.me/some_ministry/9");
  CHECK(feed->entries[0].content == "An answer to it");
  CHECK(format_date(*feed->entries[0].published) == "2026-11-24T08:00:00Z");
  CHECK(feed->entries[1].title == "Our site was attacked.");
  CHECK(feed->entries[1].content == "Our site was attacked. We work on it.");
}

TEST_CASE("what a message calls itself leads nowhere but to the channel") {
  const Expected<Feed> feed =
      read(message("../../evil", text("One message"), "2026-11-23T10:00:00Z") +
           message("a/1?x", text("Another message"), "2026-11-23T10:00:00Z") + message("/1", text("A third"), ""));
  CHECK_FALSE(feed);
}
