#include "app/glosser.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/gloss_chore.h"
#include "tests/support/loopback_server.h"

using namespace vigie;
using nlohmann::json;

namespace {

const GlossJob k_job{"Un titre", "Un titre", "fr", "en"};

GlossConfig service_at(const test::LoopbackServer& server) {
  GlossConfig gloss;
  gloss.service = server.url("");
  return gloss;
}

}  // namespace

TEST_CASE("a headline is put to the service as LibreTranslate's API says") {
  test::LoopbackServer server;
  server.route("/translate", test::text_response(R"({"translatedText":" A\n title "})", "application/json"));
  CHECK(gloss_by_service(k_job, service_at(server), {}).value() == "A title");
  const json body = json::parse(server.log().at(0).body);
  CHECK(server.log().at(0).method == "POST");
  CHECK(body == json{{"q", "Un titre"}, {"source", "fr"}, {"target", "en"}, {"format", "text"}});
}

TEST_CASE("a service that fails gives no gloss and says why") {
  test::LoopbackServer server;
  server.route("/translate", test::text_response("<html>", "text/html"));
  CHECK(gloss_by_service(k_job, service_at(server), {}).error().kind == ErrorKind::malformed);
  server.route("/translate", test::status_response(500, R"({"error":"no such language"})"));
  CHECK(gloss_by_service(k_job, service_at(server), {}).error().message.find("no such language") != std::string::npos);
  server.route("/translate", test::text_response(R"({"translatedText":7})", "application/json"));
  CHECK_FALSE(gloss_by_service(k_job, service_at(server), {}));
  server.route("/translate", test::text_response(std::string(100'000, 'x'), "application/json"));
  CHECK_FALSE(gloss_by_service(k_job, service_at(server), {}));
  GlossConfig nowhere;
  nowhere.service = "http://127.0.0.1:1";
  CHECK(gloss_by_service(k_job, nowhere, {}).error().kind == ErrorKind::io);
}

TEST_CASE("a command reads a line and writes a line, and no shell reads the headline") {
  CHECK(gloss_by_command(k_job, {"tr", "a-z", "A-Z"}).value() == "UN TITRE");
  CHECK(gloss_by_command(k_job, {"echo", "{source}", "{target}", "$(id)"}).value() == "fr en $(id)");
  CHECK_FALSE(gloss_by_command(k_job, {"true"}));
  CHECK_FALSE(gloss_by_command(k_job, {"/nowhere/translate"}));
}

TEST_CASE("glosses come from a thread of their own") {
  GlossConfig gloss;
  gloss.command = {"tr", "a-z", "A-Z"};
  Glosser glosser(gloss, {});
  glosser.ask(k_job);
  const std::vector<GlossResult> results = glosser.results(std::chrono::seconds{10});
  REQUIRE(results.size() == 1);
  CHECK(results[0].gloss == "UN TITRE");
  CHECK(results[0].job.headline == "Un titre");
}

TEST_CASE("a gloss bears the name of who made it") {
  GlossConfig gloss;
  gloss.service = "https://translate.example.org/base";
  CHECK(gloss_service_name(gloss) == "translate.example.org");
  gloss.command = {"/usr/bin/argos-translate", "{source}"};
  CHECK(gloss_service_name(gloss) == "argos-translate");
}
